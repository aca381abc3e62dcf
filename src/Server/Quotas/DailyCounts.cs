using System.Collections.Concurrent;
using System.Data.Common;
using Espalier.Server.Files;

namespace Espalier.Server.Quotas;

/// <summary>
/// Counts the requests of each tenant and day, in memory, and writes down what came since the last time: every second, and
/// when it is much. A request waits for the store only when it is the day's first. A server that is killed forgets what it
/// had not written yet, to the tenant's favour; nothing is ever counted twice.
/// </summary>
public sealed partial class DailyCounts(IUsageStore store, TimeProvider time, ILogger<DailyCounts> log) : BackgroundService, ISweepable
{
    const int Many = 100;
    const int DaysKept = 400;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<(string TenantId, long Day), Count> _counts = [];
    readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>The day of UTC, counted from 1970-01-01.</summary>
    public static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / (24 * 60 * 60 * 1000);

    /// <summary>Counts a request, unless the day's are used up.</summary>
    /// <param name="limit">0: no limit.</param>
    public async ValueTask<bool> TryAddAsync(string tenantId, long limit, CancellationToken ct)
    {
        var count = await OpenAsync((tenantId, DayOf(time.GetUtcNow())), ct);
        if (!count.TryAdd(limit))
        {
            count.NoteRefused(isOverQuota: true);
            return false;
        }
        if (count.Unwritten == Many)
            Wake();
        return true;
    }

    /// <summary>Counts a request that came too fast. Not a tenant's first one: nobody waits for the store here.</summary>
    public void NoteThrottled(string tenantId)
    {
        if (_counts.TryGetValue((tenantId, DayOf(time.GetUtcNow())), out var count))
            count.NoteRefused(isOverQuota: false);
    }

    /// <summary>The days from one on that had requests.</summary>
    public async Task<IReadOnlyList<DayUsage>> ListAsync(string tenantId, long fromDay, CancellationToken ct)
    {
        var days = (await store.ListAsync(tenantId, fromDay, ct)).ToDictionary(day => day.Day);
        foreach (var (key, count) in _counts.Where(entry => entry.Key.TenantId == tenantId && entry.Key.Day >= fromDay))
            days[key.Day] = count.With(days.GetValueOrDefault(key.Day) ?? new(key.Day, 0, 0, 0));
        return [.. days.Values];
    }

    public Task SweepAsync(DateTimeOffset now, CancellationToken ct) => store.ForgetAsync(DayOf(now) - DaysKept, ct);

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(Pause, stoppingToken);
                await WriteAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        await WriteAsync();
    }

    async ValueTask<Count> OpenAsync((string TenantId, long Day) key, CancellationToken ct)
    {
        if (_counts.TryGetValue(key, out var count))
            return count;
        var written = await store.FindAsync(key.TenantId, key.Day, ct);
        return _counts.GetOrAdd(key, static (_, written) => new Count(written), written);
    }

    async Task WriteAsync()
    {
        var today = DayOf(time.GetUtcNow());
        foreach (var (key, count) in _counts)
        {
            await WriteRefusedAsync(key, count);
            var taken = count.Take();
            if (taken == 0)
            {
                // Yesterday's last requests may still be on their way through the gate.
                if (key.Day < today - 1)
                    _counts.TryRemove(new(key, count));
                continue;
            }
            try
            {
                count.Written(taken, await store.AddAsync(key.TenantId, key.Day, taken, CancellationToken.None));
            }
            catch (DbException e)
            {
                count.NotWritten(taken);
                LogNotWritten(e, key.TenantId);
            }
        }
    }

    async Task WriteRefusedAsync((string TenantId, long Day) key, Count count)
    {
        var (throttled, overQuota) = count.TakeRefused();
        if (throttled + overQuota == 0)
            return;
        try
        {
            await store.AddRefusedAsync(key.TenantId, key.Day, throttled, overQuota, CancellationToken.None);
        }
        catch (DbException e)
        {
            LogNotWritten(e, key.TenantId);
        }
    }

    void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The requests of tenant {TenantId} could not be written down, they are kept for the next time")]
    partial void LogNotWritten(Exception e, string tenantId);

    /// <summary>One tenant's day: what the store has, what is being written, and what came since.</summary>
    sealed class Count(long written)
    {
        readonly Lock _lock = new();
        long _written = written, _underway, _new;
        long _throttled, _overQuota;

        public long Unwritten
        {
            get
            {
                lock (_lock)
                    return _new;
            }
        }

        public bool TryAdd(long limit)
        {
            lock (_lock)
            {
                if (limit > 0 && _written + _underway + _new >= limit)
                    return false;
                _new++;
                return true;
            }
        }

        public void NoteRefused(bool isOverQuota) => Interlocked.Increment(ref isOverQuota ? ref _overQuota : ref _throttled);

        public (long Throttled, long OverQuota) TakeRefused() => (Interlocked.Exchange(ref _throttled, 0), Interlocked.Exchange(ref _overQuota, 0));

        /// <summary>What the store has of the day, with what it has not yet.</summary>
        public DayUsage With(DayUsage stored)
        {
            lock (_lock)
                return stored with
                {
                    Requests = Math.Max(stored.Requests, _written + _underway + _new),
                    Throttled = stored.Throttled + Interlocked.Read(ref _throttled),
                    OverQuota = stored.OverQuota + Interlocked.Read(ref _overQuota),
                };
        }

        public long Take()
        {
            lock (_lock)
            {
                _underway = _new;
                _new = 0;
                return _underway;
            }
        }

        public void Written(long taken, long total)
        {
            lock (_lock)
                (_written, _underway) = (total, _underway - taken);
        }

        public void NotWritten(long taken)
        {
            lock (_lock)
                (_new, _underway) = (_new + taken, _underway - taken);
        }
    }
}
