using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Espalier.Engine.Columns;

/// <summary>The order of day and month in which dates are read.</summary>
public enum DateFormat : byte
{
    /// <summary><c>YYYY-MM-DD</c>, or a full ISO 8601 timestamp.</summary>
    Iso,

    /// <summary><c>DD/MM/YYYY</c>; day and month may lack their leading zero.</summary>
    DayFirst,

    /// <summary><c>MM/DD/YYYY</c>; day and month may lack their leading zero.</summary>
    MonthFirst,
}

/// <summary>
/// Dates as milliseconds since 1970-01-01 UTC. A value at midnight prints as a bare date, any other with its time.
/// </summary>
public static class Dates
{
    public const long Day = 86_400_000;

    /// <summary>The longest printed form, <c>YYYY-MM-DDTHH:mm:ss.sssZ</c>, in bytes.</summary>
    public const int PrintedLength = 24;

    static readonly string[] Timestamps =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HHK",
    ];

    /// <summary>Reads a date in the given format; blanks around it are ignored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, DateFormat format, out long milliseconds)
    {
        milliseconds = 0;
        text = Trim(text);
        if (format == DateFormat.Iso)
        {
            if (text.Length == 10 && text[4] == '-' && text[7] == '-'
                && Digits(text[..4], out var y) && Digits(text[5..7], out var m) && Digits(text[8..10], out var d))
                return TryDay(y, m, d, out milliseconds);
            return text.Length > 10 && TryTimestamp(text, out milliseconds);
        }

        var first = text.IndexOf((byte)'/');
        var last = text.LastIndexOf((byte)'/');
        if (first is < 1 or > 2 || last - first is < 2 or > 3 || text.Length - last != 5
            || !Digits(text[..first], out var a) || !Digits(text[(first + 1)..last], out var b)
            || !Digits(text[(last + 1)..], out var year))
            return false;
        return format == DateFormat.DayFirst
            ? TryDay(year, b, a, out milliseconds)
            : TryDay(year, a, b, out milliseconds);
    }

    /// <summary>Writes the printed form; returns its length: 10 or <see cref="PrintedLength"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Print(long milliseconds, Span<byte> into)
    {
        var time = DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        var (year, month, day) = time;
        Two(into, 0, year / 100);
        Two(into, 2, year % 100);
        into[4] = (byte)'-';
        Two(into, 5, month);
        into[7] = (byte)'-';
        Two(into, 8, day);
        if (time.TimeOfDay == TimeSpan.Zero)
            return 10;

        into[10] = (byte)'T';
        Two(into, 11, time.Hour);
        into[13] = (byte)':';
        Two(into, 14, time.Minute);
        into[16] = (byte)':';
        Two(into, 17, time.Second);
        into[19] = (byte)'.';
        into[20] = (byte)('0' + time.Millisecond / 100);
        Two(into, 21, time.Millisecond % 100);
        into[23] = (byte)'Z';
        return PrintedLength;
    }

    public static string Print(long milliseconds)
    {
        Span<byte> text = stackalloc byte[PrintedLength];
        return Encoding.ASCII.GetString(text[..Print(milliseconds, text)]);
    }

    /// <summary>An instant with its time of day always shown: <c>YYYY-MM-DDTHH:mm:ss.sssZ</c>.</summary>
    public static string PrintInstant(long milliseconds) =>
        DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    static bool TryTimestamp(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        if (text.Length > 40)
            return false;
        Span<char> chars = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
            chars[i] = (char)text[i];
        if (!DateTimeOffset.TryParseExact(chars, Timestamps, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        milliseconds = (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        if ((time.UtcTicks - DateTime.UnixEpoch.Ticks) % TimeSpan.TicksPerMillisecond < 0)
            milliseconds--;
        return true;
    }

    static bool TryDay(int year, int month, int day, out long milliseconds)
    {
        milliseconds = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        milliseconds = (DaysBefore(year, month) + day - 1) * Day;
        return true;
    }

    /// <summary>Days from 1970-01-01 to the first of the month (Hinnant's civil calendar arithmetic).</summary>
    static long DaysBefore(int year, int month)
    {
        if (month <= 2)
            year--;
        var era = year / 400;
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146097L + dayOfEra - 719468;
    }

    static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            var digit = b - '0';
            if ((uint)digit > 9)
                return false;
            value = value * 10 + digit;
        }
        return text.Length > 0;
    }

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);

    static void Two(Span<byte> into, int at, int value)
    {
        into[at] = (byte)('0' + value / 10);
        into[at + 1] = (byte)('0' + value % 10);
    }
}
