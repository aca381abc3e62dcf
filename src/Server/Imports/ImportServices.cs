using Espalier.Server.Commands;
using Espalier.Server.Jobs;

namespace Espalier.Server.Imports;

/// <summary>What writing items needs.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<ImportOptions>().Bind(config.GetSection("Imports")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ImportService>();
        services.AddSingleton<ImportRunner>();
        services.AddSingleton<IJobRunner>(provider => provider.GetRequiredService<ImportRunner>());
        services.AddSingleton<IFirstStart, SampleOrganisation>();
        return services;
    }
}
