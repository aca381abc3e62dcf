namespace Espalier.Server.Events;

/// <summary>One who listens: what has happened and was not taken yet, bounded.</summary>
public sealed class Listener : IDisposable
{
    const int Most = 512;

    readonly Lock _lock = new();
    readonly Queue<Happened> _waiting = new();
    readonly SemaphoreSlim _some = new(0, 1);
    bool _hasMissed;

    /// <summary>The number after which it begins.</summary>
    public long Start { get; set; }

    public void Tell(Happened happened)
    {
        lock (_lock)
        {
            if (_waiting.Count == Most)
            {
                _waiting.Clear();
                _hasMissed = true;
            }
            _waiting.Enqueue(happened);
            Wake();
        }
    }

    /// <summary>Notes that something is gone that it should have heard.</summary>
    public void Miss()
    {
        lock (_lock)
        {
            _hasMissed = true;
            Wake();
        }
    }

    /// <summary>Waits for something, at most so long.</summary>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken ct) => _some.WaitAsync(most, ct);

    /// <returns>What has happened since the last time, and whether something before it was missed.</returns>
    public (IReadOnlyList<Happened> Happened, bool HasMissed) Take()
    {
        lock (_lock)
        {
            var taken = _waiting.ToArray();
            _waiting.Clear();
            var missed = _hasMissed;
            _hasMissed = false;
            return (taken, missed);
        }
    }

    public void Dispose() => _some.Dispose();

    void Wake()
    {
        if (_some.CurrentCount == 0)
            _some.Release();
    }
}
