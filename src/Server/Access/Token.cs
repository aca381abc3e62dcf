namespace Espalier.Server.Access;

/// <summary>What is kept of a token. The token itself is not kept: it is shown once.</summary>
public sealed record Token(
    string Jti, string Email, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Subnets Subnets, DateTimeOffset CreatedAt)
{
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>To about a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Keeps tokens, for the whole installation: a token opens each tenant where its user has an account.</summary>
public interface ITokenStore
{
    Task<Token?> FindAsync(string jti, CancellationToken ct);

    Task<IReadOnlyList<Token>> ListAsync(CancellationToken ct);

    Task AddAsync(Token token, CancellationToken ct);

    /// <returns>False when there is no such token.</returns>
    Task<bool> RevokeAsync(string jti, DateTimeOffset at, CancellationToken ct);

    /// <summary>Notes when tokens were last used.</summary>
    Task NoteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken ct);
}
