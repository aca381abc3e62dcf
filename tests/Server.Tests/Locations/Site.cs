using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Espalier.Server.Tests.Locations;

/// <summary>Somebody else's server, on a free port of this machine, that answers as the test says and remembers what it was asked.</summary>
public sealed class Site : IAsyncDisposable
{
    readonly WebApplication _app;

    Site(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public ConcurrentQueue<Request> Requests { get; } = [];

    public static async Task<Site> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var site = new Site(builder.Build());
        site._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            site.Requests.Enqueue(new Request(
                context.Request.Method, $"{context.Request.Path}{context.Request.QueryString}", body.ToArray(),
                context.Request.ContentType, context.Request.Headers.ContentEncoding.ToString(), context.Request.ContentLength)
            {
                Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            });
            await answer(context);
        });
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Request(string Method, string Path, byte[] Body, string? ContentType, string ContentEncoding, long? Length)
    {
        public required IReadOnlyDictionary<string, string> Headers { get; init; }
    }
}
