using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets;

/// <summary>How much log has come since the last checkpoint, and whether that is enough for a new one.</summary>
public sealed class CheckpointGauge
{
    const long LeastBytes = 4 * 1024 * 1024;
    const int LeastTransactions = 500;

    /// <summary>A large dataset takes longer to write than a few more transactions take to read.</summary>
    const int BytesPerTransaction = 64 * 1024;

    long _bytes;
    int _transactions;
    bool _told;

    /// <returns>Whether a checkpoint has just become due; told once until <see cref="Reset"/>.</returns>
    public bool Add(LoggedTransaction transaction, Snapshot before, Snapshot after)
    {
        // A load into an empty dataset reads as fast as a checkpoint of it would.
        if (before.RowCount > 0 || transaction.DeletedItems > 0)
            Interlocked.Add(ref _bytes, transaction.Size);
        Interlocked.Increment(ref _transactions);
        return IsDue(after.Size) && !Interlocked.Exchange(ref _told, true);
    }

    public void Reset()
    {
        Interlocked.Exchange(ref _bytes, 0);
        Interlocked.Exchange(ref _transactions, 0);
        Volatile.Write(ref _told, false);
    }

    bool IsDue(long size) =>
        (_bytes > LeastBytes && _bytes > size / 2) || _transactions > LeastTransactions + size / BytesPerTransaction;
}
