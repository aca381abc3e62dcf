using System.Net;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Auditing;
using Espalier.Server.Files;
using Espalier.Server.Http;

namespace Espalier.Server.Access.Sessions;

/// <summary>Begins, finds and ends sessions.</summary>
public sealed class SessionService(ISessionStore store, SessionCookie cookie, People people, ICredentialStore credentials, TimeProvider time) : ISweepable
{
    /// <summary>How exactly it is known when a session was used last.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <inheritdoc cref="SessionCookie.Demand"/>
    public void Demand(HttpContext context) => cookie.Demand(context.Request);

    /// <summary>
    /// Begins a session, always with a new id: one that somebody else put into the browser before is worth nothing afterwards.
    /// </summary>
    /// <param name="method"><c>password</c> or <c>oidc</c>.</param>
    /// <returns>The session, and its cookie's value.</returns>
    public async Task<(Session Session, string Secret)> BeginAsync(HttpContext context, string email, string method, CancellationToken ct)
    {
        var (now, secret) = (time.GetUtcNow(), Secrets.New());
        var session = new Session(
            Guid.NewGuid(), email, method, now, now, $"{context.Connection.RemoteIpAddress}", Device.Of(context.Request.Headers.UserAgent.ToString()));
        cookie.Write(context, secret, Session.Longest);
        if (cookie.Read(context.Request) is { } before)
            await EndAsync(before, ct);
        await store.AddAsync(session, Secrets.HashOf(secret), ct);
        await NoteAsync(AuditKinds.SignIn, email, context.Connection.RemoteIpAddress);
        return (session, secret);
    }

    /// <summary>Begins a session for somebody who has shown a password.</summary>
    /// <param name="passwordHash">The hash that the password was compared with.</param>
    /// <exception cref="Refused">The password was changed meanwhile.</exception>
    public async Task<(Session Session, string Secret)> BeginAsync(HttpContext context, string email, string method, string passwordHash, CancellationToken ct)
    {
        var begun = await BeginAsync(context, email, method, ct);
        // A change ends all sessions: those that are kept before it then, and the others here.
        if ((await credentials.FindAsync(email, ct))?.PasswordHash == passwordHash)
            return begun;
        await store.DeleteAsync(email, begun.Session.Id, CancellationToken.None);
        throw new Refused(Errors.SignInFailed);
    }

    /// <summary>Puts down that somebody signed in or out, or tried to, where the person has accounts.</summary>
    public Task NoteAsync(string kind, string email, IPAddress? address) => people.NoteAsync(kind, email, address);

    /// <summary>The session that a cookie's value opens, null when it has ended.</summary>
    public async Task<Session?> FindAsync(string secret, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await store.FindAsync(Secrets.HashOf(secret), ct) is not { } session || session.IsOver(now))
            return null;
        if (now - session.SeenAt < Grain)
            return session;
        await store.SeenAsync(session.Id, now, ct);
        return session with { SeenAt = now };
    }

    public async Task EndAsync(string secret, CancellationToken ct)
    {
        if (await store.FindAsync(Secrets.HashOf(secret), ct) is { } session)
            await store.DeleteAsync(session.Email, session.Id, ct);
    }

    public async Task<IReadOnlyList<Session>> ListAsync(Person person, CancellationToken ct) =>
        [.. (await store.ListAsync(person.Email, ct)).Where(session => !session.IsOver(time.GetUtcNow()))];

    public async Task EndAsync(Person person, Guid id, CancellationToken ct)
    {
        if (!await store.DeleteAsync(person.Email, id, ct))
            throw new Refused(Errors.SessionNotFound);
    }

    public Task EndOthersAsync(Person person, CancellationToken ct) => store.DeleteOthersAsync(person.Email, person.Session!.Id, ct);

    public Task SweepAsync(DateTimeOffset now, CancellationToken ct) => store.SweepAsync(now - Session.Longest, now - Session.Idle, ct);
}
