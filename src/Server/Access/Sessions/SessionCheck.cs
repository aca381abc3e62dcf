using Espalier.Server.Access.Browsers;
using Espalier.Server.Http;

namespace Espalier.Server.Access.Sessions;

/// <summary>Finds who a request's cookie names. A request with an Authorization header is named by that and nothing else.</summary>
public sealed class SessionCheck(SessionService sessions, SessionCookie cookie, Forgery forgery)
{
    /// <returns>The session and its cookie's value; null when the request has no cookie, or an Authorization header.</returns>
    /// <exception cref="Refused">The session has ended, or the request may be forged.</exception>
    public async Task<(Session Session, string Secret)?> FindAsync(HttpRequest request, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(request.Headers.Authorization) || cookie.Read(request) is not { } secret)
            return null;
        var session = await sessions.FindAsync(secret, ct) ?? throw new Refused(Errors.SessionEnded);
        if (!Forgery.IsSafe(request))
            forgery.Check(request, secret);
        return (session, secret);
    }
}

/// <summary>That a request was let in, and how to ask whether it still would be.</summary>
public sealed record Admitted(Func<CancellationToken, Task> AgainAsync);

/// <summary>For answers that take long.</summary>
public static class AdmittedExtensions
{
    /// <summary>Whether the caller would still be let in: the session or token may have ended meanwhile, the account been closed.</summary>
    public static async Task<bool> StillAllowedAsync(this HttpContext context, CancellationToken ct)
    {
        try
        {
            await (context.Features.Get<Admitted>()?.AgainAsync(ct) ?? Task.CompletedTask);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }
}
