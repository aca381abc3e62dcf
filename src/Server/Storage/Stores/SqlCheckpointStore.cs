using Dapper;
using Espalier.Engine.Changes.Codecs;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Http;
using Espalier.Server.Storage.Payloads;

namespace Espalier.Server.Storage.Stores;

/// <summary>Checkpoints in SQL. Nothing of theirs needs to be durable at once, for the log has it all.</summary>
public sealed partial class SqlCheckpointStore(
    IDatabase database, PayloadParts parts, TimeProvider time, ILogger<SqlCheckpointStore> logger) : ICheckpointStore
{
    public Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, CancellationToken ct) =>
        ReadAsync(tenantId, datasetId, 0, long.MaxValue, ct);

    public async Task<Snapshot?> ReadAsync(string tenantId, Guid datasetId, long after, long upTo, CancellationToken ct)
    {
        foreach (var row in await ListAsync(tenantId, datasetId, ct))
        {
            if (row.Sequence <= after || row.Sequence > upTo)
                continue;
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

        var rows = await ListAsync(tenantId, datasetId, ct);
        var stay = CheckpointLadder.Kept([.. rows.Select(row => new Rung(row.Sequence, row.Size, row.LogBytes))]);
        foreach (var old in rows.Where(row => !stay.Contains(row.Sequence)))
            await RemoveAsync(tenantId, datasetId, old, ct);
    }

    public Task<int> SweepAsync(CancellationToken ct) => parts.SweepAsync(ct);

    Task<bool> InsertAsync(string tenantId, Guid datasetId, long sequence, StoredPayload payload, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                // Counted on from the checkpoint before, so that a long log is not read whole each time.
                var parameters = new { tenantId, id = Ids.Print(datasetId), sequence };
                var (from, counted) = await connection.QuerySingleOrDefaultAsync<(long, long)>("""
                    SELECT sequence, log_bytes FROM dataset_checkpoint
                    WHERE tenant_id = @tenantId AND dataset_id = @id AND sequence < @sequence ORDER BY sequence DESC LIMIT 1
                    """, parameters, transaction);
                var logBytes = counted + await connection.ExecuteScalarAsync<long>("""
                    SELECT COALESCE(SUM(size), 0) FROM dataset_log
                    WHERE tenant_id = @tenantId AND dataset_id = @id AND sequence > @from AND sequence <= @sequence
                    """, new { parameters.tenantId, parameters.id, from, sequence }, transaction);
                var inserted = await connection.ExecuteAsync("""
                    INSERT INTO dataset_checkpoint (tenant_id, dataset_id, sequence, written_at, log_bytes, format, size, checksum, payload, payload_id)
                    VALUES (@tenantId, @id, @sequence, @now, @logBytes, @format, @Size, @Checksum, @Bytes, @PayloadId)
                    ON CONFLICT (tenant_id, dataset_id, sequence) DO NOTHING
                    """,
                    new
                    {
                        tenantId,
                        id = Ids.Print(datasetId),
                        sequence,
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        logBytes,
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
                SELECT sequence AS Sequence, log_bytes AS LogBytes, size AS Size, checksum AS Checksum, payload AS Payload, payload_id AS PayloadId
                FROM dataset_checkpoint WHERE tenant_id = @tenantId AND dataset_id = @id ORDER BY sequence DESC
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct)).AsList();

    [LoggerMessage(Level = LogLevel.Error, Message = "Checkpoint {Sequence} of dataset {TenantId}/{DatasetId} cannot be read; the log is read instead")]
    partial void LogUnreadable(Exception e, string tenantId, Guid datasetId, long sequence);

    sealed class Row
    {
        public required long Sequence { get; init; }
        public required long LogBytes { get; init; }
        public required long Size { get; init; }
        public required long Checksum { get; init; }
        public byte[]? Payload { get; init; }
        public string? PayloadId { get; init; }

        public StoredPayload ToPayload() => new(Size, Checksum, Payload, PayloadId);
    }
}
