using System.Text.Json.Serialization;

namespace Espalier.Server.Http;

/// <summary>
/// One problem as the API tells it: a code, its name, a sentence, and at most one locator that says where.
/// Jobs keep the same objects in their tickets. The HTTP status is the code's first three digits.
/// </summary>
public sealed record ApiError(string Code, string Name, string Message)
{
    /// <summary>The offending path parameter with its braces, e.g. <c>{datasetId}</c>.</summary>
    public string? PathParameter { get; init; }

    /// <summary>The name of the offending query parameter.</summary>
    public string? QueryParameter { get; init; }

    /// <summary>A JSONPath into the request body, e.g. <c>$[12].salary</c>.</summary>
    public string? JsonBody { get; init; }

    /// <summary>The resource that was not found or not accessible, e.g. <c>MY_TENANT/datasets/99020AB5-…</c>.</summary>
    public string? ResourcePath { get; init; }

    /// <summary>The content type of what a caller's own location answered, when it failed.</summary>
    public string? ErrorContentType { get; init; }

    /// <summary>The body, as text, of what a caller's own location answered, when it failed.</summary>
    public string? ErrorContent { get; init; }

    [JsonIgnore]
    public int Status => int.Parse(Code.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The body of every answer that is not a success.</summary>
public sealed record ErrorBody(IReadOnlyList<ApiError> Errors);
