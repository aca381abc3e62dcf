namespace Espalier.Server.Access;

/// <summary>What is kept of a token. The token itself is not kept: it is shown once.</summary>
public sealed record Token(
    string Jti, string Email, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Subnets Subnets, DateTimeOffset CreatedAt)
{
    /// <summary>What its user calls it; empty when nobody named it.</summary>
    public string Name { get; init; } = "";

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>To some seconds, as are the next two.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public string? LastIp { get; init; }

    /// <summary>Method and path of the last call.</summary>
    public string? LastRoute { get; init; }

    /// <summary>The token that took its place.</summary>
    public string? RolledTo { get; init; }

    /// <summary>Whether it opens something at that time, or will.</summary>
    public bool IsOver(DateTimeOffset now) => RevokedAt is not null || now >= EndsAt;
}

/// <summary>A call that was made with a token.</summary>
/// <param name="Path">Without the query.</param>
public sealed record TokenCall(DateTimeOffset At, string Address, string Method, string Path, int Status)
{
    /// <summary>Grows from call to call of this server: it tells the order of those of one millisecond.</summary>
    public long CallId { get; init; }
}

/// <summary>Keeps tokens, for the whole installation: a token opens each tenant where its user has an account.</summary>
public interface ITokenStore
{
    /// <summary>So many calls of each token are kept.</summary>
    const int CallsKept = 20;

    Task<Token?> FindAsync(string jti, CancellationToken ct);

    Task<IReadOnlyList<Token>> ListAsync(CancellationToken ct);

    /// <summary>A person's tokens, the newest first.</summary>
    Task<IReadOnlyList<Token>> ListOfAsync(string email, CancellationToken ct);

    Task AddAsync(Token token, CancellationToken ct);

    /// <returns>False when there is no such token.</returns>
    Task<bool> RevokeAsync(string jti, DateTimeOffset at, CancellationToken ct);

    /// <summary>Adds the token that takes another one's place, and lets that one end.</summary>
    /// <returns>False when the old one has been revoked or rolled meanwhile, and nothing was done.</returns>
    Task<bool> RollAsync(string jti, DateTimeOffset oldEndsAt, Token next, CancellationToken ct);

    /// <summary>Notes calls by token, oldest first, and when and how tokens were last used.</summary>
    Task NoteCallsAsync(IReadOnlyDictionary<string, IReadOnlyList<TokenCall>> calls, CancellationToken ct);

    /// <summary>The last calls, the newest first.</summary>
    Task<IReadOnlyList<TokenCall>> ListCallsAsync(string jti, CancellationToken ct);
}
