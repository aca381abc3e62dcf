using Microsoft.Net.Http.Headers;

namespace Espalier.Server.Http.Middleware;

/// <summary>
/// The one place where errors become answers: what was refused, what ASP.NET refused, paths and methods that do not
/// exist, and bugs, which are logged and told without detail.
/// </summary>
public sealed partial class RefusedHandler(RequestDelegate next, ILogger<RefusedHandler> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await AnswerEmptyAsync(context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Refused e)
        {
            await AnswerAsync(context, e, e.Errors, e.RetryAfter);
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, e, [Translate(e, context)]);
        }
        catch (Exception e)
        {
            LogBug(e, context.TraceId(), context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            await AnswerAsync(context, e, [Errors.InternalServerError]);
        }
    }

    /// <summary>Writes the body of an answer that is an error.</summary>
    public static async Task WriteAsync(HttpResponse response, IReadOnlyList<ApiError> errors)
    {
        response.StatusCode = errors[0].Status;
        response.Headers.CacheControl = "no-store";
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        await response.WriteAsJsonAsync(new ErrorBody(errors), Json.Options, Json.ContentType);
    }

    /// <summary>Routing answers an unknown path or method with a bare status.</summary>
    static async Task AnswerEmptyAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
            return;

        if (response.StatusCode == StatusCodes.Status404NotFound)
            await WriteAsync(response, [Errors.RouteNotFound]);
        else if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            await WriteAsync(response, [Errors.MethodNotAllowed]);
    }

    static async Task AnswerAsync(HttpContext context, Exception e, IReadOnlyList<ApiError> errors, int? retryAfter = null)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
            context.Abort();
            return;
        }
        context.Response.Clear();
        if (retryAfter is { } seconds)
            context.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(context.Response, errors);
    }

    static ApiError Translate(BadHttpRequestException e, HttpContext context) => e.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => Errors.RequestBodyTooLarge(Requests.BodyLimits.Of(context) ?? 0),
        StatusCodes.Status415UnsupportedMediaType => Errors.ContentTypeIsNotImplemented,
        StatusCodes.Status408RequestTimeout => Errors.RequestTimedOut,
        _ => Errors.RequestIsInvalid(e.Message),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{TraceId}: {Method} {Route} failed")]
    partial void LogBug(Exception e, string traceId, string method, string? route);
}
