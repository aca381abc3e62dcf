namespace Espalier.Server.Access.Sessions;

/// <summary>A browser that a person has signed in with. Its cookie's value is not kept.</summary>
/// <param name="Method">How the person proved who they are: <c>password</c> or <c>oidc</c>.</param>
/// <param name="Device">What the browser says it is, in a few words.</param>
public sealed record Session(
    Guid Id, string Email, string Method, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string Address, string Device)
{
    /// <summary>A session that is not used for so long ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>No session is longer than that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public DateTimeOffset EndsAt => CreatedAt + Longest;

    public DateTimeOffset IdleEndsAt => SeenAt + Idle < EndsAt ? SeenAt + Idle : EndsAt;

    public bool IsOver(DateTimeOffset now) => now >= IdleEndsAt;
}

/// <summary>Keeps sessions, for the whole installation.</summary>
public interface ISessionStore
{
    Task AddAsync(Session session, string secretHash, CancellationToken ct);

    Task<Session?> FindAsync(string secretHash, CancellationToken ct);

    /// <summary>A person's sessions, the one used last first.</summary>
    Task<IReadOnlyList<Session>> ListAsync(string email, CancellationToken ct);

    Task SeenAsync(Guid id, DateTimeOffset at, CancellationToken ct);

    /// <returns>False when the person has no such session.</returns>
    Task<bool> DeleteAsync(string email, Guid id, CancellationToken ct);

    /// <summary>Ends all sessions of the person but one.</summary>
    Task DeleteOthersAsync(string email, Guid kept, CancellationToken ct);

    Task SweepAsync(DateTimeOffset createdBefore, DateTimeOffset seenBefore, CancellationToken ct);
}

/// <summary>Keeps what people like: a JSON object of the app's own.</summary>
public interface IPreferenceStore
{
    Task<string?> FindAsync(string email, CancellationToken ct);

    Task SaveAsync(string email, string json, CancellationToken ct);
}
