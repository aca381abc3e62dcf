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

    /// <summary>Forgets what was before the day.</summary>
    Task<int> ForgetAsync(long before, CancellationToken ct);
}
