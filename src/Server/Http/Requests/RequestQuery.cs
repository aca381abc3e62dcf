using System.Globalization;

namespace Espalier.Server.Http.Requests;

/// <summary>
/// Reads query parameters and notes what is wrong with them. Parameters nobody asks for are ignored; a parameter
/// that is asked for once and stands there twice is a problem.
/// </summary>
public sealed class RequestQuery(IQueryCollection query, Problems problems)
{
    public RequestQuery(HttpContext context, Problems problems) : this(context.Request.Query, problems)
    {
    }

    public bool Has(string name) => query.ContainsKey(name);

    /// <summary>All values of a parameter that may be repeated, in their order; none when it is absent.</summary>
    public IReadOnlyList<string> Many(string name) => [.. query[name].Select(value => value ?? "")];

    /// <returns>Null when the parameter is absent.</returns>
    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
            Problem(name, Errors.FieldMustNotBeMultivalued);
        return values.Count == 0 ? null : values[0] ?? "";
    }

    /// <summary>True or false in any letter case.</summary>
    public bool Bool(string name, bool otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var value))
            return value;

        Problem(name, Errors.FieldHasWrongType("true or false"));
        return otherwise;
    }

    /// <summary>One of some words, as they are written.</summary>
    public string OneOf(string name, IReadOnlyList<string> allowed, string otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (allowed.Contains(text, StringComparer.Ordinal))
            return text;

        Problem(name, Errors.FieldMustBeOneOf(allowed));
        return otherwise;
    }

    /// <summary>A whole number within limits.</summary>
    public long Integer(string name, long otherwise, long least, long most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;

        Problem(name, Errors.FieldHasWrongType(string.Create(CultureInfo.InvariantCulture,
            $"a whole number {(most == long.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}")));
        return otherwise;
    }

    /// <summary>Notes a problem with this parameter.</summary>
    public void Problem(string name, ApiError error) => problems.Add(error with { QueryParameter = name });
}
