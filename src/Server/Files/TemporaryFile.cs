namespace Espalier.Server.Files;

/// <summary>A file that lives for minutes: what callers upload and what jobs give back. Its bytes are a content.</summary>
public sealed record TemporaryFile(string TenantId, Guid FileId, string TargetType, string TargetEncoding)
{
    /// <summary>Null until something is written.</summary>
    public string? ContentId { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Whether the stored bytes are gzip of what the content type says.</summary>
    public bool Gzip { get; init; }

    public long Size { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The end that both URLs carry.</summary>
    public DateTimeOffset UrlsExpireAt { get; init; }

    /// <summary>The end of reading: later than the URLs' when a job used the file.</summary>
    public DateTimeOffset ReadableUntil { get; init; }

    /// <summary>A job that has not ended needs the file.</summary>
    public bool Held { get; init; }
}

/// <summary>The two URLs of a temporary file; each is good for one thing, for whoever has it.</summary>
public sealed record TemporaryFileUrls(string Get, string Put);

/// <summary>The content types of temporary files and results.</summary>
public static class TargetTypes
{
    public static readonly IReadOnlyList<string> All = ["json", "csv", "tsv"];

    public static readonly IReadOnlyList<string> Encodings = ["gzip", "identity"];

    public static string ContentTypeOf(string targetType) => targetType switch
    {
        "csv" => "text/csv; charset=UTF-8",
        "tsv" => "text/tab-separated-values; charset=UTF-8",
        _ => Http.Json.ContentType,
    };

    public static string Of(string contentType) =>
        contentType.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) ? "csv"
        : contentType.StartsWith("text/tab-separated-values", StringComparison.OrdinalIgnoreCase) ? "tsv" : "json";
}
