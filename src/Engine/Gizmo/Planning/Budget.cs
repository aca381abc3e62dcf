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

    /// <summary>Characters of all texts that one node makes, kept or not.</summary>
    public long MadeText { get; init; } = 100_000_000;

    /// <summary>Bytes that one node may use, most of which are free again at once. It is far less when the machine has none left.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Characters that all cells of a column hold together.</summary>
    public long HeldText { get; init; } = 200_000_000;

    /// <summary>Values written by all nodes of one run.</summary>
    public int Writes { get; init; } = 10_000_000;

    /// <summary>Time for all nodes of one run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Counts what an evaluation costs against its limits.</summary>
sealed class Budget(Limits limits, CancellationToken cancel = default)
{
    const int StepsBetweenLooks = 4096;

    /// <summary>What a text takes besides its characters, as if it were so many more.</summary>
    const int Overhead = 16;

    /// <summary>Less than this never matters.</summary>
    const long LittleMemory = 128L << 20;

    /// <summary>What a step takes, more or less: time that cannot be counted in steps is counted as if it were that many.</summary>
    static readonly long TicksOfStep = Math.Max(1, Stopwatch.Frequency / 1_000_000);

    long _spent;
    long _started = Stopwatch.GetTimestamp();
    long _allocated = GC.GetAllocatedBytesForCurrentThread();
    long _allocatedBefore;
    long _left = limits.Steps;
    long _made;
    int _depth;
    int _untilLook;

    public const string OverTime = "The expression takes too much time";

    /// <summary>Whether the time of the run is over: what is left of its cells need not begin.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins a node: its steps are its own, the time is that of all nodes.</summary>
    public void Restart()
    {
        _left = limits.Steps;
        _made = 0;
        _started = Stopwatch.GetTimestamp();
        _allocated = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>Ends a node: what happens between nodes, such as a slow reader, costs nothing.</summary>
    public void Pause()
    {
        _spent += Stopwatch.GetTimestamp() - _started;
        _allocatedBefore += GC.GetAllocatedBytesForCurrentThread() - _allocated;
        IsOver |= Spent(0) > limits.Time;
    }

    public void Step(long steps = 1)
    {
        _left -= steps;
        if (_left < 0)
            throw new CellTrouble("The expression takes too many steps");
        if ((_untilLook -= (int)Math.Min(steps, StepsBetweenLooks)) < 0)
            Look();
    }

    /// <summary>Counts work whose cost only its time tells, such as a regular expression's.</summary>
    public void StepSince(long timestamp) => Step((Stopwatch.GetTimestamp() - timestamp) / TicksOfStep + 1);

    void Look()
    {
        _untilLook = StepsBetweenLooks;
        cancel.ThrowIfCancellationRequested();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - _allocated;
        if (allocated > limits.Memory || _allocatedBefore + allocated > LittleMemory && IsMemoryShort())
            throw new CellTrouble("The expression takes too much memory");
        if (Spent(Stopwatch.GetTimestamp() - _started) <= limits.Time)
            return;
        IsOver = true;
        throw new CellTrouble(OverTime);
    }

    TimeSpan Spent(long more) => Stopwatch.GetElapsedTime(0, _spent + more);

    static bool IsMemoryShort() => GC.GetGCMemoryInfo() is var info && info.MemoryLoadBytes > info.HighMemoryLoadThresholdBytes;

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

    /// <summary>Refuses a text that would be too long.</summary>
    public void CheckLength(long length)
    {
        if (length > limits.Text)
            throw new CellTrouble("A text is too long");
    }

    /// <summary>Counts a text that is read as a whole.</summary>
    public void Read(long length) => Step(length >> 6);

    /// <summary>Counts a text that is made. Each may be kept, so all of them together have a limit.</summary>
    public void Make(long length)
    {
        if ((_made += length + Overhead) > limits.MadeText)
            throw new CellTrouble("The expression makes too much text");
        Step(length >> 6);
    }

    /// <summary>A part of a text, counted.</summary>
    public Values.Value Part(string text, int at, int length)
    {
        Make(length);
        return Values.Value.Of(text.Substring(at, length));
    }

    /// <summary>Refuses a text that would be too long, or counts it.</summary>
    public void CheckText(long length)
    {
        CheckLength(length);
        Make(length);
    }

    /// <summary>The items as a list, counted while they come.</summary>
    public Values.Value[] Gather(IEnumerable<Values.Value> items)
    {
        List<Values.Value> list = [];
        foreach (var item in items)
        {
            Step();
            CheckItems(list.Count + 1L);
            list.Add(item);
        }
        return [.. list];
    }
}
