using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>Columns put together cell by cell.</summary>
static class Filled
{
    public static Column Of(PropertyType type, int count, Func<int, Cell> cell)
    {
        var builder = ColumnBuilder.For(type);
        for (var row = 0; row < count; row++)
            builder.Append(cell(row));
        return builder.Build();
    }

    public static Column Of(Snapshot snapshot, LazyCells cells) =>
        Of(cells.Type, snapshot.RowCount, row => snapshot.Live[row] ? cells[row] : Cell.Blank);

    /// <summary>What an expression set for the rows; the last value of a row counts.</summary>
    public static Column Of(Snapshot snapshot, PropertyType type, IEnumerable<CellWrite> writes)
    {
        var values = new Dictionary<int, Value>();
        foreach (var write in writes)
            values[write.Row] = write.Value;
        return Of(type, snapshot.RowCount, row => values.TryGetValue(row, out var value) ? Storing.ToCell(value, type, out _) : Cell.Blank);
    }

    /// <summary>The stored column with its blanks filled from the calculated one; the calculated one itself when all is blank.</summary>
    public static Column Blanks(Column stored, Column calculated)
    {
        for (var row = 0; row < stored.Count; row++)
            if (!IsBlank(stored, row))
                return Of(calculated.Type, stored.Count, r => IsBlank(stored, r) ? calculated[r] : stored[r]);
        return calculated;
    }

    /// <summary>A blank cell shows what the nearest ancestor has; above that, what was calculated.</summary>
    public static Column Inherited(Snapshot snapshot, Column stored, Column calculated)
    {
        if (snapshot.Tree is not { } tree)
            return Blanks(stored, calculated);
        // Parents come before their children, so a parent's own source is known already.
        var sources = new int[stored.Count];
        sources.AsSpan().Fill(-1);
        foreach (var row in tree.Rows)
            sources[row] = !IsBlank(stored, row) ? row : tree.Nodes[row].Parent is var parent and >= 0 ? sources[parent] : -1;
        return Of(calculated.Type, stored.Count, row => sources[row] >= 0 ? stored[sources[row]] : calculated[row]);
    }

    static bool IsBlank(Column column, int row) => column.IsBlank(row) && column.Raw?[row] is null;
}
