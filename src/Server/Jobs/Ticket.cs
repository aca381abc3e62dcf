using System.Globalization;
using System.Text.Json.Serialization;
using Espalier.Server.Files;
using Espalier.Server.Http;

namespace Espalier.Server.Jobs;

/// <summary>What a caller sees of a job.</summary>
public sealed record Ticket(
    [property: JsonPropertyName("_links")] TicketLinks Links,
    string JobStatus,
    [property: JsonPropertyName("_createdAt")] string CreatedAt,
    [property: JsonPropertyName("_createdBy")] string CreatedBy,
    [property: JsonPropertyName("_modifiedAt")] string? ModifiedAt,
    [property: JsonPropertyName("X-Amzn-Trace-Id")] string TraceId,
    JobProgress? Progress,
    IReadOnlyList<ApiError>? Errors)
{
    /// <summary>True when the job only shows what it would change; else left out.</summary>
    public bool? DryRun { get; init; }

    public const string Path = "/api/canon/v1/jobTickets";

    /// <summary>The ticket of a job as it stands; its own URL is the same each time.</summary>
    public static Ticket Of(Job job, UrlTokens tokens)
    {
        var token = tokens.Print(new UrlToken(UrlPurpose.ReadTicket, job.TenantId, job.JobId, null));
        return new Ticket(
            new TicketLinks(new ResultLink($"{job.BaseUrl}{Path}?token={token}", Json.ContentType, "jobTicket"), job.Result),
            Print(job.Status),
            Print(job.CreatedAt),
            job.CreatedBy,
            job.ModifiedAt is { } modified ? Print(modified) : null,
            job.TraceId,
            job.Status == Jobs.JobStatus.Created ? null : job.Progress ?? new JobProgress(0, 0, 0),
            job.Errors.Count > 0 ? job.Errors : null)
        {
            DryRun = job.DryRun ? true : null,
        };
    }

    public static string Print(JobStatus status) => status switch
    {
        Jobs.JobStatus.Created => "created",
        Jobs.JobStatus.Running => "running",
        Jobs.JobStatus.Completed => "completed",
        _ => "failed",
    };

    static string Print(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A ticket's links: itself, and the result once there is one.</summary>
public sealed record TicketLinks(ResultLink Self, ResultLink? Result);
