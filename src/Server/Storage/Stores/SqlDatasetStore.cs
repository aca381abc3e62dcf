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
                "SELECT dataset_id, name, type, created_by FROM dataset WHERE tenant_id = @tenantId AND deleted_at IS NULL",
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
                SELECT definition AS Definition, created_at AS CreatedAt, created_by AS CreatedBy, modified_at AS ModifiedAt,
                       modified_by AS ModifiedBy, definition_transaction AS DefinitionTransaction,
                       items_transaction AS ItemsTransaction, items_modified_at AS ItemsModifiedAt
                FROM dataset WHERE tenant_id = @tenantId AND dataset_id = @id AND deleted_at IS NULL
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);
        return row?.ToState(datasetId);
    }

    public async Task<DatasetHead?> FindHeadAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        var (by, sequence, transaction) = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<(string? By, long Sequence, string Transaction)>("""
                SELECT created_by, head, head_transaction FROM dataset
                WHERE tenant_id = @tenantId AND dataset_id = @id AND deleted_at IS NULL
                """,
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);
        return by is null ? null : new(by, sequence, Guid.Parse(transaction));
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

        public DatasetState ToState(Guid datasetId) => new(datasetId, DefinitionJson.Read(Encoding.UTF8.GetBytes(Definition)))
        {
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ModifiedBy = ModifiedBy,
            DefinitionTransaction = Guid.Parse(DefinitionTransaction),
            ItemsTransaction = Guid.Parse(ItemsTransaction),
            ItemsModifiedAt = ItemsModifiedAt,
        };
    }
}
