namespace Espalier.Server.Tests.Support;

/// <summary>The real time, moved as far as the test likes. Timers run in real time.</summary>
public sealed class MovedTime : TimeProvider
{
    long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
