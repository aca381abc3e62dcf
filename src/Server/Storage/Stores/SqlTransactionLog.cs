using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Dapper;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Codecs;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Storage.Payloads;
using Espalier.Server.Storage.Stores.Webhooks;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores;

/// <summary>
/// The log in SQL. A large payload's parts are written first, in small writes; then one durable write moves the dataset's
/// head from the transaction before and adds the row: that is the commit.
/// </summary>
public sealed class SqlTransactionLog(IDatabase database, PayloadParts parts, EventHub? events = null) : ITransactionLog
{
    const int Page = 64;

    const string Columns = """
        dataset_id AS DatasetId, sequence AS Sequence, transaction_id AS TransactionId, at AS At, made_by AS MadeBy,
        channel AS Channel, job_id AS JobId, created_items AS CreatedItems, updated_items AS UpdatedItems,
        deleted_items AS DeletedItems, changed_cells AS ChangedCells, changes_definition AS ChangesDefinition,
        size AS Size, checksum AS Checksum
        """;

    public async Task<LoggedTransaction?> AppendAsync(
        string tenantId, Guid datasetId, long sequence, ChangeSet changes, CancellationToken ct)
    {
        await using var stream = new PartWriteStream(parts, tenantId);
        await ChangeCodec.WriteAsync(changes, stream, ct);
        var payload = await stream.EndAsync(ct);
        var transaction = LoggedTransaction.Of(datasetId, sequence, changes, payload.Size);
        var isAppended = await database.WriteAsync(
            async (connection, write) =>
            {
                var before = changes.Definition is null ? null : await DefinitionAsync(tenantId, datasetId, connection, write);
                if (!await MoveHeadAsync(tenantId, datasetId, sequence, changes, connection, write))
                    return false;
                await InsertAsync(tenantId, transaction, payload, connection, write);
                foreach (var happened in WebhookEvent.Of(tenantId, transaction, before, changes.Definition))
                    await WebhookOutbox.AddAsync(happened, connection, write);
                return true;
            },
            ct);
        if (isAppended)
        {
            events?.Publish(new DatasetChanged(
                tenantId, datasetId, changes.Stamp.TransactionId, changes.Stamp.By, changes.Stamp.Channel, transaction.ChangesDefinition)
            {
                Created = transaction.CreatedItems,
                Updated = transaction.UpdatedItems,
                Deleted = transaction.DeletedItems,
            });
            return transaction;
        }
        await stream.DiscardAsync(ct);
        return null;
    }

    public async Task<LoggedTransaction?> FindByJobAsync(string tenantId, Guid jobId, CancellationToken ct) =>
        (await QueryAsync("job_id = @jobId", "", new { tenantId, jobId = Ids.Print(jobId) }, ct)).SingleOrDefault()?.ToTransaction();

    public async Task<LoggedTransaction?> FindByIdAsync(string tenantId, Guid datasetId, Guid transactionId, CancellationToken ct) =>
        (await QueryAsync("dataset_id = @id AND transaction_id = @transaction", "",
            new { tenantId, id = Ids.Print(datasetId), transaction = Ids.Print(transactionId) }, ct)).SingleOrDefault()?.ToTransaction();

