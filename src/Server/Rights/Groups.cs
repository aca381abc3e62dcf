using System.Collections.Frozen;
using Espalier.Server.Access;

namespace Espalier.Server.Rights;

/// <summary>
/// The groups a caller is in: those of the account, by exact name, and the name of the platform role. Two names that an
/// account may have mean something by themselves.
/// </summary>
public static class Groups
{
    /// <summary>Everybody in the tenant is in it.</summary>
    public const string User = "user";

    public const string Admin = "admin";

    /// <summary>May not make datasets.</summary>
    public const string Guest = "guest";

    public static bool IsGuest(this Caller caller) => caller.Groups.Contains(Guest, StringComparer.Ordinal);

    public static bool IsReadOnly(this Caller caller) => caller.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal);

    /// <summary>All the caller's groups. Nobody becomes an admin by a group's name.</summary>
    public static FrozenSet<string> AllGroups(this Caller caller)
    {
        var groups = caller.Groups.Where(group => group != Admin).Append(User);
        return (caller.Role == Role.Admin ? groups.Append(Admin) : groups).ToFrozenSet(StringComparer.Ordinal);
    }
}
