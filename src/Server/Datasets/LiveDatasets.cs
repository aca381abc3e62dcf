using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Datasets;

/// <summary>
/// The datasets in memory. One is opened when it is asked for, once for all who ask meanwhile, and follows its log's head
/// from then on. Those not used for longest go when there is no room for all.
/// </summary>
public sealed partial class LiveDatasets(ITransactionLog log, ICheckpointStore checkpoints, IOptions<DatasetOptions> options,
    ILogger<LiveDatasets> logger)
{
    readonly ConcurrentDictionary<(string TenantId, Guid DatasetId), Slot> _slots = new();
    readonly Channel<LiveDataset> _due = Channel.CreateUnbounded<LiveDataset>();
    readonly Channel<LiveDataset> _reshaped = Channel.CreateUnbounded<LiveDataset>();
    readonly long _budget = options.Value.MemoryBytes;
    long _uses;

    /// <summary>Datasets that should get a checkpoint.</summary>
    public ChannelReader<LiveDataset> CheckpointsDue => _due.Reader;

    /// <summary>Datasets whose hierarchy should be built before somebody asks for it.</summary>
    public ChannelReader<LiveDataset> Reshaped => _reshaped.Reader;

    /// <summary>How many are in memory, or on their way there.</summary>
    public int Count => _slots.Count;

    /// <summary>The dataset, with all transactions up to its head.</summary>
    public async Task<LiveDataset> OpenAsync(string tenantId, Guid datasetId, DatasetHead head, CancellationToken ct)
    {
        // One that could not be opened is tried again by the next who asks.
        if (_slots.TryGetValue((tenantId, datasetId), out var failed) && failed.HasFailed)
            _slots.TryRemove(new((tenantId, datasetId), failed));
        var slot = _slots.GetOrAdd((tenantId, datasetId), key => new(() => LoadAsync(key.TenantId, key.DatasetId)));
        slot.LastUse = Interlocked.Increment(ref _uses);
        var dataset = await slot.Loading.Value.WaitAsync(ct);
        await dataset.FollowAsync(head, ct);
        return dataset;
    }

    /// <summary>Lets the least recently used datasets go until the rest fits; never the last used one, nor one being written.</summary>
    public void Trim()
    {
        var loaded = _slots
            .Where(slot => slot.Value.Dataset is not null)
            .OrderBy(slot => slot.Value.LastUse)
            .Select(slot => (Slot: slot, Dataset: slot.Value.Dataset!, slot.Value.Dataset!.Size))
            .ToList();
        var total = loaded.Sum(entry => entry.Size);
        foreach (var (slot, dataset, size) in loaded.SkipLast(1))
        {
            if (total <= _budget)
                break;
            if (dataset.IsBusy || !_slots.TryRemove(slot))
                continue;
            total -= size;
            LogEvicted(dataset.TenantId, dataset.DatasetId, size);
        }
    }

    // Nobody's request cancels it, for others may be waiting for it.
    async Task<LiveDataset> LoadAsync(string tenantId, Guid datasetId)
    {
        var dataset = await LiveDataset.OpenAsync(
            tenantId, datasetId, log, checkpoints, due => _due.Writer.TryWrite(due), CancellationToken.None);
        dataset.Reshaped = d => _reshaped.Writer.TryWrite(d);
        if (_slots.TryGetValue((tenantId, datasetId), out var slot))
            slot.Dataset = dataset;
        Trim();
        return dataset;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dataset {TenantId}/{DatasetId} left memory, {Bytes} bytes")]
    partial void LogEvicted(string tenantId, Guid datasetId, long bytes);

    sealed class Slot(Func<Task<LiveDataset>> load)
    {
        public Lazy<Task<LiveDataset>> Loading { get; } = new(() => Task.Run(load));

        public bool HasFailed => Loading.IsValueCreated && Loading.Value.IsFaulted;

        /// <summary>Null until it is loaded.</summary>
        public volatile LiveDataset? Dataset;

        public long LastUse;
    }
}
