using System.Runtime.CompilerServices;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// Finds rows by the hash of their key. It answers candidates, which the caller compares with the current values: so rows
/// that were deleted or given another key since the table was built need no care, and only new keys are added, beside the
/// table. Immutable.
/// </summary>
public sealed class RowIndex
{
    /// <summary>Beyond this many added keys a new table pays.</summary>
    const int MostAdded = 2048;

    readonly ulong[] _table;
    readonly int[]? _next;
    readonly uint[] _addedHashes;
    readonly int[] _addedRows;

    RowIndex(ulong[] table, int[]? next, uint[] addedHashes, int[] addedRows)
    {
        _table = table;
        _next = next;
        _addedHashes = addedHashes;
        _addedRows = addedRows;
    }

    /// <summary>Bytes held in memory, about.</summary>
    public long Size => _table.Length * 8L + (_next?.Length ?? 0) * 4L + _addedRows.Length * 8L;

    /// <param name="hashes">The key's hash for each row.</param>
    /// <param name="present">Whether the row has a key and is live.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static RowIndex Build(ReadOnlySpan<uint> hashes, ReadOnlySpan<bool> present)
    {
        var size = 16;
        while (size < hashes.Length * 3L / 2)
            size *= 2;
        var table = new ulong[size];
        var mask = (uint)size - 1;
        int[]? next = null;
        for (var row = 0; row < hashes.Length; row++)
        {
            if (!present[row])
                continue;
            var hash = hashes[row];
            var slot = hash & mask;
            for (; table[slot] != 0; slot = (slot + 1) & mask)
                if ((uint)(table[slot] >> 32) == hash)
                    break;
            if (table[slot] == 0)
            {
                table[slot] = ((ulong)hash << 32) | (uint)(row + 1);
                continue;
            }
            // A ring through the rows of one hash, of which the table holds the last: so it starts with the first.
            next ??= NewRing(hashes.Length);
            var last = (int)(uint)table[slot] - 1;
            next[row] = next[last] < 0 ? last : next[last];
            next[last] = row;
            table[slot] = ((ulong)hash << 32) | (uint)(row + 1);
        }
        return new(table, next, [], []);
    }

    /// <summary>With keys that changed or came; null when there are so many that the index should be built anew.</summary>
    internal RowIndex? With(ReadOnlySpan<uint> hashes, ReadOnlySpan<int> rows) =>
        _addedRows.Length + rows.Length > MostAdded
            ? null
            : new(_table, _next, [.. _addedHashes, .. hashes], [.. _addedRows, .. rows]);

    /// <summary>The rows whose key had this hash at some time, in no promised order, maybe twice.</summary>
    public Candidates Find(uint hash) => new(this, hash);

    static int[] NewRing(int count)
    {
        var ring = GC.AllocateUninitializedArray<int>(count);
        ring.AsSpan().Fill(-1);
        return ring;
    }

    /// <summary>Walks the candidates without allocating.</summary>
    public ref struct Candidates
    {
        readonly RowIndex _index;
        readonly uint _hash;
        int _last;
        int _added;
        bool _started;

        internal Candidates(RowIndex index, uint hash)
        {
            _index = index;
            _hash = hash;
            _last = -1;
            var mask = (uint)index._table.Length - 1;
            for (var slot = hash & mask; index._table[slot] != 0; slot = (slot + 1) & mask)
            {
                if ((uint)(index._table[slot] >> 32) != hash)
                    continue;
                _last = (int)(uint)index._table[slot] - 1;
                break;
            }
        }

        public int Current { get; private set; }

        public readonly Candidates GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_last >= 0)
            {
                if (!_started)
                {
                    _started = true;
                    Current = Next(_last);
                    return true;
                }
                if (Current != _last)
                {
                    Current = Next(Current);
                    return true;
                }
                _last = -1;
            }
            var found = _index._addedHashes.AsSpan(_added).IndexOf(_hash);
            if (found < 0)
                return false;
            _added += found + 1;
            Current = _index._addedRows[_added - 1];
            return true;
        }

        readonly int Next(int row) => _index._next is { } next && next[row] >= 0 ? next[row] : row;
    }
}
