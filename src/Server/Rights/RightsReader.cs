using System.Text.Json;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Items;

namespace Espalier.Server.Rights;

/// <summary>Reads grants, property rules and row rules out of a request's body, and notes all that is wrong with them.</summary>
/// <param name="snapshot">Knows the dataset's properties.</param>
/// <param name="kept">Keys that rules name already; a property may be gone since.</param>
sealed class RightsReader(Snapshot snapshot, IReadOnlySet<string> kept)
{
    static readonly string[] Levels = ["read", "update", "modify", "manage"];
    static readonly string[] RowLevels = ["read", "update", "delete"];
    static readonly string[] PropertyRights = ["hidden", "read", "update", "inherit"];

    public RightsRules Read(JsonField body) => new(
        Grants(body.Optional("grants"), Level.Read, Level.Update, Level.Modify, Level.Manage), Properties(body.Optional("properties")), Rows(body.Optional("rows")));

    /// <param name="allowed">The levels there are. Of one alone it need not be said.</param>
    public static List<Grant> Grants(JsonField? field, params Level[] allowed)
    {
        string[] words = [.. allowed.Select(level => Levels[(int)level])];
        var grants = new List<Grant>();
        foreach (var item in field?.Array() ?? [])
        {
            if (item.Object() is null)
                continue;
            item.RefuseOthers("group", "level");
            var group = item.Required("group")?.FilledText();
            var level = (words.Length == 1 ? item.Optional("level") : item.Required("level"))?.OneOf(words);
            if (group is null)
                continue;
            if (grants.Any(grant => grant.Group == group))
                item.Problem(Errors.FieldMustBeUnique(group));
            grants.Add(new(group, (Level)Math.Max(0, Array.IndexOf(Levels, level))));
        }
        return grants;
    }

    /// <summary>Keys of properties that are there.</summary>
    public List<string>? Keys(JsonField? field)
    {
        if (field?.Array() is not { } items)
            return null;
        var keys = new List<string>();
        foreach (var item in items)
            if (Key(item) is { } key)
            {
                if (keys.Contains(key, StringComparer.Ordinal))
                    item.Problem(Errors.FieldMustBeUnique(key));
                keys.Add(key);
            }
        return keys;
    }

    /// <summary>A filter on stored values, as it was written.</summary>
    public JsonElement? Filter(JsonField? field)
    {
        if (field is null)
            return null;
        FilterReader.Read(field, key => snapshot.Nodes.FindStored(key)
            ?? (kept.Contains(key) ? snapshot.Nodes.FindStored("_id") : null));
        return field.Element;
    }

    List<PropertyRule> Properties(JsonField? field)
    {
        var rules = new List<PropertyRule>();
        foreach (var item in field?.Array() ?? [])
        {
            if (item.Object() is null)
                continue;
            item.RefuseOthers("key", "default", "groups");
            var otherwise = Right(item.Optional("default")) ?? PropertyRight.Inherit;
            var groups = new Dictionary<string, PropertyRight>(StringComparer.Ordinal);
            foreach (var (group, right) in item.Optional("groups")?.Object()?.Members() ?? [])
                if (Right(right) is { } of)
                    groups[group] = of;
            if (item.Required("key") is not { } keyField || Key(keyField) is not { } key)
                continue;
            if (rules.Any(rule => rule.Key == key))
                keyField.Problem(Errors.FieldMustBeUnique(key));
            rules.Add(new(key, otherwise, groups));
        }
        return rules;
    }

    List<RowNarrowing> Rows(JsonField? field)
    {
        var rules = new List<RowNarrowing>();
        foreach (var item in field?.Array() ?? [])
        {
            if (item.Object() is null)
                continue;
            item.RefuseOthers("groups", "filter", "level");
            var groups = new List<string>();
            foreach (var group in item.Required("groups")?.Array() ?? [])
                if (group.FilledText() is { } name)
                    groups.Add(name);
            if (Filter(item.Required("filter")) is { } filter && item.Required("level")?.OneOf(RowLevels) is { } level)
                rules.Add(new(groups, filter, (RowLevel)Array.IndexOf(RowLevels, level)));
        }
        return rules;
    }

    string? Key(JsonField field)
    {
        var key = field.FilledText();
        if (key is not null && snapshot.Definition.Find(key) is null && !kept.Contains(key))
            field.Problem(Errors.PropertyNotFound(key));
        return key;
    }

    static PropertyRight? Right(JsonField? field) =>
        field?.OneOf(PropertyRights) is { } right ? (PropertyRight)Array.IndexOf(PropertyRights, right) : null;
}
