using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Espalier.Engine.Calculation.Lookups;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>
/// All columns of a snapshot's rows by key: the properties, what the server generates, and what it keeps about each item.
/// Nothing is computed before it is asked for.
/// </summary>
public sealed class NodeColumns
{
    public const string Id = "_id", ModifiedAt = "_modifiedAt", SortOrder = "_sortOrder", Access = "_access";

    /// <summary>Exports show at most this many levels; a deeper tree is told by <c>_depth</c> alone.</summary>
    public const int MostLevels = 100;

    const string LevelPrefix = "_level_";

    static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["_span_of_control"] = "_span",
        ["_is_unique_id"] = "_has_unique_id",
    };

    readonly ConcurrentDictionary<int, NodeColumn> _levels = new();
    readonly Dictionary<string, NodeColumn> _byKey = new(StringComparer.Ordinal);
    readonly Lazy<Levels?> _paths;
    readonly int _firstLevel;
    int _nextPosition;
    readonly Lazy<ImmutableArray<NodeColumn>> _exported;

    NodeColumns(Snapshot snapshot, CalculatedColumns? calculated, IReadOnlyList<LookedUp> lookups)
    {
        Snapshot = snapshot;
        // A label that is calculated makes levels of its own; else those of the snapshot are shared.
        var label = snapshot.Definition.LabelId;
        _paths = new(() => snapshot.Tree is not { } tree ? null
            : calculated is null ? new(tree, new(tree, snapshot.Column(label)))
            : calculated.Find(label) is { } shown ? new(tree, new(tree, shown)) : snapshot.Nodes._paths.Value);
        _exported = new(() => [.. Properties, .. Lookups, .. Generated, .. LevelColumns()]);
        Properties = [.. snapshot.Definition.Properties.Select((p, at) => PropertyColumn(p, at, calculated))];
        _nextPosition = Properties.Length;
        Lookups = [.. lookups.SelectMany(LookupColumns)];
        Generated = [.. GeneratedColumns()];
        _firstLevel = _nextPosition;
        _nextPosition += MostLevels + 1;
        Internal = [.. InternalColumns()];
        foreach (var column in Internal.Concat(Generated).Concat(Lookups).Concat(Properties))
            _byKey[column.Key] = column;
    }

    public Snapshot Snapshot { get; }

    /// <summary>A column for each property, in the dataset's order.</summary>
    public ImmutableArray<NodeColumn> Properties { get; }

    /// <summary>What is reached through lookups, <c>property:column</c>; none in the columns of a snapshot alone.</summary>
    public ImmutableArray<NodeColumn> Lookups { get; }

    /// <summary><c>_id</c>, <c>_access</c>, <c>_modifiedAt</c>, <c>_sortOrder</c>.</summary>
    public ImmutableArray<NodeColumn> Internal { get; }

    /// <summary>The columns of an export: properties, looked-up and generated ones, and as many levels as the tree has.</summary>
    public ImmutableArray<NodeColumn> Exported => _exported.Value;

    ImmutableArray<NodeColumn> Generated { get; }

    /// <summary>
    /// A column by its key, or by another spelling of a generated one; else null. Levels beyond the tree's depth exist,
    /// though no row has them.
    /// </summary>
    public NodeColumn? Find(string key)
    {
        if (_byKey.TryGetValue(key, out var column) || Aliases.TryGetValue(key, out var alias) && _byKey.TryGetValue(alias, out column))
            return column;
        return key.StartsWith(LevelPrefix, StringComparison.Ordinal)
            && int.TryParse(key.AsSpan(LevelPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var depth)
            && depth is >= 1 and <= MostLevels && key[LevelPrefix.Length] != '0'
                ? Level(depth)
                : null;
    }

    /// <summary>A column by its key, of properties and internal ones alone: what stored items have.</summary>
    public NodeColumn? FindStored(string key) => Find(key) is { Origin: not ColumnOrigin.Generated } column ? column : null;

    internal static NodeColumns Of(Snapshot snapshot) => new(snapshot, null, []);

    /// <summary>The columns with calculated values in the place of stored ones.</summary>
    public static NodeColumns Of(Snapshot snapshot, CalculatedColumns calculated, IReadOnlyList<LookedUp> lookups) => new(snapshot, calculated, lookups);

    /// <summary>What a property shows.</summary>
    NodeColumn PropertyColumn(Property property, int position, CalculatedColumns? calculated) =>
        new(property.Key, property.Name, property.Type, ColumnOrigin.Property, position, () => calculated?.Find(property.Key) ?? Snapshot.Columns[position]);

    /// <summary>The columns of a lookup but its ids, which the property itself shows.</summary>
    IEnumerable<NodeColumn> LookupColumns(LookedUp lookup)
    {
        if (Snapshot.Definition.PositionOf(lookup.Key) is var at && at < 0)
            yield break;
        var rows = new LookupRows(() => Properties[at].Column, lookup.Dataset);
        foreach (var column in lookup.Nodes.Properties)
        {
            var key = LookedUp.KeyOf(lookup.Key, column.Key);
            if (column.Key != lookup.Nodes.Snapshot.Definition.AutoId && Snapshot.Definition.PositionOf(key) < 0)
                yield return new(key, $"{Properties[at].Name}: {column.Name}", column.Type, ColumnOrigin.Generated, _nextPosition++, () => rows.Through(column.Column));
        }
    }

    IEnumerable<NodeColumn> GeneratedColumns()
    {
        var count = Snapshot.RowCount;
        yield return Make("_change", PropertyType.Text, () => Snapshot.Draft?.Show(Snapshot) ?? Constants.Of("none"u8, count));
        yield return Make("_has_unique_id", PropertyType.Boolean, () => new UniqueFlags(Snapshot, inverse: false));
        yield return Make("_is_duplicate", PropertyType.Boolean, () => new UniqueFlags(Snapshot, inverse: true));
        yield return Make("_is_ghost", PropertyType.Boolean, () => ItemRights.Ghosts(Snapshot));
        yield return Make("_records", PropertyType.Number, () => Constants.Of(1, count));
        yield return OfTree("_depth", PropertyType.Number, tree => new TreeNumbers(tree, TreeNumber.Depth));
        yield return OfTree("_height", PropertyType.Number, tree => new TreeNumbers(tree, TreeNumber.Height));
        yield return OfTree("_layers", PropertyType.Number, tree => new TreeNumbers(tree, TreeNumber.Height));
        yield return OfTree("_is_leaf", PropertyType.Boolean, tree => new LeafFlags(tree, orphans: false));
        yield return OfTree("_is_orphan", PropertyType.Boolean, tree => new LeafFlags(tree, orphans: true));
        yield return OfTree("_outgoing_count", PropertyType.Number, tree => new TreeNumbers(tree, TreeNumber.ChildCount));
        yield return OfTree("_span", PropertyType.Number, tree => new TreeNumbers(tree, TreeNumber.Span));
    }

    IEnumerable<NodeColumn> InternalColumns()
    {
        yield return Make(Id, PropertyType.Text, () => new IdColumn(Snapshot.Ids), ColumnOrigin.Internal);
        yield return Make(Access, PropertyType.Text, () => ItemRights.Of(Snapshot), ColumnOrigin.Internal);
        yield return Make(ModifiedAt, PropertyType.Date, () => Snapshot.ModifiedAt, ColumnOrigin.Internal);
        yield return Make(SortOrder, PropertyType.Number, () => Snapshot.SortOrders, ColumnOrigin.Internal);
    }

    IEnumerable<NodeColumn> LevelColumns()
    {
        for (var depth = 1; depth <= Math.Min(Snapshot.Tree?.Levels ?? 0, MostLevels); depth++)
            yield return Level(depth);
    }

    NodeColumn Level(int depth) => _levels.GetOrAdd(depth, static (depth, of) =>
        of.OfTree($"{LevelPrefix}{depth}", PropertyType.Text, _ => new LevelColumn(of._paths.Value!, depth), of._firstLevel + depth), this);

    /// <summary>A column that is blank in a flat dataset.</summary>
    NodeColumn OfTree(string key, PropertyType type, Func<Tree, Column> column, int? position = null) => Make(
        key, type, () => Snapshot.Tree is { } tree ? column(tree) : Constants.Blank(type, Snapshot.RowCount), position: position);

    NodeColumn Make(string key, PropertyType type, Func<Column> column, ColumnOrigin origin = ColumnOrigin.Generated, int? position = null) =>
        new(key, NodeColumn.NameOf(key), type, origin, position ?? _nextPosition++, column);
}
