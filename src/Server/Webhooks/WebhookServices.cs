using Espalier.Server.Files;

namespace Espalier.Server.Webhooks;

/// <summary>Telling others of what happens.</summary>
public static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<WebhookOptions>().Bind(config.GetSection(WebhookOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IWebhookStore, Storage.Stores.Webhooks.SqlWebhookStore>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookCall>();
        services.AddSingleton<WebhookService>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<WebhookSender>());
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        return services;
    }
}
