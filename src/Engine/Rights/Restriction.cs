using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Rights;

/// <summary>Gives those it is for a right on the items that pass its filter.</summary>
public sealed record RowRule(Filter Filter, ItemRight Right);

/// <summary>
/// What is between one caller and a dataset. A restricted snapshot has no trace of what the caller may not see: properties
/// are out of its definition, items look deleted; so nothing that is made of it can give them away.
/// </summary>
public sealed record Restriction
{
    /// <summary>Of those who may do everything.</summary>
    public static readonly Restriction None = new();

    /// <summary>The highest right on any item.</summary>
    public ItemRight Most { get; init; } = ItemRight.Delete;

    /// <summary>Properties that are not there for the caller.</summary>
    public ImmutableHashSet<string> Hidden { get; init; } = [];

    /// <summary>Properties that the caller sees and may not change.</summary>
    public ImmutableHashSet<string> Fixed { get; init; } = [];

    /// <summary>An item has the highest right that one of these gives it. Null: rules do not narrow the caller.</summary>
    public ImmutableArray<RowRule>? Rules { get; init; }

    /// <summary>Of a view: the properties it shows; null: all.</summary>
    public ImmutableHashSet<string>? Shown { get; init; }

    /// <summary>Of a view: the items it shows; null: all.</summary>
    public Filter? Scope { get; init; }

    /// <summary>Of a view: what its ghosts show; null: it has none.</summary>
    public ImmutableHashSet<string>? Ghosts { get; init; }

    /// <summary>Whether the caller may do everything, so that there is nothing to do.</summary>
    public bool IsNone => Most == ItemRight.Delete && SeesAll && Fixed.IsEmpty;

    /// <summary>Whether the caller sees all properties and all items.</summary>
    public bool SeesAll => Hidden.IsEmpty && Rules is null && Shown is null && Scope is null;

    public bool Sees(string key) => !Hidden.Contains(key) && (Shown is null || Shown.Contains(key));

    /// <summary>
    /// The definition without hidden properties. Roles of hidden ones are not filled: the label falls back to the autoId,
    /// and a tree that lacks one of its keys is flat.
    /// </summary>
    public DatasetDefinition Of(DatasetDefinition definition)
    {
        if (definition.Properties.All(p => Sees(p.Key)))
            return definition;
        var autoId = Sees(definition.AutoId) ? definition.AutoId : "";
        var isTree = definition.IsHierarchical && Sees(definition.TreeId!) && Sees(definition.TreeParentId!);
        return definition with
        {
            Properties = [.. definition.Properties.Where(p => Sees(p.Key))],
            AutoId = autoId,
            LabelId = Sees(definition.LabelId) ? definition.LabelId : autoId,
            TreeId = isTree ? definition.TreeId : null,
            TreeParentId = isTree ? definition.TreeParentId : null,
        };
    }

    /// <summary>
    /// The definition that comes of changing the restricted one: what is hidden stays as it was, where it was.
    /// </summary>
    /// <param name="before">The whole definition before the change.</param>
    /// <param name="after">What the change made of the restricted one.</param>
    /// <returns>Null when the change names a property that is there and hidden.</returns>
    public DatasetDefinition? Widen(DatasetDefinition before, DatasetDefinition after)
    {
        if (before.Properties.All(p => Sees(p.Key)))
            return after;
        if (after.Properties.Any(p => !Sees(p.Key) && before.Find(p.Key) is not null))
            return null;

        var seen = Of(before);
        var properties = after.Properties.ToBuilder();
        for (var at = 0; at < before.Properties.Length; at++)
            if (!Sees(before.Properties[at].Key))
                properties.Insert(Math.Min(at, properties.Count), before.Properties[at]);
        return after with
        {
            Properties = properties.ToImmutable(),
            AutoId = after.AutoId == seen.AutoId ? before.AutoId : after.AutoId,
            LabelId = after.LabelId == seen.LabelId ? before.LabelId : after.LabelId,
            TreeId = after.TreeId == seen.TreeId ? before.TreeId : after.TreeId,
            TreeParentId = after.TreeParentId == seen.TreeParentId ? before.TreeParentId : after.TreeParentId,
        };
    }

