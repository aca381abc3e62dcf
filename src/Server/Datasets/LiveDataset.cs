using System.Diagnostics.CodeAnalysis;
using Espalier.Engine.Calculation.Keeping;
using Espalier.Engine.Changes;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;

namespace Espalier.Server.Datasets;

/// <summary>
/// A dataset in memory. Readers take <see cref="Current"/> and never wait; writers take turns. Every node, and after an
/// eviction every instance, may have one of the same dataset: the log decides who was first.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore is never disposed of; see there.")]
public sealed class LiveDataset
{
    // Never disposed of: who still has an evicted dataset may go on with it, and nobody uses the semaphore's wait handle.
    readonly SemaphoreSlim _writing = new(1, 1);
    readonly ITransactionLog _log;
    readonly Action<LiveDataset> _due;
    readonly CheckpointGauge _gauge = new();

    /// <summary>So many items coming or going make the hierarchy worth building before somebody asks for it.</summary>
    const int ManyItems = 10_000;
    volatile Snapshot _current;
    volatile TransactionStamp? _appending;

    LiveDataset(string tenantId, Guid datasetId, ITransactionLog log, Snapshot current, Action<LiveDataset> due)
    {
        TenantId = tenantId;
        DatasetId = datasetId;
        _log = log;
        _current = current;
        _due = due;
    }

    public string TenantId { get; }

    public Guid DatasetId { get; }

    /// <summary>The dataset as the last transaction left it; never changes, so take it once for a piece of work.</summary>
    public Snapshot Current => _current;

    /// <summary>Calculated columns of the last snapshots; they leave memory with the dataset.</summary>
    public CalculationCache Calculations { get; } = new();

    /// <summary>Bytes held in memory, about.</summary>
    public long Size => _current.Size + Calculations.Size;

    /// <summary>Called after a commit that brought or took many items.</summary>
    public Action<LiveDataset>? Reshaped { get; set; }

    /// <summary>Whether somebody is writing, or reading what others have written.</summary>
    public bool IsBusy => _writing.CurrentCount == 0;

    /// <summary>
    /// Appends what <paramref name="resolve"/> makes of the current snapshot; nothing when that is empty. Should another
    /// node be first, it is asked again with the newer snapshot: it must give the same answer to the same question.
    /// </summary>
    /// <returns>The snapshot with the change, which is kept by then.</returns>
    /// <exception cref="JobCommitted">The stamp's job has committed already.</exception>
    public async Task<Snapshot> ApplyAsync(Func<Snapshot, CancellationToken, Task<ChangeSet>> resolve, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            while (true)
            {
                var before = _current;
                var changes = await resolve(before, ct);
                if (changes.IsEmpty)
                    return before;

                // Made before it is kept: what cannot be applied must not be in the log.
                var after = before.With(changes);
                _appending = changes.Stamp;
                if (await _log.AppendAsync(TenantId, DatasetId, after.Sequence, changes, ct) is { } logged)
                {
                    Take(after, before, logged);
                    if (changes.Created.Count + changes.Deleted.Count >= ManyItems)
                        Reshaped?.Invoke(this);
                    return after;
                }
                await CatchUpAsync(ct);
                if (_current == before)
                    throw new Refused(Errors.DatasetNotFound(TenantId, DatasetId));
            }
        }
        finally
        {
            _appending = null;
            _writing.Release();
        }
    }

    /// <inheritdoc cref="ApplyAsync(Func{Snapshot, CancellationToken, Task{ChangeSet}}, CancellationToken)"/>
    public Task<Snapshot> ApplyAsync(Func<Snapshot, ChangeSet> resolve, CancellationToken ct) =>
        ApplyAsync((snapshot, _) => Task.FromResult(resolve(snapshot)), ct);

    /// <summary>Takes over what others have appended up to the head.</summary>
    public async Task FollowAsync(DatasetHead head, CancellationToken ct)
    {
        // A transaction that we are about to show is not acknowledged yet, so nobody can expect to see it.
        if (head.Sequence <= _current.Sequence || _appending?.TransactionId == head.TransactionId)
            return;
        await _writing.WaitAsync(ct);
        try
        {
            if (head.Sequence > _current.Sequence)
                await CatchUpAsync(ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes a checkpoint of the current snapshot.</summary>
    public async Task WriteCheckpointAsync(ICheckpointStore checkpoints, CancellationToken ct)
    {
        _gauge.Reset();
        await checkpoints.WriteAsync(TenantId, DatasetId, _current, ct);
    }

    /// <param name="due">Called after a commit when a checkpoint should be written.</param>
    public static async Task<LiveDataset> OpenAsync(string tenantId, Guid datasetId, ITransactionLog log,
        ICheckpointStore checkpoints, Action<LiveDataset> due, CancellationToken ct)
    {
        var checkpoint = await checkpoints.ReadAsync(tenantId, datasetId, ct);
        if (checkpoint is null)
        {
            var first = await log.FindAsync(tenantId, datasetId, 1, ct)
                ?? throw new Refused(Errors.DatasetNotFound(tenantId, datasetId));
            checkpoint = Snapshot.Empty(first.Definition!, first.Stamp);
        }
        var dataset = new LiveDataset(tenantId, datasetId, log, checkpoint, due);
        await dataset.CatchUpAsync(ct);
        return dataset;
    }

    async Task CatchUpAsync(CancellationToken ct)
    {
        await foreach (var (transaction, changes) in _log.ReadAsync(TenantId, DatasetId, _current.Sequence, ct))
            Take(_current.With(changes), _current, transaction);
    }

    void Take(Snapshot after, Snapshot before, LoggedTransaction transaction)
    {
        _current = after;
        if (_gauge.Add(transaction, before, after))
            _due(this);
    }
}
