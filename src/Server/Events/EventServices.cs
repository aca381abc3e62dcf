using System.ComponentModel.DataAnnotations;
using Espalier.Server.Files;

namespace Espalier.Server.Events;

/// <summary>Streams of events. Section <c>Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Events";

    /// <summary>How often a stream says that it is there, and its caller is looked at again.</summary>
    [Range(1, 60)]
    public int HeartbeatSeconds { get; init; } = 15;

    /// <summary>How long a stream lasts before its caller has to come in again.</summary>
    [Range(1, 24 * 60)]
    public int StreamMinutes { get; init; } = 10;

    /// <summary>How many streams one person may have open in a tenant.</summary>
    [Range(1, 1000)]
    public int StreamsPerPerson { get; init; } = 20;
}

/// <summary>What happens, as it happens.</summary>
public static class EventServices
{
    public static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<EventOptions>().Bind(config.GetSection(EventOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EventHub>();
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<EventHub>());
        services.AddSingleton<EventFilter>();
        services.AddSingleton<EventStream>();
        return services;
    }
}
