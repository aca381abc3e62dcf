namespace Espalier.Server.Http.Middleware;

/// <summary>Spells the content type of JSON answers as the API documents it; ASP.NET writes "utf-8".</summary>
public sealed class JsonContentType(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Spell, context.Response);
        return next(context);
    }

    static Task Spell(object state)
    {
        var response = (HttpResponse)state;
        if (string.Equals(response.ContentType, Json.ContentType, StringComparison.OrdinalIgnoreCase))
            response.ContentType = Json.ContentType;
        return Task.CompletedTask;
    }
}
