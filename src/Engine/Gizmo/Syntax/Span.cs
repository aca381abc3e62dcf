namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>A stretch of the expression's text; the end is the first character after it.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>From the start of this one to the end of the other.</summary>
    public Span To(Span other) => new(Start, Math.Max(Start, other.End));

    /// <summary>Where it starts, both counted from 1.</summary>
    public (int Line, int Column) LineAndColumn(string source)
    {
        int line = 1, column = 1;
        for (var i = 0; i < Start && i < source.Length; i++)
            (line, column) = source[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return (line, column);
    }

    public override string ToString() => $"{Start}..{End}";
}
