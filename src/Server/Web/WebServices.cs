using Espalier.Server.Http.Requests;
using Espalier.Server.Web.Plain;

namespace Espalier.Server.Web;

/// <summary>Serves the web app, and plain pages where it has not been built.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<WebOptions>().Bind(config.GetSection(WebOptions.Section));
        services.AddSingleton<WebRoot>();
        services.AddSingleton<PlainSite>();
        return services;
    }

    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AppFiles>();
        return app;
    }

    public static void MapWeb(this IEndpointRouteBuilder app)
    {
        var plain = app.MapGroup(PlainSite.Root).WithBodyLimit(BodyLimits.OfStrangers).ExcludeFromDescription();
        plain.MapPlainForms();
    }
}
