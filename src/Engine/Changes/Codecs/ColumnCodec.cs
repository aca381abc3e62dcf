using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Codecs;

/// <summary>Columns in a payload: their chunks as they stand in memory, and the texts of those that hold texts.</summary>
static class ColumnCodec
{
    public static async Task WriteAsync(Column column, PayloadWriter to, CancellationToken ct)
    {
        // A few cells over a large pool take only their texts along.
        if (column is StoredTexts few && few.Pool.Count > 2L * few.Count + 64)
            column = Stored.Repool(few);

        var stored = (IStoredColumn)column;
        to.Byte((byte)column.Type);
        var raw = column.Raw;
        to.Count(raw?.Count ?? 0);
        foreach (var (row, text) in raw?.All ?? [])
        {
            to.Count(row);
            to.Text(text);
        }
        await to.EndFrameAsync(ct);
        await WriteAsync(stored.Cells, to, ct);
        if (column is StoredTexts texts)
            await WriteAsync(texts.Pool, to, ct);
    }

    public static async Task<Column> ReadAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var type = (PropertyType)from.Byte();
        var raw = new List<KeyValuePair<int, string>>();
        for (var left = from.Count(); left > 0; left--)
            raw.Add(new(from.Count(), from.Text()));
        var cells = await ReadCellsAsync(from, ct);
        var pool = type == PropertyType.Text ? await ReadPoolAsync(from, ct) : null;
        return Stored.Of(type, cells, pool, RawTexts.Of(raw));
    }

    public static async Task WriteAsync(ChunkList cells, PayloadWriter to, CancellationToken ct)
    {
        to.Byte((byte)cells.Kind);
        to.Count(cells.Chunks.Length);
        await to.EndFrameAsync(ct);
        for (var c = 0; c < cells.Chunks.Length; c++)
        {
            var chunk = cells.Chunks[c];
            to.Count(chunk.Count);
            to.Byte(chunk.Width);
            to.Long(chunk.Origin);
            to.Count(chunk.Factor);
            to.Count((long)chunk.Scale);
            to.Bytes(chunk.Data);
            await to.EndFrameAsync(ct);
        }
    }

    public static async Task<ChunkList> ReadCellsAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var kind = (ChunkKind)from.Byte();
        var chunks = new Chunk[from.Count()];
        for (var c = 0; c < chunks.Length; c++)
        {
            await from.NextFrameAsync(ct);
            var count = from.Count();
            var width = from.Byte();
            var (origin, factor, scale) = (from.Long(), from.LongCount(), from.LongCount());
            chunks[c] = new(count, width, origin, factor, scale, from.Bytes(count * width).ToArray());
        }
        return new(kind, chunks);
    }

    public static async Task WriteAsync(GuidList ids, PayloadWriter to, CancellationToken ct)
    {
        to.Count(ids.Count);
        await to.EndFrameAsync(ct);
        for (var start = 0; start < ids.Count;)
        {
            var run = ids.Run(start, Chunk.Rows);
            start += run.Length;
            foreach (var id in run)
                to.Guid(id);
            await to.EndFrameAsync(ct);
        }
    }

    public static async Task<GuidList> ReadIdsAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var left = from.Count();
        var chunks = new Guid[(left + Chunk.Mask) >> Chunk.Bits][];
        for (var c = 0; c < chunks.Length; c++, left -= Chunk.Rows)
        {
            await from.NextFrameAsync(ct);
            chunks[c] = new Guid[Math.Min(left, Chunk.Rows)];
            foreach (ref var id in chunks[c].AsSpan())
                id = from.Guid();
        }
        return GuidList.Of(chunks);
    }

    static async Task WriteAsync(TextPool pool, PayloadWriter to, CancellationToken ct)
    {
        var count = pool.Count;
        to.Count(count);
        to.Byte(pool.FindsEqual ? (byte)1 : (byte)0);
        await to.EndFrameAsync(ct);
        for (var done = 0; done < count;)
        {
            done += pool.Run(done, count, out var bytes);
            to.Bytes(bytes);
            await to.EndFrameAsync(ct);
        }
    }

    static async Task<TextPool> ReadPoolAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var pool = new TextPool();
        var count = from.Count();
        var findsEqual = from.Byte() == 1;
        while (pool.Count < count)
        {
            await from.NextFrameAsync(ct);
            pool.AddRun(from.Bytes(from.Left));
        }
        pool.Restore(findsEqual);
        return pool;
    }
}
