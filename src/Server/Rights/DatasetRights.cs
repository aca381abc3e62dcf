using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Engine.Rights;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Items;

namespace Espalier.Server.Rights;

/// <summary>A group may do this with a dataset.</summary>
public sealed record Grant(string Group, Level Level);

/// <summary>What may be done with a property, lowest first.</summary>
public enum PropertyRight
{
    Hidden,
    Read,
    Update,

    /// <summary>As much as with the dataset.</summary>
    Inherit,
}

/// <summary>Narrows what may be done with a property; the groups' rights go before the default.</summary>
public sealed record PropertyRule(string Key, PropertyRight Default, IReadOnlyDictionary<string, PropertyRight> Groups)
{
    /// <summary>The highest right of the groups that the rule names, else the default.</summary>
    public PropertyRight Of(IReadOnlySet<string> groups)
    {
        PropertyRight? highest = null;
        foreach (var (group, right) in Groups)
            if (groups.Contains(group) && !(highest >= right))
                highest = right;
        return highest ?? Default;
    }
}

/// <summary>What may be done with rows that pass a filter.</summary>
public enum RowLevel
{
    Read,
    Update,
    Delete,
}

/// <summary>Narrows its groups to the rows that pass the filter; several rules for one caller add up.</summary>
public sealed record RowNarrowing(IReadOnlyList<string> Groups, JsonElement Filter, RowLevel Level)
{
    [JsonIgnore]
    public RowRule Rule => field ??= new(RightsJson.FilterOf(Filter), Level switch
    {
        RowLevel.Read => ItemRight.Read,
        RowLevel.Update => ItemRight.Update,
        _ => ItemRight.Delete,
    });

    public bool Names(IReadOnlySet<string> groups) => Groups.Any(groups.Contains);
}

/// <summary>Who may do what with a dataset.</summary>
/// <param name="Version">Grows with each change; 0 until the first.</param>
public sealed record DatasetRights(long Version, string Owner, RightsRules Rules)
{
    public static DatasetRights Of(string owner) => new(0, owner, RightsRules.None);
}

/// <summary>A dataset's rights but for its owner, as they are kept.</summary>
public sealed record RightsRules(
    IReadOnlyList<Grant> Grants, IReadOnlyList<PropertyRule> Properties, IReadOnlyList<RowNarrowing> Rows)
{
    public static readonly RightsRules None = new([], [], []);
}

/// <summary>Rights as JSON, in the database and on the wire.</summary>
public static class RightsJson
{
    public static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A filter that was checked when it came.</summary>
    public static Engine.Filters.Filter FilterOf(JsonElement filter) =>
        FilterReader.Read(new JsonField(filter, "$", new Problems()), null);
}
