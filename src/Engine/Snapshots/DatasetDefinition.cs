using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// What a dataset is: its name, type, ordered properties and which of them identify, label and place an item. It changes
/// only through a transaction, so that every snapshot has the definition of its time.
/// </summary>
public sealed record DatasetDefinition(string Name, string Type, string AutoId, string LabelId, ImmutableArray<Property> Properties)
{
    Positions? _positions;

    /// <summary>The key of the property that identifies an item in the tree; null in a flat dataset.</summary>
    public string? TreeId { get; init; }

    /// <summary>The key of the property that holds the parent's id; null in a flat dataset.</summary>
    public string? TreeParentId { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public bool IsHierarchical => TreeId is not null && TreeParentId is not null;

    /// <summary>The property's position, or −1.</summary>
    public int PositionOf(string key)
    {
        // A copy made by `with` takes the cache along, so it is kept with the properties that it is of.
        if (_positions is not { } cache || cache.Of != Properties)
            _positions = cache = new(Properties, Properties.Select((p, i) => KeyValuePair.Create(p.Key, i)).ToFrozenDictionary(StringComparer.Ordinal));
        return cache.Index.GetValueOrDefault(key, -1);
    }

    public Property? Find(string key) => PositionOf(key) is var at and >= 0 ? Properties[at] : null;

    /// <summary>Whether a key is that of a column which only exports show: a generated one, or one reached through a lookup.</summary>
    public bool IsShownOnly(string key) => key.StartsWith('_')
        || key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && Find(key[..colon])?.Lookup is { Mode: LookupMode.Dataset };

    /// <summary>Whether the property identifies, labels or places items, and so cannot be removed.</summary>
    public bool IsCore(string key) => key == AutoId || key == LabelId || key == TreeId || key == TreeParentId;

    /// <summary>The definition with every core property marked as required, as the API always shows them.</summary>
    public DatasetDefinition WithRequiredCore() => this with
    {
        Properties = [.. Properties.Select(p => IsCore(p.Key) ? p with { IsRequired = true } : p)],
    };

    public bool Equals(DatasetDefinition? other) =>
        other is not null && Name == other.Name && Type == other.Type && AutoId == other.AutoId && LabelId == other.LabelId
        && TreeId == other.TreeId && TreeParentId == other.TreeParentId
        && Tags.SequenceEqual(other.Tags) && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => HashCode.Combine(Name, Type, AutoId, LabelId, TreeId, TreeParentId, Tags.Length, Properties.Length);

    sealed record Positions(ImmutableArray<Property> Of, FrozenDictionary<string, int> Index);
}
