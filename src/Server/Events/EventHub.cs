using System.Collections.Concurrent;
using Espalier.Server.Files;

namespace Espalier.Server.Events;

/// <summary>
/// Hands what happens on to those who listen, and keeps it for some minutes for those who come back. Who publishes never
/// waits: a listener that is too slow is told that it has missed something.
/// </summary>
public sealed class EventHub(TimeProvider time) : ISweepable
{
    /// <summary>So long somebody may be away without missing anything.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>Of one tenant.</summary>
    const int MostKept = 2000;

    readonly ConcurrentDictionary<string, Feed> _feeds = new(StringComparer.Ordinal);

    // Numbers of an earlier process are below all of this one's.
    readonly long _first = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
    long _last = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    public void Publish(Happening what) =>
        _feeds.GetOrAdd(what.TenantId, static _ => new()).Publish(what, time.GetUtcNow(), ref _last);

    /// <summary>Listens from now on, or from after what was heard last.</summary>
    /// <param name="after">The last number that was heard; null: none.</param>
    public Listener Listen(string tenantId, long? after)
    {
        var listener = new Listener();
        _feeds.GetOrAdd(tenantId, static _ => new()).Join(listener, after, _first, Interlocked.Read(ref _last), time.GetUtcNow() - Kept);
        return listener;
    }

    public void Leave(string tenantId, Listener listener)
    {
        if (_feeds.TryGetValue(tenantId, out var feed))
            feed.Leave(listener);
    }

    public Task SweepAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var feed in _feeds.Values)
            feed.Forget(now - Kept);
        return Task.CompletedTask;
    }

    /// <summary>What happens in one tenant.</summary>
    sealed class Feed
    {
        readonly Lock _lock = new();
        readonly Queue<Happened> _kept = new();
        readonly List<Listener> _listeners = [];

        /// <summary>The last number that was let go.</summary>
        long _forgotten;

        public void Publish(Happening what, DateTimeOffset now, ref long last)
        {
            lock (_lock)
            {
                var happened = new Happened(Interlocked.Increment(ref last), now, what);
                _kept.Enqueue(happened);
                if (_kept.Count > MostKept)
                    _forgotten = _kept.Dequeue().Sequence;
                foreach (var listener in _listeners)
                    listener.Tell(happened);
            }
        }

        public void Join(Listener listener, long? after, long first, long last, DateTimeOffset since)
        {
            lock (_lock)
            {
                Drop(since);
                listener.Start = last;
                if (after is { } heard)
                {
                    if (heard < first || heard > last || heard < _forgotten)
                    {
                        listener.Miss();
                    }
                    else
                    {
                        listener.Start = heard;
                        foreach (var happened in _kept.Where(happened => happened.Sequence > heard))
                            listener.Tell(happened);
                    }
                }
                _listeners.Add(listener);
            }
        }

        public void Leave(Listener listener)
        {
            lock (_lock)
                _listeners.Remove(listener);
        }

        public void Forget(DateTimeOffset before)
        {
            lock (_lock)
                Drop(before);
        }

        void Drop(DateTimeOffset before)
        {
            while (_kept.TryPeek(out var oldest) && oldest.At < before)
                _forgotten = _kept.Dequeue().Sequence;
        }
    }
}
