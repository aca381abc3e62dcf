namespace Espalier.Server.Access.Links;

/// <summary>A link that lets somebody set a password, once. Its code is shown when it is made and not kept.</summary>
/// <param name="Email">Whose password; empty for the set-up, where the person says it.</param>
/// <param name="TenantId">Where it was made; empty when nowhere in particular.</param>
/// <param name="MadeBy">The e-mail of who made it; empty when it was made on the server itself.</param>
public sealed record OneTimeLink(
    LinkKind Kind, string Email, string TenantId, bool RemovesTotp, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset EndsAt)
{
    public DateTimeOffset? UsedAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < EndsAt;
}

/// <summary>What a one-time link is for.</summary>
public enum LinkKind
{
    Setup,
    Invitation,
    Reset,
}

/// <summary>Keeps one-time links by the hashes of their codes.</summary>
public interface ILinkStore
{
    /// <summary>Adds a link; older ones of the same kind for the same person end.</summary>
    Task AddAsync(OneTimeLink link, string codeHash, CancellationToken ct);

    Task<OneTimeLink?> FindAsync(string codeHash, CancellationToken ct);

    /// <summary>
    /// Uses the link up and sets the person's password with it, both or neither; the person's sessions and their other links end.
    /// </summary>
    /// <returns>False when the link is used or over; then nothing was changed.</returns>
    Task<bool> UseAsync(string codeHash, string email, string passwordHash, CancellationToken ct);

    Task SweepAsync(DateTimeOffset endedBefore, CancellationToken ct);
}
