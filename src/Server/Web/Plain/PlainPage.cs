using System.Text.Encodings.Web;

namespace Espalier.Server.Web.Plain;

/// <summary>A page that needs nothing but HTML.</summary>
static class PlainPage
{
    const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        label { display: block; margin-top: .9rem; font-weight: 600; }
        label small { font-weight: 400; }
        input { font: inherit; padding: .4rem .5rem; width: 100%; box-sizing: border-box; }
        button { font: inherit; margin-top: 1.2rem; padding: .45rem 1.1rem; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .8rem; border: 1px solid; user-select: all; }
        .problem { border-left: 4px solid #c62828; padding: .2rem .8rem; }
        nav a { margin-right: 1.2rem; }
        """;

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <param name="problems">Sentences that stand first.</param>
    public static async Task WriteAsync(HttpContext context, string title, string body, int status = 200, IEnumerable<string>? problems = null)
    {
        var nonce = context.PageNonce();
        var told = string.Concat((problems ?? []).Select(problem => $"<p class=\"problem\" role=\"alert\">{Encode(problem)}</p>\n"));
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)} · Espalier</title>
            <style nonce="{nonce}">{Style}</style>
            </head>
            <body>
            <nav aria-label="Pages"><a href="/">Espalier</a><a href="/tokens">Tokens</a><a href="/app/docs">API documentation</a></nav>
            <main>
            <h1>{Encode(title)}</h1>
            {told}{body}
            </main>
            </body>
            </html>
            """;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(html, context.RequestAborted);
    }

    /// <summary>A field of a form.</summary>
    /// <param name="hint">Text of ours.</param>
    public static string Field(string name, string label, string type = "text", string? value = null, string hint = "", bool isOptional = false, string complete = "off") =>
        $"""<label>{label} <small>{hint}</small><input name="{name}" type="{type}" value="{Encode(value)}" autocomplete="{complete}"{(isOptional ? "" : " required")}></label>""" + "\n";

    public static string Form(string action, string button, params IEnumerable<string> fields) =>
        $"""
        <form method="post" action="{action}">
        {string.Concat(fields)}<button>{button}</button>
        </form>

        """;

    public static string Hidden(string name, string value) => $"""<input type="hidden" name="{name}" value="{Encode(value)}">""" + "\n";
}
