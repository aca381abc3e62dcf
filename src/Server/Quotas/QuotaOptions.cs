using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Quotas;

/// <summary>How much of the API a tenant may use. Section <c>Quotas</c>. 0 means no limit.</summary>
public sealed class QuotaOptions : IValidatableObject
{
    public const string Section = "Quotas";

    /// <summary>More than any server answers.</summary>
    internal const int MostAtOnce = 1_000_000;

    [Range(0, MostAtOnce)]
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests that are being answered at the same time.</summary>
    [Range(0, MostAtOnce)]
    public int Concurrency { get; init; } = 50;

    /// <summary>Requests on a calendar day of UTC.</summary>
    [Range(0, long.MaxValue)]
    public long RequestsPerDay { get; init; } = 500_000;

    /// <summary>Tenants with limits of their own, by their ids. What <c>tenant quota</c> has set goes before it.</summary>
    public IDictionary<string, TenantLimits> Tenants { get; init; } = new Dictionary<string, TenantLimits>();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (tenantId, limits) in Tenants)
            if (limits.RequestsPerSecond is < 0 or > MostAtOnce || limits.Concurrency is < 0 or > MostAtOnce || limits.RequestsPerDay < 0)
                yield return new($"Quotas:Tenants:{tenantId} has a limit that is below 0 or too high.", [nameof(Tenants)]);
    }
}

/// <summary>One tenant's limits in the settings; those left out are as for all.</summary>
public sealed class TenantLimits
{
    public int? RequestsPerSecond { get; init; }

    public int? Concurrency { get; init; }

    public long? RequestsPerDay { get; init; }
}
