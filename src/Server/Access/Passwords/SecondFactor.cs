using System.Security.Cryptography;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Espalier.Server.Storage;

namespace Espalier.Server.Access.Passwords;

/// <summary>One-time codes of an authenticator app beside the password, for those who want them.</summary>
public sealed class SecondFactor(ICredentialStore store, Attempts attempts, People people, DataFolder folder, TimeProvider time)
{
    const string Issuer = "Espalier";

    readonly Seal _seal = new(folder, "totp");

    /// <exception cref="Refused">The person has codes, and this is none, or one that was used.</exception>
    public async Task CheckAsync(Credentials known, string? code, CancellationToken ct)
    {
        if (known.TotpSecret is null)
            return;
        if (string.IsNullOrWhiteSpace(code))
            throw new Refused(Errors.TotpRequired);
        var attempt = attempts.BeginCode(known.Email);
        if (StepOf(known.TotpSecret, code) is not { } step || !await store.UseTotpAsync(known.Email, step, ct))
            throw new Refused(Errors.TotpInvalid);
        attempt.Worked();
    }

    /// <summary>Makes a secret, which counts once the person has shown a code of it.</summary>
    /// <returns>The secret as people type it, and as apps read it.</returns>
    public async Task<(string Secret, string Uri)> EnrolAsync(Credentials known, CancellationToken ct)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        await store.SetPendingTotpAsync(known.Email, _seal.Close(secret), ct);
        var text = Totp.Print(secret);
        return (text, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(known.Email)}?secret={text}&issuer={Issuer}");
    }

    public async Task ConfirmAsync(Person person, string code, CancellationToken ct)
    {
        var attempt = attempts.Begin(person.Email, person.Address);
        var pending = (await store.FindAsync(person.Email, ct))?.TotpPending;
        if (pending is null || StepOf(pending, code) is not { } step || !await store.ConfirmTotpAsync(person.Email, pending, step, ct))
            throw new Refused(Errors.TotpInvalid);
        attempt.Worked();
        await people.NoteAsync(AuditKinds.TotpOn, person.Email, person.Address);
    }

    public async Task RemoveAsync(Person person, CancellationToken ct)
    {
        await store.RemoveTotpAsync(person.Email, ct);
        await people.NoteAsync(AuditKinds.TotpOff, person.Email, person.Address);
    }

    long? StepOf(byte[] kept, string code) =>
        _seal.Open(kept) is { } secret ? Totp.StepOf(secret, code, time.GetUtcNow()) : null;
}
