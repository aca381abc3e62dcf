using System.Net;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Passwords;

/// <summary>Checks and sets passwords.</summary>
public sealed class PasswordService(
    ICredentialStore store, Attempts attempts, SecondFactor second, People people, IOptions<SignInOptions> options) : IDisposable
{
    /// <summary>Hashing takes a processor for a while; the rest of the server needs some time of them too.</summary>
    readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount));

    public bool IsOn => options.Value.Password;

    /// <summary>
    /// Who signs in. An account that does not exist, and one without a password, answers as late and with the same words as one
    /// with another password.
    /// </summary>
    /// <returns>The person's e-mail, and the hash that the password has.</returns>
    public async Task<(string Email, string PasswordHash)> SignInAsync(string email, string password, string? totp, IPAddress? address, CancellationToken ct)
    {
        if (!IsOn)
            throw new Refused(Errors.PasswordSignInDisabled);
        var attempt = attempts.Begin(Account.IsEmail(email.Trim()) ? email : "", address);
        var known = await RequireAsync(email, password, ct);
        await second.CheckAsync(known, totp, ct);

        var problems = new List<ApiError>();
        var open = await people.EntranceAsync(known.Email, address, problems, ct);
        if (open.Count == 0)
            throw new Refused(problems.FirstOrDefault() ?? Errors.SignInFailed);
        attempt.Worked();
        var hash = known.PasswordHash!;
        if (!PasswordHash.IsOld(hash))
            return (open[0].Account.Email, hash);
        var renewed = await HashAsync(password, ct);
        await store.RehashAsync(known.Email, hash, renewed, ct);
        return (open[0].Account.Email, renewed);
    }

    /// <summary>Asks somebody who is signed in for the password again.</summary>
    public async Task<Credentials> ConfirmAsync(Person person, string password, CancellationToken ct)
    {
        var attempt = attempts.Begin(person.Email, person.Address);
        var known = await RequireAsync(person.Email, password, ct);
        attempt.Worked();
        return known;
    }

    /// <summary>Sets another password; all sessions end.</summary>
    public async Task ChangeAsync(Person person, string before, string after, CancellationToken ct)
    {
        if (!IsOn)
            throw new Refused(Errors.PasswordSignInDisabled);
        var known = await ConfirmAsync(person, before, ct);
        await store.SetPasswordAsync(known.Email, await HashAsync(after, ct), ct);
        await people.NoteAsync(AuditKinds.PasswordSet, person.Email, person.Address);
    }

    public async Task<string> HashAsync(string password, CancellationToken ct) => await WorkAsync(() => PasswordHash.Make(password), ct);

    public void Dispose() => _hashing.Dispose();

    async Task<Credentials> RequireAsync(string email, string password, CancellationToken ct)
    {
        var known = password.Length <= PasswordRules.MostLength && Account.IsEmail(email.Trim()) ? await store.FindAsync(email, ct) : null;
        var hash = known?.PasswordHash ?? PasswordHash.OfNobody;
        var isRight = await WorkAsync(() => PasswordHash.Verify(password, hash), ct);
        return isRight && known?.PasswordHash is not null ? known : throw new Refused(Errors.SignInFailed);
    }

    async Task<T> WorkAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _hashing.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            _hashing.Release();
        }
    }
}
