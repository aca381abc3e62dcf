using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnNodes;

/// <summary>Links between datasets, seen from the node one comes from.</summary>
static class Links
{
    public static IEnumerable<Function> All =>
    [
        new("links", On.Nodes, GizmoType.Link, Gives.Many, "links(name)", "The links that touch the node, of all or of one links dataset.", "node.links.value", Of),
        new("to", On.Links, GizmoType.Node, Gives.Many, "to", "The node at the other end of each link.", "node.links.to.count", call => Ends(call, far: true)),
        new("from", On.Links, GizmoType.Node, Gives.Many, "from", "The node that one comes from, for each link.", "node.links.from.count", call => Ends(call, far: false)),
    ];

    static Value Of(Call call)
    {
        var name = call.Count > 0 ? call.Text(0) : null;
        List<Value> list = [];
        foreach (var node in call.List)
        {
            if (node.Kind != ValueKind.Node || node.Row < 0)
                continue;
            foreach (var side in node.Dataset.Links)
            {
                if (name is not null && !string.Equals(KeyMatch.Fold(side.Table.Name), KeyMatch.Fold(name), StringComparison.Ordinal))
                    continue;
                foreach (var link in side.Table.Of(node.Row, side.IsFrom))
                    if (side.Far.Shows(side.FarRow(link)))
                        list.Add(Value.Link(side, link));
            }
        }
        call.Evaluator.Budget.CheckItems(list.Count);
        call.Evaluator.Budget.Step(list.Count);
        return Value.Of(new Items(ItemKind.Links, [.. list]));
    }

    /// <summary>One node for each link, also when several links lead to the same, so that they stay beside the links' values.</summary>
    static Value Ends(Call call, bool far) => Value.Of(new Items(ItemKind.Nodes, Array.ConvertAll(call.List, link => far
        ? Value.Node(link.Side.Far, link.Side.FarRow(link.Row))
        : Value.Node(link.Side.Near, link.Side.NearRow(link.Row)))));
}
