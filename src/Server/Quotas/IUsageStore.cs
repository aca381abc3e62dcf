namespace Espalier.Server.Quotas;

/// <summary>
/// Keeps how many requests a tenant made on each day. Several servers may add to the same day: each learns the sum of
/// all when it does.
/// </summary>
public interface IUsageStore
{
    /// <param name="day">From <see cref="DailyCounts.DayOf"/>.</param>
    Task<long> FindAsync(string tenantId, long day, CancellationToken ct);

    /// <returns>The day's requests with these.</returns>
    Task<long> AddAsync(string tenantId, long day, long requests, CancellationToken ct);

    /// <summary>Adds requests that were refused.</summary>
    Task AddRefusedAsync(string tenantId, long day, long throttled, long overQuota, CancellationToken ct);

    /// <summary>The days with requests, from one on.</summary>
    Task<IReadOnlyList<DayUsage>> ListAsync(string tenantId, long fromDay, CancellationToken ct);

    /// <summary>Forgets what was before the day.</summary>
    Task<int> ForgetAsync(long before, CancellationToken ct);
}

/// <summary>What a tenant did on one day.</summary>
public sealed record DayUsage(long Day, long Requests, long Throttled, long OverQuota);
