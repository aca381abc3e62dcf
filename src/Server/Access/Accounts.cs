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

    /// <summary>The account of this e-mail; null when there is none, or more than one.</summary>
    public async Task<Account?> FindAsync(string tenantId, string email, CancellationToken ct) =>
        await users.FindAsync(tenantId, email, ct) is [var account] ? account : null;

    /// <summary>Whether somebody has an account in the tenant.</summary>
    public async Task<bool> AnyAsync(string tenantId, string email, CancellationToken ct) => (await users.FindAsync(tenantId, email, ct)).Count > 0;

    /// <summary>The e-mails of those who keep the tenant's accounts and can still do so.</summary>
    public async Task<IReadOnlyList<string>> AdminsAsync(string tenantId, CancellationToken ct) =>
    [
        .. (await users.ListAsync(tenantId, ct))
            .Where(account => account is { Role: Role.Admin, Enabled: true } && !(time.GetUtcNow() >= account.ExpiresAt))
            .Select(account => account.Email).Order(StringComparer.OrdinalIgnoreCase),
    ];

    public async Task<int> CountAsync(string tenantId, CancellationToken ct) => (await users.ListAsync(tenantId, ct)).Count;

    /// <summary>Gives a person an account in a tenant that is new.</summary>
    public Task AddAdminAsync(string tenantId, string email, CancellationToken ct) =>
        users.AddAsync(new Account(tenantId, Guid.NewGuid(), email, Role.Admin) { TokenAccess = true }, ct);
}
