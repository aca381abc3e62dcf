using System.Collections.Concurrent;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Imports;

/// <summary>Takes a payload from its reader to its resolution.</summary>
static class ActionPipe
{
    /// <summary>Batches that wait between reading and resolving; they bound the memory.</summary>
    const int Waiting = 3;

    /// <summary>For a small payload in memory: at once, without other threads.</summary>
    public static async Task<Resolution> ResolveAsync(
        IActionReader reader, Resolver resolver, TransactionStamp stamp, CancellationToken ct)
    {
        while (await reader.ReadAsync(ct) is { } batch)
            using (batch)
                resolver.Add(batch);
        return resolver.Finish(stamp);
    }

    /// <summary>
    /// For any payload: reading and resolving go on side by side, each on a thread of its own, so that the pool's threads
    /// stay with the small requests.
    /// </summary>
    public static async Task<Resolution> ResolveAsideAsync(
        IActionReader reader, Resolver resolver, TransactionStamp stamp, ImportProgress? progress, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var batches = new BlockingCollection<ActionBatch>(Waiting);
        var reading = Start(() => Read(reader, batches, progress, stop.Token));
        var resolving = Start(() =>
        {
            foreach (var batch in batches.GetConsumingEnumerable(stop.Token))
                using (batch)
                {
                    resolver.Add(batch);
                    progress?.Resolved(resolver.Actions);
                }
            reading.GetAwaiter().GetResult();       // what went wrong there is what went wrong
            return resolver.Finish(stamp);
        });
        try
        {
            return await resolving;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (batches.TryTake(out var left))
                left.Dispose();
        }
    }

    static long Read(IActionReader reader, BlockingCollection<ActionBatch> batches, ImportProgress? progress, CancellationToken ct)
    {
        try
        {
            var rows = 0L;
            while (reader.ReadAsync(ct).AsTask().GetAwaiter().GetResult() is { } batch)
            {
                rows += batch.Count;
                batches.Add(batch, ct);
                progress?.Read(rows, reader.BytesRead);
            }
            return rows;
        }
        finally
        {
            batches.CompleteAdding();
        }
    }

    static Task<T> Start<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
}
