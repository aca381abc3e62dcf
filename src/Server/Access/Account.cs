namespace Espalier.Server.Access;

/// <summary>A person's account in one tenant. The e-mail is the person's name in all tenants, in any letter case.</summary>
public sealed record Account(string TenantId, Guid Id, string Email, Role Role)
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the person may use the API with tokens.</summary>
    public bool TokenAccess { get; init; }

    public bool Enabled { get; init; } = true;

    public DateTimeOffset? ExpiresAt { get; init; }

    public Subnets Subnets { get; init; } = Subnets.Any;

    /// <summary>By this e-mails are compared.</summary>
    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    /// <summary>
    /// Whether a text can be an e-mail address at all; whether it is one, only a mail can tell. Letters whose small form is a
    /// plain one, as the Kelvin sign's is, would make two addresses one.
    /// </summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && text.Length <= 254
               && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || (c > '\x7F' && char.ToLowerInvariant(c) <= '\x7F') || c is ',' or ';' or '<' or '>' or '"');
    }
}

/// <summary>Keeps accounts.</summary>
public interface IUserStore
{
    /// <summary>All accounts of this e-mail in the tenant; more than one is a fault of the data.</summary>
    Task<IReadOnlyList<Account>> FindAsync(string tenantId, string email, CancellationToken ct);

    /// <summary>The accounts of a person in all tenants.</summary>
    Task<IReadOnlyList<Account>> FindPersonAsync(string email, CancellationToken ct);

    Task<IReadOnlyList<Account>> ListAsync(string tenantId, CancellationToken ct);

    /// <returns>False when the tenant has an account with this e-mail; then nothing is added.</returns>
    Task<bool> AddAsync(Account account, CancellationToken ct);

    /// <summary>Adds the account, or changes the one with this e-mail to it.</summary>
    /// <param name="allows">Is asked whether the tenant may have these accounts, with the change made.</param>
    /// <returns>The account as it is kept, and whether it is new; null when it is not allowed, and nothing was changed.</returns>
    Task<(Account Account, bool IsNew)?> SaveAsync(Account account, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct);

    /// <inheritdoc cref="SaveAsync"/>
    /// <returns>The accounts in their order; null when it is not allowed, and nothing was changed.</returns>
    Task<IReadOnlyList<(Account Account, bool IsNew)>?> SaveManyAsync(
        string tenantId, IReadOnlyList<Account> accounts, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct);

    /// <inheritdoc cref="SaveAsync"/>
    /// <returns>False when it is not allowed, and nothing was changed.</returns>
    Task<bool> DeleteAsync(string tenantId, string email, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct);
}
