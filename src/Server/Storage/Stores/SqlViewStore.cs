using System.Text.Json;
using Dapper;
using Espalier.Server.Http;
using Espalier.Server.Rights;
using Espalier.Server.Rights.Views;

namespace Espalier.Server.Storage.Stores;

/// <summary>Permissioned views in SQL.</summary>
public sealed class SqlViewStore(IDatabase database) : IViewStore
{
    const string Select = """
        SELECT v.view_id AS ViewId, v.dataset_id AS DatasetId, v.version AS Version, v.rules AS Rules, v.created_at AS CreatedAt,
               v.created_by AS CreatedBy, v.modified_at AS ModifiedAt, v.modified_by AS ModifiedBy
        FROM dataset_view v
        JOIN dataset d ON d.tenant_id = v.tenant_id AND d.dataset_id = v.dataset_id AND d.deleted_at IS NULL
        WHERE v.tenant_id = @tenantId
        """;

    public async Task<PermissionedView?> FindAsync(string tenantId, Guid viewId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>($"{Select} AND v.view_id = @id", new { tenantId, id = Ids.Print(viewId) }),
            ct))?.ToView();

    public async Task<IReadOnlyList<PermissionedView>> ListAsync(string tenantId, CancellationToken ct) =>
        [.. (await database.ReadAsync(connection => connection.QueryAsync<Row>($"{Select} ORDER BY v.view_id", new { tenantId }), ct))
            .Select(row => row.ToView())];

    public Task<bool> SaveAsync(string tenantId, PermissionedView view, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                view.Version == 1
                    ? """
                      INSERT INTO dataset_view (tenant_id, view_id, dataset_id, version, rules, created_at, created_by, modified_at, modified_by)
                      VALUES (@tenantId, @id, @datasetId, 1, @rules, @CreatedAt, @CreatedBy, @ModifiedAt, @ModifiedBy)
                      ON CONFLICT (tenant_id, view_id) DO NOTHING
                      """
                    : """
                      UPDATE dataset_view SET version = @Version, rules = @rules, modified_at = @ModifiedAt, modified_by = @ModifiedBy
                      WHERE tenant_id = @tenantId AND view_id = @id AND version = @Version - 1
                      """,
                new
                {
                    tenantId,
                    id = Ids.Print(view.ViewId),
                    datasetId = Ids.Print(view.DatasetId),
                    view.Version,
                    rules = JsonSerializer.Serialize(view.Rules, RightsJson.Options),
                    view.CreatedAt,
                    view.CreatedBy,
                    view.ModifiedAt,
                    view.ModifiedBy,
                },
                transaction) == 1,
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid viewId, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "DELETE FROM dataset_view WHERE tenant_id = @tenantId AND view_id = @id",
                new { tenantId, id = Ids.Print(viewId) }, transaction) == 1,
            ct);

    sealed class Row
    {
        public required string ViewId { get; init; }
        public required string DatasetId { get; init; }
        public required long Version { get; init; }
        public required string Rules { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required string ModifiedBy { get; init; }

        public PermissionedView ToView() =>
            new(Guid.Parse(ViewId), Guid.Parse(DatasetId), Version, JsonSerializer.Deserialize<ViewRules>(Rules, RightsJson.Options)!)
            {
                CreatedAt = CreatedAt,
                CreatedBy = CreatedBy,
                ModifiedAt = ModifiedAt,
                ModifiedBy = ModifiedBy,
            };
    }
}
