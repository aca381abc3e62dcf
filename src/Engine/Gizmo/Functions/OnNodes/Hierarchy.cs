using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnNodes;

/// <summary>Relationships of nodes. The names that begin with <c>all</c> ignore the filter.</summary>
static class Hierarchy
{
    public static IEnumerable<Function> All =>
    [
        Relation("parent", ["p"], "parent", "The node above; empty for a root.", Gives.One, "node.parent.role", Navigation.Parents),
        Relation("children", ["c", "child"], "children", "The nodes directly below.", Gives.Many, "node.c.count", Navigation.Children),
        Relation("siblings", ["s", "sibling"], "siblings", "All nodes under the same parent, the node itself included.", Gives.Many, "node.s.count", Navigation.Siblings),
        Relation("root", [], "root", "The topmost node above; a root itself.", Gives.One, "node.root.role", Navigation.Roots),
        Relation("leaves", [], "leaves", "The nodes below that have no children.", Gives.Many, "node.leaves.count", Navigation.Leaves),
        Relation("allparent", ["ap"], "allparent", "The node above, whatever the filter.", Gives.One, "node.ap.role", Navigation.Parents, true),
        Relation("allchildren", ["ac"], "allchildren", "The nodes directly below, whatever the filter.", Gives.Many, "node.ac.count", Navigation.Children, true),
        Relation("allsiblings", ["as"], "allsiblings", "All nodes under the same parent, whatever the filter.", Gives.Many, "node.as.count", Navigation.Siblings, true),
        Relation("allroot", [], "allroot", "The topmost node above, whatever the filter.", Gives.One, "node.allroot.role", Navigation.Roots, true),
        Levels("descendants", ["d"], "descendants(start = 1, end)", "The nodes below; levels count from the node, which is 0.", "node.d(1,2).count", Navigation.Descendants, false),
        Levels("alldescendants", ["ad"], "alldescendants(start = 1, end)", "The nodes below, whatever the filter.", "node.ad(0,1).count", Navigation.Descendants, true),
        Levels("ancestors", ["a"], "ancestors(start = 1, end)", "The nodes above, the nearest first.", "node.a.role", Navigation.Ancestors, false),
        Levels("allancestors", ["aa"], "allancestors(start = 1, end)", "The nodes above, whatever the filter.", "node.aa.count", Navigation.Ancestors, true),
        new("baseline", On.Nodes, GizmoType.Node, Gives.One, "baseline", "The same node in the baseline of a draft; empty if it is new.", "node.baseline.salary", Baseline),
        new("lookup", On.Nodes, GizmoType.Node, Gives.OnePerNode, "lookup(name)", "The row of a lookup dataset that the property of the same name names.", "node.lookup(\"grade\").targetsalary", Lookup),
        new("nodes", On.Global, GizmoType.Node, Gives.Many, "nodes()", "All nodes of the view.", "nodes().count", call => Nodes(call, false)),
        new("allnodes", On.Global, GizmoType.Node, Gives.Many, "allnodes()", "All nodes, whatever the filter.", "allnodes().count", call => Nodes(call, true)),
    ];

    static Function Relation(string name, string[] aliases, string signature, string help, Gives gives, string example,
        Func<Evaluator, Items, bool, Items> walk, bool all = false) =>
        new(name, On.Nodes, GizmoType.Node, gives, signature, help, example, call => Value.Of(walk(call.Evaluator, call.Items, all))) { Aliases = aliases };

    static Function Levels(string name, string[] aliases, string signature, string help, string example,
        Func<Evaluator, Items, int, int, bool, Items> walk, bool all) =>
        new(name, On.Nodes, GizmoType.Node, Gives.Many, signature, help, example,
            call => Value.Of(walk(call.Evaluator, call.Items, call.Whole(0, 1), call.Whole(1, int.MaxValue), all))) { Aliases = aliases };

    internal static Value Nodes(Call call, bool all)
    {
        var dataset = call.Frame.Dataset;
        var order = dataset.Snapshot.Order;
        call.Evaluator.Budget.CheckItems(order.Length);
        call.Evaluator.Budget.Step(order.Length);
        List<Value> list = new(order.Length);
        foreach (var row in order)
            if (all || dataset.Shows(row))
                list.Add(Value.Node(dataset, row));
        return Value.Of(new Items(ItemKind.Nodes, [.. list]));
    }

    static Value Baseline(Call call)
    {
        List<Value> list = [];
        foreach (var node in call.List)
            if (node.Row >= 0 && node.Dataset.Baseline is { } baseline && baseline.RowOf(node.Dataset.Id(node.Row)) is var row and >= 0)
                list.Add(Value.Node(baseline, row));
        return Value.Of(new Items(ItemKind.Nodes, [.. list]));
    }

    static Value Lookup(Call call)
    {
        var name = call.Text(0);
        List<Value> list = [];
        foreach (var node in call.List)
        {
            if (node.Kind != ValueKind.Node || node.Dataset.Schema.Keys.Find(name) is not { Through: null } property)
                continue;
            if ((node.Dataset.Lookup(property.Key) ?? node.Dataset.Lookup(name)) is not { } lookup)
                continue;
            // What names no row has one all the same, on which all is blank, so that the rows stay beside the nodes.
            list.Add(Value.Node(lookup, node.Row < 0 ? -1 : PropertyReads.Row(lookup, node.Dataset.Reader(property).At(node.Row))));
        }
        return Value.Of(new Items(ItemKind.Nodes, [.. list]));
    }
}
