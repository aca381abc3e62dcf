using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnCollections;

/// <summary>Groups of items that have something in common.</summary>
static class Grouping
{
    public static IEnumerable<Function> All =>
    [
        new("groupBy", On.Nodes, GizmoType.Object, Gives.Many, "groupBy(f|key, keyName = \"key\", valuesName = \"values\")", "An object for each distinct key, with its items.",
            "nodes().groupBy(n => n.department).map(g => g.values.count)", GroupBy),
        new("groupBy", On.Values, GizmoType.Object, Gives.Many, "groupBy(f|key, keyName = \"key\", valuesName = \"values\")", "An object for each distinct key, with its items.",
            "nodes().salary.groupBy(x => x > 50000).count", GroupBy),
    ];

    static Value GroupBy(Call call)
    {
        string keyName = call.Text(1, "key"), valuesName = call.Text(2, "values");
        var by = call.Scalar(0);
        var order = new List<Value>();
        var groups = new Dictionary<Value, List<Value>>();
        foreach (var item in call.List)
            foreach (var key in Keys(call, by, item))
            {
                if (!groups.TryGetValue(key, out var group))
                {
                    groups[key] = group = [];
                    order.Add(key);
                }
                group.Add(item);
            }

        var kind = call.Target.Kind == ValueKind.Collection ? call.Target.Items.Kind : ItemKind.Values;
        return Value.Of(new Items(ItemKind.Values, [.. order.Select(key => Value.Of(new ObjectValue()
            .With(keyName, key).With(valuesName, Value.Of(new Items(kind, [.. groups[key]])))))]));
    }

    static IEnumerable<Value> Keys(Call call, Value by, Value item)
    {
        if (by.Kind == ValueKind.Function)
            return [Coercion.Scalar(call.Apply(0, item))];
        if (by.IsBlank)
            return [item];
        var value = Coercion.Scalar(Members.Named(call.Evaluator, item, Coercion.ToText(by)));
        return value.IsBlank ? [Value.Of("")] : SplitText(value).Distinct();
    }

    /// <summary>A text of items with commas between them, as a property holds it; another value is its only item.</summary>
    public static IEnumerable<Value> SplitText(Value value) =>
        value.Kind == ValueKind.Text && value.Text.Contains(',', StringComparison.Ordinal)
            ? value.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Value.Of)
            : [value];
}
