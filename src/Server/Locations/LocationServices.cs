using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Espalier.Server.Locations;

/// <summary>The way to URLs that callers give.</summary>
public static class LocationServices
{
    public static IServiceCollection AddLocations(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<LocationOptions>().Bind(config.GetSection("Locations")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostResolver>();
        services.AddSingleton<LocationGuard>();
        services.AddSingleton<LocationClient>();
        services.AddSingleton<LocationReader>();
        return services;
    }
}
