using System.IO.Compression;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.ResponseCompression;

namespace Espalier.Server.Http;

/// <summary>What every request passes through, from the outside in.</summary>
public static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration config)
    {
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOptions<UrlOptions>().Bind(config).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ProxyOptions>().Bind(config.GetSection(ProxyOptions.Section))
            .Validate(options => Access.Subnets.TryParse(string.Join(',', options.Known), out _, out _),
                "Proxies:Known must hold addresses or CIDR ranges").ValidateOnStart();
        services.AddSingleton<Urls>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "text/tab-separated-values", "image/svg+xml"];
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Kestrel's part: no advertising, and bodies of a usual size.</summary>
    public static void UseHttp(this IWebHostBuilder host) =>
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimits.Usual;
        });

    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseMiddleware<TraceIds>();
        app.UseMiddleware<JsonContentType>();
        app.UseMiddleware<Proxies>();
        app.UseMiddleware<RefusedHandler>();

        // Temporary files are handed out as they were stored.
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api/canon/v1/temporaryStore"),
            branch => branch.UseResponseCompression());
        app.UseRouting();
        app.UseMiddleware<RequestGzip>();
        return app;
    }
}
