using System.Globalization;
using Espalier.Server.Http;
using Espalier.Server.Web.Plain;
using Microsoft.Net.Http.Headers;

namespace Espalier.Server.Web;

/// <summary>
/// Answers with the web app's files, and with its one page for all of its routes; without a build, with plain pages there.
/// The API and its description are never touched: a path that does not exist there stays one.
/// </summary>
public sealed class AppFiles(RequestDelegate next, WebRoot root, PlainSite plain)
{
    static readonly PathString[] Others = ["/api", "/app/docs", "/health"];

    public Task InvokeAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path);
        if (context.GetEndpoint() is not null || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || Others.Any(other => path.StartsWithSegments(other)))
            return next(context);
        if (AppRoutes.Beginning(path) is { } beginning)
        {
            context.Response.Redirect(beginning);
            return Task.CompletedTask;
        }
        if (AppRoutes.Has(path))
            return root.HasApp ? SendIndexAsync(context) : plain.ShowAsync(context);
        return root.Find(path, Accepted(request)) is { } file ? SendAsync(context, file) : next(context);
    }

    async Task SendIndexAsync(HttpContext context)
    {
        var page = await root.IndexAsync(context.PageNonce(), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        await TypedResults.Text(HttpMethods.IsHead(context.Request.Method) ? "" : page, "text/html; charset=utf-8").ExecuteAsync(context);
    }

    static async Task SendAsync(HttpContext context, WebFile file)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = file.IsForever ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (file.Encoding is not null)
            headers.ContentEncoding = file.Encoding;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.ModifiedAt.UtcTicks:x}-{file.Length:x}{file.Encoding}\"");
        await TypedResults.PhysicalFile(file.Path, file.ContentType, lastModified: file.ModifiedAt, entityTag: new EntityTagHeaderValue(tag, isWeak: true))
            .ExecuteAsync(context);
    }

    static HashSet<string> Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var wishes)
            ? [.. wishes.Where(wish => wish.Quality is not 0).Select(wish => wish.Value.ToString().ToLowerInvariant())]
            : [];
}
