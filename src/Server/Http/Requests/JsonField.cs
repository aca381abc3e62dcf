using System.Globalization;
using System.Text.Json;

namespace Espalier.Server.Http.Requests;

/// <summary>
/// A place in a JSON body. Reading what should be there gives null when it is something else, and notes the problem
/// with this place's path; so a body is read to its end and everything wrong is told at once.
/// </summary>
public sealed class JsonField(JsonElement element, string path, Problems problems)
{
    /// <summary>The value as it is.</summary>
    public JsonElement Element => element;

    /// <summary>Where this is, as a JSONPath: <c>$.a.b[0]['a key']</c>.</summary>
    public string Path => path;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Notes a problem with this place.</summary>
    public void Problem(ApiError error) => problems.Add(error with { JsonBody = path });

    /// <summary>The member of this object, null when it is absent or <c>null</c>.</summary>
    public JsonField? Optional(string name) => Member(name) is { IsNull: false } member ? member : null;

    /// <summary>The member of this object; absent or <c>null</c> is a problem.</summary>
    public JsonField? Required(string name)
    {
        var member = Optional(name);
        if (member is null && element.ValueKind == JsonValueKind.Object)
            problems.Add(Errors.FieldIsRequired with { JsonBody = path + Step(name) });
        return member;
    }

    /// <summary>The member of this object, also when it is <c>null</c>.</summary>
    public JsonField? Member(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? At(value, Step(name)) : null;

    /// <summary>All members of this object, in their order; none when it is no object.</summary>
    public IEnumerable<(string Name, JsonField Field)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in element.EnumerateObject())
            yield return (member.Name, At(member.Value, Step(member.Name)));
    }

    /// <summary>Notes each member that is none of these as a problem.</summary>
    public void RefuseOthers(params IReadOnlyList<string> known)
    {
        foreach (var (name, field) in Members())
            if (!known.Contains(name, StringComparer.Ordinal))
                field.Problem(Errors.FieldIsNotImplemented($"There is no such field here; there are: {string.Join(", ", known)}."));
    }

    public JsonField? Object() => Is(element.ValueKind == JsonValueKind.Object, "an object") ? this : null;

    public IReadOnlyList<JsonField>? Array() =>
        Is(element.ValueKind == JsonValueKind.Array, "an array")
            ? [.. element.EnumerateArray().Select((item, index) => At(item, string.Create(CultureInfo.InvariantCulture, $"[{index}]")))]
            : null;

    public string? Text() => Is(element.ValueKind == JsonValueKind.String, "a text") ? element.GetString() : null;

    /// <summary>A text with something in it that is not white space.</summary>
    public string? FilledText()
    {
        if (Text() is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text;

        Problem(Errors.FieldMustNotBeEmpty);
        return null;
    }

    /// <summary>One of some words, as they are written.</summary>
    public string? OneOf(params IReadOnlyList<string> allowed)
    {
        if (Text() is not { } text)
            return null;
        if (allowed.Contains(text, StringComparer.Ordinal))
            return text;

        Problem(Errors.FieldMustBeOneOf(allowed));
        return null;
    }

    public bool? Bool() =>
        Is(element.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false") ? element.GetBoolean() : null;

    public double? Number() =>
        Is(element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number), "a number")
            ? element.GetDouble()
            : null;

    public int? Integer() =>
        Is(element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out _), "a whole number") ? element.GetInt32() : null;

    bool Is(bool holds, string expected)
    {
        if (!holds)
            Problem(Errors.FieldHasWrongType(expected));
        return holds;
    }

    JsonField At(JsonElement value, string step) => new(value, path + step, problems);

    /// <summary>The step to a member in a JSONPath.</summary>
    public static string Step(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
            ? "." + name
            : $"['{name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}']";
}
