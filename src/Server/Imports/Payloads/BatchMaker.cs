using Espalier.Engine.Changes.Actions;

namespace Espalier.Server.Imports.Payloads;

/// <summary>Opens batches, and tells when one has enough, so that wide datasets and long cells stay within bounds.</summary>
sealed class BatchMaker(int properties, PayloadLimits limits)
{
    /// <summary>Cells of a batch for which arrays are rented, 9 bytes each.</summary>
    const int MostCells = 1024 * 1024;
    const int MostBytes = 8 * 1024 * 1024;

    readonly int _capacity = Math.Clamp(MostCells / (properties + 1), 16, Math.Max(16, limits.BatchActions));
    long _first;

    public ActionBatch Open() => new(properties, _first, _capacity);

    public static bool IsFull(ActionBatch batch) => batch.Count == batch.Capacity || batch.DataLength > MostBytes;

    /// <summary>The batch, or null when nothing came any more.</summary>
    public ActionBatch? Close(ActionBatch batch)
    {
        _first += batch.Count;
        if (batch.Count > 0)
            return batch;
        batch.Dispose();
        return null;
    }
}
