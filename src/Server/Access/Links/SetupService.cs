using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Http;
using Espalier.Server.Tenants;

namespace Espalier.Server.Access.Links;

/// <summary>
/// Makes the first administrator. Whoever sees the server's output may be that: it has a code, which is worth something
/// for a day and as long as nobody has a password.
/// </summary>
public sealed class SetupService(
    ILinkStore links, ICredentialStore credentials, IUserStore users, TenantDirectory tenants, PasswordService passwords, TimeProvider time) : IDisposable
{
    // Accounts are made before the code is used up, so that nobody is left with a password and no account.
    readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task<bool> IsNeededAsync(CancellationToken ct) => passwords.IsOn && !await credentials.AnyPasswordAsync(ct);

    /// <summary>A new code, null when there is nothing to set up. The one before is worth nothing any more.</summary>
    public async Task<string?> MakeCodeAsync(CancellationToken ct)
    {
        if (!await IsNeededAsync(ct))
            return null;
        var (now, code) = (time.GetUtcNow(), Secrets.New());
        await links.AddAsync(new(LinkKind.Setup, "", "", RemovesTotp: false, MadeBy: "", now, now + Life), Secrets.HashOf(code), ct);
        return code;
    }

    /// <exception cref="Refused">The code is wrong, used or over.</exception>
    public async Task CheckAsync(string code, CancellationToken ct)
    {
        if (!await IsNeededAsync(ct) || await links.FindAsync(Secrets.HashOf(code), ct) is not { Kind: LinkKind.Setup } link || !link.IsOpen(time.GetUtcNow()))
            throw new Refused(Errors.LinkInvalid);
    }

    /// <summary>Makes the administrator. The tenants made so far stay, and who is made here is admin of the one that the first start made.</summary>
    /// <param name="tenant">One to be made; null when the kept one is enough.</param>
    public async Task UseAsync(string code, string email, string password, Tenant? tenant, string? kept, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            await UseAloneAsync(code, email, password, tenant, kept, ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    async Task UseAloneAsync(string code, string email, string password, Tenant? tenant, string? kept, CancellationToken ct)
    {
        await CheckAsync(code, ct);
        var hash = await passwords.HashAsync(password, ct);
        if (tenant is not null)
            await tenants.AddAsync(tenant, ct);
        foreach (var id in new[] { kept, tenant?.Id }.OfType<string>().Distinct(StringComparer.Ordinal))
            await users.SaveAsync(new(id, Guid.NewGuid(), email, Role.Admin) { TokenAccess = true }, _ => true, ct);
        if (!await links.UseAsync(Secrets.HashOf(code), email, hash, ct))
            throw new Refused(Errors.LinkInvalid);
        await credentials.SetInstallationAdminAsync(email, ct);
    }
}
