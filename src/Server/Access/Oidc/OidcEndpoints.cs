using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Oidc;

/// <summary>Signing in at an OpenID provider: the way there, and the way back.</summary>
public static partial class OidcEndpoints
{
    const string Callback = "/api/espalier/v1/session/oidc/callback";

    public static void MapOidc(this IEndpointRouteBuilder installation)
    {
        installation.MapGet("/session/oidc/start", StartAsync).ForEveryone().WithTags("Sign-in").WithName("startOidc").WithSummary("Go to the OpenID provider.");
        installation.MapGet("/session/oidc/callback", EndAsync).ForEveryone().WithTags("Sign-in").WithName("endOidc").WithSummary("Come back from the OpenID provider.");
    }

    static async Task<IResult> StartAsync(
        HttpContext context, OidcFlow flow, OidcProvider provider, IOptions<OidcOptions> options, Urls urls, ILogger<OidcProvider> log, CancellationToken ct)
    {
        if (!options.Value.IsOn)
            throw new Refused(Errors.RouteNotFound);
        var question = flow.Begin(context, AppRoutes.Return(context.Request.Query["return"]));
        try
        {
            return TypedResults.Redirect(await provider.AuthorizeUrlAsync(question, urls.Absolute(context.Request, Callback), ct));
        }
        catch (OidcFailed e)
        {
            return Failed(context, log, e);
        }
    }

    static async Task<IResult> EndAsync(
        HttpContext context, OidcFlow flow, OidcProvider provider, People people, SessionService sessions, IOptions<OidcOptions> options,
        Urls urls, ILogger<OidcProvider> log, CancellationToken ct)
    {
        if (!options.Value.IsOn)
            throw new Refused(Errors.RouteNotFound);
        var query = context.Request.Query;
        try
        {
            var question = flow.End(context, query["state"]) ?? throw new OidcFailed("the answer belongs to no question of this browser");
            var code = query["code"] is [{ Length: > 0 } one] ? one : throw new OidcFailed("the provider gave no code");
            if (query["iss"] is [{ } issuer] && issuer.TrimEnd('/') != options.Value.Issuer.TrimEnd('/'))
                throw new OidcFailed("another provider answers");
            var identity = await provider.IdentifyAsync(question, code, urls.Absolute(context.Request, Callback), ct);
            if (!identity.IsVerified || !Account.IsEmail(identity.Email))
                return Back("oidcUnverified");

            // Nobody is made by coming here: an admin has made the account before.
            var problems = new List<ApiError>();
            if ((await people.EntranceAsync(identity.Email, context.Connection.RemoteIpAddress, problems, ct)) is not [var place, ..])
                return Back(problems.Count == 0 ? "oidcNoAccount" : "oidcNotAllowed");
            await sessions.BeginAsync(context, place.Account.Email, "oidc", ct);
            return TypedResults.LocalRedirect(question.Return);
        }
        catch (OidcFailed e)
        {
            return Failed(context, log, e);
        }
    }

    static RedirectHttpResult Failed(HttpContext context, ILogger log, OidcFailed e)
    {
        LogFailed(log, e.InnerException is { } cause ? $"{e.Message}, {cause.GetType().Name}" : e.Message, context.TraceId());
        return Back("oidcFailed");
    }

    static RedirectHttpResult Back(string error) => TypedResults.LocalRedirect($"{AppRoutes.SignIn}?error={error}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in at the OpenID provider failed: {Why}; {TraceId}")]
    static partial void LogFailed(ILogger log, string why, string traceId);
}
