using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Datasets.Past;

/// <summary>
/// Datasets as they were: rebuilt from the nearest earlier checkpoint, or from an earlier state that is still in memory, and
/// kept for some minutes, for who looks at the past looks more than once.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process, and nobody uses the semaphore's wait handle.")]
public sealed class PastStates(ITransactionLog log, ICheckpointStore checkpoints, IOptions<DatasetOptions> options, TimeProvider time)
{
    const int Most = 16;

    static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<(string TenantId, Guid DatasetId, long Sequence), Slot> _slots = new();
    readonly long _budget = options.Value.MemoryBytes / 4;

    // Rebuilding is heavy: who asks for many states at once must not take all cores and all memory from the others.
    readonly SemaphoreSlim _rebuilding = new(2, 2);

    /// <summary>How many are in memory, or on their way there.</summary>
    public int Count => _slots.Count;

    /// <summary>The transaction that made the state which is meant.</summary>
    /// <exception cref="Refused">There is no such state.</exception>
    public async Task<LoggedTransaction> FindAsync(LiveDataset dataset, PointInTime point, CancellationToken ct)
    {
        if (point.TransactionId is { } id)
            return await log.FindByIdAsync(dataset.TenantId, dataset.DatasetId, id, ct)
                ?? throw new Refused(Errors.PointInTimeUnknown(PointInTime.Parameter, "The dataset has no such transaction."));

        // Clocks may have been set back, so times need not ascend. What is found is always a state that was the current one
        // at such a time, and with the head's time or a later one it is the head.
        var head = dataset.Current.Sequence;
        if (await AtAsync(dataset, head, ct) is { } newest && newest.Stamp.At <= point.At)
            return newest;
        var (low, high) = (0L, head);
        LoggedTransaction? found = null;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            var transaction = await AtAsync(dataset, middle, ct);
            if (transaction?.Stamp.At <= point.At)
                (low, found) = (middle, transaction);
            else
                high = middle;
        }
        return found ?? throw new Refused(Errors.PointInTimeUnknown(PointInTime.Parameter, "The dataset did not exist at this time."));
    }

    /// <summary>The dataset as the transaction with this number left it.</summary>
    public async Task<Snapshot> OpenAsync(LiveDataset dataset, long sequence, CancellationToken ct)
    {
        if (dataset.Current is var current && current.Sequence == sequence)
            return current;

        var key = (dataset.TenantId, dataset.DatasetId, sequence);
        if (_slots.TryGetValue(key, out var failed) && failed.HasFailed)
            _slots.TryRemove(new(key, failed));
        var slot = _slots.GetOrAdd(key, k => new(() => RebuildAsync(k.TenantId, k.DatasetId, k.Sequence)));
        slot.LastUse = time.GetTimestamp();
        var snapshot = await slot.Loading.Value.WaitAsync(ct);
        Trim();
        return snapshot;
    }

    /// <summary>Lets states go that nobody has asked for lately, and the longest unused ones when there is no room for all.</summary>
    public void Trim()
    {
        var (count, total) = (0, 0L);
        foreach (var entry in _slots.OrderByDescending(entry => entry.Value.LastUse).ToList())
        {
            if (entry.Value.Loaded is not { } snapshot)
                continue;
            count++;
            total += snapshot.Size;
            var isLast = count == 1;
            if (time.GetElapsedTime(entry.Value.LastUse) > Idle || (!isLast && (count > Most || total > _budget)))
                _slots.TryRemove(entry);
        }
    }

    async Task<LoggedTransaction?> AtAsync(LiveDataset dataset, long sequence, CancellationToken ct) =>
        (await log.ListAsync(dataset.TenantId, dataset.DatasetId, sequence - 1, 1, ct)).SingleOrDefault();

    // Nobody's request cancels it, for others may be waiting for it.
    async Task<Snapshot> RebuildAsync(string tenantId, Guid datasetId, long sequence)
    {
        var ct = CancellationToken.None;
        await _rebuilding.WaitAsync(ct);
        try
        {
            var known = _slots.Where(s => s.Key.TenantId == tenantId && s.Key.DatasetId == datasetId && s.Key.Sequence < sequence)
                .Select(s => s.Value.Loaded).MaxBy(snapshot => snapshot?.Sequence ?? 0);
            var snapshot = await checkpoints.ReadAsync(tenantId, datasetId, known?.Sequence ?? 0, sequence, ct) ?? known;
            if (snapshot is null)
            {
                var first = await log.FindAsync(tenantId, datasetId, 1, ct)
                    ?? throw new Refused(Errors.DatasetNotFound(tenantId, datasetId));
                snapshot = Snapshot.Empty(first.Definition!, first.Stamp);
            }
            if (snapshot.Sequence < sequence)
                await foreach (var (transaction, changes) in log.ReadAsync(tenantId, datasetId, snapshot.Sequence, ct))
                {
                    snapshot = snapshot.With(changes);
                    if (transaction.Sequence == sequence)
                        break;
                }
            return snapshot;
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    sealed class Slot(Func<Task<Snapshot>> load)
    {
        public Lazy<Task<Snapshot>> Loading { get; } = new(() => Task.Run(load));

        public bool HasFailed => Loading.IsValueCreated && Loading.Value.IsFaulted;

        /// <summary>Null until it is loaded.</summary>
        public Snapshot? Loaded => Loading.IsValueCreated && Loading.Value.IsCompletedSuccessfully ? Loading.Value.GetAwaiter().GetResult() : null;

        public long LastUse;
    }
}
