using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Columns;

/// <summary>
/// The values of one property, row by row: what filters, writers and calculations read. A column may be stored, or
/// computed as it is read. Readers take runs of rows into buffers of their own.
/// </summary>
public abstract class Column
{
    public abstract PropertyType Type { get; }

    /// <summary>How many rows there are, deleted ones included.</summary>
    public abstract int Count { get; }

    /// <summary>Texts that a change of the property's type could not convert, by row; null when there are none.</summary>
    public virtual RawTexts? Raw => null;

    public abstract bool IsBlank(int row);

    /// <summary>One cell on its own. Not for loops.</summary>
    public abstract Cell this[int row] { get; }
}

/// <summary>Numbers. A blank reads as NaN; stored numbers are finite.</summary>
public abstract class NumberColumn : Column
{
    public sealed override PropertyType Type => PropertyType.Number;

    public abstract double At(int row);

    public virtual void Read(int start, Span<double> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }

    public virtual void Read(ReadOnlySpan<int> rows, Span<double> into)
    {
        for (var i = 0; i < rows.Length; i++)
            into[i] = At(rows[i]);
    }

    public sealed override bool IsBlank(int row) => double.IsNaN(At(row));

    public sealed override Cell this[int row] => At(row) is var value && double.IsNaN(value) ? Cell.Blank : Cell.Of(value);
}

/// <summary>Texts, as codes into a pool. A blank reads as code 0.</summary>
public abstract class TextColumn : Column
{
    public sealed override PropertyType Type => PropertyType.Text;

    public abstract TextPool Pool { get; }

    public abstract int At(int row);

    public virtual void Read(int start, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }

    public virtual void Read(ReadOnlySpan<int> rows, Span<int> into)
    {
        for (var i = 0; i < rows.Length; i++)
            into[i] = At(rows[i]);
    }

    public ReadOnlySpan<byte> Utf8(int row) => Pool[At(row)];

    public sealed override bool IsBlank(int row) => At(row) == 0;

    public sealed override Cell this[int row] => Cell.Of(System.Text.Encoding.UTF8.GetString(Utf8(row)));
}

/// <summary>Dates or booleans: whole numbers. A blank reads as <see cref="Chunk.Blank"/>.</summary>
public abstract class WholeColumn : Column
{
    public abstract long At(int row);

    public virtual void Read(int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }

    public virtual void Read(ReadOnlySpan<int> rows, Span<long> into)
    {
        for (var i = 0; i < rows.Length; i++)
            into[i] = At(rows[i]);
    }

    public sealed override bool IsBlank(int row) => At(row) == Chunk.Blank;

    public sealed override Cell this[int row] => At(row) is var value && value == Chunk.Blank ? Cell.Blank : CellOf(value);

    protected abstract Cell CellOf(long value);
}

/// <summary>Dates, as milliseconds since 1970-01-01 UTC.</summary>
public abstract class DateColumn : WholeColumn
{
    public sealed override PropertyType Type => PropertyType.Date;

    protected sealed override Cell CellOf(long value) => Cell.Date(value);
}

/// <summary>Booleans, as 0 and 1.</summary>
public abstract class FlagColumn : WholeColumn
{
    public sealed override PropertyType Type => PropertyType.Boolean;

    protected sealed override Cell CellOf(long value) => Cell.Of(value != 0);
}
