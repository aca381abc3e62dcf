using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Snapshots;

/// <summary>The items' internal ids, row by row. Appending shares the full chunks.</summary>
public sealed class GuidList
{
    readonly Guid[][] _chunks;

    GuidList(Guid[][] chunks, int count)
    {
        _chunks = chunks;
        Count = count;
    }

    public static readonly GuidList Empty = new([], 0);

    public int Count { get; }

    public Guid this[int row] => _chunks[row >> Chunk.Bits][row & Chunk.Mask];

    public static GuidList Of(IEnumerable<Guid> ids) => Empty.Append(ids);

    public GuidList Append(IEnumerable<Guid> ids)
    {
        var chunks = _chunks.ToList();
        var used = Count & Chunk.Mask;
        Guid[] open = [];
        if (used > 0)
        {
            open = chunks[^1];
            chunks.RemoveAt(chunks.Count - 1);
        }

        // Most transactions touch a few items, so a chunk starts small. A shared chunk has no room left, so what is added
        // to it goes into a copy.
        foreach (var id in ids)
        {
            if (used == open.Length)
                Array.Resize(ref open, Math.Min(Chunk.Rows, Math.Max(4, used * 2)));
            open[used++] = id;
            if (used < Chunk.Rows)
                continue;
            chunks.Add(open);
            (open, used) = ([], 0);
        }
        var count = (chunks.Count << Chunk.Bits) + used;
        if (used > 0)
            chunks.Add(used == open.Length ? open : open[..used]);
        return new([.. chunks], count);
    }

    public GuidList Append(GuidList more)
    {
        if (more.Count == 0)
            return this;
        return (Count & Chunk.Mask) == 0
            ? new([.. _chunks, .. more._chunks], Count + more.Count)
            : Append(more.All());
    }

    /// <summary>A list of chunks, all of which but the last are full.</summary>
    internal static GuidList Of(Guid[][] chunks) => new(chunks, chunks.Sum(c => c.Length));

    public GuidList Gather(IEnumerable<int> rows) => Of(rows.Select(row => this[row]));

    public IEnumerable<Guid> All()
    {
        foreach (var chunk in _chunks)
            foreach (var id in chunk)
                yield return id;
    }

    /// <summary>A run of ids within one chunk, from <paramref name="start"/> on.</summary>
    public ReadOnlySpan<Guid> Run(int start, int most) =>
        _chunks[start >> Chunk.Bits].AsSpan(start & Chunk.Mask)[..Math.Min(most, _chunks[start >> Chunk.Bits].Length - (start & Chunk.Mask))];
}
