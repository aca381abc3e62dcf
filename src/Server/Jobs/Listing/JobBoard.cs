using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Http;

namespace Espalier.Server.Jobs.Listing;

/// <summary>The jobs of a tenant, for who made them and for admins: looking at them, and ending them early.</summary>
public sealed class JobBoard(IJobStore store, AuditLog audit, TimeProvider time, [FromKeyedServices(JobServices.JobsKey)] Work.JobSignal signal)
{
    /// <summary>The newest first.</summary>
    /// <param name="onlyOwn">Also for admins.</param>
    public Task<(long Total, IReadOnlyList<Job> Jobs)> ListAsync(
        Caller caller, bool onlyOwn, IReadOnlyList<string> states, long offset, int limit, CancellationToken ct) =>
        store.ListAsync(caller.TenantId, new(onlyOwn || caller.Role != Role.Admin ? caller.Email : null, states, offset, limit), ct);

    /// <exception cref="Refused">There is no such job that the caller may know of.</exception>
    public async Task<Job> FindAsync(Caller caller, Guid jobId, CancellationToken ct) =>
        await store.FindAsync(caller.TenantId, jobId, ct) is { } job && JobView.MaySee(caller, job.CreatedBy)
            ? job
            : throw new Refused(Errors.JobNotFound);

    /// <summary>Asks for a job's end. One that has its result already goes on to its end: it may have changed something.</summary>
    public async Task<Job> CancelAsync(Caller caller, Guid jobId, CancellationToken ct)
    {
        var job = await FindAsync(caller, jobId, ct);
        var cancelled = await store.CancelAsync(caller.TenantId, jobId, time.GetUtcNow(), ct) ?? throw new Refused(Errors.JobHasEnded);
        signal.Wake();
        if (job.CancelledAt is null)
            await audit.WriteAsync(caller, AuditKinds.JobCancel, Ids.Print(jobId), job.DatasetId);
        return cancelled;
    }
}
