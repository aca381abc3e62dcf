using Espalier.Server.Files;

namespace Espalier.Server.Quotas;

/// <summary>What tenants may use.</summary>
public static class QuotaServices
{
    public static IServiceCollection AddQuotas(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<QuotaOptions>().Bind(config.GetSection(QuotaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DailyCounts>();
        services.AddSingleton<TenantGate>();
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<DailyCounts>());
        services.AddHostedService(provider => provider.GetRequiredService<DailyCounts>());
        return services;
    }
}
