using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Access.Passwords;

/// <summary>One's own password and codes.</summary>
public static class PasswordEndpoints
{
    public static void MapPasswords(this IEndpointRouteBuilder installation)
    {
        installation.MapPost("/password", ChangeAsync).ForPerson().WithTags("Sign-in").WithName("changePassword").WithSummary("Change one's password.");
        installation.MapPost("/me/totp", EnrolAsync).ForPerson().WithTags("Sign-in").WithName("enrolTotp").WithSummary("Get a secret for an authenticator app.");
        installation.MapPost("/me/totp/confirm", ConfirmAsync).ForPerson().WithTags("Sign-in").WithName("confirmTotp").WithSummary("Have codes asked for from now on.");
        installation.MapPost("/me/totp/disable", DisableAsync).ForPerson().WithTags("Sign-in").WithName("disableTotp").WithSummary("Have no codes asked for any more.");
    }

    static async Task<Ok<SessionDocument>> ChangeAsync(
        HttpContext context, Person person, PasswordService passwords, SessionService sessions, SessionDocuments documents, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("password", "newPassword");
        var before = body?.Required("password")?.Text();
        var after = ReadNew(body?.Required("newPassword"), person.Email);
        problems.ThrowIfAny();
        await passwords.ChangeAsync(person, before!, after!, ct);
        var (session, secret) = await sessions.BeginAsync(context, person.Email, "password", ct);
        return TypedResults.Ok(await documents.WriteAsync(context, session, secret, ct));
    }

    static async Task<Ok<TotpEnrolment>> EnrolAsync(
        HttpContext context, Person person, PasswordService passwords, SecondFactor second, CancellationToken ct)
    {
        var known = await passwords.ConfirmAsync(person, await ReadAsync(context, "password", ct), ct);
        var (secret, uri) = await second.EnrolAsync(known, ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new TotpEnrolment(secret, uri));
    }

    static async Task<NoContent> ConfirmAsync(HttpContext context, Person person, SecondFactor second, CancellationToken ct)
    {
        await second.ConfirmAsync(person, await ReadAsync(context, "totp", ct), ct);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> DisableAsync(
        HttpContext context, Person person, PasswordService passwords, SecondFactor second, CancellationToken ct)
    {
        await passwords.ConfirmAsync(person, await ReadAsync(context, "password", ct), ct);
        await second.RemoveAsync(person, ct);
        return TypedResults.NoContent();
    }

    /// <summary>A new password that may be used; null when there is none, and then the problem has been noted.</summary>
    internal static string? ReadNew(JsonField? field, string email)
    {
        if (field?.Text() is not { } password)
            return null;
        if (PasswordRules.Problem(password, email) is not { } problem)
            return password;
        field.Problem(Errors.PasswordTooWeak(problem));
        return null;
    }

    static async Task<string> ReadAsync(HttpContext context, string name, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers(name);
        var text = body?.Required(name)?.Text();
        problems.ThrowIfAny();
        return text!;
    }
}
