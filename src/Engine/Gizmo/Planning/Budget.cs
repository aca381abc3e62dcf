using System.Diagnostics;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Trouble of one cell: it becomes blank and carries the reason; other cells go on.</summary>
sealed class CellTrouble(string message) : Exception(message);

/// <summary>What one evaluation may cost. No expression hangs, exhausts memory or the stack.</summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>Steps for one node.</summary>
    public long Steps { get; init; } = 10_000_000;

    /// <summary>Calls within calls.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Items of one collection.</summary>
    public int Items { get; init; } = 1_000_000;

    /// <summary>Characters of one text.</summary>
    public int Text { get; init; } = 1_000_000;

    /// <summary>Time for all nodes of one run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Counts what an evaluation costs against its limits.</summary>
sealed class Budget(Limits limits, CancellationToken cancel = default)
{
    readonly long _started = Stopwatch.GetTimestamp();
    long _left = limits.Steps;
    int _depth;
    int _untilClock;

    public const string OverTime = "The expression takes too much time";

    /// <summary>Whether the time of the run is over: what is left of its cells need not begin.</summary>
    public bool IsOver { get; private set; }

    public void Restart() => _left = limits.Steps;

    public void Step(long steps = 1)
    {
        _left -= steps;
        if (_left < 0)
            throw new CellTrouble("The expression takes too many steps");
        if ((_untilClock -= (int)Math.Min(steps, 4096)) < 0)
            LookAtClock();
    }

    void LookAtClock()
    {
        _untilClock = 4096;
        cancel.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) <= limits.Time)
            return;
        IsOver = true;
        throw new CellTrouble(OverTime);
    }

    public void Enter()
    {
        if (++_depth > limits.Depth)
            throw new CellTrouble("Functions call each other too deeply");
    }

    public void Leave() => _depth--;

    public void ResetDepth() => _depth = 0;

    public void CheckItems(long count)
    {
        if (count > limits.Items)
            throw new CellTrouble("A collection has too many items");
    }

    public void CheckText(long length)
    {
        if (length > limits.Text)
            throw new CellTrouble("A text is too long");
        Step(length >> 6);
    }
}
