using Dapper;
using Espalier.Server.Tenants;

namespace Espalier.Server.Storage.Stores;

/// <summary>Tenants in SQL.</summary>
public sealed class SqlTenantStore(IDatabase database, TimeProvider time) : ITenantStore
{
    const string Columns = "tenant_id AS TenantId, name AS Name, api_plan AS ApiPlan, enabled AS Enabled, subnets AS Subnets";

    public async Task<Tenant?> FindAsync(string tenantId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(
                $"SELECT {Columns} FROM tenant WHERE tenant_id = @tenantId", new { tenantId }),
            ct))?.ToTenant();

    public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM tenant ORDER BY tenant_id"), ct))
            .Select(row => row.ToTenant())];

    public Task<bool> AnyAsync(CancellationToken ct) =>
        database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM tenant") > 0, ct);

    public Task<bool> AddAsync(Tenant tenant, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                INSERT INTO tenant (tenant_id, name, api_plan, enabled, subnets, created_at)
                VALUES (@Id, @Name, @plan, @enabled, @subnets, @now)
                ON CONFLICT (tenant_id) DO NOTHING
                """,
                new
                {
                    tenant.Id,
                    tenant.Name,
                    plan = tenant.ApiPlan ? 1 : 0,
                    enabled = tenant.Enabled ? 1 : 0,
                    subnets = tenant.Subnets.Text,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                },
                transaction) == 1,
            ct);

    sealed class Row
    {
        public required string TenantId { get; init; }
        public required string Name { get; init; }
        public required long ApiPlan { get; init; }
        public required long Enabled { get; init; }
        public required string Subnets { get; init; }

        public Tenant ToTenant() => new(TenantId, Name)
        {
            ApiPlan = ApiPlan == 1,
            Enabled = Enabled == 1,
            Subnets = Access.Subnets.Parse(Subnets),
        };
    }
}
