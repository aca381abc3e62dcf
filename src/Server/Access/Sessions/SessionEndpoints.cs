using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Access.Sessions;

/// <summary>Signing in and out, and the list of browsers one is signed in with.</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder installation)
    {
        installation.MapPost("/session", SignInAsync).WithBodyLimit(BodyLimits.OfStrangers).ForEveryone().WithTags("Sign-in").WithName("signIn").WithSummary("Sign in with a password.");
        installation.MapGet("/session", RetrieveAsync).ForPerson().WithTags("Sign-in").WithName("retrieveSession").WithSummary("Who is signed in.");
        installation.MapDelete("/session", SignOutAsync).ForEveryone().WithTags("Sign-in").WithName("signOut").WithSummary("Sign out.");
        installation.MapGet("/sessions", ListAsync).ForPerson().WithTags("Sign-in").WithName("listSessions").WithSummary("List one's sessions.");
        installation.MapDelete("/sessions", EndOthersAsync).ForPerson().WithTags("Sign-in").WithName("endOtherSessions")
            .WithSummary("End all one's other sessions.");
        installation.MapDelete("/sessions/{sessionId}", EndAsync).ForPerson().WithTags("Sign-in").WithName("endSession").WithSummary("End one of one's sessions.");
    }

    static async Task<Ok<SessionDocument>> SignInAsync(
        HttpContext context, Forgery forgery, PasswordService passwords, SessionService sessions, SessionDocuments documents, CancellationToken ct)
    {
        forgery.CheckOpen(context.Request);
        sessions.Demand(context);
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("email", "password", "totp");
        var (email, password, totp) = (body?.Required("email")?.Text(), body?.Required("password")?.Text(), body?.Optional("totp")?.Text());
        problems.ThrowIfAny();
        var address = context.Connection.RemoteIpAddress;
        (string Email, string PasswordHash) proven;
        try
        {
            proven = await passwords.SignInAsync(email!, password!, totp, address, ct);
        }
        catch (Refused refused) when (refused.Errors[0].Code == Errors.SignInFailed.Code || refused.Errors[0].Code == Errors.TotpInvalid.Code)
        {
            // After the answer: how long that takes must not tell whether the account exists.
            context.Response.OnCompleted(() => sessions.NoteAsync(AuditKinds.SignInFailed, email!, address));
            throw;
        }
        var (session, secret) = await sessions.BeginAsync(context, proven.Email, "password", proven.PasswordHash, ct);
        return TypedResults.Ok(await documents.WriteAsync(context, session, secret, ct));
    }

    /// <summary>Begins a session for somebody who has just set a password.</summary>
    internal static async Task<Ok<SessionDocument>> BeginAsync(
        HttpContext context, string email, SessionService sessions, SessionDocuments documents, CancellationToken ct)
    {
        var (session, secret) = await sessions.BeginAsync(context, email, "password", ct);
        return TypedResults.Ok(await documents.WriteAsync(context, session, secret, ct));
    }

    static async Task<Ok<SessionDocument>> RetrieveAsync(HttpContext context, Person person, SessionDocuments documents, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await documents.WriteAsync(context, person.Session!, person.Secret!, ct));
    }

    /// <summary>A session that is over already is signed out of without a word.</summary>
    static async Task<NoContent> SignOutAsync(
        HttpContext context, Forgery forgery, SessionService sessions, SessionCookie cookie, CancellationToken ct)
    {
        if (cookie.Read(context.Request) is { } secret && await sessions.FindAsync(secret, ct) is { } session)
        {
            forgery.Check(context.Request, secret);
            await sessions.EndAsync(secret, ct);
            await sessions.NoteAsync(AuditKinds.SignOut, session.Email, context.Connection.RemoteIpAddress);
        }
        cookie.Clear(context);
        return TypedResults.NoContent();
    }

    static async Task<Ok<SessionResource[]>> ListAsync(Person person, SessionService sessions, CancellationToken ct) =>
        TypedResults.Ok<SessionResource[]>([.. (await sessions.ListAsync(person, ct)).Select(session => new SessionResource(
            Ids.Print(session.Id), session.Id == person.Session!.Id, SessionDocuments.Print(session.CreatedAt), SessionDocuments.Print(session.SeenAt),
            SessionDocuments.Print(session.IdleEndsAt), session.Address, session.Device, session.Method))]);

    static async Task<NoContent> EndOthersAsync(Person person, SessionService sessions, CancellationToken ct)
    {
        await sessions.EndOthersAsync(person, ct);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> EndAsync(string sessionId, Person person, SessionService sessions, CancellationToken ct)
    {
        if (!Ids.TryParse(sessionId, out var id))
            throw new Refused(Errors.PathParameterMustBeUuidString("sessionId"));
        await sessions.EndAsync(person, id, ct);
        return TypedResults.NoContent();
    }
}
