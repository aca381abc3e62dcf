using System.Net;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Files;
using Espalier.Server.Http;

namespace Espalier.Server.Access.Links;

/// <summary>
/// Links with which people set their passwords. A password opens all tenants of a person, so an admin may make a link only
/// for somebody whose admin they are everywhere, and only administrators of the installation may for one of them; that is
/// looked at when it is made and again when it is used. Nobody makes one for themselves: a token or an open screen that
/// got into wrong hands would become a password.
/// </summary>
public sealed class LinkService(
    ILinkStore store, ICredentialStore credentials, People people, PasswordService passwords, SecondFactor second, Attempts attempts,
    AuditLog audit, TimeProvider time) : ISweepable
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <returns>The link and its code, which is not kept.</returns>
    public async Task<(OneTimeLink Link, string Code)> InviteAsync(Caller caller, string email, CancellationToken ct)
    {
        var account = await RequireAsync(caller, email, ct);
        if ((await credentials.FindAsync(email, ct))?.PasswordHash is not null)
            throw new Refused(Errors.InvitationNotNeeded);
        return await MakeAsync(caller, LinkKind.Invitation, account.Email, removesTotp: false, ct);
    }

    /// <inheritdoc cref="InviteAsync"/>
    public async Task<(OneTimeLink Link, string Code)> ResetAsync(Caller caller, string email, bool removesTotp, CancellationToken ct)
    {
        var account = await RequireAsync(caller, email, ct);
        return await MakeAsync(caller, LinkKind.Reset, account.Email, removesTotp, ct);
    }

    /// <summary>A link that is made on the server itself, by whoever has its files.</summary>
    /// <inheritdoc cref="InviteAsync"/>
    public async Task<(OneTimeLink Link, string Code)?> MakeHereAsync(string email, bool removesTotp, CancellationToken ct) =>
        (await people.AccountsAsync(email, ct)) is [var account, ..]
            ? await MakeAsync(LinkKind.Reset, account.Email, "", "", removesTotp, ct)
            : null;

    /// <summary>What a code is for.</summary>
    /// <returns>The link, and whether the person's authenticator app is asked too.</returns>
    public async Task<(OneTimeLink Link, bool NeedsTotp)> LookAsync(string code, CancellationToken ct)
    {
        var link = await FindAsync(code, ct);
        var known = await credentials.FindAsync(link.Email, ct);
        return (link, known?.TotpSecret is not null && !link.RemovesTotp);
    }

    /// <summary>Sets the password and uses the link up. A refusal leaves it as it is.</summary>
    /// <param name="password">One that keeps to the rules.</param>
    /// <returns>Whose link it was.</returns>
    public async Task<string> UseAsync(string code, string password, string? totp, IPAddress? address, CancellationToken ct)
    {
        var (link, needsTotp) = await LookAsync(code, ct);
        if (needsTotp)
        {
            var attempt = attempts.Begin(link.Email, address);
            await second.CheckAsync((await credentials.FindAsync(link.Email, ct))!, totp, ct);
            attempt.Worked();
        }
        var problems = new List<ApiError>();
        if ((await people.EntranceAsync(link.Email, address, problems, ct)).Count == 0)
            throw new Refused(problems.FirstOrDefault() ?? Errors.LinkInvalid);
        if (!await store.UseAsync(Secrets.HashOf(code), link.Email, await passwords.HashAsync(password, ct), ct))
            throw new Refused(Errors.LinkInvalid);
        await people.NoteAsync(AuditKinds.PasswordSet, link.Email, address);
        return link.Email;
    }

    public Task SweepAsync(DateTimeOffset now, CancellationToken ct) => store.SweepAsync(now, ct);

    async Task<OneTimeLink> FindAsync(string code, CancellationToken ct)
    {
        if (!passwords.IsOn)
            throw new Refused(Errors.PasswordSignInDisabled);
        return await store.FindAsync(Secrets.HashOf(code), ct) is { } link && link.Kind != LinkKind.Setup && link.IsOpen(time.GetUtcNow())
               && (link.MadeBy.Length == 0 || await MayAsync(link.MadeBy, link.Email, ct))
            ? link
            : throw new Refused(Errors.LinkInvalid);
    }

    async Task<Account> RequireAsync(Caller caller, string email, CancellationToken ct)
    {
        if (caller.Role != Role.Admin || caller.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal))
            throw new Refused(Errors.AdminRequired);
        if (!passwords.IsOn)
            throw new Refused(Errors.PasswordSignInDisabled);
        if (Account.KeyOf(email) == Account.KeyOf(caller.Email))
            throw new Refused(Errors.OwnLinkRefused);
        if (!Account.IsEmail(email) || (await people.AccountsAsync(email, ct)).FirstOrDefault(account => account.TenantId == caller.TenantId) is not { } account)
            throw new Refused(Errors.UserNotFound(caller.TenantId, email));
        if (await MayAsync(caller.Email, email, ct))
            return account;
        throw new Refused(await IsInstallationAdminAsync(email, ct) ? Errors.InstallationAdminRequired : Errors.PersonBelongsElsewhere);
    }

    async Task<bool> MayAsync(string admin, string email, CancellationToken ct)
    {
        if (await IsInstallationAdminAsync(admin, ct))
            return true;
        if (await IsInstallationAdminAsync(email, ct))
            return false;
        var now = time.GetUtcNow();
        var own = (await people.AccountsAsync(admin, ct))
            .Where(account => account is { Role: Role.Admin, Enabled: true } && !(now >= account.ExpiresAt) && !account.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal))
            .Select(account => account.TenantId).ToHashSet(StringComparer.Ordinal);
        return (await people.AccountsAsync(email, ct)).All(account => own.Contains(account.TenantId));
    }

    async Task<bool> IsInstallationAdminAsync(string email, CancellationToken ct) =>
        (await credentials.FindAsync(email, ct))?.IsInstallationAdmin == true;

    async Task<(OneTimeLink, string)> MakeAsync(Caller caller, LinkKind kind, string email, bool removesTotp, CancellationToken ct)
    {
        var made = await MakeAsync(kind, email, caller.TenantId, caller.Email, removesTotp, ct);
        await audit.WriteAsync(caller, AuditKinds.LinkCreate, email);
        return made;
    }

    async Task<(OneTimeLink, string)> MakeAsync(LinkKind kind, string email, string tenantId, string madeBy, bool removesTotp, CancellationToken ct)
    {
        var (now, code) = (time.GetUtcNow(), Secrets.New());
        var link = new OneTimeLink(kind, email, tenantId, removesTotp, madeBy, now, now + Life);
        await store.AddAsync(link, Secrets.HashOf(code), ct);
        return (link, code);
    }
}
