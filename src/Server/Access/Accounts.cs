using Espalier.Server.Http;

namespace Espalier.Server.Access;

/// <summary>Who somebody is now: for work that outlives its request.</summary>
public sealed class Accounts(IUserStore users, TimeProvider time)
{
    /// <summary>The caller that this person would be today; no address is checked, for nobody calls.</summary>
    /// <exception cref="Refused">The account is gone, disabled or expired.</exception>
    public async Task<Caller> CallerAsync(string tenantId, string email, CancellationToken ct) =>
        await users.FindAsync(tenantId, email, ct) switch
        {
            { Count: > 1 } => throw new Refused(Errors.MultipleAccountsFound),
            [] => throw new Refused(Errors.TokenAccessNotEnabled),
            [{ Enabled: false }] => throw new Refused(Errors.UserAccountDisabled),
            [{ ExpiresAt: { } end }] when time.GetUtcNow() >= end => throw new Refused(Errors.UserAccountExpired),
            [var account] => new(tenantId, account.Email, account.Role, account.Groups, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Whether somebody has an account in the tenant.</summary>
    public async Task<bool> AnyAsync(string tenantId, string email, CancellationToken ct) => (await users.FindAsync(tenantId, email, ct)).Count > 0;
}
