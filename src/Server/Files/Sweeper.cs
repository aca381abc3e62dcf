using Espalier.Server.Files.Contents;

namespace Espalier.Server.Files;

/// <summary>Something that keeps things for a while and forgets them when asked.</summary>
public interface ISweepable
{
    Task SweepAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>Every minute, deletes what has had its time.</summary>
sealed partial class Sweeper(IEnumerable<ISweepable> all, TimeProvider time, ILogger<Sweeper> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var sweepable in all)
            try
            {
                await sweepable.SweepAsync(time.GetUtcNow(), ct);
            }
            catch (Exception e) when (e is IOException or System.Data.Common.DbException)
            {
                LogFailed(sweepable.GetType().Name, e);     // the next round may fare better
            }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await SweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the server stops
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping {What} failed.")]
    partial void LogFailed(string what, Exception e);
}

/// <summary>Deletes expired files, and contents that nothing needs.</summary>
sealed partial class FileSweep(ITemporaryFileStore store, ContentStore contents, ILogger<FileSweep> log) : ISweepable
{
    // Younger ones may belong to a row that is only about to be written.
    static readonly TimeSpan OrphanAge = TimeSpan.FromHours(1);

    public async Task SweepAsync(DateTimeOffset now, CancellationToken ct)
    {
        var expired = await store.ForgetExpiredAsync(now, ct);
        foreach (var content in expired)
            contents.Delete(content);

        var old = contents.OlderThan(now - OrphanAge).ToList();
        if (old.Count > 0)
        {
            var needed = await store.NeededContentsAsync(ct);
            foreach (var orphan in old.Where(name => !needed.Contains(name)))
                contents.Delete(orphan);
        }
        if (expired.Count > 0)
            LogDeleted(expired.Count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Deleted {Count} expired temporary files.")]
    partial void LogDeleted(int count);
}
