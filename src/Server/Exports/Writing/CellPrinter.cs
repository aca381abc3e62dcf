using System.Buffers;
using System.Text;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Server.Exports.Writing;

/// <summary>
/// Prints the cells of one column, after a run of rows was loaded. A cell whose text did not survive a change of the
/// property's type prints that text.
/// </summary>
abstract class CellPrinter(Column column)
{
    int[]? _rows;
    int _first;

    public static CellPrinter For(NodeColumn column, int capacity) => column.Column switch
    {
        NumberColumn numbers => new NumberPrinter(numbers, capacity),
        TextColumn texts => new TextPrinter(texts, capacity),
        DateColumn dates => new DatePrinter(dates, column.ShowsTime, capacity),
        FlagColumn flags => new FlagPrinter(flags, capacity),
        IdColumn ids => new IdPrinter(ids, capacity),
        var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
    };

    /// <summary>Loads rows that follow one another.</summary>
    /// <param name="count">At most the capacity.</param>
    public void Load(int first, int count)
    {
        (_first, _rows) = (first, null);
        Read(first, count);
    }

    /// <summary>Loads any rows, at most as many as the capacity.</summary>
    public void Load(ReadOnlySpan<int> rows)
    {
        if (column.Raw is not null)
            _rows = rows.ToArray();
        Read(rows);
    }

    /// <summary>Prints the cell as JSON; false, and nothing, when it is blank.</summary>
    public bool Json(int at, ByteBuffer into)
    {
        if (TryJson(at, into))
            return true;
        if (RawAt(at) is not { } raw)
            return false;
        Print.JsonText(raw, into);
        return true;
    }

    /// <summary>Prints the cell as CSV; nothing when it is blank.</summary>
    public void Csv(int at, SearchValues<byte> special, ByteBuffer into)
    {
        if (!TryCsv(at, special, into) && RawAt(at) is { } raw)
            Print.CsvText(Encoding.UTF8.GetBytes(raw), special, into);
    }

    protected abstract void Read(int first, int count);

    protected abstract void Read(ReadOnlySpan<int> rows);

    protected abstract bool TryJson(int at, ByteBuffer into);

    protected abstract bool TryCsv(int at, SearchValues<byte> special, ByteBuffer into);

    string? RawAt(int at) => column.Raw?[_rows is null ? _first + at : _rows[at]];
}

/// <summary>Numbers look the same everywhere.</summary>
sealed class NumberPrinter(NumberColumn column, int capacity) : CellPrinter(column)
{
    readonly double[] _values = new double[capacity];

    protected override void Read(int first, int count) => column.Read(first, _values.AsSpan(0, count));

    protected override void Read(ReadOnlySpan<int> rows) => column.Read(rows, _values.AsSpan(0, rows.Length));

    protected override bool TryJson(int at, ByteBuffer into)
    {
        var value = _values[at];
        if (double.IsNaN(value))
            return false;
        Print.Number(value, into);
        return true;
    }

    protected override bool TryCsv(int at, SearchValues<byte> special, ByteBuffer into) => TryJson(at, into);
}

/// <summary>Texts are copied from their pool.</summary>
sealed class TextPrinter(TextColumn column, int capacity) : CellPrinter(column)
{
    readonly int[] _codes = new int[capacity];
    readonly TextPool _pool = column.Pool;
    TextMarks? _marks;

    protected override void Read(int first, int count) => column.Read(first, _codes.AsSpan(0, count));

    protected override void Read(ReadOnlySpan<int> rows) => column.Read(rows, _codes.AsSpan(0, rows.Length));

    protected override bool TryJson(int at, ByteBuffer into)
    {
        if (_codes[at] == 0)
            return false;
        Print.JsonText(_pool[_codes[at]], into);
        return true;
    }

    protected override bool TryCsv(int at, SearchValues<byte> special, ByteBuffer into)
    {
        var code = _codes[at];
        if (code == 0)
            return true;
        // Few texts, and those that came while this was being written, are looked at one by one.
        _marks ??= _codes.Length < RowBlock.Rows ? TextMarks.None : _pool.Separators;
        if (code > _marks.Count || _marks[code])
            Print.CsvText(_pool[code], special, into);
        else
            into.Write(_pool[code]);
        return true;
    }
}

/// <summary>Dates and booleans.</summary>
abstract class WholePrinter(WholeColumn column, int capacity) : CellPrinter(column)
{
    readonly long[] _values = new long[capacity];

    protected sealed override void Read(int first, int count) => column.Read(first, _values.AsSpan(0, count));

    protected sealed override void Read(ReadOnlySpan<int> rows) => column.Read(rows, _values.AsSpan(0, rows.Length));

    protected sealed override bool TryJson(int at, ByteBuffer into)
    {
        if (_values[at] == Chunk.Blank)
            return false;
        Json(_values[at], into);
        return true;
    }

    protected sealed override bool TryCsv(int at, SearchValues<byte> special, ByteBuffer into)
    {
        if (_values[at] == Chunk.Blank)
            return false;
        Csv(_values[at], into);
        return true;
    }

    protected abstract void Json(long value, ByteBuffer into);

    protected abstract void Csv(long value, ByteBuffer into);
}

/// <summary>Dates are texts in JSON.</summary>
sealed class DatePrinter(DateColumn column, bool showsTime, int capacity) : WholePrinter(column, capacity)
{
    protected override void Json(long value, ByteBuffer into)
    {
        into.Write((byte)'"');
        Csv(value, into);
        into.Write((byte)'"');
    }

    protected override void Csv(long value, ByteBuffer into)
    {
        if (showsTime)
            Print.Instant(value, into);
        else
            Print.Date(value, into);
    }
}

/// <summary>Booleans look the same everywhere.</summary>
sealed class FlagPrinter(FlagColumn column, int capacity) : WholePrinter(column, capacity)
{
    protected override void Json(long value, ByteBuffer into) => Print.Flag(value != 0, into);

    protected override void Csv(long value, ByteBuffer into) => Print.Flag(value != 0, into);
}

/// <summary>Internal ids are never blank and never need quotes in CSV.</summary>
sealed class IdPrinter(IdColumn column, int capacity) : CellPrinter(column)
{
    readonly int[] _rows = new int[capacity];

    protected override void Read(int first, int count)
    {
        for (var i = 0; i < count; i++)
            _rows[i] = first + i;
    }

    protected override void Read(ReadOnlySpan<int> rows) => rows.CopyTo(_rows);

    protected override bool TryJson(int at, ByteBuffer into)
    {
        into.Write((byte)'"');
        PrintId(at, into);
        into.Write((byte)'"');
        return true;
    }

    protected override bool TryCsv(int at, SearchValues<byte> special, ByteBuffer into)
    {
        PrintId(at, into);
        return true;
    }

    void PrintId(int at, ByteBuffer into)
    {
        column.Print(_rows[at], into.Room(IdColumn.Length));
        into.Advance(IdColumn.Length);
    }
}
