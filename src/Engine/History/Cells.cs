using Espalier.Engine.Columns;

namespace Espalier.Engine.History;

/// <summary>Compares and shows single stored cells, texts that did not survive a change of type included.</summary>
static class Cells
{
    /// <summary>Whether two cells of columns of the same type hold the same.</summary>
    public static bool AreSame(Column a, int at, Column b, int other) =>
        (a is TextColumn texts
            ? texts.Utf8(at).SequenceEqual(((TextColumn)b).Utf8(other))
            : ((IStoredColumn)a).Cells[at] == ((IStoredColumn)b).Cells[other])
        && a.Raw?[at] == b.Raw?[other];

    public static bool HasValue(Column column, int at) => !column.IsBlank(at) || column.Raw?[at] is not null;

    /// <summary>What the cell shows.</summary>
    public static Cell Shown(Column column, int at) =>
        column.IsBlank(at) && column.Raw?[at] is { } raw ? Cell.Of(raw) : column[at];
}
