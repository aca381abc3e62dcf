namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Which cells an input is copied to.</summary>
public enum SplashScope : byte
{
    /// <summary>The cell alone.</summary>
    None,
    Selection,
    View,
    AllNodes,
    Descendants,

    /// <summary>The nodes of the view that have the same present value.</summary>
    SameValue,
}

/// <summary>
/// What a person typed into a cell: <c>UK!*</c> is the text UK for all nodes of the view. Two exclamation marks write the
/// result of an expression rather than the expression.
/// </summary>
public sealed record CellInput(string Text, SplashScope Scope, bool WritesResult)
{
    static readonly (string Suffix, SplashScope Scope)[] Suffixes =
        [("*=", SplashScope.SameValue), ("a*", SplashScope.AllNodes), ("*", SplashScope.View), ("d", SplashScope.Descendants), ("", SplashScope.Selection)];

    public static CellInput Parse(string input)
    {
        foreach (var (suffix, scope) in Suffixes)
        {
            if (!input.EndsWith("!" + suffix, StringComparison.Ordinal))
                continue;
            var text = input[..^(suffix.Length + 1)];
            return text.EndsWith('!') ? new(text[..^1], scope, true) : new(text, scope, false);
        }
        return new(input, SplashScope.None, false);
    }
}
