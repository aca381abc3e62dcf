using System.Text;
using Dapper;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores;

/// <summary>Datasets' rows in SQL; <see cref="SqlTransactionLog"/> writes them.</summary>
public sealed class SqlDatasetStore(IDatabase database) : IDatasetStore
{
    public async Task<IReadOnlyList<DatasetListing>> ListAsync(string tenantId, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(string Id, string Name, string Type, string CreatedBy)>(
                "SELECT dataset_id, name, type, created_by FROM dataset WHERE tenant_id = @tenantId AND deleted_at IS NULL AND archived_at IS NULL",
                new { tenantId }),
            ct);
        // Here, because databases differ in how they order texts.
        return
        [
            .. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)
                .Select(row => new DatasetListing(Guid.Parse(row.Id), row.Name, row.Type, row.CreatedBy)),
        ];
    }

    public async Task<IReadOnlyList<LinksListing>> ListLinksAsync(string tenantId, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(string Id, string Definition)>(
                "SELECT dataset_id, definition FROM dataset WHERE tenant_id = @tenantId AND type = @type AND deleted_at IS NULL",
                new { tenantId, type = LinkProperties.Type }),
            ct);
        return
        [
            .. from row in rows
               let ends = DefinitionJson.Read(Encoding.UTF8.GetBytes(row.Definition)).Ends
               where ends is not null
               select new LinksListing(Guid.Parse(row.Id), ends),
        ];
    }

    public async Task<DatasetState?> FindAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>("""
                SELECT d.definition AS Definition, d.created_at AS CreatedAt, d.created_by AS CreatedBy, d.modified_at AS ModifiedAt,
                       d.modified_by AS ModifiedBy, d.definition_transaction AS DefinitionTransaction,
                       d.items_transaction AS ItemsTransaction, d.items_modified_at AS ItemsModifiedAt,
                       COALESCE(r.version, 0) AS RightsVersion
                FROM dataset d LEFT JOIN dataset_rights r ON r.tenant_id = d.tenant_id AND r.dataset_id = d.dataset_id
                WHERE d.tenant_id = @tenantId AND d.dataset_id = @id AND d.deleted_at IS NULL
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);
        return row?.ToState(datasetId);
    }

    public async Task<IReadOnlyList<(string TenantId, Guid DatasetId)>> ListRecentAsync(int most, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(string TenantId, string Id)>("""
                SELECT tenant_id, dataset_id FROM dataset WHERE deleted_at IS NULL
                ORDER BY CASE WHEN modified_at > items_modified_at THEN modified_at ELSE items_modified_at END DESC LIMIT @most
                """,
                new { most }),
            ct);
        return [.. rows.Select(row => (row.TenantId, Guid.Parse(row.Id)))];
    }

    public async Task<DatasetHead?> FindHeadAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        var (by, sequence, transaction, rights, archived) = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<(string? By, long Sequence, string Transaction, long Rights, long? Archived)>("""
                SELECT d.created_by, d.head, d.head_transaction, COALESCE(r.version, 0), d.archived_at
                FROM dataset d LEFT JOIN dataset_rights r ON r.tenant_id = d.tenant_id AND r.dataset_id = d.dataset_id
                WHERE d.tenant_id = @tenantId AND d.dataset_id = @id AND d.deleted_at IS NULL
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);
        return by is null ? null : new(by, sequence, Guid.Parse(transaction), rights, archived is not null);
    }

    sealed class Row
    {
        public required string Definition { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required string ModifiedBy { get; init; }
        public required string DefinitionTransaction { get; init; }
        public required string ItemsTransaction { get; init; }
        public required long ItemsModifiedAt { get; init; }
        public required long RightsVersion { get; init; }

        public DatasetState ToState(Guid datasetId) => new(datasetId, DefinitionJson.Read(Encoding.UTF8.GetBytes(Definition)))
        {
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ModifiedBy = ModifiedBy,
            DefinitionTransaction = Guid.Parse(DefinitionTransaction),
            ItemsTransaction = Guid.Parse(ItemsTransaction),
            ItemsModifiedAt = ItemsModifiedAt,
            RightsVersion = RightsVersion,
        };
    }
}
