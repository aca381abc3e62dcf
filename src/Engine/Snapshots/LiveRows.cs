using System.Numerics;

namespace Espalier.Engine.Snapshots;

/// <summary>Which rows hold an item; the others were deleted and wait for the next compaction. Immutable.</summary>
public sealed class LiveRows
{
    readonly ulong[]? _dead;

    LiveRows(int count, int dead, ulong[]? bits)
    {
        Count = count;
        Dead = dead;
        _dead = bits;
    }

    public static LiveRows All(int count) => new(count, 0, null);

    /// <summary>All rows, deleted ones included.</summary>
    public int Count { get; }

    public int Dead { get; }

    public bool this[int row] => _dead is null || row >> 6 >= _dead.Length || (_dead[row >> 6] & (1UL << (row & 63))) == 0;

    public LiveRows Without(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
            return this;
        var bits = new ulong[(Count + 63) >> 6];
        _dead?.CopyTo(bits, 0);
        foreach (var row in rows)
            bits[row >> 6] |= 1UL << (row & 63);
        return new(Count, bits.Sum(BitOperations.PopCount), bits);
    }

    public LiveRows Grow(int more) => more == 0 ? this : new(Count + more, Dead, _dead);

    /// <summary>The rows without an item, ascending.</summary>
    public IEnumerable<int> DeadRows() => Dead == 0 ? [] : Enumerable.Range(0, Count).Where(row => !this[row]);

    /// <summary>The live rows, ascending.</summary>
    public int[] Rows()
    {
        var rows = new int[Count - Dead];
        var next = 0;
        for (var row = 0; row < Count; row++)
            if (this[row])
                rows[next++] = row;
        return rows;
    }

}
