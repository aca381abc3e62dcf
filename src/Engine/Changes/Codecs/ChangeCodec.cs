using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Codecs;

/// <summary>
/// Change sets and snapshots as bytes, for the log. Columns are written as they are packed in memory, so a full load is
/// stored about as fast as it can be copied, and opens as fast. The first byte tells the format.
/// </summary>
public static class ChangeCodec
{
    /// <summary>The format that is written; older ones must stay readable.</summary>
    public const byte Format = 1;

    public static async Task WriteAsync(ChangeSet changes, Stream into, CancellationToken ct)
    {
        var to = new PayloadWriter(into);
        to.Byte(Format);
        WriteStamp(changes.Stamp, to);
        var definition = changes.Definition is null ? [] : DefinitionJson.Write(changes.Definition);
        to.Count(definition.Length);
        to.Bytes(definition);
        to.Count(changes.Updated.Cells.Length);
        await to.EndFrameAsync(ct);

        await WriteItemsAsync(changes.Created, to, ct);
        await WriteRowsAsync(changes.Updated.Rows, to, ct);
        await ColumnCodec.WriteAsync(changes.Updated.Ids, to, ct);
        foreach (var cells in changes.Updated.Cells)
        {
            to.Text(cells.Key);
            await to.EndFrameAsync(ct);
            await WriteRowsAsync(cells.Positions, to, ct);
            await ColumnCodec.WriteAsync(cells.Old, to, ct);
            await ColumnCodec.WriteAsync(cells.New, to, ct);
        }
        await WriteRowsAsync(changes.Deleted.Rows, to, ct);
        await WriteItemsAsync(changes.Deleted.Items, to, ct);
        await to.FlushAsync(ct);
    }

    /// <exception cref="InvalidDataException">The bytes are no change set of a known format.</exception>
    /// <exception cref="EndOfStreamException">The bytes end too early.</exception>
    public static async Task<ChangeSet> ReadAsync(Stream from, CancellationToken ct)
    {
        using var reader = new PayloadReader(from);
        await reader.NextFrameAsync(ct);
        CheckFormat(reader);
        var stamp = ReadStamp(reader);
        var length = reader.Count();
        var definition = length == 0 ? null : DefinitionJson.Read(reader.Bytes(length));
        var updates = reader.Count();

        var created = await ReadItemsAsync(reader, ct);
        var rows = await ReadRowsAsync(reader, ct);
        var ids = await ColumnCodec.ReadIdsAsync(reader, ct);
        var cells = ImmutableArray.CreateBuilder<CellChanges>(updates);
        while (updates-- > 0)
        {
            await reader.NextFrameAsync(ct);
            var key = reader.Text();
            cells.Add(new(key, await ReadRowsAsync(reader, ct),
                await ColumnCodec.ReadAsync(reader, ct), await ColumnCodec.ReadAsync(reader, ct)));
        }
        var deleted = await ReadRowsAsync(reader, ct);
        return new(stamp)
        {
            Definition = definition,
            Created = created,
            Updated = new(rows, ids, cells.ToImmutable()),
            Deleted = new(deleted, await ReadItemsAsync(reader, ct)),
        };
    }

    public static async Task WriteSnapshotAsync(Snapshot snapshot, Stream into, CancellationToken ct)
    {
        var to = new PayloadWriter(into);
        to.Byte(Format);
        to.Count(snapshot.Sequence);
        WriteStamp(snapshot.Stamps.Created, to);
        WriteStamp(snapshot.Stamps.Configured, to);
        WriteStamp(snapshot.Stamps.Items, to);
        to.Bytes(DefinitionJson.Write(snapshot.Definition));
        await to.EndFrameAsync(ct);

        await ColumnCodec.WriteAsync(snapshot.Ids, to, ct);
        await ColumnCodec.WriteAsync(snapshot.SortOrders.Cells, to, ct);
        await ColumnCodec.WriteAsync(snapshot.ModifiedAt.Cells, to, ct);
        await WriteRowsAsync([.. snapshot.Live.DeadRows()], to, ct);
        foreach (var column in snapshot.Columns)
            await ColumnCodec.WriteAsync(column, to, ct);
        await to.FlushAsync(ct);
    }

