using Espalier.Server.Access;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Jobs.Work;

namespace Espalier.Server.Jobs;

/// <summary>Accepts jobs and shows their tickets.</summary>
public sealed class JobService(
    IJobStore store, TemporaryFiles files, UrlTokens tokens, TimeProvider time, [FromKeyedServices(JobServices.JobsKey)] JobSignal signal)
{
    /// <summary>Accepts a job whose locations have been checked. When this returns, it will be done, whatever happens.</summary>
    /// <returns>The body of the 202.</returns>
    public async Task<Ticket> AddAsync(Caller caller, NewJob asked, CancellationToken ct)
    {
        var job = new Job(caller.TenantId, Guid.NewGuid(), asked.Kind)
        {
            DatasetId = asked.DatasetId,
            Writes = asked.Writes,
            DryRun = asked.DryRun,
            Input = asked.Input,
            BaseUrl = asked.BaseUrl,
            TraceId = asked.TraceId,
            CreatedBy = caller.Email,
            CreatedAt = time.GetUtcNow(),
            ImportUrl = asked.ImportUrl,
            ImportFileId = await OwnFileAsync(caller, asked.ImportUrl, ct),
            ResultUrl = asked.ResultUrl,
            ResultTargetId = await OwnFileAsync(caller, asked.ResultUrl, ct),
            Callback = asked.Callback is null ? null : new JobCallback(asked.Callback, asked.CallbackValues),
        };
        await store.AddAsync(job, ct);
        signal.Wake();
        return Ticket.Of(job, tokens);
    }

    /// <exception cref="Refused">There is no such ticket (any more).</exception>
    public async Task<Ticket> FindAsync(string? token, CancellationToken ct) =>
        tokens.TryRead(token, out var read) && read.Purpose == UrlPurpose.ReadTicket
        && await store.FindAsync(read.TenantId, read.Id, ct) is { } job
            ? Ticket.Of(job, tokens)
            : throw new Refused(Errors.JobNotFound);

    // A file that has expired, or the other URL of one, is told by the job, as another location's refusal would be.
    async Task<Guid?> OwnFileAsync(Caller caller, string? url, CancellationToken ct)
    {
        if (url is null || !files.TryReadOwnUrl(url, out var token) || token.TenantId != caller.TenantId)
            return null;
        var file = await files.FindAsync(token.TenantId, token.Id, ct);
        var end = token.Purpose == UrlPurpose.ReadFile ? file?.ReadableUntil : token.ExpiresAt;
        return file is not null && (end >= time.GetUtcNow() || (file.Held && token.Purpose == UrlPurpose.ReadFile)) ? file.FileId : null;
    }
}
