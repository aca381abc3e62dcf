using Dapper;
using Espalier.Server.Tenants;

namespace Espalier.Server.Storage.Stores;

/// <summary>Tenants in SQL.</summary>
public sealed class SqlTenantStore(IDatabase database, TimeProvider time) : ITenantStore
{
    const string Columns = """
        tenant_id AS TenantId, name AS Name, api_plan AS ApiPlan, enabled AS Enabled, subnets AS Subnets,
        requests_per_second AS RequestsPerSecond, concurrent_requests AS Concurrency, requests_per_day AS RequestsPerDay,
        master_tenant_id AS MasterTenantId, created_at AS CreatedAt
        """;

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
                INSERT INTO tenant (tenant_id, name, api_plan, enabled, subnets, created_at,
                                    requests_per_second, concurrent_requests, requests_per_day, master_tenant_id)
                VALUES (@Id, @Name, @plan, @enabled, @subnets, @now, @RequestsPerSecond, @Concurrency, @RequestsPerDay, @MasterTenantId)
                ON CONFLICT (tenant_id) DO NOTHING
                """,
                Parameters(tenant),
                transaction) == 1,
            ct);

    public Task<bool> SetQuotaAsync(string tenantId, TenantQuota quota, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                UPDATE tenant SET requests_per_second = @RequestsPerSecond, concurrent_requests = @Concurrency,
                                  requests_per_day = @RequestsPerDay
                WHERE tenant_id = @tenantId
                """,
                new { tenantId, quota.RequestsPerSecond, quota.Concurrency, quota.RequestsPerDay }, transaction) == 1,
            ct);

    public Task<bool> UpdateAsync(Tenant tenant, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                UPDATE tenant SET name = @Name, api_plan = @plan, enabled = @enabled, subnets = @subnets, master_tenant_id = @MasterTenantId,
                                  requests_per_second = @RequestsPerSecond, concurrent_requests = @Concurrency, requests_per_day = @RequestsPerDay
                WHERE tenant_id = @Id
                """,
                Parameters(tenant), transaction) == 1,
            ct);

    object Parameters(Tenant tenant) => new
    {
        tenant.Id,
        tenant.Name,
        plan = tenant.ApiPlan ? 1 : 0,
        enabled = tenant.Enabled ? 1 : 0,
        subnets = tenant.Subnets.Text,
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        tenant.MasterTenantId,
        tenant.Quota.RequestsPerSecond,
        tenant.Quota.Concurrency,
        tenant.Quota.RequestsPerDay,
    };

    sealed class Row
    {
        public required string TenantId { get; init; }
        public required string Name { get; init; }
        public required long ApiPlan { get; init; }
        public required long Enabled { get; init; }
        public required string Subnets { get; init; }
        public long? RequestsPerSecond { get; init; }
        public long? Concurrency { get; init; }
        public long? RequestsPerDay { get; init; }
        public string? MasterTenantId { get; init; }
        public required long CreatedAt { get; init; }

        public Tenant ToTenant() => new(TenantId, Name)
        {
            ApiPlan = ApiPlan == 1,
            Enabled = Enabled == 1,
            Subnets = Access.Subnets.Parse(Subnets),
            MasterTenantId = MasterTenantId,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            Quota = new() { RequestsPerSecond = (int?)RequestsPerSecond, Concurrency = (int?)Concurrency, RequestsPerDay = RequestsPerDay },
        };
    }
}
