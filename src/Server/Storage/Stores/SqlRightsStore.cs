using System.Text.Json;
using Dapper;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Storage.Stores;

/// <summary>Rights on datasets in SQL.</summary>
public sealed class SqlRightsStore(IDatabase database, TimeProvider time) : IRightsStore
{
    public async Task<DatasetRights?> FindAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        var (version, owner, rules) = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<(long, string?, string)>(
                "SELECT version, owner, rules FROM dataset_rights WHERE tenant_id = @tenantId AND dataset_id = @id",
                new { tenantId, id = Ids.Print(datasetId) }),
            ct);
        return owner is null ? null : new(version, owner, Read(rules));
    }

    public async Task<IReadOnlyDictionary<Guid, DatasetRights>> ListAsync(string tenantId, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(string Id, long Version, string Owner, string Rules)>(
                "SELECT dataset_id, version, owner, rules FROM dataset_rights WHERE tenant_id = @tenantId", new { tenantId }),
            ct);
        return rows.ToDictionary(row => Guid.Parse(row.Id), row => new DatasetRights(row.Version, row.Owner, Read(row.Rules)));
    }

    public Task<bool> SaveAsync(string tenantId, Guid datasetId, DatasetRights rights, string by, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                rights.Version == 1
                    ? """
                      INSERT INTO dataset_rights (tenant_id, dataset_id, version, owner, rules, modified_at, modified_by)
                      VALUES (@tenantId, @id, 1, @Owner, @rules, @now, @by)
                      ON CONFLICT (tenant_id, dataset_id) DO NOTHING
                      """
                    : """
                      UPDATE dataset_rights SET version = @Version, owner = @Owner, rules = @rules, modified_at = @now, modified_by = @by
                      WHERE tenant_id = @tenantId AND dataset_id = @id AND version = @Version - 1
                      """,
                new
                {
                    tenantId,
                    id = Ids.Print(datasetId),
                    rights.Version,
                    rights.Owner,
                    rules = JsonSerializer.Serialize(rights.Rules, RightsJson.Options),
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    by,
                },
                transaction) == 1,
            ct);

    static RightsRules Read(string rules) => JsonSerializer.Deserialize<RightsRules>(rules, RightsJson.Options)!;
}
