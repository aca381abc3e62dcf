using Espalier.Server.Http;
using Espalier.Server.Jobs;
using Espalier.Server.Jobs.Listing;

namespace Espalier.Server.Events;

/// <summary>A dataset has changed.</summary>
/// <param name="Version">The transaction.</param>
/// <param name="By">Who made it, and the next two: only for those who may see all of the dataset's history, or made it.</param>
/// <param name="Definition">Whether the definition has changed.</param>
public sealed record DatasetMessage(string DatasetId, string Version, string? By, string? Channel, DatasetCounts? Counts, bool? Definition);

/// <summary>How many items were changed.</summary>
public sealed record DatasetCounts(long Created, long Updated, long Deleted);

/// <summary>A job has moved.</summary>
/// <param name="State"><c>created</c>, <c>running</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
public sealed record JobMessage(
    string JobId, string Kind, string State, bool? Cancelling, JobProgress? Progress, string? DatasetId, bool? DryRun, string CreatedBy)
{
    public static JobMessage Of(JobMoved job) => new(
        Ids.Print(job.JobId), job.Kind, JobView.StateOf(job.Status, job.IsCancelled), JobView.IsCancelling(job.Status, job.IsCancelled), job.Progress,
        job.DatasetId is { } id ? Ids.Print(id) : null, job.DryRun ? true : null, job.CreatedBy);
}

/// <summary>A draft has changed.</summary>
/// <param name="Kind"><c>changed</c> (what is in it), <c>renamed</c>, <c>applied</c> or <c>deleted</c>.</param>
/// <param name="Revision">Grows with each change of what is in it.</param>
public sealed record DraftMessage(string DraftId, string DatasetId, string Kind, string By, long Revision);

/// <summary>Something that lists show has changed.</summary>
/// <param name="Kind"><c>datasets</c>, <c>rights</c>, <c>palettes</c>, <c>users</c> or <c>tenant</c>.</param>
public sealed record MetaMessage(string Kind, string? DatasetId);

/// <summary>The first message of a stream.</summary>
public sealed record HelloMessage(string At);
