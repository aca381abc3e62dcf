using System.Globalization;

namespace Espalier.Server.Http.Requests;

/// <summary>Reads points in time: ISO 8601, in UTC unless it says otherwise.</summary>
public static class TimeReading
{
    static readonly ApiError Invalid = Errors.PropertyValueInvalid("is not a time like 2030-01-31T12:00:00.000Z or a day like 2030-01-31");

    /// <param name="wholeDay">Whether a day alone means its end.</param>
    public static DateTimeOffset? Time(this JsonField field, bool wholeDay = false)
    {
        if (field.FilledText() is not { } text)
            return null;
        if (Parse(text, wholeDay) is { } at)
            return at;
        field.Problem(Invalid);
        return null;
    }

    /// <returns>Null when the parameter is absent, or wrong; then the problem has been noted.</returns>
    public static DateTimeOffset? Time(this RequestQuery query, string name)
    {
        if (query.Text(name) is not { } text)
            return null;
        if (Parse(text, wholeDay: false) is { } at)
            return at;
        query.Problem(name, Invalid);
        return null;
    }

    static DateTimeOffset? Parse(string text, bool wholeDay)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day == DateOnly.MaxValue ? null : new DateTimeOffset((wholeDay ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        // Others than ISO 8601 are read in ways that nobody meant.
        return text.Length >= 16 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at.ToUnixTimeMilliseconds() >= 0 ? at.ToUniversalTime() : null;
    }
}
