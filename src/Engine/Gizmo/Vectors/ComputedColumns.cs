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
    /// <summary>Flags that were computed once for all rows.</summary>
    public ComputedFlags(long[] values) : this(values.Length, Whole.Copy(values)) => IsWhole = true;

    /// <summary>Whether reading it costs no more than copying.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether all are 0 or 1, none blank.</summary>
    public bool IsTest { get; init; }

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
    /// <summary>Dates that were computed once for all rows.</summary>
    public ComputedDates(long[] values) : this(values.Length, Whole.Copy(values)) => IsWhole = true;

    /// <summary>Whether reading it costs no more than copying.</summary>
    public bool IsWhole { get; }

    public override int Count => count;

    public override long At(int row)
    {
        Span<long> one = stackalloc long[1];
        fill(row, one);
        return one[0];
    }

    public override void Read(int start, Span<long> into) => fill(start, into);
}

/// <summary>Texts computed a block at a time as they are read.</summary>
sealed class ComputedTexts(int count, TextPool pool, Fill<int> fill, int empty = 0) : TextColumn
{
    /// <summary>Texts that were computed once for all rows.</summary>
    public ComputedTexts(int[] codes, TextPool pool, int empty = 0) : this(codes.Length, pool, Whole.Copy(codes), empty) => IsWhole = true;

    /// <summary>The code of the empty text; 0 when no cell holds it.</summary>
    public int Empty => empty;

    /// <summary>Whether reading it costs no more than copying.</summary>
    public bool IsWhole { get; }

    public override TextPool Pool => pool;

    public override int Count => count;

    public override int At(int row)
    {
        Span<int> one = stackalloc int[1];
        fill(row, one);
        return one[0];
    }

    public override void Read(int start, Span<int> into) => fill(start, into);
}

/// <summary>Numbers that were computed once for all rows.</summary>
sealed class NumberArray(double[] values) : NumberColumn
{
    public double[] Values => values;

    public override int Count => values.Length;

    public override double At(int row) => values[row];

    public override void Read(int start, Span<double> into) => values.AsSpan(start, into.Length).CopyTo(into);
}

/// <summary>Values of any kind, of which there are few; each row has the number of its own.</summary>
sealed class ValueArray(int[] codes, Value[] values) : Column, IValueColumn
{
    public override PropertyType Type => PropertyType.Text;

    public override int Count => codes.Length;

    public override bool IsBlank(int row) => ValueAt(row).IsBlank;

    public override Cell this[int row] => Storing.ToCell(ValueAt(row), PropertyType.Text, out _);

    public Value ValueAt(int row) => values[codes[row]];
}