    /// <exception cref="InvalidDataException">The bytes are no snapshot of a known format.</exception>
    /// <exception cref="EndOfStreamException">The bytes end too early.</exception>
    public static async Task<Snapshot> ReadSnapshotAsync(Stream from, CancellationToken ct)
    {
        using var reader = new PayloadReader(from);
        await reader.NextFrameAsync(ct);
        CheckFormat(reader);
        var sequence = reader.LongCount();
        var stamps = new SnapshotStamps(ReadStamp(reader), ReadStamp(reader), ReadStamp(reader));
        var definition = DefinitionJson.Read(reader.Bytes(reader.Left));

        var ids = await ColumnCodec.ReadIdsAsync(reader, ct);
        var sortOrders = await ColumnCodec.ReadCellsAsync(reader, ct);
        var modifiedAt = await ColumnCodec.ReadCellsAsync(reader, ct);
        var dead = await ReadRowsAsync(reader, ct);
        var columns = ImmutableArray.CreateBuilder<Column>(definition.Properties.Length);
        for (var p = 0; p < definition.Properties.Length; p++)
            columns.Add(await ColumnCodec.ReadAsync(reader, ct));
        return new(sequence, definition, stamps, columns.ToImmutable(), ids, sortOrders, modifiedAt,
            LiveRows.All(ids.Count).Without(dead.AsSpan()));
    }

    static async Task WriteItemsAsync(ItemTable items, PayloadWriter to, CancellationToken ct)
    {
        to.Count(items.Columns.Length);
        foreach (var column in items.Columns)
            to.Text(column.Key);
        await to.EndFrameAsync(ct);
        await ColumnCodec.WriteAsync(items.Ids, to, ct);
        await ColumnCodec.WriteAsync(items.SortOrders, to, ct);
        foreach (var column in items.Columns)
            await ColumnCodec.WriteAsync(column.Column, to, ct);
    }

    static async Task<ItemTable> ReadItemsAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var keys = new string[from.Count()];
        for (var k = 0; k < keys.Length; k++)
            keys[k] = from.Text();
        var ids = await ColumnCodec.ReadIdsAsync(from, ct);
        var sortOrders = await ColumnCodec.ReadCellsAsync(from, ct);
        var columns = ImmutableArray.CreateBuilder<KeyedColumn>(keys.Length);
        foreach (var key in keys)
            columns.Add(new(key, await ColumnCodec.ReadAsync(from, ct)));
        return new(ids, sortOrders, columns.ToImmutable());
    }

    /// <summary>Ascending rows, as the steps between them.</summary>
    static async Task WriteRowsAsync(ImmutableArray<int> rows, PayloadWriter to, CancellationToken ct)
    {
        to.Count(rows.Length);
        var last = 0;
        foreach (var row in rows)
        {
            to.Count(row - last);
            last = row;
        }
        await to.EndFrameAsync(ct);
    }

    static async Task<ImmutableArray<int>> ReadRowsAsync(PayloadReader from, CancellationToken ct)
    {
        await from.NextFrameAsync(ct);
        var rows = new int[from.Count()];
        var last = 0;
        for (var i = 0; i < rows.Length; i++)
            rows[i] = last += from.Count();
        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }

    static void WriteStamp(TransactionStamp stamp, PayloadWriter to)
    {
        to.Guid(stamp.TransactionId);
        to.Long(stamp.At);
        to.Text(stamp.By);
        to.Text(stamp.Channel);
        to.Byte(stamp.JobId is null ? (byte)0 : (byte)1);
        if (stamp.JobId is { } job)
            to.Guid(job);
    }

    static TransactionStamp ReadStamp(PayloadReader from) => new(from.Guid(), from.Long(), from.Text(), from.Text())
    {
        JobId = from.Byte() == 0 ? null : from.Guid(),
    };

    static void CheckFormat(PayloadReader from)
    {
        if (from.Byte() is var format && format != Format)
            throw new InvalidDataException($"The payload has format {format}; this version reads {Format}.");
    }
}
