using System.Globalization;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Functions.OnDates;

/// <summary>Arithmetic with dates on the calendar, in UTC.</summary>
static class DateMath
{
    public static DateTime Of(long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);

    public static double Of(DateTime time) => (time - DateTime.UnixEpoch).TotalMilliseconds;

    /// <summary>One letter for a unit: d, w, m, q or y.</summary>
    public static char Unit(string unit) => unit.ToLowerInvariant() switch
    {
        "d" or "day" or "days" => 'd',
        "w" or "week" or "weeks" => 'w',
        "m" or "month" or "months" => 'm',
        "q" or "quarter" or "quarters" => 'q',
        "y" or "year" or "years" => 'y',
        _ => throw new CellTrouble($"There is no unit `{unit}`"),
    };

    /// <summary>The time from the second date to the first.</summary>
    public static double Diff(long later, long earlier, char unit)
    {
        if (later < earlier)
            return -Diff(earlier, later, unit);
        return unit switch
        {
            'd' => (later - earlier) / (double)Dates.Day,
            'w' => (later - earlier) / (double)Dates.Day / 7,
            'm' => Months(later, earlier),
            'q' => Months(later, earlier) / 3,
            _ => Months(later, earlier) / 12,
        };
    }

    /// <summary>Whole months on the calendar, and what is left as a part of the next one.</summary>
    static double Months(long later, long earlier)
    {
        DateTime to = Of(later), from = Of(earlier);
        var whole = (to.Year - from.Year) * 12 + to.Month - from.Month;
        if (from.AddMonths(whole) > to)
            whole--;
        var anchor = from.AddMonths(whole);
        if (anchor == to)
            return whole;
        var days = anchor is { Year: 9999, Month: 12 } ? 31 : (from.AddMonths(whole + 1) - anchor).TotalDays;
        return whole + (to - anchor).TotalDays / days;
    }

    /// <summary>A date some units later; NaN beyond the calendar. Months stay within the month they reach.</summary>
    public static double Add(long milliseconds, double count, char unit)
    {
        if (unit is 'd' or 'w')
            return milliseconds + count * (unit == 'd' ? 1 : 7) * Dates.Day;
        var months = Math.Truncate(Math.Truncate(count) * (unit switch { 'm' => 1, 'q' => 3, _ => 12 }));
        if (!(Math.Abs(months) < 120_000))
            return double.NaN;
        var time = Of(milliseconds);
        var month = time.Year * 12L + time.Month - 1 + (long)months;
        return month is < 12 or >= 120_000 ? double.NaN : Of(time.AddMonths((int)months));
    }

    public static double Part(string part, long milliseconds, DayOfWeekBase week = default)
    {
        var time = Of(milliseconds);
        return part switch
        {
            "year" => time.Year,
            "quarter" => (time.Month + 2) / 3,
            "month" => time.Month,
            "dayOfMonth" => time.Day,
            "dayOfYear" => time.DayOfYear,
            "dayOfWeek" => week switch { DayOfWeekBase.SundayIsZero => (int)time.DayOfWeek, DayOfWeekBase.SundayIsOne => (int)time.DayOfWeek + 1, _ => ((int)time.DayOfWeek + 6) % 7 + 1 },
            "weekOfYear" => ISOWeek.GetWeekOfYear(time),
            "hour" => time.Hour,
            "minute" => time.Minute,
            _ => time.Second,
        };
    }
}