    /// <summary>The snapshot with what the caller may see alone; itself when that is everything.</summary>
    public Snapshot Of(Snapshot snapshot, CancellationToken ct)
    {
        if (IsNone)
            return snapshot;
        var definition = Of(snapshot.Definition);
        var columns = ReferenceEquals(definition, snapshot.Definition)
            ? snapshot.Columns
            : [.. definition.Properties.Select(p => snapshot.Column(p.Key))];
        var rights = RightsOn(snapshot, ct);
        if (rights.IsSame)
            return snapshot.Restricted(definition, columns, rights, snapshot.Live, KeepsTree(snapshot.Definition, definition));

        var live = snapshot.Live.Without(RowsWith(snapshot, rights, ItemRight.None));
        if (!rights.HasGhosts)
            return snapshot.Restricted(definition, columns, rights, live, live.Dead == snapshot.Live.Dead && KeepsTree(snapshot.Definition, definition));

        // The ghosts hold the tree together by values that they do not show.
        var whole = snapshot.Restricted(snapshot.Definition, snapshot.Columns, rights, live, keepsTree: false);
        whole.Prepare();
        var ghosts = RowsWith(snapshot, rights, ItemRight.Ghost);
        return whole.Restricted(
            definition,
            [.. definition.Properties.Zip(columns, (p, c) => Ghosts!.Contains(p.Key) ? c : Stored.With(c, ghosts, Stored.Blanks(c.Type, ghosts.Length)))],
            rights, live, keepsTree: true);
    }

    /// <summary>What the caller may do with each item.</summary>
    public RowRights RightsOn(Snapshot snapshot, CancellationToken ct)
    {
        if (Rules is null && Scope is null)
            return RowRights.Same(Most);

        var rights = new ItemRight[snapshot.RowCount];
        if (Rules is { } rules)
            foreach (var rule in rules)
            {
                var right = rule.Right < Most ? rule.Right : Most;
                foreach (var row in Select(rule.Filter, snapshot, ct).Rows)
                    if (rights[row] < right)
                        rights[row] = right;
            }
        else
            rights.AsSpan().Fill(Most);

        if (Scope is not null)
        {
            var inScope = new ItemRight[rights.Length];
            foreach (var row in Select(Scope, snapshot, ct).Rows)
                inScope[row] = rights[row];
            if (Ghosts is not null && Of(snapshot.Definition).IsHierarchical)
                AddGhosts(snapshot.Tree!, rights, inScope);
            rights = inScope;
        }
        return RowRights.Of(Most, rights);
    }

    /// <summary>What the caller may write; null when nothing narrows it.</summary>
    public WriteAccess? WritesTo(Snapshot snapshot, CancellationToken ct)
    {
        if (IsNone)
            return null;
        var (whole, seen) = (snapshot.Definition, Of(snapshot.Definition));
        return new(
            RightsOn(snapshot, ct),
            [.. whole.Properties.Select(p => Sees(p.Key) && !Fixed.Contains(p.Key))],
            ReferenceEquals(whole, seen) ? null : [.. seen.Properties.Select(p => whole.PositionOf(p.Key))]);
    }

    /// <summary>Ancestors out of scope; but never items that rules hide.</summary>
    static void AddGhosts(Tree tree, ItemRight[] rights, ItemRight[] inScope)
    {
        foreach (var top in tree.Rows)
        {
            if (inScope[top] <= ItemRight.Ghost)
                continue;
            for (var row = tree.Nodes[top].Parent; row >= 0 && inScope[row] == ItemRight.None && rights[row] != ItemRight.None; row = tree.Nodes[row].Parent)
                inScope[row] = ItemRight.Ghost;
        }
    }

    /// <summary>A filter on a property that is not there any more lets nothing through.</summary>
    static Selection Select(Filter filter, Snapshot snapshot, CancellationToken ct) =>
        filter.Conditions.All(condition => snapshot.Nodes.FindStored(condition.Key) is not null)
            ? filter.Select(snapshot.Nodes, ct)
            : new(ReadOnlyMemory<int>.Empty);

    static bool KeepsTree(DatasetDefinition whole, DatasetDefinition seen) =>
        whole.AutoId == seen.AutoId && whole.TreeId == seen.TreeId && whole.TreeParentId == seen.TreeParentId;

    static int[] RowsWith(Snapshot snapshot, RowRights rights, ItemRight right)
    {
        var rows = snapshot.Live.Rows();
        var count = 0;
        foreach (var row in rows)
            if (rights[row] == right)
                rows[count++] = row;
        return rows[..count];
    }
}
