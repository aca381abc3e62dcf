using System.Data.Common;
using System.Text;
using Dapper;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Http;
using Espalier.Server.Storage.Stores.Webhooks;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores.Settings;

/// <summary>Where datasets stand, in SQL.</summary>
public sealed class SqlDatasetStandingStore(IDatabase database, TimeProvider time) : IDatasetStandingStore
{
    const string Select = """
        SELECT d.dataset_id AS DatasetId, d.definition AS Definition, d.created_at AS CreatedAt, d.created_by AS CreatedBy,
               d.modified_at AS ModifiedAt, d.modified_by AS ModifiedBy, d.items_modified_at AS ItemsModifiedAt, d.head_transaction AS Version,
               d.archived_at AS ArchivedAt, d.deleted_at AS DeletedAt, d.deleted_by AS DeletedBy, d.prefilter AS Prefilter,
               (SELECT COALESCE(SUM(l.created_items - l.deleted_items), 0) FROM dataset_log l
                WHERE l.tenant_id = d.tenant_id AND l.dataset_id = d.dataset_id) AS Items,
               (SELECT COUNT(*) FROM dataset_view v WHERE v.tenant_id = d.tenant_id AND v.dataset_id = d.dataset_id) AS Views,
               (SELECT COUNT(*) FROM draft f WHERE f.tenant_id = d.tenant_id AND f.dataset_id = d.dataset_id) AS Drafts
        FROM dataset d WHERE d.tenant_id = @tenantId AND
        """;

