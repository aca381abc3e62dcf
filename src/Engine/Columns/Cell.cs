using System.Globalization;

namespace Espalier.Engine.Columns;

/// <summary>What a <see cref="Cell"/> holds.</summary>
public enum CellKind : byte
{
    Blank,
    Text,
    Number,
    Date,
    Boolean,
}

/// <summary>
/// One value on its own, for the edges: single rows, tests, messages. Loops over many rows read columns instead.
/// A date is in <see cref="Number"/>, as milliseconds since 1970-01-01 UTC; a boolean as 0 or 1. A number that was written
/// with more digits than it holds has them as <see cref="Text"/>.
/// </summary>
public readonly record struct Cell(CellKind Kind, double Number, string? Text)
{
    public static readonly Cell Blank;

    public bool IsBlank => Kind == CellKind.Blank;

    public static Cell Of(string text) => text.Length == 0 ? Blank : new(CellKind.Text, 0, text);

    public static Cell Of(double number) => new(CellKind.Number, number, null);

    public static Cell Of(bool flag) => new(CellKind.Boolean, flag ? 1 : 0, null);

    public static Cell Date(long milliseconds) => new(CellKind.Date, milliseconds, null);

    /// <summary>The value as a CSV cell and a text property show it; empty when blank.</summary>
    public override string ToString() => Kind switch
    {
        CellKind.Text => Text!,
        CellKind.Number => Text ?? Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Date => Dates.Print((long)Number),
        CellKind.Boolean => Number != 0 ? "true" : "false",
        _ => "",
    };
}
