using Espalier.Server.Http;

namespace Espalier.Server.Tenants;

/// <summary>The tenants that a person may see.</summary>
/// <param name="MayCreate">Whether the person is an admin of the installation.</param>
public sealed record TenantPage(bool MayCreate, IReadOnlyList<TenantResource> Tenants);

/// <summary>A tenant.</summary>
/// <param name="Role">The person's: <c>user</c> or <c>admin</c>; absent where they have no account.</param>
/// <param name="Datasets">How many the person may see.</param>
/// <param name="LastActivityAt">When the last of these changed.</param>
/// <param name="Subnets">Addresses from which the tenant may be used; for admins of the installation, as are the next two.</param>
public sealed record TenantResource(
    string Id, string Name, string? Role, bool ApiPlan, bool Enabled, string? MasterTenantId, int Datasets, string? LastActivityAt,
    string CreatedAt, IReadOnlyList<string>? Subnets, LimitsResource? Limits, int? Users)
{
    public static TenantResource Of(SeenTenant seen) => new(
        seen.Tenant.Id, seen.Tenant.Name, seen.Role switch { Access.Role.Admin => "admin", Access.Role.User => "user", _ => null },
        seen.Tenant.ApiPlan, seen.Tenant.Enabled, seen.Tenant.MasterTenantId, seen.Datasets,
        seen.LastActivityAt is { } at ? Timestamps.Print(at) : null, Timestamps.Print(seen.Tenant.CreatedAt.ToUnixTimeMilliseconds()),
        seen.IsManaged ? seen.Tenant.Subnets.Entries : null, seen.IsManaged ? LimitsResource.Of(seen.Tenant.Quota) : null, seen.Users);
}

/// <summary>How much a tenant may use the API. Absent: as the settings say; 0: no limit.</summary>
public sealed record LimitsResource(int? RequestsPerSecond, int? Concurrency, long? RequestsPerDay)
{
    public static LimitsResource Of(TenantQuota quota) => new(quota.RequestsPerSecond, quota.Concurrency, quota.RequestsPerDay);
}

/// <summary>A new tenant.</summary>
public sealed record WantedTenant(
    string Id, string? Name, string? MasterTenantId, IReadOnlyList<string>? Subnets, bool? ApiPlan, LimitsResource? Limits);

/// <summary>What shall change of a tenant; the rest stays.</summary>
public sealed record ChangedTenant(
    string? Name, string? MasterTenantId, IReadOnlyList<string>? Subnets, bool? ApiPlan, bool? Enabled, LimitsResource? Limits);