    public async Task<IReadOnlyList<DatasetSummary>> ListAsync(string tenantId, DatasetStanding standing, CancellationToken ct)
    {
        var condition = standing switch
        {
            DatasetStanding.Deleted => "d.deleted_at IS NOT NULL",
            DatasetStanding.Archived => "d.deleted_at IS NULL AND d.archived_at IS NOT NULL",
            _ => "d.deleted_at IS NULL AND d.archived_at IS NULL",
        };
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>($"{Select} {condition}", new { tenantId }), ct);
        return [.. rows.Select(row => row.ToSummary())];
    }

    public async Task<DatasetSummary?> FindDeletedAsync(string tenantId, Guid datasetId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(
                $"{Select} d.deleted_at IS NOT NULL AND d.dataset_id = @id", new { tenantId, id = Ids.Print(datasetId) }),
            ct))?.ToSummary();

    public Task<bool> ArchiveAsync(string tenantId, Guid datasetId, DateTimeOffset? at, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => UpdateAsync(
                "archived_at = @at", "deleted_at IS NULL", new { tenantId, id = Ids.Print(datasetId), at = at?.ToUnixTimeMilliseconds() }, connection, transaction),
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid datasetId, DateTimeOffset at, string by, CancellationToken ct) =>
        MoveAsync("deleted_at = @at, deleted_by = @by", "deleted_at IS NULL", EventTypes.DatasetDelete, tenantId, datasetId, at, by, ct);

    public Task<bool> RestoreAsync(string tenantId, Guid datasetId, DateTimeOffset at, string by, CancellationToken ct) =>
        MoveAsync("deleted_at = NULL, deleted_by = NULL", "deleted_at IS NOT NULL", EventTypes.DatasetUndelete, tenantId, datasetId, at, by, ct);

    public Task<string?> FindPrefilterAsync(string tenantId, Guid datasetId, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(
                "SELECT prefilter FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id AND deleted_at IS NULL",
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);

    public Task<bool> SavePrefilterAsync(string tenantId, Guid datasetId, string? filter, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => UpdateAsync(
                "prefilter = @filter", "deleted_at IS NULL", new { tenantId, id = Ids.Print(datasetId), filter }, connection, transaction),
            ct);

    public async Task<(string TenantId, Guid DatasetId)?> ForgetOneAsync(DateTimeOffset deletedBefore, CancellationToken ct)
    {
        const string one = "SELECT tenant_id, dataset_id FROM dataset WHERE deleted_at < @before ORDER BY deleted_at LIMIT 1";
        var before = deletedBefore.ToUnixTimeMilliseconds();
        var (tenantId, id) = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<(string? TenantId, string Id)>(one, new { before }), ct);
        if (tenantId is null)
            return null;
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                // It may have been restored since the look.
                if (await connection.ExecuteAsync(
                        "DELETE FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id AND deleted_at < @before",
                        new { tenantId, id, before }, transaction) == 0)
                    return 0;
                // Large payloads are swept up like others that nothing refers to.
                return await connection.ExecuteAsync("""
                    INSERT INTO log_loose_payload (tenant_id, payload_id, touched_at)
                    SELECT tenant_id, payload_id, @now FROM dataset_log WHERE tenant_id = @tenantId AND dataset_id = @id AND payload_id IS NOT NULL
                    UNION
                    SELECT tenant_id, payload_id, @now FROM dataset_checkpoint WHERE tenant_id = @tenantId AND dataset_id = @id AND payload_id IS NOT NULL;
                    DELETE FROM dataset_log WHERE tenant_id = @tenantId AND dataset_id = @id;
                    DELETE FROM dataset_checkpoint WHERE tenant_id = @tenantId AND dataset_id = @id;
                    DELETE FROM dataset_rights WHERE tenant_id = @tenantId AND dataset_id = @id;
                    DELETE FROM dataset_view WHERE tenant_id = @tenantId AND dataset_id = @id;
                    DELETE FROM draft_item WHERE tenant_id = @tenantId AND draft_id IN (
                        SELECT draft_id FROM draft WHERE tenant_id = @tenantId AND dataset_id = @id);
                    DELETE FROM draft WHERE tenant_id = @tenantId AND dataset_id = @id;
                    """,
                    new { tenantId, id, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction);
            },
            ct);
        return (tenantId, Guid.Parse(id));
    }

    /// <summary>Takes a dataset away or brings it back, and tells webhooks of it.</summary>
    Task<bool> MoveAsync(
        string set, string where, string type, string tenantId, Guid datasetId, DateTimeOffset at, string by, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var key = new { tenantId, id = Ids.Print(datasetId), at = at.ToUnixTimeMilliseconds(), by };
                if (!await UpdateAsync(set, where, key, connection, transaction))
                    return false;
                var definition = await connection.QuerySingleAsync<string>(
                    "SELECT definition FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id", key, transaction);
                var happened = WebhookEvent.Of(tenantId, datasetId, type, by, at, DefinitionJson.Read(Encoding.UTF8.GetBytes(definition)));
                await WebhookOutbox.AddAsync(happened, connection, transaction);
                return true;
            },
            ct);

    static async Task<bool> UpdateAsync(string set, string where, object values, DbConnection connection, DbTransaction transaction) =>
        await connection.ExecuteAsync(
            $"UPDATE dataset SET {set} WHERE tenant_id = @tenantId AND dataset_id = @id AND {where}", values, transaction) == 1;

    sealed class Row
    {
        public required string DatasetId { get; init; }
        public required string Definition { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required string ModifiedBy { get; init; }
        public required long ItemsModifiedAt { get; init; }
        public required string Version { get; init; }
        public long? ArchivedAt { get; init; }
        public long? DeletedAt { get; init; }
        public string? DeletedBy { get; init; }
        public string? Prefilter { get; init; }
        public required long Items { get; init; }
        public required long Views { get; init; }
        public required long Drafts { get; init; }

        public DatasetSummary ToSummary() => new(Guid.Parse(DatasetId), DefinitionJson.Read(Encoding.UTF8.GetBytes(Definition)))
        {
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ModifiedBy = ModifiedBy,
            ItemsModifiedAt = ItemsModifiedAt,
            Version = Guid.Parse(Version),
            Items = Items,
            Views = Views,
            Drafts = Drafts,
            ArchivedAt = ArchivedAt,
            DeletedAt = DeletedAt,
            DeletedBy = DeletedBy,
            Prefilter = Prefilter,
        };
    }
}
