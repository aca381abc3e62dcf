using Espalier.Server.Jobs;

namespace Espalier.Server.Exports;

/// <summary>What reading items and nodes needs.</summary>
public static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<ExportOptions>().Bind(config.GetSection("Exports")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SyncAnswers>();
        services.AddSingleton<ExportBody>();
        services.AddSingleton<IJobRunner, ExportRunner>();
        return services;
    }
}
