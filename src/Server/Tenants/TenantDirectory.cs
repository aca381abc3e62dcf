namespace Espalier.Server.Tenants;

/// <summary>The tenants, for those who may look.</summary>
public sealed class TenantDirectory(ITenantStore store)
{
    public Task<Tenant?> FindAsync(string tenantId, CancellationToken ct) => store.FindAsync(tenantId, ct);

    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken ct) => store.ListAsync(ct);

    /// <returns>False when there is such a tenant; then nothing is added.</returns>
    public Task<bool> AddAsync(Tenant tenant, CancellationToken ct) => store.AddAsync(tenant, ct);
}
