using Espalier.Server.Http;

namespace Espalier.Server.Access;

/// <summary>A person's account in the tenant.</summary>
/// <param name="Email">The login, in any letter case.</param>
/// <param name="Role"><c>user</c> or <c>admin</c>, from whom nothing is hidden.</param>
/// <param name="Groups">Names to which rights are granted. <c>guest</c> makes no datasets, <c>readonly</c> changes nothing.</param>
/// <param name="Expires">From then on the account is closed; absent: never.</param>
/// <param name="TokenAccess">Whether the person's tokens open the API.</param>
/// <param name="Subnets">Addresses and ranges from which the account may be used; empty: everywhere.</param>
public sealed record UserResource(
    string Email, string Role, IReadOnlyList<string> Groups, bool Enabled, string? Expires, bool TokenAccess, IReadOnlyList<string> Subnets)
{
    public static UserResource Of(Account account) => new(
        account.Email,
        account.Role == Access.Role.Admin ? "admin" : "user",
        account.Groups,
        account.Enabled,
        account.ExpiresAt is { } end ? Timestamps.Print(end.ToUnixTimeMilliseconds()) : null,
        account.TokenAccess,
        account.Subnets.Entries);
}

/// <summary>What became of many users.</summary>
public sealed record SavedUsers(int Created, int Changed, IReadOnlyList<SavedUser> Results);

/// <summary>What became of one user.</summary>
public sealed record SavedUser(string Email, bool IsNew);
