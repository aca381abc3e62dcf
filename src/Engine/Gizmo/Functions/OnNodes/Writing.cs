using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnNodes;

/// <summary>Writing values. What was written is handed to the host, which checks rights and stores it.</summary>
static class Writing
{
    public static IEnumerable<Function> All =>
    [
        new("settemporary", On.Nodes, GizmoType.Blank, Gives.Raw, "settemporary({key: value})", "Sets calculated values of other properties, by their exact keys.", "node.settemporary({\"Salary GBP\": node.salary * 2})",
            call => Write(call, isTemporary: true)) { Writes = true },
        new("setvalue", On.Nodes, GizmoType.Blank, Gives.Raw, "setvalue({key: value})", "Stores values of other properties, by their exact keys.", "node.setvalue({\"Salary GBP\": node.salary * 2})",
            call => Write(call, isTemporary: false)) { Writes = true },
        new("setproperty", On.Nodes, GizmoType.Node, Gives.Many, "setproperty(n => ({key: value}))", "Stores values for every node.", "nodes().setproperty(n => ({\"Salary GBP\": n.salary})).count", SetProperty) { Writes = true },
    ];

    static Value Write(Call call, bool isTemporary)
    {
        foreach (var node in call.List)
            Write(call, node, call.Scalar(0), isTemporary);
        return Value.Blank;
    }

    static Value SetProperty(Call call)
    {
        // All is computed before anything is set, so that order does not matter.
        foreach (var (node, values) in call.List.Select(node => (node, Coercion.Scalar(call.Apply(0, node)))).ToArray())
            Write(call, node, values, isTemporary: false);
        return call.Target;
    }

    static void Write(Call call, Value node, Value values, bool isTemporary)
    {
        if (values.Kind != ValueKind.Object)
            throw new CellTrouble("Values are written as an object: {key: value}");
        if (node.Kind != ValueKind.Node || node.Row < 0 || node.Dataset != call.Frame.Dataset)
            throw new CellTrouble("Only nodes of the dataset itself can be written to");
        foreach (var (key, value) in values.Object.Fields)
            call.Frame.Write(node.Row, key, Coercion.Unwrap(value), isTemporary);
    }
}
