using Espalier.Server.Tenants;

namespace Espalier.Server.Access.Links;

/// <summary>The tenant that the first administrator finds: the one of the first start, or the first there is.</summary>
public sealed class KeptTenant(TenantDirectory tenants)
{
    public const string FirstStart = "DEMO";

    public async Task<string?> FindAsync(CancellationToken ct)
    {
        var all = (await tenants.ListAsync(ct)).Where(tenant => tenant.Enabled).Select(tenant => tenant.Id).ToList();
        return all.Contains(FirstStart, StringComparer.Ordinal) ? FirstStart : all.FirstOrDefault();
    }
}
