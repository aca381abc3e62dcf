using System.Collections.Immutable;
using System.Text;
using Espalier.Engine.Rights;
using Espalier.Server.Access;
using Espalier.Server.Rights.Views;

namespace Espalier.Server.Rights;

/// <summary>What the rights of a dataset, or of a view of it, come to for one caller.</summary>
/// <param name="Level">Null: the caller may not know of it.</param>
/// <param name="Restriction">What the caller may see and write of it.</param>
/// <param name="Key">Equal for callers who see and may do the same, as long as rights do not change.</param>
public sealed record EffectiveRights(Level? Level, Restriction Restriction, string Key)
{
    /// <summary>Whether the caller may manage rights and views: at least Modify, and nothing hidden that could be found out or given away.</summary>
    public bool MayManageRights => Level >= Access.Level.Modify && Restriction.IsNone;

    public static EffectiveRights Of(Caller caller, DatasetRights rights)
    {
        var isReadOnly = caller.IsReadOnly();
        if (caller.Role == Role.Admin || IsOwner(caller, rights.Owner))
            return Full(isReadOnly, rights.Version);

        var groups = caller.AllGroups();
        Level? level = null;
        foreach (var grant in rights.Rules.Grants)
            if (groups.Contains(grant.Group) && !(level >= grant.Level))
                level = grant.Level;
        if (isReadOnly && level is not null)
            level = Access.Level.Read;
        return level is null ? new(null, Restriction.None, "") : Narrowed(level.Value, rights, groups, null);
    }

    /// <summary>Through a view: its grants stand for the dataset's, which go on narrowing; and nothing can be written.</summary>
    public static EffectiveRights Of(Caller caller, DatasetRights rights, PermissionedView view)
    {
        var groups = caller.AllGroups();
        if (caller.Role == Role.Admin || IsOwner(caller, rights.Owner))
            return Narrowed(Access.Level.Read, rights with { Rules = RightsRules.None }, groups, view);
        return Of(caller, rights).MayManageRights || view.Rules.Grants.Any(grant => groups.Contains(grant.Group))
            ? Narrowed(Access.Level.Read, rights, groups, view)
            : new(null, Restriction.None, "");
    }

    /// <summary>Of those from whom nothing is hidden.</summary>
    static EffectiveRights Full(bool isReadOnly, long version) => isReadOnly
        ? new(Access.Level.Read, Restriction.None with { Most = ItemRight.Read }, $"{version} read")
        : new(Access.Level.Manage, Restriction.None, $"{version} all");

    static EffectiveRights Narrowed(Level level, DatasetRights rights, IReadOnlySet<string> groups, PermissionedView? view)
    {
        var hidden = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var fixedKeys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var rule in rights.Rules.Properties)
            if (rule.Of(groups) is var right and < PropertyRight.Update)
                (right == PropertyRight.Hidden ? hidden : fixedKeys).Add(rule.Key);

        var rules = rights.Rules.Rows.Select((rule, at) => (rule, at)).Where(entry => entry.rule.Names(groups)).ToList();
        var restriction = new Restriction
        {
            Most = level == Access.Level.Read ? ItemRight.Read : ItemRight.Delete,
            Hidden = hidden.ToImmutable(),
            Fixed = fixedKeys.ToImmutable(),
            Rules = rules.Count == 0 ? null : [.. rules.Select(entry => entry.rule.Rule)],
            Shown = view?.Rules.Properties?.ToImmutableHashSet(StringComparer.Ordinal),
            Scope = view?.Filter,
            Ghosts = view?.Rules.Ghosts?.ToImmutableHashSet(StringComparer.Ordinal),
        };

        // Which rules count is named by the place they have in this version: so the key needs no contents.
        var key = new StringBuilder($"{rights.Version} {restriction.Most}");
        foreach (var (name, keys) in new[] { ("h", hidden), ("f", fixedKeys) })
            key.Append(' ').Append(name).AppendJoin('\0', keys.Order(StringComparer.Ordinal));
        key.Append(" r").AppendJoin(',', rules.Select(entry => entry.at));
        if (view is not null)
            key.Append(" v").Append(view.ViewId).Append(' ').Append(view.Version);
        return new(level, restriction, key.ToString());
    }

    static bool IsOwner(Caller caller, string owner) => Account.KeyOf(caller.Email) == Account.KeyOf(owner);
}
