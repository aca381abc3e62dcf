using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
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

    NodeColumns(Snapshot snapshot)
    {
        Snapshot = snapshot;
        _paths = new(() => snapshot.Tree is { } tree ? new(tree, new(snapshot.Column(snapshot.Definition.LabelId))) : null);
        _exported = new(() => [.. Properties, .. Generated, .. LevelColumns()]);
        Properties = [.. snapshot.Definition.Properties.Select(PropertyColumn)];
        _nextPosition = Properties.Length;
        Generated = [.. GeneratedColumns()];
        _firstLevel = _nextPosition;
        _nextPosition += MostLevels + 1;
        Internal = [.. InternalColumns()];
        foreach (var column in Internal.Concat(Generated).Concat(Properties))
            _byKey[column.Key] = column;
    }

    public Snapshot Snapshot { get; }

    /// <summary>A column for each property, in the dataset's order.</summary>
    public ImmutableArray<NodeColumn> Properties { get; }

    /// <summary><c>_id</c>, <c>_access</c>, <c>_modifiedAt</c>, <c>_sortOrder</c>.</summary>
    public ImmutableArray<NodeColumn> Internal { get; }

    /// <summary>The columns of an export: properties, generated ones, and as many levels as the tree has.</summary>
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

    internal static NodeColumns Of(Snapshot snapshot) => new(snapshot);

    /// <summary>What a property shows; the place where an expression's values stand in for the stored ones.</summary>
    NodeColumn PropertyColumn(Property property, int position) =>
        new(property.Key, property.Name, property.Type, ColumnOrigin.Property, position, () => Snapshot.Columns[position]);

    IEnumerable<NodeColumn> GeneratedColumns()
    {
        var count = Snapshot.RowCount;
        yield return Make("_change", PropertyType.Text, () => Constants.Of("none"u8, count));
        yield return Make("_has_unique_id", PropertyType.Boolean, () => new UniqueFlags(Snapshot.UniqueIds, false));
        yield return Make("_is_duplicate", PropertyType.Boolean, () => new UniqueFlags(Snapshot.UniqueIds, true));
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
