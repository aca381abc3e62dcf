using Espalier.Server.Files.Contents;
using Espalier.Server.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Espalier.Server.Files;

/// <summary>Temporary files and signed URLs.</summary>
public static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<TemporaryFileOptions>().Bind(config.GetSection("Files")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ITemporaryFileStore, Storage.Stores.SqlFileStore>();
        services.AddSingleton(provider => new UrlTokens(provider.GetRequiredService<DataFolder>().Key("urls", 32)));
        services.AddSingleton(provider =>
            provider.GetRequiredService<DataFolder>() is var folder ? new ContentStore(folder.Files, folder.Key("files", 32)) : null!);
        services.AddSingleton<TemporaryFiles>();
        services.AddSingleton<ISweepable, FileSweep>();
        services.AddHostedService<Sweeper>();
        return services;
    }
}
