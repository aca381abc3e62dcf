using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation.Filling;

/// <summary>Columns put together cell by cell.</summary>
static class Filled
{
    public static Column Of(PropertyType type, int count, Func<int, Cell> cell, RawTexts? raw = null)
    {
        var builder = ColumnBuilder.For(type);
        for (var row = 0; row < count; row++)
            builder.Append(cell(row));
        return builder.Build(type == PropertyType.Text ? null : raw);
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
        if (stored.Raw is null)
            switch (stored, calculated)
            {
                case (NumberColumn own, NumberColumn other):
                    return Merged(Whole.Numbers(own), () => Whole.Numbers(other), double.IsNaN) is { } numbers ? new NumberArray(numbers) : calculated;
                case (DateColumn own, DateColumn other):
                    return Merged(Whole.Dates(own), () => Whole.Dates(other), value => value == Chunk.Blank) is { } dates ? new ComputedDates(dates) : calculated;
                case (FlagColumn own, FlagColumn other):
                    return Merged(Whole.Flags(own), () => Whole.Flags(other), value => value == Chunk.Blank) is { } flags ? new ComputedFlags(flags) : calculated;
                case (TextColumn own, TextColumn other):
                    return Texts(own, other);
            }
        for (var row = 0; row < stored.Count; row++)
            if (!IsBlank(stored, row))
                return Of(calculated.Type, stored.Count, r => IsBlank(stored, r) ? calculated[r] : stored[r], stored.Raw);
        return calculated;
    }

    /// <summary>The first values with their blanks filled; null when all are blank.</summary>
    static T[]? Merged<T>(T[] own, Func<T[]> other, Func<T, bool> isBlank) where T : struct
    {
        var isEmpty = true;
        foreach (var value in own)
            if (!isBlank(value))
            {
                isEmpty = false;
                break;
            }
        if (isEmpty)
            return null;
        var more = other();
        // The columns' own arrays are theirs.
        var merged = GC.AllocateUninitializedArray<T>(own.Length);
        for (var row = 0; row < merged.Length; row++)
            merged[row] = isBlank(own[row]) ? more[row] : own[row];
        return merged;
    }

    /// <summary>Texts of both columns, over a pool that holds those in use.</summary>
    static Column Texts(TextColumn stored, TextColumn calculated)
    {
        var own = Whole.Codes(stored);
        if (own.AsSpan().IndexOfAnyExcept(0) < 0)
            return calculated;
        var pool = new TextPool();
        var other = Whole.Codes(calculated);
        int[] ownKnown = new int[stored.Pool.Count + 1], otherKnown = new int[calculated.Pool.Count + 1];
        for (var row = 0; row < own.Length; row++)
            own[row] = own[row] != 0 ? Translate(own[row], stored.Pool, ownKnown) : Translate(other[row], calculated.Pool, otherKnown);
        return new ComputedTexts(own, pool);

        int Translate(int code, TextPool from, int[] known) =>
            code == 0 ? 0 : known[code] != 0 ? known[code] : known[code] = pool.Add(from[code]);
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

    /// <summary>The same values as a column that can be stored.</summary>
    public static Column Storable(Column column)
    {
        if (column is IStoredColumn)
            return column;
        var cells = new ChunkListBuilder(Columns.Stored.KindOf(column.Type));
        var patterns = new long[Chunk.Rows];
        for (var start = 0; start < column.Count; start += Chunk.Rows)
        {
            var open = patterns.AsSpan(0, Math.Min(Chunk.Rows, column.Count - start));
            for (var i = 0; i < open.Length; i++)
                open[i] = PatternOf(column, start + i);
            cells.Append(open);
        }
        return column is TextColumn text
            ? Columns.Stored.Repool(new(cells.Build(), text.Pool))
            : column.Type == PropertyType.Text ? Of(column.Type, column.Count, row => column[row]) : Columns.Stored.Of(column.Type, cells.Build());
    }

    /// <summary>The same column, without texts that none of its cells shows.</summary>
    public static Column Packed(Column column) => column is StoredTexts texts ? Columns.Stored.Repool(texts) : column;

    static long PatternOf(Column column, int row) => column switch
    {
        NumberColumn numbers => numbers.At(row) is var value && double.IsNaN(value) ? Chunk.Blank : Conversion.Pattern(value),
        TextColumn texts => texts.At(row) is var code && code == 0 ? Chunk.Blank : code,
        DateColumn dates => dates.At(row),
        FlagColumn flags => flags.At(row),
        _ => Chunk.Blank,
    };
}
