using System.Collections.Concurrent;

namespace Espalier.Server.Access;

/// <summary>Remembers when tokens were used and writes it down now and then, so that no request waits for it.</summary>
public sealed class TokenUses(ITokenStore store, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, DateTimeOffset> _uses = [];

    public void Note(string jti) => _uses[jti] = time.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        await WriteAsync(CancellationToken.None);
    }

    async Task WriteAsync(CancellationToken ct)
    {
        var uses = _uses.ToArray();
        foreach (var use in uses)
            _uses.TryRemove(use);
        if (uses.Length > 0)
            await store.NoteUsesAsync(uses.ToDictionary(use => use.Key, use => use.Value), ct);
    }
}
