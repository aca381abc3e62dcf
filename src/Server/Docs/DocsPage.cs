using System.Reflection;

namespace Espalier.Server.Docs;

/// <summary>The page at <c>/app/docs</c>: Swagger UI from our own files.</summary>
static class DocsPage
{
    public const string DocumentPath = "/app/docs/openapi.json";

    const string Path = "/app/docs";

    /// <summary>The browser is told to ask nobody but us, whatever the page's scripts would like to.</summary>
    const string OnlyFromHere =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public static void UseDocsPage(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(Path, out var rest))
            {
                context.Response.Headers.ContentSecurityPolicy = OnlyFromHere;
                // Answered at once and not by a redirect; the page's links are absolute.
                if (rest.Value is "" or "/")
                    context.Request.Path = $"{Path}/index.html";
            }
            return next(context);
        });
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = Path.TrimStart('/');
            page.DocumentTitle = "Espalier API";
            page.IndexStream = () => Assembly.GetExecutingAssembly().GetManifestResourceStream("docs/index.html")!;
            page.SwaggerEndpoint(DocumentPath, "Espalier API");
            page.DefaultModelsExpandDepth(0);
        });
    }
}
