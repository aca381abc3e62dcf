using Dapper;
using Espalier.Engine.Changes.Codecs;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Storage.Payloads;

namespace Espalier.Server.Storage.Stores;

/// <summary>Checkpoints in SQL. Nothing of theirs needs to be durable at once, for the log has it all.</summary>
public sealed partial class SqlCheckpointStore(
    IDatabase database, PayloadParts parts, TimeProvider time, ILogger<SqlCheckpointStore> logger) : ICheckpointStore
{
    const int Kept = 2;

    public async Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        foreach (var row in await ListAsync(tenantId, datasetId, ct))
        {
            try
            {
                await using var stream = PartReadStream.Open(database, tenantId, row.ToPayload());
                var snapshot = await ChangeCodec.ReadSnapshotAsync(stream, ct);
                if (snapshot.Sequence == row.Sequence)
                    return snapshot;
            }
            catch (Exception e) when (e is LogDamaged or InvalidDataException or EndOfStreamException)
            {
                LogUnreadable(e, tenantId, datasetId, row.Sequence);
            }
        }
        return null;
    }

    public async Task WriteAsync(string tenantId, Guid datasetId, Snapshot snapshot, CancellationToken ct)
    {
        await using var stream = new PartWriteStream(parts, tenantId);
        await ChangeCodec.WriteSnapshotAsync(snapshot, stream, ct);
        var payload = await stream.EndAsync(ct);
        if (!await InsertAsync(tenantId, datasetId, snapshot.Sequence, payload, ct))
            await stream.DiscardAsync(ct);

        foreach (var old in (await ListAsync(tenantId, datasetId, ct)).Skip(Kept))
            await RemoveAsync(tenantId, datasetId, old, ct);
    }

    public Task<int> SweepAsync(CancellationToken ct) => parts.SweepAsync(ct);

    Task<bool> InsertAsync(string tenantId, Guid datasetId, long sequence, StoredPayload payload, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var inserted = await connection.ExecuteAsync("""
                    INSERT INTO dataset_checkpoint (tenant_id, dataset_id, sequence, written_at, format, size, checksum, payload, payload_id)
                    VALUES (@tenantId, @id, @sequence, @now, @format, @Size, @Checksum, @Bytes, @PayloadId)
                    ON CONFLICT (tenant_id, dataset_id, sequence) DO NOTHING
                    """,
                    new
                    {
                        tenantId,
                        id = Ids.Print(datasetId),
                        sequence,
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        format = (int)ChangeCodec.Format,
                        payload.Size,
                        payload.Checksum,
                        payload.Bytes,
                        payload.PayloadId,
                    },
                    transaction) == 1;
                if (inserted && payload.PayloadId is { } payloadId
                    && !await PayloadParts.KeepAsync(tenantId, payloadId, connection, transaction))
                    throw new LogDamaged($"The parts of the payload {payloadId} were swept away before it was committed.");
                return inserted;
            },
            ct, durable: false);

    async Task RemoveAsync(string tenantId, Guid datasetId, Row old, CancellationToken ct)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var removed = await connection.ExecuteAsync(
                    "DELETE FROM dataset_checkpoint WHERE tenant_id = @tenantId AND dataset_id = @id AND sequence = @Sequence",
                    new { tenantId, id = Ids.Print(datasetId), old.Sequence }, transaction);
                if (removed == 1 && old.PayloadId is { } loose)
                    await PayloadParts.LoosenAsync(tenantId, loose, connection, transaction);
                return removed;
            },
            ct, durable: false);
        if (old.PayloadId is { } payloadId)
            await parts.DeleteAsync(tenantId, payloadId, ct);
    }

    /// <summary>The newest first.</summary>
    async Task<IReadOnlyList<Row>> ListAsync(string tenantId, Guid datasetId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QueryAsync<Row>("""
                SELECT sequence AS Sequence, size AS Size, checksum AS Checksum, payload AS Payload, payload_id AS PayloadId
                FROM dataset_checkpoint WHERE tenant_id = @tenantId AND dataset_id = @id ORDER BY sequence DESC
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct)).AsList();

    [LoggerMessage(Level = LogLevel.Error, Message = "Checkpoint {Sequence} of dataset {TenantId}/{DatasetId} cannot be read; the log is read instead")]
    partial void LogUnreadable(Exception e, string tenantId, Guid datasetId, long sequence);

    sealed class Row
    {
        public required long Sequence { get; init; }
        public required long Size { get; init; }
        public required long Checksum { get; init; }
        public byte[]? Payload { get; init; }
        public string? PayloadId { get; init; }

        public StoredPayload ToPayload() => new(Size, Checksum, Payload, PayloadId);
    }
}
