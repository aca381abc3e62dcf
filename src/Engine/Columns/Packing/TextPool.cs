using System.Runtime.CompilerServices;

namespace Espalier.Engine.Columns.Packing;

/// <summary>
/// The texts of one column as UTF-8, each under a code from 1 on; code 0 is no text. Codes never change, so snapshots
/// share a pool and only add to it. Equal texts get one code as long as texts repeat; a pool whose texts turn out nearly
/// unique stops looking for equals, for the look-up table would cost more than it saves. So equal codes mean equal texts,
/// but equal texts may have several codes. One writer at a time; readers need no lock.
/// </summary>
public sealed class TextPool
{
    const int BlockBits = 20, BlockSize = 1 << BlockBits;
    const int OffsetBits = 14, OffsetRun = 1 << OffsetBits;
    const int DecideAt = 16 * 1024;

    byte[]?[] _blocks = new byte[]?[4];
    uint[]?[] _offsets = new uint[]?[4];
    ulong[]? _table = new ulong[64];
    long _next;
    long _adds;
    int _count;
    TextMarks _separators = TextMarks.None;

    /// <summary>How many codes there are; the greatest one, too.</summary>
    public int Count => _count;

    /// <summary>Bytes held in memory, about.</summary>
    public long Size { get; private set; }

