using Dapper;
using Espalier.Server.Quotas;

namespace Espalier.Server.Storage.Stores;

/// <summary>
/// The days' requests in SQL. Written without a sync, so that nobody's commit waits for it: it survives the end of the
/// process, however it ends, and reaches the disk with the next commit.
/// </summary>
public sealed class SqlUsageStore(IDatabase database) : IUsageStore
{
    public Task<long> FindAsync(string tenantId, long day, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                "SELECT COALESCE(SUM(requests), 0) FROM tenant_usage WHERE tenant_id = @tenantId AND day = @day", new { tenantId, day }),
            ct);

    public Task<long> AddAsync(string tenantId, long day, long requests, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteScalarAsync<long>("""
                INSERT INTO tenant_usage (tenant_id, day, requests) VALUES (@tenantId, @day, @requests)
                ON CONFLICT (tenant_id, day) DO UPDATE SET requests = tenant_usage.requests + excluded.requests
                RETURNING requests
                """,
                new { tenantId, day, requests }, transaction),
            ct, durable: false);

    public Task AddRefusedAsync(string tenantId, long day, long throttled, long overQuota, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO tenant_usage (tenant_id, day, requests, throttled, over_quota) VALUES (@tenantId, @day, 0, @throttled, @overQuota)
                ON CONFLICT (tenant_id, day) DO UPDATE SET
                    throttled = tenant_usage.throttled + excluded.throttled, over_quota = tenant_usage.over_quota + excluded.over_quota
                """,
                new { tenantId, day, throttled, overQuota }, transaction),
            ct, durable: false);

    public async Task<IReadOnlyList<DayUsage>> ListAsync(string tenantId, long fromDay, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<(long Day, long Requests, long Throttled, long OverQuota)>(
                "SELECT day, requests, throttled, over_quota FROM tenant_usage WHERE tenant_id = @tenantId AND day >= @fromDay",
                new { tenantId, fromDay }),
            ct)).Select(row => new DayUsage(row.Day, row.Requests, row.Throttled, row.OverQuota))];

    public Task<int> ForgetAsync(long before, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM tenant_usage WHERE day < @before", new { before }, transaction),
            ct, durable: false);
}
