using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions.OnNodes;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>The members of <c>view</c>, <c>event</c> and <c>api</c>: what scripts know of the dataset.</summary>
static class Views
{
    public static IEnumerable<Function> All =>
    [
        new("properties", On.Host, GizmoType.Object, Gives.Many, "view.properties", "All properties: name, key, type, isgenerated.", "view.properties.filter(p => !p.isgenerated).count", Properties) { Host = "view" },
        new("property", On.Host, GizmoType.Object, Gives.Raw, "view.property(key)", "A property with its buckets of equal values.", "view.property(\"department\").buckets.count", Property) { Host = "view" },
        new("changeset", On.Host, GizmoType.Object, Gives.Many, "view.changeset()", "The unsaved changes: none on a server.", "view.changeset().count", _ => Value.Of(Items.NoValues)) { Host = "view" },
        new("parentid", On.Host, GizmoType.Object, Gives.Raw, "view.parentid.value", "The key of the parent property.", "view.parentid.value",
            call => Value.Of(new ObjectValue().With("value", call.Frame.Dataset.Snapshot.Definition.TreeParentId is { } key ? Value.Of(key) : Value.Blank))) { Host = "view" },
        new("baseline", On.Host, GizmoType.Object, Gives.Raw, "view.baseline.nodes()", "The baseline of a draft.", "view.baseline.nodes().count", Baseline) { Host = "view" },
        new("nodes", On.Host, GizmoType.Node, Gives.Many, "event.nodes", "The nodes that a script runs for.", "event.nodes.count", call => Hierarchy.Nodes(call, false)) { Host = "event" },
        new("register", On.Host, GizmoType.Object, Gives.Raw, "api.register({type, name, start})", "Registers a dimension; gives it back.", "api.register({type: \"dimension\", name: \"d\"}).name", call => call.Scalar(0)) { Host = "api" },
    ];

    static Value Properties(Call call)
    {
        var schema = call.Frame.Dataset.Schema;
        var own = schema.Properties.Select(p => Describe(p.Key, p.Name, TypeOf.Property(p.Type), isGenerated: false));
        var generated = KeyMatch.AllGenerated.Select(key => Describe(key, Calculation.NodeColumn.NameOf(key), TypeOf.Generated(key), isGenerated: true));
        return Value.Of(new Items(ItemKind.Values, [.. own, .. generated]));
    }

    static Value Describe(string key, string name, GizmoType type, bool isGenerated) => Value.Of(new ObjectValue()
        .With("name", Value.Of(name)).With("key", Value.Of(key))
        .With("type", Value.Of(type switch { GizmoType.Number => "number", GizmoType.Date => "date", GizmoType.Boolean => "boolean", _ => "text" }))
        .With("isgenerated", Value.Of(isGenerated)));

    static Value Property(Call call)
    {
        if (call.Frame.Dataset.Schema.Keys.Find(call.Text(0)) is not { } property)
            return Value.Blank;
        PropertyReads.TryRead(call.Evaluator, Hierarchy.Nodes(call, false).Items, call.Text(0), exact: false, out var values);
        var nodes = Hierarchy.Nodes(call, false).Items.List;
        Value[] buckets = [.. nodes.Zip(values.Items.List).GroupBy(p => p.Second.IsBlank ? "(Blank)" : Coercion.ToText(p.Second))
            .Select(g => Bucket(g.Key, [.. g.Select(p => p.First)]))];
        var find = new NativeFunction((_, arguments) =>
            Array.Find(buckets, b => arguments.Length > 0 && Coercion.ToText(b.Object["name"]) == Coercion.ToText(Coercion.Scalar(arguments[0]))));
        return Value.Of(new ObjectValue().With("key", Value.Of(property.Key)).With("name", Value.Of(property.Key))
            .With("buckets", Value.Of(new Items(ItemKind.Values, buckets))).With("bucket", Value.Of(find)));
    }

    static Value Bucket(string name, Value[] nodes) => Value.Of(new ObjectValue().With("name", Value.Of(name))
        .With("items", Value.Of(new Items(ItemKind.Nodes, nodes))).With("count", Value.Of((double)nodes.Length)));

    static Value Baseline(Call call)
    {
        Value[] nodes = call.Frame.Dataset.Baseline is { } baseline
            ? Array.ConvertAll(baseline.Snapshot.Order.ToArray(), row => Value.Node(baseline, row))
            : [];
        return Value.Of(new ObjectValue().With("nodes", Value.Of(new NativeFunction((_, _) => Value.Of(new Items(ItemKind.Nodes, nodes))))));
    }
}
