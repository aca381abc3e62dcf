namespace Espalier.Server.Quotas;

/// <summary>A tenant's use of the API.</summary>
/// <param name="Days">The oldest first.</param>
public sealed record TenantUsage(UsageLimits Limits, IReadOnlyList<UsageDay> Days);

/// <summary>What holds for the tenant; 0: no limit.</summary>
public sealed record UsageLimits(int RequestsPerSecond, int Concurrency, long RequestsPerDay);

/// <summary>A day of UTC.</summary>
/// <param name="Requests">Those that counted.</param>
/// <param name="Throttled">Those refused for coming too fast or too many at once, 42901.</param>
/// <param name="OverQuota">Those refused because the day's were used up, 42902.</param>
public sealed record UsageDay(string Day, long Requests, long Throttled, long OverQuota);
