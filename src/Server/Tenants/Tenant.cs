using System.Text.RegularExpressions;
using Espalier.Server.Access;

namespace Espalier.Server.Tenants;

/// <summary>An organisation that the installation serves; everything else belongs to one.</summary>
public sealed partial record Tenant(string Id, string Name)
{
    public const string IdPattern = "^[A-Z][A-Z0-9_]{0,29}$";

    /// <summary>Without a usage plan the API stays closed.</summary>
    public bool ApiPlan { get; init; } = true;

    public bool Enabled { get; init; } = true;

    public Subnets Subnets { get; init; } = Subnets.Any;

    /// <summary>The tenant's own limits.</summary>
    public TenantQuota Quota { get; init; } = TenantQuota.Usual;

    /// <summary>The tenant whose settings this one takes as a model; only told, nothing hangs on it.</summary>
    public string? MasterTenantId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public static bool IsId(string text) => ValidId().IsMatch(text);

    /// <summary>Whether the id would stand in the way of Espalier's own paths, which have words where others have a tenant.</summary>
    public static bool IsReserved(string id) => id is "SETUP" or "SESSION" or "SESSIONS" or "INVITATIONS" or "PASSWORD" or "ME" or "TOKENS" or "TENANTS";

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{0,29}\z")]
    private static partial Regex ValidId();
}

/// <summary>How much a tenant may use the API, where it is not as for all others. Null: as the settings say; 0: no limit.</summary>
public sealed record TenantQuota
{
    public static readonly TenantQuota Usual = new();

    public int? RequestsPerSecond { get; init; }

    public int? Concurrency { get; init; }

    public long? RequestsPerDay { get; init; }
}

/// <summary>Keeps tenants.</summary>
public interface ITenantStore
{
    Task<Tenant?> FindAsync(string tenantId, CancellationToken ct);

    Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken ct);

    /// <returns>False when there is such a tenant; then nothing is added.</returns>
    Task<bool> AddAsync(Tenant tenant, CancellationToken ct);

    /// <returns>False when there is no such tenant.</returns>
    Task<bool> SetQuotaAsync(string tenantId, TenantQuota quota, CancellationToken ct);

    /// <summary>Changes all but the id and when it was made.</summary>
    /// <returns>False when there is no such tenant.</returns>
    Task<bool> UpdateAsync(Tenant tenant, CancellationToken ct);

    /// <summary>Whether the installation has a tenant at all.</summary>
    Task<bool> AnyAsync(CancellationToken ct);
}
