using System.Buffers;
using System.Globalization;
using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Server.Exports.Writing;

/// <summary>Prints single values as bytes.</summary>
static class Print
{
    /// <summary>The most bytes that a number takes.</summary>
    const int LongestNumber = 32;

    /// <summary>Below this, a double holds every whole number, and .NET too prints them without an exponent.</summary>
    const double MostPlain = 1e15;

    /// <summary>Four decimals of a number below this make a whole number of at most 15 digits.</summary>
    const double MostDecimals = 1e11;

    static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    /// <summary>The shortest form that reads back as the same number, as <see cref="double.ToString()"/> has it.</summary>
    public static void Number(double value, ByteBuffer into)
    {
        var room = into.Room(LongestNumber);
        if (value is >= 0 and < 10 && (int)value == value)
        {
            room[0] = (byte)('0' + (int)value);
            into.Advance(1);
        }
        else if (Math.Abs(value) < MostPlain && (long)value == value)
        {
            ((long)value).TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
            into.Advance(written);
        }
        else if (Math.Abs(value) < MostDecimals && Decimals(value, room) is var length and > 0)
            into.Advance(length);
        else
        {
            value.TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
            into.Advance(written);
        }
    }

    public static void Date(long milliseconds, ByteBuffer into) => into.Advance(Dates.Print(milliseconds, into.Room(Dates.PrintedLength)));

    /// <summary>A date with its time of day, also at midnight.</summary>
    public static void Instant(long milliseconds, ByteBuffer into)
    {
        var room = into.Room(Dates.PrintedLength);
        if (Dates.Print(milliseconds, room) < Dates.PrintedLength)
            "T00:00:00.000Z"u8.CopyTo(room[10..]);
        into.Advance(Dates.PrintedLength);
    }

    public static void Flag(bool value, ByteBuffer into) => into.Write(value ? "true"u8 : "false"u8);

    /// <summary>A JSON text with its quotes. Only what must be escaped is.</summary>
    public static void JsonText(ReadOnlySpan<byte> text, ByteBuffer into)
    {
        into.Write((byte)'"');
        for (var special = text.IndexOfAny(Escaped); special >= 0; special = text.IndexOfAny(Escaped))
        {
            into.Write(text[..special]);
            Escape(text[special], into);
            text = text[(special + 1)..];
        }
        into.Write(text);
        into.Write((byte)'"');
    }

    public static void JsonText(string text, ByteBuffer into) => JsonText(Encoding.UTF8.GetBytes(text), into);

    /// <summary>One cell that is not blank, as JSON. Not for loops over columns.</summary>
    public static void JsonCell(Column column, int at, ByteBuffer into)
    {
        switch (column)
        {
            case NumberColumn numbers:
                Number(numbers.At(at), into);
                break;
            case TextColumn texts:
                JsonText(texts.Utf8(at), into);
                break;
            case DateColumn dates:
                into.Write((byte)'"');
                Date(dates.At(at), into);
                into.Write((byte)'"');
                break;
            case FlagColumn flags:
                Flag(flags.At(at) != 0, into);
                break;
        }
    }

    /// <summary>A cell that is not blank, as JSON.</summary>
    public static void JsonCell(Cell cell, ByteBuffer into)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                Number(cell.Number, into);
                break;
            case CellKind.Boolean:
                Flag(cell.Number != 0, into);
                break;
            default:
                JsonText(cell.ToString(), into);
                break;
        }
    }

    /// <summary>A CSV cell: in quotes when it holds a delimiter, a quote or the end of a line.</summary>
    public static void CsvText(ReadOnlySpan<byte> text, SearchValues<byte> special, ByteBuffer into)
    {
        if (text.IndexOfAny(special) < 0)
        {
            into.Write(text);
            return;
        }
        into.Write((byte)'"');
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            into.Write(text[..(quote + 1)]);
            into.Write((byte)'"');
            text = text[(quote + 1)..];
        }
        into.Write(text);
        into.Write((byte)'"');
    }

    /// <summary>
    /// A number of at most four decimals; else 0. Numbers of up to 15 digits are all distinct as doubles, so what divides
    /// back to the value is its one shortest form.
    /// </summary>
    static int Decimals(double value, Span<byte> room)
    {
        var scaled = Math.Round(value * 10_000);
        if (scaled / 10_000 != value)
            return 0;
        var whole = (long)scaled;
        var length = 0;
        if (whole < 0)
        {
            room[length++] = (byte)'-';
            whole = -whole;
        }
        (whole, var rest) = Math.DivRem(whole, 10_000);
        whole.TryFormat(room[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        room[length++] = (byte)'.';
        for (var unit = 1000; rest > 0; unit /= 10)
        {
            room[length++] = (byte)('0' + rest / unit);
            rest %= unit;
        }
        return length;
    }

    static void Escape(byte special, ByteBuffer into)
    {
        into.Write((byte)'\\');
        switch (special)
        {
            case (byte)'"' or (byte)'\\':
                into.Write(special);
                break;
            case (byte)'\n':
                into.Write((byte)'n');
                break;
            case (byte)'\r':
                into.Write((byte)'r');
                break;
            case (byte)'\t':
                into.Write((byte)'t');
                break;
            default:
                into.Write("u00"u8);
                into.Write((byte)('0' + (special >> 4)));
                into.Write((byte)"0123456789abcdef"[special & 0xF]);
                break;
        }
    }
}
