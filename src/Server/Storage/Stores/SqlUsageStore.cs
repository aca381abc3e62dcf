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

    public Task<int> ForgetAsync(long before, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM tenant_usage WHERE day < @before", new { before }, transaction),
            ct, durable: false);
}
