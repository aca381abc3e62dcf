using System.Buffers;

namespace Espalier.Engine.Columns.Packing;

/// <summary>
/// A column's cells as chunks. All chunks but the last are full. Every change gives a new list that shares the chunks
/// it did not touch.
/// </summary>
public sealed class ChunkList
{
    readonly Chunk[] _chunks;

    internal ChunkList(ChunkKind kind, Chunk[] chunks)
    {
        Kind = kind;
        _chunks = chunks;
        Count = chunks.Length == 0 ? 0 : ((chunks.Length - 1) << Chunk.Bits) + chunks[^1].Count;
        foreach (var chunk in chunks)
            Size += chunk.Size;
    }

    public ChunkKind Kind { get; }

    public int Count { get; }

    internal ReadOnlySpan<Chunk> Chunks => _chunks;

    /// <summary>Bytes held in memory, about.</summary>
    public long Size { get; }

    public long this[int row] => _chunks[row >> Chunk.Bits][row & Chunk.Mask];

    /// <summary>A list of blanks.</summary>
    public static ChunkList Blanks(ChunkKind kind, int count) => Constant(kind, Chunk.Blank, count);

    /// <summary>A list in which every cell holds the same pattern.</summary>
    public static ChunkList Constant(ChunkKind kind, long value, int count)
    {
        var chunks = new Chunk[(count + Chunk.Mask) >> Chunk.Bits];
        for (var c = 0; c < chunks.Length; c++)
            chunks[c] = new Chunk(Math.Min(Chunk.Rows, count - (c << Chunk.Bits)), 0, value, 1, 0, []);
        return new(kind, chunks);
    }

    public void Read(int start, Span<long> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var (chunk, at, run) = Run(start + done, into.Length - done);
            chunk.Read(at, into.Slice(done, run));
            done += run;
        }
    }

    public void Read(int start, Span<double> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var (chunk, at, run) = Run(start + done, into.Length - done);
            chunk.Read(at, into.Slice(done, run));
            done += run;
        }
    }

    public void Read(int start, Span<int> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var (chunk, at, run) = Run(start + done, into.Length - done);
            chunk.Read(at, into.Slice(done, run));
            done += run;
        }
    }

    /// <summary>The cells of the given rows, in their order.</summary>
    public ChunkList Gather(ReadOnlySpan<int> rows)
    {
        var builder = new ChunkListBuilder(Kind);
        foreach (var row in rows)
            builder.Append(this[row]);
        return builder.Build();
    }

    /// <summary>Replaces cells. <paramref name="rows"/> ascend; only their chunks are made anew.</summary>
    public ChunkList With(ReadOnlySpan<int> rows, ReadOnlySpan<long> values)
    {
        if (rows.Length == 0)
            return this;
        var chunks = (Chunk[])_chunks.Clone();
        for (var i = 0; i < rows.Length;)
        {
            var c = rows[i] >> Chunk.Bits;
            var end = i + 1;
            while (end < rows.Length && rows[end] >> Chunk.Bits == c)
                end++;
            chunks[c] = chunks[c].TryWith(rows[i..end], values[i..end]) ?? Repack(chunks[c], rows[i..end], values[i..end]);
            i = end;
        }
        return new(Kind, chunks);
    }

    Chunk Repack(Chunk chunk, ReadOnlySpan<int> rows, ReadOnlySpan<long> values)
    {
        var patterns = ArrayPool<long>.Shared.Rent(Chunk.Rows);
        var open = patterns.AsSpan(0, chunk.Count);
        chunk.Read(0, open);
        for (var i = 0; i < rows.Length; i++)
            open[rows[i] & Chunk.Mask] = values[i];
        var packed = Chunk.Pack(open, Kind);
        ArrayPool<long>.Shared.Return(patterns);
        return packed;
    }

    /// <summary>This list and then the other one.</summary>
    public ChunkList Append(ChunkList more)
    {
        if (more.Count == 0)
            return this;
        if ((Count & Chunk.Mask) == 0)
            return new(Kind, [.. _chunks, .. more._chunks]);

        var builder = new ChunkListBuilder(this);
        var patterns = new long[Chunk.Rows];
        foreach (var chunk in more._chunks)
        {
            var open = patterns.AsSpan(0, chunk.Count);
            chunk.Read(0, open);
            builder.Append(open);
        }
        return builder.Build();
    }

    (Chunk Chunk, int At, int Run) Run(int row, int wanted)
    {
        var chunk = _chunks[row >> Chunk.Bits];
        var at = row & Chunk.Mask;
        return (chunk, at, Math.Min(wanted, chunk.Count - at));
    }
}

/// <summary>Takes cells one after the other and packs each chunk as it fills.</summary>
public sealed class ChunkListBuilder
{
    readonly ChunkKind _kind;
    readonly List<Chunk> _full = [];
    long[] _open = new long[16];
    SortedDictionary<int, long>? _patches;
    int _used;

    public ChunkListBuilder(ChunkKind kind) => _kind = kind;

    /// <summary>Goes on where the list ends.</summary>
    internal ChunkListBuilder(ChunkList start) : this(start.Kind)
    {
        foreach (var chunk in start.Chunks)
        {
            if (chunk.Count == Chunk.Rows)
                _full.Add(chunk);
            else
                chunk.Read(0, Room(chunk.Count));
        }
    }

    public int Count => (_full.Count << Chunk.Bits) + _used;

    public void Append(long value)
    {
        if (_used == _open.Length)
            Array.Resize(ref _open, Math.Min(Chunk.Rows, _used * 4));
        _open[_used++] = value;
        if (_used == Chunk.Rows)
            Close();
    }

    public void Append(ReadOnlySpan<long> values)
    {
        while (!values.IsEmpty)
        {
            var run = Math.Min(values.Length, Chunk.Rows - _used);
            values[..run].CopyTo(Room(run));
            values = values[run..];
            if (_used == Chunk.Rows)
                Close();
        }
    }

    /// <summary>Appends blanks until the list has <paramref name="count"/> cells.</summary>
    public void PadTo(int count)
    {
        for (var missing = count - Count; missing > 0; missing = count - Count)
        {
            var run = Math.Min(missing, Chunk.Rows - _used);
            Room(run).Fill(Chunk.Blank);
            if (_used == Chunk.Rows)
                Close();
        }
    }

    /// <summary>A cell that was appended, or set, before.</summary>
    public long this[int row]
    {
        get => row >> Chunk.Bits == _full.Count ? _open[row & Chunk.Mask]
            : _patches is not null && _patches.TryGetValue(row, out var value) ? value
            : _full[row >> Chunk.Bits][row & Chunk.Mask];
        set
        {
            if (row >> Chunk.Bits == _full.Count)
                _open[row & Chunk.Mask] = value;
            else
                (_patches ??= [])[row] = value;
        }
    }

    public ChunkList Build()
    {
        Chunk[] chunks = _used == 0 ? [.. _full] : [.. _full, Chunk.Pack(_open.AsSpan(0, _used), _kind)];
        var list = new ChunkList(_kind, chunks);
        return _patches is null ? list : list.With([.. _patches.Keys], [.. _patches.Values]);
    }

    Span<long> Room(int run)
    {
        if (_used + run > _open.Length)
            Array.Resize(ref _open, Math.Min(Chunk.Rows, Math.Max(_used + run, _open.Length * 4)));
        _used += run;
        return _open.AsSpan(_used - run, run);
    }

    void Close()
    {
        _full.Add(Chunk.Pack(_open, _kind));
        _used = 0;
    }
}
