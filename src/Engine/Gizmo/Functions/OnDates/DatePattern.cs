using System.Buffers;
using System.Globalization;
using System.Text;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Functions.OnDates;

/// <summary>Prints dates by patterns of Unicode's tokens: <c>d/MMM/yy</c>.</summary>
static class DatePattern
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    static readonly SearchValues<char> Letters = SearchValues.Create("MQdDyEHhmsaiw");

    /// <summary>Whether a text is the pattern of a date rather than the mask of a number.</summary>
    public static bool Is(string pattern) => pattern.AsSpan().IndexOfAny(Letters) >= 0 && pattern.AsSpan().IndexOfAny("0#") < 0;

    /// <summary>Whether dates can be shown by the pattern.</summary>
    public static bool IsValid(string pattern)
    {
        if (Known.TryGetValue(pattern, out var known))
            return known;
        if (Known.Count > 1000)
            Known.Clear();
        try
        {
            return Known[pattern] = Format(0, pattern).Length > 0;
        }
        catch (CellTrouble)
        {
            return Known[pattern] = false;
        }
    }

    public static string Format(long milliseconds, string pattern)
    {
        var time = DateMath.Of(milliseconds);
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var c = pattern[at];
            if (c == '\'')
                at = Literal(pattern, at, text);
            else if (!char.IsAsciiLetter(c))
            {
                text.Append(c);
                at++;
            }
            else
            {
                var end = at;
                while (end < pattern.Length && pattern[end] == c)
                    end++;
                var ordinal = c is 'M' or 'd' or 'Q' && end == at + 1 && end < pattern.Length && pattern[end] == 'o';
                text.Append(ordinal ? Ordinal((int)DateMath.Part(c switch { 'M' => "month", 'd' => "dayOfMonth", _ => "quarter" }, milliseconds)) : Token(time, c, end - at));
                at = ordinal ? end + 1 : end;
            }
        }
        return text.ToString();
    }

    static string Token(DateTime time, char token, int length) => (token, length) switch
    {
        ('M', 1 or 2) => Padded(time.Month, length),
        ('M', 3) => time.ToString("MMM", CultureInfo.InvariantCulture),
        ('M', 4) => time.ToString("MMMM", CultureInfo.InvariantCulture),
        ('d', 1 or 2) => Padded(time.Day, length),
        ('D', 1 or 3) => Padded(time.DayOfYear, length),
        ('y', 2) => Padded(time.Year % 100, 2),
        ('y', 1 or 4) => Padded(time.Year, length),
        ('H', 1 or 2) => Padded(time.Hour, length),
        ('h', 1 or 2) => Padded((time.Hour + 11) % 12 + 1, length),
        ('m', 1 or 2) => Padded(time.Minute, length),
        ('s', 1 or 2) => Padded(time.Second, length),
        ('Q', 1) => $"{(time.Month + 2) / 3}",
        ('Q', 3) => $"Q{(time.Month + 2) / 3}",
        ('E', 1 or 2 or 3) => time.ToString("ddd", CultureInfo.InvariantCulture),
        ('E', 4) => time.ToString("dddd", CultureInfo.InvariantCulture),
        ('i', 1) => $"{((int)time.DayOfWeek + 6) % 7 + 1}",
        ('a', 1) => time.Hour < 12 ? "AM" : "PM",
        ('w', 1 or 2) => Padded(ISOWeek.GetWeekOfYear(time), length),
        _ => throw new CellTrouble($"A date has no `{new string(token, Math.Min(length, 10))}`"),
    };

    static string Padded(int value, int length) => value.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    static string Ordinal(int value) => value + (value % 100 is >= 11 and <= 13 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    static int Literal(string pattern, int at, StringBuilder text)
    {
        if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
        {
            text.Append('\'');
            return at + 2;
        }
        for (at++; at < pattern.Length; at++)
        {
            if (pattern[at] != '\'')
                text.Append(pattern[at]);
            else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
                text.Append(pattern[at++]);
            else
                return at + 1;
        }
        return at;
    }
}
