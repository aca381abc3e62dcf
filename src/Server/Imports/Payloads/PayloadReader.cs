using System.IO.Compression;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Imports.Payloads;

/// <summary>Finds out how a payload is packed and written, and opens the reader for it.</summary>
public static class PayloadReader
{
    /// <summary>
    /// Opens a payload. Gzip is known by its first bytes, whatever was said of it: no text begins so. Without a format the
    /// first character that is not blank decides: <c>[</c> is JSON, all else CSV.
    /// </summary>
    /// <param name="source">A file or memory. The reader disposes of it; when this throws, the caller does.</param>
    /// <exception cref="PayloadException">Not even its beginning can be read.</exception>
    public static async Task<IActionReader> OpenAsync(
        Stream source, PayloadFormat? format, DatasetDefinition definition, PayloadLimits limits, CancellationToken ct)
    {
        var raw = new PayloadStream(source, blocking: true);
        var text = raw;
        var start = await raw.PeekAsync(ct);
        if (start.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            text = new PayloadStream(new GZipStream(raw, CompressionMode.Decompress), blocking: true);
            start = await text.PeekAsync(ct);
        }
        text.ExpectText(limits.Bytes);
        var mark = start.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        text.Skip(mark);
        var known = format ?? Guess(start.Span[mark..]);
        return known == PayloadFormat.Json
            ? new JsonActions(text, raw, definition, limits)
            : new CsvActions(text, raw, known == PayloadFormat.Tsv, definition, limits);
    }

    /// <summary>The format that a content type names; null when it names none of them.</summary>
    public static PayloadFormat? FormatOf(string? contentType)
    {
        var mediaType = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return mediaType switch
        {
            "application/json" => PayloadFormat.Json,
            "text/csv" => PayloadFormat.Csv,
            "text/tab-separated-values" => PayloadFormat.Tsv,
            _ => null,
        };
    }

    static PayloadFormat Guess(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && start[0] == '[' ? PayloadFormat.Json : PayloadFormat.Csv;
    }
}
