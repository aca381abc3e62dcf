using System.Net;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Quotas;
using Espalier.Server.Tenants;

namespace Espalier.Server.Access;

/// <summary>
/// Stands before everything that belongs to a tenant, paths that do not exist included. The checks have a fixed order
/// and stop at the first that fails; a tenant that does not exist looks like one where the user has no account.
/// </summary>
public sealed class TokenCheck(
    RequestDelegate next, Tokens tokens, TokenUses uses, IUserStore users, ITenantStore tenants, TenantGate gate, TimeProvider time)
{
    static readonly PathString[] Guarded = ["/api/v1", "/api/espalier/v1"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithoutTenant>() is { IsOpen: false })
            await CheckPersonAsync(context);
        else foreach (var prefix in Guarded)
            if (context.Request.Path.StartsWithSegments(prefix, out var rest))
            {
                using var pass = await CheckAsync(context, rest.Value!.Split('/').ElementAtOrDefault(1) ?? "");
                if (context.GetEndpoint()?.Metadata.GetMetadata<LongLived>() is not null)
                    pass.Dispose();
                await next(context);
                return;
            }
        await next(context);
    }

    /// <returns>The place among the tenant's running requests, until it is disposed.</returns>
    async Task<IDisposable> CheckAsync(HttpContext context, string tenantId)
    {
        var (ct, now, address) = (context.RequestAborted, time.GetUtcNow(), context.Connection.RemoteIpAddress);

        await CheckTokenAsync(context, now);
        var token = context.Features.Get<Token>()!;
        if (!Tenant.IsId(tenantId))
            throw new Refused(Errors.PathParameterIsInvalid("tenantId", $"must match {Tenant.IdPattern}"));

        var account = Check(await users.FindAsync(tenantId, token.Email, ct), now, address);
        var tenant = Check(await tenants.FindAsync(tenantId, ct), address);
        var pass = await gate.EnterAsync(tenant, ct);

        context.Features.Set(new Caller(tenantId, account.Email, account.Role, account.Groups, address));
        return pass;
    }

    async Task CheckTokenAsync(HttpContext context, DateTimeOffset now)
    {
        var token = await tokens.FindAsync(Bearer(context.Request), context.RequestAborted) ?? throw new Refused(Errors.ApiTokenInvalid);
        Check(token, now, context.Connection.RemoteIpAddress);
        uses.Watch(context, token.Jti);
        context.Features.Set(token);
    }

    /// <summary>What belongs to a person and not to a tenant is open to who may use an account in any.</summary>
    async Task CheckPersonAsync(HttpContext context)
    {
        var (ct, now, address) = (context.RequestAborted, time.GetUtcNow(), context.Connection.RemoteIpAddress);
        await CheckTokenAsync(context, now);
        var email = context.Features.Get<Token>()!.Email;
        var all = await tenants.ListAsync(ct);
        var accounts = (await users.FindPersonAsync(email, ct))
            .Where(account => account.Enabled && !(now >= account.ExpiresAt) && account.Subnets.Allows(address)
                && all.Any(tenant => tenant.Id == account.TenantId && tenant.Enabled && tenant.Subnets.Allows(address)))
            .ToList();
        if (accounts.Count == 0)
            throw new Refused(Errors.TokenAccessNotEnabled);
        var home = all.MinBy(tenant => tenant.CreatedAt)?.Id;
        context.Features.Set(new Person(email, address, accounts, accounts.Any(account => account.TenantId == home && account.Role == Role.Admin)));
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

    static Account Check(IReadOnlyList<Account> accounts, DateTimeOffset now, IPAddress? address)
    {
        if (accounts.Count > 1)
            throw new Refused(Errors.MultipleAccountsFound);
        if (accounts is not [var account])
            throw new Refused(Errors.TokenAccessNotEnabled);
        if (!account.Enabled)
            throw new Refused(Errors.UserAccountDisabled);
        if (now >= account.ExpiresAt)
            throw new Refused(Errors.UserAccountExpired);
        if (!account.Subnets.Allows(address))
            throw new Refused(Errors.UserAccountSubnetViolation(address));
        return account.TokenAccess ? account : throw new Refused(Errors.TokenAccessNotEnabled);
    }

    static Tenant Check(Tenant? tenant, IPAddress? address)
    {
        if (tenant is null)
            throw new Refused(Errors.TokenAccessNotEnabled);
        if (!tenant.Enabled)
            throw new Refused(Errors.TenantNotAccessible);
        if (!tenant.Subnets.Allows(address))
            throw new Refused(Errors.TenantSubnetViolation(address));
        return tenant.ApiPlan ? tenant : throw new Refused(Errors.TenantUsagePlanNotConfigured);
    }
}
