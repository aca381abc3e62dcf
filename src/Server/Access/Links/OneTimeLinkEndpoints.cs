using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Access.Links;

/// <summary>One-time links: admins make them, people set their passwords with them.</summary>
public static class OneTimeLinkEndpoints
{
    public static void MapLinkMaking(this IEndpointRouteBuilder own)
    {
        own.MapPost("/users/{email}/invitation", InviteAsync).WithTags("Users").WithName("inviteUser").WithSummary("Make a link with which a user sets a first password.");
        own.MapPost("/users/{email}/password-reset", ResetAsync).WithTags("Users").WithName("resetPassword").WithSummary("Make a link with which a user sets another password.");
    }

    public static void MapLinkUse(this IEndpointRouteBuilder installation)
    {
        installation.MapPost("/invitations/look", LookAsync).WithBodyLimit(BodyLimits.OfStrangers).ForEveryone().WithTags("Sign-in").WithName("lookAtLink").WithSummary("What a one-time link is for.");
        installation.MapPost("/invitations/accept", UseAsync).WithBodyLimit(BodyLimits.OfStrangers).ForEveryone().WithTags("Sign-in").WithName("acceptInvitation").WithSummary("Set a first password with a link.");
        installation.MapPost("/password/reset", UseAsync).WithBodyLimit(BodyLimits.OfStrangers).ForEveryone().WithTags("Sign-in").WithName("usePasswordReset").WithSummary("Set another password with a link.");
    }

    static async Task<JsonHttpResult<LinkResource>> InviteAsync(
        string email, HttpContext context, Caller caller, LinkService links, Urls urls, CancellationToken ct)
    {
        var (link, code) = await links.InviteAsync(caller, email, ct);
        return Made(context, link, code, urls);
    }

    static async Task<JsonHttpResult<LinkResource>> ResetAsync(
        string email, HttpContext context, Caller caller, LinkService links, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.OptionalAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("removeTotp");
        var removes = body?.Optional("removeTotp")?.Bool() ?? false;
        problems.ThrowIfAny();
        var (link, code) = await links.ResetAsync(caller, email, removes, ct);
        return Made(context, link, code, urls);
    }

    static JsonHttpResult<LinkResource> Made(HttpContext context, OneTimeLink link, string code, Urls urls)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new LinkResource(urls.Absolute(context.Request, PathOf(code)), Print(link.Kind), SessionDocuments.Print(link.EndsAt)),
            contentType: Json.ContentType, statusCode: StatusCodes.Status201Created);
    }

    static async Task<Ok<LinkFacts>> LookAsync(HttpContext context, Forgery forgery, LinkService links, TenantDirectory tenants, CancellationToken ct)
    {
        forgery.CheckOpen(context.Request);
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("code");
        var code = body?.Required("code")?.Text();
        problems.ThrowIfAny();
        var (link, needsTotp) = await links.LookAsync(code!, ct);
        var tenant = link.TenantId.Length > 0 ? await tenants.FindAsync(link.TenantId, ct) : null;
        return TypedResults.Ok(new LinkFacts(
            Print(link.Kind), link.Email, tenant is null ? null : new(tenant.Id, tenant.Name), needsTotp, SessionDocuments.Print(link.EndsAt)));
    }

    static async Task<Ok<SessionDocument>> UseAsync(
        HttpContext context, Forgery forgery, LinkService links, SessionService sessions, SessionDocuments documents, CancellationToken ct)
    {
        forgery.CheckOpen(context.Request);
        sessions.Demand(context);
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("code", "password", "totp");
        var code = body?.Required("code")?.Text();
        var field = body?.Required("password");
        var totp = body?.Optional("totp")?.Text();
        problems.ThrowIfAny();
        // The rules know the e-mail, so whether the link is any good comes first.
        var (link, _) = await links.LookAsync(code!, ct);
        var password = PasswordEndpoints.ReadNew(field, link.Email);
        problems.ThrowIfAny();
        var email = await links.UseAsync(code!, password!, totp, context.Connection.RemoteIpAddress, ct);
        return await SessionEndpoints.BeginAsync(context, email, sessions, documents, ct);
    }

    /// <summary>The code stands behind the #, which browsers send to nobody: it appears in no log.</summary>
    internal static string PathOf(string code) => $"{AppRoutes.Invite}#code={code}";

    static string Print(LinkKind kind) => kind == LinkKind.Invitation ? "invitation" : "reset";
}
