using System.Threading.RateLimiting;
using Espalier.Server.Http;
using Espalier.Server.Tenants;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Quotas;

/// <summary>
/// Lets a tenant's requests in as long as they keep to its limits. What is refused for coming too fast does not count as
/// one of the day's requests.
/// </summary>
public sealed class TenantGate : IDisposable
{
    const int Soon = 1;

    readonly PartitionedRateLimiter<Limits> _rates = PartitionedRateLimiter.Create<Limits, (string, int)>(limits =>
        limits.PerSecond == 0
            ? RateLimitPartition.GetNoLimiter((limits.TenantId, 0))
            : RateLimitPartition.GetTokenBucketLimiter((limits.TenantId, limits.PerSecond), key => Bucket(key.Item2)));

    readonly PartitionedRateLimiter<Limits> _places = PartitionedRateLimiter.Create<Limits, (string, int)>(limits =>
        limits.AtOnce == 0
            ? RateLimitPartition.GetNoLimiter((limits.TenantId, 0))
            : RateLimitPartition.GetConcurrencyLimiter(
                (limits.TenantId, limits.AtOnce), key => new ConcurrencyLimiterOptions { PermitLimit = key.Item2 }));

    readonly QuotaOptions _options;
    readonly DailyCounts _counts;
    readonly TimeProvider _time;

    public TenantGate(IOptions<QuotaOptions> options, DailyCounts counts, TimeProvider time) =>
        (_options, _counts, _time) = (options.Value, counts, time);

    /// <returns>A place among the requests that run, until it is disposed.</returns>
    /// <exception cref="Refused">There are too many, 42901 or 42902.</exception>
    public async Task<IDisposable> EnterAsync(Tenant tenant, CancellationToken ct)
    {
        var limits = LimitsOf(tenant);
        using var turn = _rates.AttemptAcquire(limits);
        if (!turn.IsAcquired)
            throw Throttled(tenant);

        var place = _places.AttemptAcquire(limits);
        var isIn = false;
        try
        {
            if (!place.IsAcquired)
                throw Throttled(tenant);
            if (!await _counts.TryAddAsync(tenant.Id, limits.PerDay, ct))
                throw new Refused(Errors.QuotaExceeded) { RetryAfter = SecondsToMidnight() };
            isIn = true;
            return place;
        }
        finally
        {
            if (!isIn)
                place.Dispose();
        }
    }

    /// <summary>
    /// Lets a person in a browser in. They take no places and none of the day's requests, which are for scripts; but nobody
    /// may ask faster than a whole tenant's scripts may.
    /// </summary>
    /// <exception cref="Refused">Too many in this second, 42901.</exception>
    public void EnterPerson(Tenant tenant, string email)
    {
        using var turn = _rates.AttemptAcquire(LimitsOf(tenant) with { TenantId = $"{tenant.Id} {email.ToLowerInvariant()}" });
        if (!turn.IsAcquired)
            throw new Refused(Errors.Throttled) { RetryAfter = Soon };
    }

    public void Dispose()
    {
        _rates.Dispose();
        _places.Dispose();
    }

    /// <summary>What holds for the tenant now; 0 is no limit.</summary>
    public Limits LimitsOf(Tenant tenant)
    {
        var own = _options.Tenants.TryGetValue(tenant.Id, out var set) ? set : null;
        return new(tenant.Id,
            tenant.Quota.RequestsPerSecond ?? own?.RequestsPerSecond ?? _options.RequestsPerSecond,
            tenant.Quota.Concurrency ?? own?.Concurrency ?? _options.Concurrency,
            tenant.Quota.RequestsPerDay ?? own?.RequestsPerDay ?? _options.RequestsPerDay);
    }

    /// <summary>A second's requests may come at once; then they come back little by little, not all together.</summary>
    static TokenBucketRateLimiterOptions Bucket(int perSecond)
    {
        var few = Math.Max(1, perSecond / 20);
        return new()
        {
            TokenLimit = perSecond,
            TokensPerPeriod = few,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)few / perSecond),
        };
    }

    int SecondsToMidnight()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return Math.Max(1, (int)Math.Ceiling((now.Date.AddDays(1) - now).TotalSeconds));
    }

    Refused Throttled(Tenant tenant)
    {
        _counts.NoteThrottled(tenant.Id);
        return new Refused(Errors.Throttled) { RetryAfter = Soon };
    }

    /// <summary>What holds for a tenant now; 0 is no limit.</summary>
    public sealed record Limits(string TenantId, int PerSecond, int AtOnce, long PerDay);
}
