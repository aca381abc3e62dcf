using System.Text.Json;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Locations;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Jobs.Work;

/// <summary>Brings a job's result, or its errors, to where the caller looks for it.</summary>
sealed class JobFinisher(TemporaryFiles files, LocationClient locations, IOptions<TemporaryFileOptions> options, TimeProvider time)
{
    const int MaxTicketErrors = 1000;

    public async Task<Ending> CompleteAsync(JobRun run, CancellationToken ct)
    {
        var job = run.Job;
        if (run.Sealed is not { } result)
            return End(run, JobStatus.Completed);
        if (job.ResultUrl is not null && job.ResultTargetId is null && await UploadAsync(job, result, ct) is { } error)
            return End(run, JobStatus.Failed) with { Job = Ended(run, JobStatus.Failed) with { Errors = [Explain(job, error)] } };
        return await DeliverAsync(End(run, JobStatus.Completed), result, ct);
    }

    /// <summary>The job failed: the ticket tells why, and where the result would be there is <c>{"errors": […]}</c>.</summary>
    public async Task<Ending> FailAsync(JobRun run, IReadOnlyList<ApiError> errors, CancellationToken ct)
    {
        var job = run.Job;
        await using var writer = new ResultWriter(files.BeginContent(), Json.ContentType, gzip: false);
        await JsonSerializer.SerializeAsync(writer.Stream, new ErrorBody(errors), Json.Options, ct);
        var result = await writer.CompleteAsync(ct);

        var ending = End(run, JobStatus.Failed) with { Job = Ended(run, JobStatus.Failed) with { Errors = Shorten(errors) } };
        if (job.ResultUrl is null || job.ResultTargetId is not null)
            return await DeliverAsync(ending, result, ct);

        var arrived = await UploadAsync(job, result, ct) is null;
        files.DropContent(result.Content.ContentId);
        return arrived ? await DeliverAsync(ending, result, ct) : ending;
    }

    /// <summary>The last way out: a ticket that says no more than that it failed.</summary>
    public Ending GiveUp(JobRun run) =>
        End(run, JobStatus.Failed) with { Job = Ended(run, JobStatus.Failed) with { Errors = [Errors.InternalServerError] } };

    async Task<Ending> DeliverAsync(Ending ending, SealedResult result, CancellationToken ct)
    {
        var job = ending.Job;
        if (job.ResultUrl is not null)
            return ending with
            {
                Job = job with { Result = new ResultLink(WithoutQuery(job.ResultUrl), result.ContentType, "uploadLink") },
                Switch = job.ResultTargetId is { } target ? (target, result) : null,
            };
        if (job.ImportFileId is { } importFile && !job.DryRun && await files.FindAsync(job.TenantId, importFile, ct) is { } payload)
            return ending with { Job = job with { Result = Download(payload) }, Switch = (importFile, result) };

        var file = files.New(job.TenantId, result.ContentType) with
        {
            ContentId = result.Content.ContentId,
            Size = result.Content.Size,
            Gzip = result.Gzip,
        };
        return ending with { Job = job with { Result = Download(file) }, NewFile = file };

        ResultLink Download(TemporaryFile file) => new(files.UrlsOf(file, job.BaseUrl).Get, result.ContentType, "downloadLink");
    }

    async Task<ApiError?> UploadAsync(Job job, SealedResult result, CancellationToken ct)
    {
        if (files.TryReadOwnUrl(job.ResultUrl!, out _))
            return Errors.ResultLocationFailed with
            {
                Message = $"{Errors.ResultLocationFailed.Message} It is a temporary file whose put URL has expired.",
            };
        return await locations.UploadAsync(
            job.ResultUrl!,
            new Upload(() => files.OpenContent(result.Content.ContentId), result.Content.Size, result.ContentType, result.Gzip), ct);
    }

    Ending End(JobRun run, JobStatus status)
    {
        var now = time.GetUtcNow();
        return new Ending(Ended(run, status), now, now + options.Value.Life);
    }

    static Job Ended(JobRun run, JobStatus status) => run.Job with
    {
        Status = status,
        Progress = status == JobStatus.Completed
            ? (run.Reached ?? new JobProgress(0, 0, 0)) with { Percent = 100 }
            : run.Reached,
    };

    static ApiError Explain(Job job, ApiError error) =>
        job.Writes ? error with { Message = $"{error.Message} The data change itself is committed." } : error;

    static IReadOnlyList<ApiError> Shorten(IReadOnlyList<ApiError> errors) => errors.Count <= MaxTicketErrors ? errors :
    [
        .. errors.Take(MaxTicketErrors),
        Errors.MoreErrors(errors.Count - MaxTicketErrors),
    ];

    static string WithoutQuery(string url) => url.IndexOfAny(['?', '#']) is var end and >= 0 ? url[..end] : url;
}
