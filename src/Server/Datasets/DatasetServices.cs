using System.ComponentModel.DataAnnotations;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Files;

namespace Espalier.Server.Datasets;

/// <summary>Datasets in memory.</summary>
public sealed class DatasetOptions
{
    public const string Section = "Datasets";

    /// <summary>How much memory datasets may take; by default 60 % of what the process may have.</summary>
    [Range(1, 16 * 1024 * 1024)]
    public int? MemoryMegabytes { get; init; }

    /// <summary>How many of the datasets that changed last are opened while the server starts, if half the memory has room for them.</summary>
    [Range(0, 10_000)]
    public int PreloadedAtStart { get; init; } = 16;

    public long MemoryBytes =>
        MemoryMegabytes * 1024L * 1024 ?? (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.6);
}

/// <summary>What datasets need.</summary>
public static class DatasetServices
{
    public static IServiceCollection AddDatasets(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<DatasetOptions>().Bind(config.GetSection(DatasetOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LiveDatasets>();
        services.AddSingleton<DatasetService>();
        services.AddSingleton<DatasetPreload>();
        services.AddSingleton<PastStates>();
        services.AddSingleton<Relationships>();
        services.AddSingleton<LinkService>();
        services.AddSingleton<DatasetOverviews>();
        services.AddSingleton<DatasetPreviews>();
        services.AddSingleton<Prefilters>();
        services.AddSingleton<DatasetKeeping>();
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<DatasetKeeping>());
        services.AddHostedService<DatasetUpkeep>();
        return services;
    }
}
