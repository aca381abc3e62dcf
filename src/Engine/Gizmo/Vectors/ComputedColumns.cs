using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Fills a run of rows.</summary>
delegate void Fill<T>(int start, Span<T> into);

/// <summary>Numbers computed a block at a time as they are read.</summary>
sealed class ComputedNumbers(int count, Fill<double> fill) : NumberColumn
{
    public override int Count => count;

    public override double At(int row)
    {
        Span<double> one = stackalloc double[1];
        fill(row, one);
        return one[0];
    }

    public override void Read(int start, Span<double> into) => fill(start, into);
}

/// <summary>Flags computed a block at a time as they are read.</summary>
sealed class ComputedFlags(int count, Fill<long> fill) : FlagColumn
{
    public override int Count => count;

    public override long At(int row)
    {
        Span<long> one = stackalloc long[1];
        fill(row, one);
        return one[0];
    }

    public override void Read(int start, Span<long> into) => fill(start, into);
}

/// <summary>Dates computed a block at a time as they are read.</summary>
sealed class ComputedDates(int count, Fill<long> fill) : DateColumn
{
    public override int Count => count;

    public override long At(int row)
    {
        Span<long> one = stackalloc long[1];
        fill(row, one);
        return one[0];
    }

    public override void Read(int start, Span<long> into) => fill(start, into);
}

/// <summary>Numbers that were computed once for all rows.</summary>
sealed class NumberArray(double[] values) : NumberColumn
{
    public double[] Values => values;

    public override int Count => values.Length;

    public override double At(int row) => values[row];

    public override void Read(int start, Span<double> into) => values.AsSpan(start, into.Length).CopyTo(into);
}

/// <summary>Dates that were computed once for all rows.</summary>
sealed class DateArray(long[] values) : DateColumn
{
    public override int Count => values.Length;

    public override long At(int row) => values[row];

    public override void Read(int start, Span<long> into) => values.AsSpan(start, into.Length).CopyTo(into);
}

/// <summary>Flags that were computed once for all rows.</summary>
sealed class FlagArray(long[] values) : FlagColumn
{
    public override int Count => values.Length;

    public override long At(int row) => values[row];

    public override void Read(int start, Span<long> into) => values.AsSpan(start, into.Length).CopyTo(into);
}

/// <summary>Texts that were computed once for all rows.</summary>
sealed class TextArray(int[] codes, TextPool pool) : TextColumn
{
    public override TextPool Pool => pool;

    public override int Count => codes.Length;

    public override int At(int row) => codes[row];

    public override void Read(int start, Span<int> into) => codes.AsSpan(start, into.Length).CopyTo(into);
}

/// <summary>Values of any kind, of which there are few; each row has the number of its own.</summary>
sealed class ValueArray(int[] codes, Value[] values) : Column, IValueColumn
{
    public override PropertyType Type => PropertyType.Text;

    public override int Count => codes.Length;

    public ReadOnlySpan<int> Codes => codes;

    public Value[] Values => values;

    public override bool IsBlank(int row) => ValueAt(row).IsBlank;

    public override Cell this[int row] => Storing.ToCell(ValueAt(row), PropertyType.Text, out _);

    public Value ValueAt(int row) => values[codes[row]];
}

/// <summary>Reads columns as a whole.</summary>
static class Whole
{
    /// <summary>Rows that are computed at a time: they and what they are made of stay in the nearest cache.</summary>
    public const int Block = 2048;

    /// <summary>Rows that one core takes at a time.</summary>
    const int Part = 64 * 1024;

    public static double[] Numbers(NumberColumn column) =>
        column is NumberArray array ? array.Values : All<double>(column.Count, column.Read);

    public static long[] Flags(FlagColumn column) => All<long>(column.Count, column.Read);

    public static long[] Dates(DateColumn column) => All<long>(column.Count, column.Read);

    /// <summary>All rows, a block at a time; large columns by all cores. Each row is computed by itself, so the order does not show.</summary>
    static T[] All<T>(int count, Fill<T> fill)
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        var parts = (count + Part - 1) / Part;
        if (parts > 1)
            Parallel.For(0, parts, part => FillPart(values, fill, part * Part, Math.Min(count, (part + 1) * Part)));
        else
            FillPart(values, fill, 0, count);
        return values;
    }

    static void FillPart<T>(T[] values, Fill<T> fill, int from, int to)
    {
        for (; from < to; from += Block)
            fill(from, values.AsSpan(from, Math.Min(Block, to - from)));
    }

    public static int[] Codes(TextColumn column)
    {
        var codes = GC.AllocateUninitializedArray<int>(column.Count);
        column.Read(0, codes);
        return codes;
    }

    /// <summary>The column with its values at hand, so that reading it again costs nothing.</summary>
    public static Column Of(Column column) => column switch
    {
        ComputedNumbers numbers => new NumberArray(Numbers(numbers)),
        ComputedFlags flags => new FlagArray(Flags(flags)),
        ComputedDates dates => new DateArray(Dates(dates)),
        _ => column,
    };
}
