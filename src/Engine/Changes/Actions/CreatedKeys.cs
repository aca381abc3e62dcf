using System.Runtime.CompilerServices;

namespace Espalier.Engine.Changes.Actions;

/// <summary>Finds the items that the payload itself created, by the hash of their key. Answers candidates.</summary>
sealed class CreatedKeys
{
    ulong[] _table = new ulong[64];
    int _count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(uint hash, int item)
    {
        if (++_count * 2 > _table.Length)
            Grow();
        Put(_table, ((ulong)hash << 32) | (uint)(item + 1));
    }

    /// <summary>The first created item with this hash that comes after slot <paramref name="at"/>; −1 when there is none.</summary>
    /// <param name="at">Where to go on; −1 to begin.</param>
    public int Next(uint hash, ref long at)
    {
        var mask = (uint)_table.Length - 1;
        for (var slot = at < 0 ? hash & mask : ((uint)at + 1) & mask; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(_table[slot] >> 32) != hash)
                continue;
            at = slot;
            return (int)(uint)_table[slot] - 1;
        }
        return -1;
    }

    void Grow()
    {
        var grown = new ulong[_table.Length * 2];
        foreach (var entry in _table)
            if (entry != 0)
                Put(grown, entry);
        _table = grown;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Put(ulong[] table, ulong entry)
    {
        var mask = (uint)table.Length - 1;
        var slot = (uint)(entry >> 32) & mask;
        while (table[slot] != 0)
            slot = (slot + 1) & mask;
        table[slot] = entry;
    }
}
