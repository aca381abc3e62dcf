namespace Espalier.Server.Access.Passwords;

/// <summary>What a person signs in with. One for all tenants, as the e-mail is the person's name in all of them.</summary>
public sealed record Credentials(string Email)
{
    /// <summary>Null: the person signs in otherwise, or not at all.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The secret of one-time codes, encrypted; null: none are asked for.</summary>
    public byte[]? TotpSecret { get; init; }

    /// <summary>A secret that the person has not confirmed yet.</summary>
    public byte[]? TotpPending { get; init; }

    public bool IsInstallationAdmin { get; init; }
}

/// <summary>Keeps credentials.</summary>
public interface ICredentialStore
{
    Task<Credentials?> FindAsync(string email, CancellationToken ct);

    /// <summary>Whether anybody can sign in with a password.</summary>
    Task<bool> AnyPasswordAsync(CancellationToken ct);

    /// <summary>Sets the password and ends all sessions and links of the person.</summary>
    Task SetPasswordAsync(string email, string passwordHash, CancellationToken ct);

    /// <summary>Replaces the same password's hash, if it is still the person's; sessions stay.</summary>
    Task RehashAsync(string email, string before, string after, CancellationToken ct);

    Task SetInstallationAdminAsync(string email, CancellationToken ct);

    /// <summary>Keeps a new secret beside the one that counts.</summary>
    Task SetPendingTotpAsync(string email, byte[] secret, CancellationToken ct);

    /// <summary>Makes the pending secret the one that counts, if it is still this one.</summary>
    Task<bool> ConfirmTotpAsync(string email, byte[] pending, long step, CancellationToken ct);

    Task RemoveTotpAsync(string email, CancellationToken ct);

    /// <summary>Notes that a code of this step was used.</summary>
    /// <returns>False when one of this step or of a later one was used before.</returns>
    Task<bool> UseTotpAsync(string email, long step, CancellationToken ct);
}
