using System.IO.Compression;
using System.Text.Json;
using Espalier.Server.Files;
using Espalier.Server.Http;

namespace Espalier.Server.Jobs.Listing;

/// <summary>Reads the result of an import page by page, as long as it can be read at all. It is never held whole.</summary>
public sealed class ResultRows(TemporaryFiles files)
{
    public const string Failed = "failed";

    public static readonly IReadOnlyList<string> Statuses = ["success", "skipped", "implicitDelete", Failed];

    /// <param name="status">One of <see cref="Statuses"/>; null: all.</param>
    /// <param name="cause">The code of one of the row's errors; null: whatever it is.</param>
    /// <exception cref="Refused">The job has no result of rows, or it is gone.</exception>
    public async Task<ResultPage> ReadAsync(Job job, string? status, string? cause, long offset, int limit, CancellationToken ct)
    {
        if (job.Sealed is not { } result || !result.ContentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw new Refused(Errors.TemporaryFileEmpty);
        var counts = Statuses.ToDictionary(known => known, _ => 0L);
        var (total, row, items) = (0L, 0L, new List<ResultRow>());
        try
        {
            await using var content = files.OpenContent(result.Content.ContentId);
            await using var stream = result.Gzip ? new GZipStream(content, CompressionMode.Decompress) : content;
            await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, Json.Options, ct))
            {
                row++;
                if (StatusOf(line) is not { } of || !counts.TryGetValue(of, out var count))
                    throw new Refused(Errors.TemporaryFileEmpty);
                counts[of] = count + 1;
                if ((status is not null && status != of && !(status == "skipped" && of == Failed)) || (cause is not null && !Causes(line).Contains(cause)))
                    continue;
                if (total++ >= offset && items.Count < limit)
                    items.Add(new(row, line.Clone()));
            }
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            throw new Refused(Errors.TemporaryFileEmpty);
        }
        return new(total, offset, counts, items);
    }

    /// <summary>A line that was skipped because of errors has failed.</summary>
    static string? StatusOf(JsonElement line) =>
        line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("_status", out var status) ? null
        : line.TryGetProperty("_errors", out _) ? Failed : status.GetString();

    static IEnumerable<string?> Causes(JsonElement line) =>
        line.TryGetProperty("_errors", out var errors) ? errors.EnumerateArray().Select(error => error.GetProperty("code").GetString()) : [];
}

/// <summary>A part of an import's result.</summary>
/// <param name="Total">How many lines the query asks for.</param>
/// <param name="Counts">All lines by what became of them; <c>failed</c>: skipped with errors.</param>
public sealed record ResultPage(long Total, long Offset, IReadOnlyDictionary<string, long> Counts, IReadOnlyList<ResultRow> Items);

/// <summary>A line of the result.</summary>
/// <param name="Row">Counted from 1.</param>
public sealed record ResultRow(long Row, JsonElement Result);
