using Espalier.Server.Http;

namespace Espalier.Server.Access.ApiTokens;

/// <summary>A person's tokens, and what stands between the person and new ones.</summary>
/// <param name="MayCreate">Whether the person may make tokens.</param>
/// <param name="ClientIp">The address that the request came from.</param>
/// <param name="Admins">Who can give TokenAccess; only when it is missing.</param>
public sealed record TokenPage(
    bool MayCreate, string? ClientIp, MissingForTokens Missing, IReadOnlyList<TenantAdmins>? Admins, IReadOnlyList<TokenResource> Tokens);

/// <summary>What the person's accounts lack, all of them.</summary>
/// <param name="TokenAccess">No account has it.</param>
/// <param name="ApiPlan">No tenant has one: calls are answered with 40345.</param>
public sealed record MissingForTokens(bool TokenAccess, bool ApiPlan);

/// <summary>The admins of a tenant.</summary>
public sealed record TenantAdmins(string TenantId, IReadOnlyList<string> Emails);

/// <summary>A token, without its secret.</summary>
/// <param name="Jti">Its id.</param>
/// <param name="Subnets">Addresses and ranges it works from; none: everywhere.</param>
/// <param name="State"><c>active</c>, <c>notYetActive</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="LastRoute">Method and path of the last call.</param>
/// <param name="RolledTo">The token that took its place.</param>
public record TokenResource(
    string Jti, string Name, string CreatedAt, string StartsAt, string EndsAt, IReadOnlyList<string> Subnets, string State,
    string? LastUsedAt, string? LastIp, string? LastRoute, string? RolledTo)
{
    public static TokenResource Of(Token token, DateTimeOffset now) => new(
        token.Jti, token.Name, Print(token.CreatedAt)!, Print(token.StartsAt)!, Print(token.EndsAt)!, token.Subnets.Entries,
        token.RevokedAt is not null ? "revoked" : now >= token.EndsAt ? "expired" : now < token.StartsAt ? "notYetActive" : "active",
        Print(token.LastUsedAt), token.LastIp, token.LastRoute, token.RolledTo);

    internal static string? Print(DateTimeOffset? at) => at is { } time ? Timestamps.Print(time.ToUnixTimeMilliseconds()) : null;
}

/// <summary>A token that has just been made.</summary>
/// <param name="Token">The token itself, which is shown once.</param>
public sealed record MadeToken(
    string Jti, string Name, string CreatedAt, string StartsAt, string EndsAt, IReadOnlyList<string> Subnets, string State,
    string? LastUsedAt, string? LastIp, string? LastRoute, string? RolledTo, string Token)
    : TokenResource(Jti, Name, CreatedAt, StartsAt, EndsAt, Subnets, State, LastUsedAt, LastIp, LastRoute, RolledTo)
{
    public static MadeToken Of(TokenResource made, string jwt) => new(
        made.Jti, made.Name, made.CreatedAt, made.StartsAt, made.EndsAt, made.Subnets, made.State, made.LastUsedAt, made.LastIp,
        made.LastRoute, made.RolledTo, jwt);
}

/// <summary>A new token.</summary>
/// <param name="Start">A time, or a day in UTC; now, unless it is given.</param>
/// <param name="End">A time, or a day, which counts whole; 90 days after the start, unless it is given.</param>
public sealed record NewToken(string Name, string? Start, string? End, IReadOnlyList<string>? Subnets);

/// <summary>How a token is rolled.</summary>
/// <param name="OldEndsInHours">How long the old one still works: 0, 24 or 168.</param>
/// <param name="End">The new one's; it lives as long as the old one did, unless it is given.</param>
public sealed record RollRequest(int OldEndsInHours, string? End);

/// <summary>A call that was made with a token.</summary>
/// <param name="Path">Without the query.</param>
public sealed record TokenUse(string At, string Address, string Method, string Path, int Status)
{
    public static TokenUse Of(TokenCall call) =>
        new(TokenResource.Print(call.At)!, call.Address, call.Method, call.Path, call.Status);
}
