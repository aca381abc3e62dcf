using System.Collections.Concurrent;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo;

/// <summary>
/// A snapshot as expressions see it: its columns, calculated ones in the place of stored ones, its lookups and links, and
/// the rows that a filter leaves visible. Safe for many readers.
/// </summary>
public sealed class GizmoDataset
{
    readonly ConcurrentDictionary<string, CellReader> _readers = new(StringComparer.Ordinal);
    readonly Func<string, Column?> _calculated;
    readonly Func<string, GizmoDataset?> _lookups;
    readonly Lazy<Dictionary<string, int>> _byId;
    readonly List<LinkSide> _links = [];

    /// <param name="calculated">The column of a property that is calculated; null for the others.</param>
    /// <param name="lookups">The lookup behind a property, by its key, or a lookup dataset by its name.</param>
    /// <param name="visible">By row, what a filter leaves; null when there is none.</param>
    public GizmoDataset(Snapshot snapshot, GizmoSchema? schema = null, Func<string, Column?>? calculated = null,
        Func<string, GizmoDataset?>? lookups = null, bool[]? visible = null, GizmoDataset? baseline = null)
    {
        Snapshot = snapshot;
        Schema = schema ?? GizmoSchema.Of(snapshot.Definition);
        Visible = visible;
        Baseline = baseline;
        _calculated = calculated ?? (_ => null);
        _lookups = lookups ?? (_ => null);
        _byId = new(IndexIds);
    }

    public Snapshot Snapshot { get; }

    public GizmoSchema Schema { get; }

    internal bool[]? Visible { get; }

    internal GizmoDataset? Baseline { get; }

    internal Tree? Tree => Snapshot.Tree;

    /// <summary>The links that touch this dataset, in the order in which they were attached.</summary>
    internal IReadOnlyList<LinkSide> Links => _links;

    /// <summary>Whether an expression may show the row.</summary>
    internal bool Shows(int row) => Visible is null || Visible[row];

    /// <summary>Makes links reachable as <c>node.links</c>, before the first evaluation.</summary>
    public void Attach(LinkTable table)
    {
        if (table.From == this)
            _links.Add(new(table, IsFrom: true));
        if (table.To == this)
            _links.Add(new(table, IsFrom: false));
    }

    /// <summary>What the autoId of a row prints.</summary>
    public string Id(int row) => Print(Snapshot.Definition.AutoId, row);

    /// <summary>What the label of a row prints.</summary>
    public string Label(int row) => Print(Snapshot.Definition.LabelId, row);

    /// <summary>The first row with an autoId, or −1.</summary>
    public int RowOf(string id) => _byId.Value.GetValueOrDefault(id.Trim(), -1);

    /// <summary>The same dataset and links with other calculated columns.</summary>
    internal GizmoDataset WithColumns(Func<string, Column?> calculated)
    {
        var other = new GizmoDataset(Snapshot, Schema, calculated, _lookups, Visible, Baseline);
        other._links.AddRange(_links);
        return other;
    }

    /// <summary>Reads the property anew: its column has become another.</summary>
    internal void Forget(string key) => _readers.TryRemove(key, out _);

    internal GizmoDataset? Lookup(string key) => _lookups(key);

    /// <summary>The column that a property shows; null for those which are not of cells (<c>_subtree</c>).</summary>
    internal Column? Column(PropertyRef property)
    {
        if (property.IsGenerated)
            return property.Key switch
            {
                "_label" => _calculated(Snapshot.Definition.LabelId) ?? Snapshot.Column(Snapshot.Definition.LabelId),
                _ => Snapshot.Nodes.Find(property.Key)?.Column,
            };
        return _calculated(property.Key) ?? (Snapshot.Definition.PositionOf(property.Key) is var at and >= 0 ? Snapshot.Columns[at] : null);
    }

    internal CellReader Reader(PropertyRef property) =>
        _readers.TryGetValue(property.Key, out var reader) ? reader : _readers.GetOrAdd(property.Key, _ => CellReader.Of(Column(property)));

    string Print(string key, int row) => Coercion.ToText(Reader(new(key, GizmoType.Any)).At(row));

    Dictionary<string, int> IndexIds()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Snapshot.Order)
            if (Id(row).Trim() is { Length: > 0 } id)
                index.TryAdd(id, row);
        return index;
    }
}
