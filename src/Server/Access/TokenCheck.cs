using System.Net;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Quotas;
using Espalier.Server.Tenants;

namespace Espalier.Server.Access;

/// <summary>
/// Stands before everything that belongs to a tenant, paths that do not exist included. The checks have a fixed order
/// and stop at the first that fails; a tenant that does not exist looks like one where the user has no account.
/// Instead of a token, a browser's session names the caller; then neither TokenAccess nor the API plan matters.
/// </summary>
public sealed class TokenCheck(
    RequestDelegate next, Tokens tokens, TokenUses uses, SessionCheck sessions, People people, IUserStore users, ITenantStore tenants,
    TenantGate gate, TimeProvider time)
{
    static readonly PathString[] Guarded = ["/api/v1", "/api/espalier/v1"];

    public async Task InvokeAsync(HttpContext context)
    {
        foreach (var prefix in Guarded)
            if (context.Request.Path.StartsWithSegments(prefix, out var rest))
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<WithoutTenant>() is { } kind)
                {
                    await CheckAsync(context, kind);
                    await next(context);
                    return;
                }
                using var pass = await CheckAsync(context, rest.Value!.Split('/').ElementAtOrDefault(1) ?? "");
                if (context.GetEndpoint()?.Metadata.GetMetadata<LongLived>() is not null)
                    pass?.Dispose();
                await next(context);
                return;
            }
        await next(context);
    }

    /// <returns>The place among the tenant's running requests, until it is disposed.</returns>
    async Task<IDisposable?> CheckAsync(HttpContext context, string tenantId)
    {
        var (account, tenant, isPerson) = await AdmitAsync(context, tenantId, context.RequestAborted);
        IDisposable? pass = null;
        if (isPerson)
            gate.EnterPerson(tenant, account.Email);
        else
            pass = await gate.EnterAsync(tenant, context.RequestAborted);

        context.Features.Set(new Caller(tenantId, account.Email, account.Role, account.Groups, context.Connection.RemoteIpAddress) { IsPerson = isPerson });
        context.Features.Set(new Admitted(ct => AdmitAsync(context, tenantId, ct)));
        return pass;
    }

    async Task<(Account Account, Tenant Tenant, bool IsPerson)> AdmitAsync(HttpContext context, string tenantId, CancellationToken ct)
    {
        var (now, address) = (time.GetUtcNow(), context.Connection.RemoteIpAddress);

        var session = await sessions.FindAsync(context.Request, ct);
        var isPerson = session is not null;
        if (isPerson)
            KeepPrivate(context);
        var email = session?.Session.Email ?? (await TokenAsync(context, ct)).Email;
        if (!Tenant.IsId(tenantId))
            throw new Refused(Errors.PathParameterIsInvalid("tenantId", $"must match {Tenant.IdPattern}"));

        var account = Check(await users.FindAsync(tenantId, email, ct), now, address, isPerson);
        return (account, Check(await tenants.FindAsync(tenantId, ct), address, isPerson), isPerson);
    }

    /// <summary>Endpoints that belong to no tenant.</summary>
    async Task CheckAsync(HttpContext context, WithoutTenant kind)
    {
        if (kind.IsOpen)
            return;
        context.Features.Set(await AdmitAsync(context, kind, context.RequestAborted));
        context.Features.Set(new Admitted(ct => AdmitAsync(context, kind, ct)));
    }

    async Task<Person> AdmitAsync(HttpContext context, WithoutTenant kind, CancellationToken ct)
    {
        var address = context.Connection.RemoteIpAddress;
        if (await sessions.FindAsync(context.Request, ct) is { } signedIn)
        {
            KeepPrivate(context);
            return await people.FindAsync(signedIn.Session.Email, address, ct) is { } person
                ? person with { Session = signedIn.Session, Secret = signedIn.Secret }
                : throw new Refused(Errors.SessionEnded);
        }

        if (!kind.TokensToo)
            throw new Refused(Errors.AuthorizationHeaderEmpty with { Message = "Nobody is signed in." });
        var owner = await people.FindAsync((await TokenAsync(context, ct)).Email, address, ct);
        return owner is not null && owner.Accounts.Any(account => account.TokenAccess) ? owner : throw new Refused(Errors.TokenAccessNotEnabled);
    }

    /// <summary>A cookie does not tell caches that the answer is for one person, as an Authorization header does.</summary>
    static void KeepPrivate(HttpContext context)
    {
        if (!context.Response.HasStarted)
            context.Response.Headers.CacheControl = "private, no-cache";
    }

    async Task<Token> TokenAsync(HttpContext context, CancellationToken ct)
    {
        var token = await tokens.FindAsync(Bearer(context.Request), ct) ?? throw new Refused(Errors.ApiTokenInvalid);
        Check(token, time.GetUtcNow(), context.Connection.RemoteIpAddress);
        if (context.Features.Get<Token>() is null)
            uses.Watch(context, token.Jti);
        context.Features.Set(token);
        return token;
    }

    static string Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (string.IsNullOrWhiteSpace(header))
            throw new Refused(Errors.AuthorizationHeaderEmpty);

        var parts = header.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return header.Count == 1 && parts.Length == 2 && parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? parts[1]
            : throw new Refused(Errors.BearerTokenNotFound);
    }

    static void Check(Token token, DateTimeOffset now, IPAddress? address)
    {
        if (now < token.StartsAt)
            throw new Refused(Errors.ApiTokenNotYetActive);
        if (now >= token.EndsAt)
            throw new Refused(Errors.ApiTokenExpired);
        if (!token.Subnets.Allows(address))
            throw new Refused(Errors.ApiTokenSubnetViolation(address));
    }

    static Account Check(IReadOnlyList<Account> accounts, DateTimeOffset now, IPAddress? address, bool isPerson)
    {
        var problem = accounts.Count switch
        {
            0 => Errors.TokenAccessNotEnabled,
            1 => Admission.Problem(accounts[0], now, address),
            _ => Errors.MultipleAccountsFound,
        };
        if (problem is not null)
            throw new Refused(isPerson ? Admission.ForPerson(problem) : problem);
        return isPerson || accounts[0].TokenAccess ? accounts[0] : throw new Refused(Errors.TokenAccessNotEnabled);
    }

    static Tenant Check(Tenant? tenant, IPAddress? address, bool isPerson)
    {
        if (Admission.Problem(tenant, address) is { } problem)
            throw new Refused(isPerson ? Admission.ForPerson(problem) : problem);
        return isPerson || tenant!.ApiPlan ? tenant! : throw new Refused(Errors.TenantUsagePlanNotConfigured);
    }
}
