using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Reads a property of each node or link of a collection.</summary>
static class PropertyReads
{
    public static bool TryRead(Evaluator evaluator, Items items, string name, bool exact, out Value value)
    {
        evaluator.Budget.Step(items.Count);
        GizmoDataset? dataset = null;
        PropertyRef? property = null;
        CellReader? cells = null;
        PropertyRead? source = null;
        var list = new Value[items.Count];
        for (var i = 0; i < list.Length; i++)
        {
            var item = items.List[i];
            var of = item.Kind == ValueKind.Node ? item.Dataset : item.Side.Table.Links;
            if (of != dataset)
            {
                dataset = of;
                property = exact ? of.Schema.Keys.FindExact(name) : of.Schema.Keys.Find(name);
                if (property is { IsGenerated: true, Type: GizmoType.Node })
                {
                    value = Value.Of(property.Key == "_subtree" ? Navigation.Descendants(evaluator, items, 0, 3, false)
                        : Navigation.Descendants(evaluator, items, 1, int.MaxValue, false));
                    return true;
                }
                cells = property is null ? null : of.Reader(property);
                source ??= property is null ? null : new(of, property);
            }
            if (property is not null)
                list[i] = Cell(evaluator, dataset!, property, cells!, item.Row);
        }
        if (source is null && list.Length > 0 && !exact && name.Equals("value", StringComparison.OrdinalIgnoreCase))
        {
            value = Raw(items);
            return true;
        }
        value = Value.Of(new Items(ItemKind.Values, list, source));
        return source is not null;
    }

    /// <summary>The only item, or all as an array.</summary>
    public static Value Raw(Items items) =>
        items.Count == 0 ? Value.Blank : items.Count == 1 ? items.First : Value.Of(items.List);

    public static Value ThroughLookup(Items items, GizmoDataset lookup, PropertyRef property)
    {
        var cells = lookup.Reader(property);
        return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(items.List, item =>
            Row(lookup, item) is var row and >= 0 ? Through(lookup, property, cells.At(row)) : Value.Blank), new(lookup, property)));
    }

    /// <summary>The row of a lookup that a value names, or −1.</summary>
    public static int Row(GizmoDataset lookup, Value key) => key.IsBlank ? -1 : lookup.RowOf(Coercion.ToText(key));

    static Value Cell(Evaluator evaluator, GizmoDataset dataset, PropertyRef property, CellReader cells, int row)
    {
        if (row < 0)
            return Value.Blank;
        var frame = evaluator.Frame;
        if (frame.Temporaries.Count > 0 && dataset == frame.Dataset && frame.Temporaries.TryGetValue((row, property.Key), out var written))
            return written;
        if (property.IsGenerated)
            switch (property.Key)
            {
                case "_is_root":
                    return Value.Of(dataset.Tree is { } tree && tree.Nodes[row].Parent < 0 && tree.Nodes[row].ChildCount > 0);
                case "_change_count":
                    return Value.Of(0d);
            }
        return Through(dataset, property, cells.At(row));
    }

    static Value Through(GizmoDataset dataset, PropertyRef property, Value value)
    {
        if (property.Through is not { } sub)
            return value;
        return dataset.Lookup(property.Key) is { } lookup && Row(lookup, value) is var row and >= 0
            ? Through(lookup, sub, lookup.Reader(sub).At(row))
            : Value.Blank;
    }
}
