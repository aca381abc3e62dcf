using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets;

/// <summary>Snapshots that were written down so that opening a dataset need not read its whole log.</summary>
public interface ICheckpointStore
{
    /// <summary>
    /// The newest checkpoint that can be read, null when there is none. A damaged one is passed over: the log has it all.
    /// </summary>
    Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <summary>Writes a checkpoint; the last two stay, older ones go.</summary>
    Task WriteAsync(string tenantId, Guid datasetId, Snapshot snapshot, CancellationToken ct);

    /// <summary>Deletes what crashes left behind, here and in the log; tells how many payloads.</summary>
    Task<int> SweepAsync(CancellationToken ct);
}
