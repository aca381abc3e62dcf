namespace Espalier.Server.Tenants;

/// <summary>Whom the installation serves.</summary>
public static class TenantServices
{
    public static IServiceCollection AddTenants(this IServiceCollection services) => services.AddSingleton<TenantService>();
}
