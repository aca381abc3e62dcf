using Espalier.Engine.Calculation.Filling;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Calculation.Lookups;

/// <summary>A property whose values are ids of another dataset, the columns of which show beside the property.</summary>
/// <param name="Key">The property.</param>
/// <param name="Nodes">The columns of the other dataset.</param>
public sealed record LookedUp(string Key, GizmoDataset Dataset, NodeColumns Nodes)
{
    /// <summary>The key of a looked-up column.</summary>
    public static string KeyOf(string property, string column) => $"{property}:{column}";
}

/// <summary>Which row of a lookup each row names, and the columns that are read through it.</summary>
sealed class LookupRows(Func<Column> keys, GizmoDataset lookup)
{
    readonly Lazy<int[]> _rows = new(() => Find(keys(), lookup));

    public Column Through(Column column) => column switch
    {
        NumberColumn numbers => new NumbersThrough(numbers, _rows.Value),
        TextColumn texts => new TextsThrough(texts, _rows.Value),
        DateColumn dates => new DatesThrough(dates, _rows.Value),
        FlagColumn flags => new FlagsThrough(flags, _rows.Value),
        _ => Filled.Of(column.Type, _rows.Value.Length, row => _rows.Value[row] is var at and >= 0 ? column[at] : Cell.Blank),
    };

    /// <summary>By row the lookup's row, or −1; each distinct text is looked for once.</summary>
    static int[] Find(Column keys, GizmoDataset lookup)
    {
        var rows = new int[keys.Count];
        if (keys is TextColumn texts)
        {
            texts.Read(0, rows);
            var known = new int[texts.Pool.Count + 1];
            for (var row = 0; row < rows.Length; row++)
            {
                ref var found = ref known[rows[row]];
                if (found == 0)
                    found = rows[row] == 0 ? -1 : lookup.RowOf(System.Text.Encoding.UTF8.GetString(texts.Pool[rows[row]])) is var at and >= 0 ? at + 1 : -1;
                rows[row] = found < 0 ? -1 : found - 1;
            }
            return rows;
        }
        var cells = CellReader.Of(keys);
        for (var row = 0; row < rows.Length; row++)
            rows[row] = PropertyReads.Row(lookup, cells.At(row));
        return rows;
    }
}

/// <summary>Numbers of the rows that others name.</summary>
sealed class NumbersThrough(NumberColumn column, int[] rows) : NumberColumn
{
    public override int Count => rows.Length;

    public override double At(int row) => rows[row] is var at and >= 0 ? column.At(at) : double.NaN;
}

/// <summary>Texts of the rows that others name.</summary>
sealed class TextsThrough(TextColumn column, int[] rows) : TextColumn
{
    public override TextPool Pool => column.Pool;

    public override int Count => rows.Length;

    public override int At(int row) => rows[row] is var at and >= 0 ? column.At(at) : 0;
}

/// <summary>Dates of the rows that others name.</summary>
sealed class DatesThrough(DateColumn column, int[] rows) : DateColumn
{
    public override int Count => rows.Length;

    public override long At(int row) => rows[row] is var at and >= 0 ? column.At(at) : Chunk.Blank;
}

/// <summary>Flags of the rows that others name.</summary>
sealed class FlagsThrough(FlagColumn column, int[] rows) : FlagColumn
{
    public override int Count => rows.Length;

    public override long At(int row) => rows[row] is var at and >= 0 ? column.At(at) : Chunk.Blank;
}
