using Espalier.Server.Files;
using Espalier.Server.Files.Contents;

namespace Espalier.Server.Jobs;

/// <summary>Keeps jobs, and lets each be claimed by one worker at a time.</summary>
public interface IJobStore
{
    /// <summary>Accepts a job: on disk when this returns. Its files and payload are held until it ends.</summary>
    Task AddAsync(Job job, CancellationToken ct);

    Task<Job?> FindAsync(string tenantId, Guid jobId, CancellationToken ct);

    /// <summary>
    /// Takes the next job that may run: of the tenant with the fewest running, the oldest, created or with a lapsed
    /// lease. A writing job waits for the ones of its dataset that were accepted before it.
    /// </summary>
    /// <param name="onlyIdleTenants">Only of tenants that have nothing running.</param>
    Task<Job?> ClaimAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, bool onlyIdleTenants, CancellationToken ct);

    /// <returns>Whether the job is still the owner's.</returns>
    Task<bool> RenewAsync(Job job, string owner, DateTimeOffset leaseUntil, JobProgress? progress, CancellationToken ct);

    /// <summary>Pins what was read from the import location, so that a second run reads the same.</summary>
    Task PinAsync(Job job, string owner, StoredContent payload, string? contentType, CancellationToken ct);

    /// <summary>Records the result: from now on it is the job's, whatever happens to the worker.</summary>
    Task SealAsync(Job job, string owner, SealedResult result, CancellationToken ct);

    /// <summary>Gives a job back that was not done: another worker begins it again.</summary>
    Task GiveBackAsync(Job job, string owner, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Ends the job and, in the same transaction, puts its result where it belongs and lets go what was held.
    /// </summary>
    /// <returns>Whether the job was still the owner's, and contents that nothing needs any more.</returns>
    Task<(bool Ended, IReadOnlyList<string> Dropped)> EndAsync(Ending ending, string owner, CancellationToken ct);

    /// <summary>The newest first, and how many there are in all.</summary>
    Task<(long Total, IReadOnlyList<Job> Jobs)> ListAsync(string tenantId, JobQuery query, CancellationToken ct);

    /// <summary>Asks for the end of a job that has not ended; only the first time counts.</summary>
    /// <returns>The job as it is then; null when it has ended, or is not there.</returns>
    Task<Job?> CancelAsync(string tenantId, Guid jobId, DateTimeOffset at, CancellationToken ct);

    Task<bool> IsCancelledAsync(Job job, CancellationToken ct);

    /// <summary>Voids the leases of owners whose name begins so: a server's earlier process.</summary>
    Task<int> VoidLeasesAsync(string ownerPrefix, CancellationToken ct);

    /// <summary>Takes callbacks that are due, and puts them off to the given time, in case nothing is heard of them.</summary>
    Task<IReadOnlyList<(Job Job, int Tries)>> TakeCallbacksAsync(
        DateTimeOffset now, DateTimeOffset putOff, int count, CancellationToken ct);

    /// <summary>Notes how a callback went; with a time it is due again, without it is done with.</summary>
    Task NoteCallbackAsync(Job job, bool sent, DateTimeOffset? dueAt, CancellationToken ct);

    /// <summary>Forgets jobs that ended before the time and have nobody left to tell.</summary>
    Task<int> ForgetAsync(DateTimeOffset endedBefore, CancellationToken ct);
}

/// <summary>Which jobs are asked for.</summary>
/// <param name="CreatedBy">Null: everybody's.</param>
/// <param name="States">Of <see cref="Listing.JobView.States"/>; none: all.</param>
public sealed record JobQuery(string? CreatedBy, IReadOnlyList<string> States, long Offset, int Limit);

/// <summary>How a job ends.</summary>
/// <param name="Job">The job with its final status, errors, progress and result link.</param>
public sealed record Ending(Job Job, DateTimeOffset At, DateTimeOffset ReadableUntil)
{
    /// <summary>The temporary file that gets the result.</summary>
    public (Guid FileId, SealedResult Result)? Switch { get; init; }

    /// <summary>The temporary file that is made for the result.</summary>
    public TemporaryFile? NewFile { get; init; }
}

/// <summary>The job belongs to another worker by now: nothing more may be done in its name.</summary>
public sealed class LeaseLostException() : Exception("The job has been taken over by another worker.");
