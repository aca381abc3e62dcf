using Espalier.Engine.Columns;
using Espalier.Engine.Linking;

namespace Espalier.Engine.Gizmo;

/// <summary>
/// A links dataset between two datasets: each of its rows joins a node of one with a node of the other. Links with a
/// missing end are left out.
/// </summary>
public sealed class LinkTable
{
    readonly Lazy<LinkIndex> _index;

    /// <summary>Joins the datasets by the texts of the link's two ids and their nodes' ids.</summary>
    public LinkTable(string name, GizmoDataset links, GizmoDataset from, GizmoDataset to,
        string fromKey = LinkProperties.From, string toKey = LinkProperties.To)
    {
        Name = name;
        Links = links;
        From = from;
        To = to;
        _index = new(() => IndexOf(fromKey, toKey));
        from.Attach(this);
        if (to != from)
            to.Attach(this);
    }

    /// <summary>Makes links reachable from one end. The other is left as it is: what leads back does so from a copy.</summary>
    public static void Join(string name, GizmoDataset links, GizmoDataset near, GizmoDataset far, bool isFrom)
    {
        var apart = far.Apart();
        _ = isFrom ? new LinkTable(name, links, near, apart) : new LinkTable(name, links, apart, near);
    }

    public string Name { get; }

    public GizmoDataset Links { get; }

    public GizmoDataset From { get; }

    public GizmoDataset To { get; }

    /// <summary>The links that have both ends, in the order in which they are stored.</summary>
    internal int[] Whole => _index.Value.Links;

    /// <summary>By row of a link, the row of an end.</summary>
    internal int[] Rows(bool from) => from ? _index.Value.FromRows : _index.Value.ToRows;

    /// <summary>The row of an end.</summary>
    internal int End(int link, bool from) => Rows(from)[link];

    /// <summary>The links of a row, in the order in which they are stored.</summary>
    internal ReadOnlySpan<int> Of(int row, bool from) => _index.Value.Of(row, from);

    /// <summary>Ids that are stored are joined once for all who ask; calculated ones for this table.</summary>
    LinkIndex IndexOf(string fromKey, string toKey)
    {
        Column fromIds = ColumnOf(Links, fromKey), toIds = ColumnOf(Links, toKey);
        Column fromKeys = ColumnOf(From, From.Snapshot.Definition.AutoId), toKeys = ColumnOf(To, To.Snapshot.Definition.AutoId);
        var isStored = fromKey == LinkProperties.From && toKey == LinkProperties.To
            && Links.Snapshot.Columns.Contains(fromIds) && Links.Snapshot.Columns.Contains(toIds)
            && From.Snapshot.Columns.Contains(fromKeys) && To.Snapshot.Columns.Contains(toKeys);
        return isStored
            ? LinkIndex.Of(Links.Snapshot, From.Snapshot, To.Snapshot)
            : LinkIndex.Of(fromIds, toIds, Links.Snapshot, fromKeys, From.Snapshot, toKeys, To.Snapshot);
    }

    static Column ColumnOf(GizmoDataset dataset, string key) =>
        dataset.Column(new(key, Binding.GizmoType.Any)) ?? throw new InvalidOperationException($"There is no property '{key}' to join by.");
}

/// <summary>Links as one of their ends sees them: <c>from</c> is always the node one comes from.</summary>
sealed record LinkSide(LinkTable Table, bool IsFrom)
{
    public GizmoDataset Near => IsFrom ? Table.From : Table.To;

    public GizmoDataset Far => IsFrom ? Table.To : Table.From;

    public int NearRow(int link) => Table.End(link, IsFrom);

    public int FarRow(int link) => Table.End(link, !IsFrom);
}
