using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Oidc;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Links;

/// <summary>The first run: one administrator is made with the code that the server printed.</summary>
public static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder installation)
    {
        installation.MapGet("/setup", RetrieveAsync).ForEveryone().WithTags("Sign-in").WithName("retrieveSetup")
            .WithSummary("Whether the installation waits for its first administrator, and how people sign in.");
        installation.MapPost("/setup", SetUpAsync).WithBodyLimit(BodyLimits.OfStrangers).ForEveryone().WithTags("Sign-in").WithName("setUp").WithSummary("Make the first administrator.");
    }

    static async Task<Ok<SetupState>> RetrieveAsync(
        SetupService setup, KeptTenant kept, PasswordService passwords, IOptions<OidcOptions> oidc, CancellationToken ct)
    {
        var needed = await setup.IsNeededAsync(ct);
        return TypedResults.Ok(new SetupState(
            needed, needed ? await kept.FindAsync(ct) : null,
            new(passwords.IsOn, oidc.Value.IsOn ? new(oidc.Value.Name) : null)));
    }

    static async Task<Ok<SessionDocument>> SetUpAsync(
        HttpContext context, Forgery forgery, SetupService setup, KeptTenant keptTenant, SessionService sessions, SessionDocuments documents, CancellationToken ct)
    {
        forgery.CheckOpen(context.Request);
        sessions.Demand(context);
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("code", "email", "password", "tenant");
        var code = body?.Required("code")?.Text();
        var email = ReadEmail(body?.Required("email"));
        var password = PasswordEndpoints.ReadNew(body?.Required("password"), email ?? "");
        var kept = await keptTenant.FindAsync(ct);
        var wish = kept is null ? body?.Required("tenant") : body?.Optional("tenant");
        var tenant = ReadTenant(wish?.Object());
        problems.ThrowIfAny();
        await setup.UseAsync(code!, email!, password!, tenant, kept, ct);
        return await SessionEndpoints.BeginAsync(context, email!, sessions, documents, ct);
    }

    static string? ReadEmail(JsonField? field)
    {
        if (field?.Text()?.Trim() is not { } email)
            return null;
        if (Account.IsEmail(email))
            return email;
        field.Problem(Errors.PropertyValueInvalid("is not an e-mail address"));
        return null;
    }

    static Tenant? ReadTenant(JsonField? field)
    {
        field?.RefuseOthers("id", "name");
        var id = field?.Required("id");
        if (id?.Text() is not { } text)
            return null;
        if (!Tenant.IsId(text) || Tenant.IsReserved(text))
            id.Problem(Errors.PropertyValueInvalid($"must match {Tenant.IdPattern}, and not be a word of Espalier's own paths"));
        return new(text, field!.Optional("name")?.FilledText() ?? text);
    }
}
