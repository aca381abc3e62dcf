using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation.Keeping;

/// <summary>All that a calculated column depends on, as objects to compare: columns and row orders never change, so the same object is the same value.</summary>
static class CalculationInputs
{
    /// <param name="group">The properties that are computed together.</param>
    /// <param name="calculated">The columns of other calculated properties, computed when they are not yet.</param>
    /// <returns>Null when the group must always be computed.</returns>
    public static object[]? Of(IReadOnlyList<string> group, Recalculation plan, Snapshot snapshot, CalculationContext context, Func<string, Column?> calculated)
    {
        List<object> inputs = [snapshot.RowCount];
        HashSet<string> keys = new(StringComparer.Ordinal);
        var walks = false;
        foreach (var key in group)
        {
            var reads = plan.Compiled[key].Reads;
            if (reads.IsVolatile || reads.IsUnclear || reads.HasWrites || reads.DependsOn(Reads.Any))
                return null;
            if (reads.ReadsOthers)
            {
                if (context.Others is not { } others || context.Baseline is not null)
                    return null;
                inputs.AddRange(others);
            }
            inputs.Add(plan[key]);
            inputs.Add(plan.TypeOf(key));
            inputs.Add(plan.IsForced(key));
            walks |= reads.WalksNodes || plan[key].Mode == ExpressionMode.Inherited || group.Count > 1;
            keys.Add(key);
            keys.UnionWith(reads.All.Select(r => r.Key));
        }
        if (keys.Remove("_label"))
            keys.Add(snapshot.Definition.LabelId);
        foreach (var key in keys.Order(StringComparer.Ordinal))
        {
            inputs.Add(key);
            inputs.Add(snapshot.Definition.Find(key)?.Format ?? "");
            if (group.Contains(key) || !plan.Calculates(key))
            {
                if (snapshot.Definition.PositionOf(key) is var at and >= 0)
                    inputs.Add(snapshot.Columns[at]);
                else if (IsOfTree(key))
                    walks = true;
                else
                    return null;
            }
            else if (calculated(key) is { } column)
                inputs.Add(column);
            else
                return null;
        }
        if (walks)
            AddTree(inputs, snapshot);
        return [.. inputs];
    }

    static bool IsOfTree(string key) =>
        key is "_depth" or "_height" or "_layers" or "_is_leaf" or "_is_orphan" or "_is_root" or "_outgoing_count" or "_span" or "_span_of_control" or "_records" or "_subtree" or "_descendants";

    static void AddTree(List<object> inputs, Snapshot snapshot)
    {
        inputs.Add(snapshot.OrderedRows);
        if (snapshot.Definition is not { TreeId: { } id, TreeParentId: { } parent, AutoId: var auto })
            return;
        foreach (var key in new[] { id, parent, auto })
        {
            inputs.Add(key);
            inputs.Add(snapshot.Column(key));
        }
    }
}
