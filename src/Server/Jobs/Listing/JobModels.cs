using Espalier.Server.Http;

namespace Espalier.Server.Jobs.Listing;

/// <summary>A part of the list of jobs, the newest first.</summary>
public sealed record JobPage(long Total, long Offset, IReadOnlyList<JobResource> Items);

/// <summary>A job.</summary>
/// <param name="State"><c>created</c>, <c>running</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Cancelling">True while it has been cancelled and has not ended.</param>
/// <param name="StartedAt">When it was begun first.</param>
/// <param name="Errors">How many its ticket has.</param>
/// <param name="Causes">The errors by their codes; like what follows only when one job is asked for.</param>
/// <param name="Result">Where the result is.</param>
/// <param name="ErrorList">The first 100 errors.</param>
public sealed record JobResource(
    string JobId, string Kind, string State, bool? Cancelling, string? DatasetId, bool? DryRun, string CreatedAt, string CreatedBy,
    string? StartedAt, string? EndedAt, JobProgress? Progress, string TraceId, int? Errors, IReadOnlyList<JobCause>? Causes,
    ResultLink? Result, IReadOnlyList<ApiError>? ErrorList)
{
    const int MostErrors = 100;

    public static JobResource Of(Job job) => new(
        Ids.Print(job.JobId), job.Kind, JobView.StateOf(job.Status, job.CancelledAt is not null),
        JobView.IsCancelling(job.Status, job.CancelledAt is not null), job.DatasetId is { } id ? Ids.Print(id) : null, job.DryRun ? true : null,
        Print(job.CreatedAt)!, job.CreatedBy, Print(job.StartedAt), Print(job.EndedAt), job.Progress, job.TraceId,
        job.Errors.Count == 0 ? null : job.Errors.Count, null, null, null);

    public static JobResource WithAll(Job job) => Of(job) with
    {
        Causes = job.Errors.Count == 0 ? null :
        [
            .. job.Errors.GroupBy(error => error.Code).OrderByDescending(group => group.Count())
                .Select(group => new JobCause(group.Key, group.First().Name, group.Count(), group.First().Message)),
        ],
        Result = job.Result,
        ErrorList = job.Errors.Count == 0 ? null : [.. job.Errors.Take(MostErrors)],
    };

    static string? Print(DateTimeOffset? at) => at is { } time ? Timestamps.Print(time.ToUnixTimeMilliseconds()) : null;
}

/// <summary>Why a job failed.</summary>
/// <param name="Count">How many errors have this code.</param>
/// <param name="Message">That of the first.</param>
public sealed record JobCause(string Code, string Name, int Count, string Message);