    public async Task<IReadOnlyList<LoggedTransaction>> ListNewestAsync(
        string tenantId, Guid datasetId, string? by, long offset, int most, CancellationToken ct)
    {
        // The numbers have no gaps, so a page of all of them begins where the head says, however far back it is.
        var page = by is null
            ? "AND sequence <= (SELECT head FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id) - @offset ORDER BY sequence DESC LIMIT @most"
            : "AND made_by = @by ORDER BY sequence DESC LIMIT @most OFFSET @offset";
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM dataset_log WHERE tenant_id = @tenantId AND dataset_id = @id {page}",
                new { tenantId, id = Ids.Print(datasetId), by, offset, most }),
            ct);
        return [.. rows.Select(row => row.ToTransaction())];
    }

    public async Task<ChangeSet?> FindAsync(string tenantId, Guid datasetId, long sequence, CancellationToken ct)
    {
        var rows = await QueryAsync("dataset_id = @id AND sequence = @sequence", ", payload AS Payload, payload_id AS PayloadId",
            new { tenantId, id = Ids.Print(datasetId), sequence }, ct);
        return rows is [var row] ? await DecodeAsync(tenantId, row, ct) : null;
    }

    public async Task<IReadOnlyList<LoggedTransaction>> ListAsync(
        string tenantId, Guid datasetId, long after, int most, CancellationToken ct) =>
        [.. (await QueryAsync("dataset_id = @id AND sequence > @after AND sequence <= @upTo", "",
            new { tenantId, id = Ids.Print(datasetId), after, upTo = after + most }, ct)).Select(row => row.ToTransaction())];

    public async IAsyncEnumerable<(LoggedTransaction Transaction, ChangeSet Changes)> ReadAsync(
        string tenantId, Guid datasetId, long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            // The numbers have no gaps, so a page is a range of them.
            var rows = await QueryAsync("dataset_id = @id AND sequence > @after AND sequence <= @upTo",
                ", payload AS Payload, payload_id AS PayloadId",
                new { tenantId, id = Ids.Print(datasetId), after, upTo = after + Page }, ct);
            foreach (var row in rows)
            {
                if (row.Sequence != ++after)
                    throw new LogDamaged($"Transaction {after} of the dataset {Ids.Print(datasetId)} is missing.");
                yield return (row.ToTransaction(), await DecodeAsync(tenantId, row, ct));
            }
            if (rows.Count < Page)
                yield break;
        }
    }

    async Task<ChangeSet> DecodeAsync(string tenantId, Row row, CancellationToken ct)
    {
        try
        {
            await using var stream = PartReadStream.Open(database, tenantId, row.ToPayload());
            return await ChangeCodec.ReadAsync(stream, ct);
        }
        catch (Exception e) when (e is LogDamaged or InvalidDataException or EndOfStreamException)
        {
            throw new LogDamaged($"Transaction {row.Sequence} of the dataset {row.DatasetId} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The definition as it stands; null when there is no dataset yet.</summary>
    static async Task<DatasetDefinition?> DefinitionAsync(string tenantId, Guid datasetId, DbConnection connection, DbTransaction write) =>
        await connection.ExecuteScalarAsync<string?>(
            "SELECT definition FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id", new { tenantId, id = Ids.Print(datasetId) }, write)
            is { } json ? DefinitionJson.Read(Encoding.UTF8.GetBytes(json)) : null;

    static async Task<bool> MoveHeadAsync(string tenantId, Guid datasetId, long sequence, ChangeSet changes,
        DbConnection connection, DbTransaction write)
    {
        var (stamp, definition) = (changes.Stamp, changes.Definition);
        return await connection.ExecuteAsync(
            sequence == 1 ? InsertDataset : UpdateDataset,
            new
            {
                tenantId,
                id = Ids.Print(datasetId),
                before = sequence - 1,
                sequence,
                stamp.At,
                stamp.By,
                transaction = Ids.Print(stamp.TransactionId),
                defines = definition is null ? 0 : 1,
                changes = changes.ChangesItems ? 1 : 0,
                name = definition?.Name,
                type = definition?.Type,
                definition = definition is null ? null : Encoding.UTF8.GetString(DefinitionJson.Write(definition)),
            },
            write) == 1;
    }

    const string InsertDataset = """
        INSERT INTO dataset (tenant_id, dataset_id, name, type, definition, created_at, created_by, modified_at, modified_by,
                             definition_transaction, items_modified_at, items_transaction, head, head_transaction)
        VALUES (@tenantId, @id, @name, @type, @definition, @At, @By, @At, @By, @transaction, @At, @transaction, 1, @transaction)
        ON CONFLICT (tenant_id, dataset_id) DO NOTHING
        """;

    const string UpdateDataset = """
        UPDATE dataset SET
            head = @sequence,
            head_transaction = @transaction,
            name = CASE WHEN @defines = 1 THEN @name ELSE name END,
            type = CASE WHEN @defines = 1 THEN @type ELSE type END,
            definition = CASE WHEN @defines = 1 THEN @definition ELSE definition END,
            definition_transaction = CASE WHEN @defines = 1 THEN @transaction ELSE definition_transaction END,
            modified_at = CASE WHEN @defines = 1 THEN @At ELSE modified_at END,
            modified_by = CASE WHEN @defines = 1 THEN @By ELSE modified_by END,
            items_transaction = CASE WHEN @changes = 1 THEN @transaction ELSE items_transaction END,
            items_modified_at = CASE WHEN @changes = 1 THEN @At ELSE items_modified_at END
        WHERE tenant_id = @tenantId AND dataset_id = @id AND head = @before AND deleted_at IS NULL
        """;

    static async Task InsertAsync(string tenantId, LoggedTransaction logged, StoredPayload payload,
        DbConnection connection, DbTransaction write)
    {
        var stamp = logged.Stamp;
        var inserted = await connection.ExecuteAsync("""
            INSERT INTO dataset_log (tenant_id, dataset_id, sequence, transaction_id, at, made_by, channel, job_id,
                                     created_items, updated_items, deleted_items, changed_cells, changes_definition,
                                     format, size, checksum, payload, payload_id)
            VALUES (@tenantId, @id, @Sequence, @transaction, @At, @By, @Channel, @job,
                    @CreatedItems, @UpdatedItems, @DeletedItems, @ChangedCells, @defines,
                    @format, @Size, @Checksum, @Bytes, @PayloadId)
            ON CONFLICT (tenant_id, job_id) DO NOTHING
            """,
            new
            {
                tenantId,
                id = Ids.Print(logged.DatasetId),
                logged.Sequence,
                transaction = Ids.Print(stamp.TransactionId),
                stamp.At,
                stamp.By,
                stamp.Channel,
                job = stamp.JobId is { } job ? Ids.Print(job) : null,
                logged.CreatedItems,
                logged.UpdatedItems,
                logged.DeletedItems,
                logged.ChangedCells,
                defines = logged.ChangesDefinition ? 1 : 0,
                format = (int)ChangeCodec.Format,
                payload.Size,
                payload.Checksum,
                payload.Bytes,
                payload.PayloadId,
            },
            write);
        if (inserted == 0)
            throw new JobCommitted(stamp.JobId!.Value);
        if (payload.PayloadId is { } payloadId && !await PayloadParts.KeepAsync(tenantId, payloadId, connection, write))
            throw new LogDamaged($"The parts of the payload {payloadId} were swept away before it was committed.");
    }

    async Task<IReadOnlyList<Row>> QueryAsync(string condition, string more, object parameters, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Columns}{more} FROM dataset_log WHERE tenant_id = @tenantId AND {condition} ORDER BY sequence", parameters),
            ct)).AsList();

    sealed class Row
    {
        public required string DatasetId { get; init; }
        public required long Sequence { get; init; }
        public required string TransactionId { get; init; }
        public required long At { get; init; }
        public required string MadeBy { get; init; }
        public required string Channel { get; init; }
        public string? JobId { get; init; }
        public required long CreatedItems { get; init; }
        public required long UpdatedItems { get; init; }
        public required long DeletedItems { get; init; }
        public required long ChangedCells { get; init; }
        public required long ChangesDefinition { get; init; }
        public required long Size { get; init; }
        public required long Checksum { get; init; }
        public byte[]? Payload { get; init; }
        public string? PayloadId { get; init; }

        public StoredPayload ToPayload() => new(Size, Checksum, Payload, PayloadId);

        public LoggedTransaction ToTransaction() =>
            new(Guid.Parse(DatasetId), Sequence,
                new(Guid.Parse(TransactionId), At, MadeBy, Channel) { JobId = JobId is null ? null : Guid.Parse(JobId) }, Size)
            {
                CreatedItems = CreatedItems,
                UpdatedItems = UpdatedItems,
                DeletedItems = DeletedItems,
                ChangedCells = ChangedCells,
                ChangesDefinition = ChangesDefinition == 1,
            };
    }
}
