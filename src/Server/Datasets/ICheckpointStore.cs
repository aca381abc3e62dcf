using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets;

/// <summary>Snapshots that were written down so that opening a dataset need not read its whole log.</summary>
public interface ICheckpointStore
{
    /// <summary>
    /// The newest checkpoint that can be read, null when there is none. A damaged one is passed over: the log has it all.
    /// </summary>
    Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <summary>
    /// The newest checkpoint with a sequence number above <paramref name="after"/> and up to <paramref name="upTo"/> that can
    /// be read, null when there is none.
    /// </summary>
    Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, long after, long upTo, CancellationToken ct);

    /// <summary>Writes a checkpoint; the last two stay, and of the older ones those on the ladder.</summary>
    Task WriteAsync(string tenantId, Guid datasetId, Snapshot snapshot, CancellationToken ct);

    /// <summary>Deletes what crashes left behind, here and in the log; tells how many payloads.</summary>
    Task<int> SweepAsync(CancellationToken ct);
}
