using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>A regular expression that can be run.</summary>
/// <param name="Names">The numbers of the groups that have names.</param>
sealed record Pattern(Regex Regex, IReadOnlyDictionary<string, int> Names);

/// <summary>Regular expressions with the semantics of JavaScript and a limit of time.</summary>
static class Patterns
{
    /// <summary>Making one takes time too.</summary>
    const int MostText = 10_000;

    static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    static readonly ConcurrentDictionary<(string, string), Pattern?> Known = new();

    /// <summary>Null when it is not a regular expression.</summary>
    public static Pattern? TryMake(string pattern, string flags)
    {
        if (pattern.Length > MostText)
            return null;
        if (Known.TryGetValue((pattern, flags), out var known))
            return known;
        if (Known.Count > 1000)
            Known.Clear();
        var made = Make(pattern, flags);
        Known[(pattern, flags)] = made;
        return made;
    }

    static Pattern? Make(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        if (flags.Contains('i', StringComparison.Ordinal))
            options |= RegexOptions.IgnoreCase;
        if (flags.Contains('m', StringComparison.Ordinal))
            options |= RegexOptions.Multiline;
        // .NET's ECMAScript mode knows neither "dot is all" nor Unicode classes.
        options |= flags.AsSpan().ContainsAny('s', 'u')
            ? flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : RegexOptions.None
            : RegexOptions.ECMAScript;
        if ((options & RegexOptions.ECMAScript) != 0)
            options &= ~RegexOptions.CultureInvariant;
        try
        {
            var translated = new PatternTranslation(pattern, flags);
            return new(new(translated.Text, options, Limit), translated.Names);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