    /// <summary>The text under a code; empty for code 0.</summary>
    public ReadOnlySpan<byte> this[int code]
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            if (code == 0)
                return default;
            var entry = code - 1;
            var offset = _offsets[entry >> OffsetBits]![entry & (OffsetRun - 1)];
            ReadOnlySpan<byte> block = _blocks[offset >> BlockBits];
            var at = (int)(offset & (BlockSize - 1));
            int length = block[at++];
            if (length >= 0x80)
            {
                length &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    var b = block[at++];
                    length |= (b & 0x7F) << shift;
                    if (b < 0x80)
                        break;
                }
            }
            return block.Slice(at, length);
        }
    }

    /// <summary>The code of a text, which is added when it is new. An empty text has code 0.</summary>
    /// <exception cref="InvalidOperationException">The column's texts exceed 4 GiB.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        _adds++;
        if (_table is null)
            return Store(text);

        var hash = Hashing.Of(text);
        var mask = (uint)_table.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = _table[slot];
            if (found == 0)
            {
                var code = Store(text);
                _table[slot] = ((ulong)hash << 32) | (uint)code;
                if (_count * 2 > _table.Length)
                    GrowTable();
                return code;
            }
            if ((uint)(found >> 32) == hash && text.SequenceEqual(this[(int)(uint)found]))
                return (int)(uint)found;
        }
    }

    /// <summary>The code of a text, or −1 when the pool does not know it. Null when the pool cannot tell.</summary>
    public int? Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        var table = _table;
        if (table is null)
            return null;
        var hash = Hashing.Of(text);
        var mask = (uint)table.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = table[slot];
            if (found == 0)
                return -1;
            if ((uint)(found >> 32) == hash && text.SequenceEqual(this[(int)(uint)found]))
                return (int)(uint)found;
        }
    }

    /// <summary>Which texts hold a byte that separated values must put in quotes: delimiters, quotes, ends of lines.</summary>
    public TextMarks Separators
    {
        get
        {
            var marks = Volatile.Read(ref _separators);
            if (marks.Count < _count)
                Volatile.Write(ref _separators, marks = marks.Upto(this, _count));
            return marks;
        }
    }

    /// <summary>Whether equal texts get one code.</summary>
    internal bool FindsEqual => _table is not null;

    /// <summary>The stored bytes of a run of texts within one block: each its length, then itself. Returns how many.</summary>
    /// <param name="from">How many texts come before.</param>
    /// <param name="count">How many texts there are in all.</param>
    internal int Run(int from, int count, out ReadOnlySpan<byte> bytes)
    {
        var first = OffsetOf(from);
        var last = from;
        while (last + 1 < count && OffsetOf(last + 1) >> BlockBits == first >> BlockBits)
            last++;
        ReadOnlySpan<byte> block = _blocks[first >> BlockBits];
        var text = this[last + 1];
        var end = (int)(OffsetOf(last) & (BlockSize - 1)) + LengthBytes(text.Length) + text.Length;
        bytes = block[(int)(first & (BlockSize - 1))..end];
        return last - from + 1;
    }

    /// <summary>Adds a run of texts as <see cref="Run"/> gave it, as a block of its own, without looking for equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddRun(ReadOnlySpan<byte> bytes)
    {
        _next = (_next + BlockSize - 1) >> BlockBits << BlockBits;
        var start = (uint)_next;
        bytes.CopyTo(Room(bytes.Length));
        for (var at = 0; at < bytes.Length;)
        {
            AddOffset(start + (uint)at);
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = bytes[at++];
                length |= (b & 0x7F) << shift;
                if (b < 0x80)
                    break;
            }
            at += length;
        }
        _next += bytes.Length;
        if (bytes.Length > BlockSize)
            _next = (_next + BlockSize - 1) >> BlockBits << BlockBits;
    }

    /// <summary>Builds the look-up table anew, or goes without, after <see cref="AddRun"/>.</summary>
    internal void Restore(bool findsEqual)
    {
        _adds = _count * 4L;
        if (!findsEqual)
        {
            _table = null;
            return;
        }
        var size = 64;
        while (size < _count * 2)
            size *= 2;
        var table = new ulong[size];
        for (var code = 1; code <= _count; code++)
        {
            var hash = Hashing.Of(this[code]);
            var slot = hash & ((uint)size - 1);
            while (table[slot] != 0)
                slot = (slot + 1) & ((uint)size - 1);
            table[slot] = ((ulong)hash << 32) | (uint)code;
        }
        Size += size * 8;
        _table = table;
    }

    uint OffsetOf(int entry) => _offsets[entry >> OffsetBits]![entry & (OffsetRun - 1)];

    static int LengthBytes(int length)
    {
        var bytes = 1;
        for (; length >= 0x80; length >>= 7)
            bytes++;
        return bytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Store(ReadOnlySpan<byte> text)
    {
        var block = Room(text.Length + 5);
        var offset = (uint)_next;
        var at = 0;
        var length = (uint)text.Length;
        for (; length >= 0x80; length >>= 7)
            block[at++] = (byte)(length | 0x80);
        block[at++] = (byte)length;
        text.CopyTo(block[at..]);
        _next += at + text.Length;
        if (at + text.Length > BlockSize)
            _next = (_next + BlockSize - 1) >> BlockBits << BlockBits;

        return AddOffset(offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int AddOffset(uint offset)
    {
        var (run, at) = (_count >> OffsetBits, _count & (OffsetRun - 1));
        if (run == _offsets.Length)
            Array.Resize(ref _offsets, run * 2);
        if (_offsets[run] is not { } offsets || at >= offsets.Length)
        {
            Grow(ref _offsets[run], at + 1, run == 0 ? 16 : OffsetRun, OffsetRun);
            offsets = _offsets[run]!;
        }
        offsets[at] = offset;
        return ++_count;
    }

    /// <summary>
    /// Where the next text goes. One that is larger than a block gets an array of its own and takes the address space of
    /// several blocks. The first block starts small, for most columns of most datasets are.
    /// </summary>
    Span<byte> Room(int need)
    {
        var at = (int)(_next & (BlockSize - 1));
        if (at > 0 && at + need > BlockSize)
        {
            _next += BlockSize - at;
            at = 0;
        }
        if (_next + Math.Max(need, BlockSize) > uint.MaxValue)
            throw new InvalidOperationException("The texts of one column exceed 4 GiB.");

        var block = (int)(_next >> BlockBits);
        if (block >= _blocks.Length)
            Array.Resize(ref _blocks, Math.Max(block + 1, _blocks.Length * 2));
        if (_blocks[block] is { } open && open.Length >= at + need)
            return open.AsSpan(at);
        Grow(ref _blocks[block], at + need, block == 0 ? 256 : BlockSize, Math.Max(need, BlockSize));
        return _blocks[block].AsSpan(at);
    }

    void Grow<T>(ref T[]? array, int needed, int first, int most)
    {
        var old = array?.Length ?? 0;
        if (old >= needed)
            return;
        var grown = GC.AllocateUninitializedArray<T>(Math.Min(most, Math.Max(needed, Math.Max(first, old * 2))));
        array?.CopyTo(grown, 0);
        Size += (grown.Length - old) * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        array = grown;
    }

    void GrowTable()
    {
        if (_count >= DecideAt && _count > _adds / 2)
        {
            Size -= _table!.Length * 8;
            _table = null;
            return;
        }
        var old = _table!;
        var table = new ulong[old.Length * 2];
        var mask = (uint)table.Length - 1;
        foreach (var entry in old)
        {
            if (entry == 0)
                continue;
            var slot = (uint)(entry >> 32) & mask;
            while (table[slot] != 0)
                slot = (slot + 1) & mask;
            table[slot] = entry;
        }
        Size += (table.Length - old.Length) * 8;
        _table = table;
    }
}
