using System.Globalization;
using System.Security.Cryptography;

namespace Espalier.Server.Http.Middleware;

/// <summary>Gives every request an id and tells it with every answer, whatever the answer is.</summary>
public sealed class TraceIds(RequestDelegate next, TimeProvider time)
{
    public const string Header = "X-Amzn-Trace-Id";

    public Task InvokeAsync(HttpContext context)
    {
        var id = New(time);
        context.Items[typeof(TraceIds)] = id;
        context.Response.OnStarting(Tell, context.Response);
        return next(context);
    }

    /// <summary>An id for work that no request started.</summary>
    public static string New(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"Root=1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}");

    static Task Tell(object state)
    {
        var response = (HttpResponse)state;
        response.Headers[Header] = response.HttpContext.TraceId();
        return Task.CompletedTask;
    }
}

/// <summary>The request's id, for tickets and logs.</summary>
public static class TraceIdExtensions
{
    public static string TraceId(this HttpContext context) => (string)context.Items[typeof(TraceIds)]!;
}
