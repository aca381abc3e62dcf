using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Walks the hierarchy: parents before children, children in the dataset's order, no node twice.</summary>
static class Navigation
{
    public static Items Parents(Evaluator evaluator, Items items, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
    {
        if (dataset.Tree is { } tree && tree.Nodes[row].Parent is var parent and >= 0)
            add(parent);
    });

    public static Items Children(Evaluator evaluator, Items items, bool all) => Walk(evaluator, items, all, AddChildren);

    public static Items Siblings(Evaluator evaluator, Items items, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
    {
        if (dataset.Tree is { } tree && tree.Nodes[row].Parent is var parent and >= 0)
            AddChildren(dataset, parent, evaluator.Frame.Dataset.Schema.Switches.SiblingsIncludeSelf ? add : other =>
            {
                if (other != row)
                    add(other);
            });
    });

    public static Items Roots(Evaluator evaluator, Items items, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
        add(dataset.Tree is { } tree ? tree.AncestorAt(row, 1) : row));

    public static Items Leaves(Evaluator evaluator, Items items, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
    {
        if (dataset.Tree is not { } tree)
            return;
        foreach (var below in tree.Branch(row)[1..])
            if (tree.Nodes[below].ChildCount == 0)
                add(below);
    });

    /// <summary>Levels above, the nearest first; 0 is the node itself.</summary>
    public static Items Ancestors(Evaluator evaluator, Items items, int start, int end, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
    {
        for (var level = 0; row >= 0 && level <= end; level++)
        {
            if (level >= start)
                add(row);
            row = dataset.Tree is { } tree ? tree.Nodes[row].Parent : -1;
        }
    });

    /// <summary>Levels below; 0 is the node itself, and negative ones are above.</summary>
    public static Items Descendants(Evaluator evaluator, Items items, int start, int end, bool all) => Walk(evaluator, items, all, (dataset, row, add) =>
    {
        if (dataset.Tree is not { } tree)
        {
            if (start <= 0 && end >= 0)
                add(row);
            return;
        }
        var depth = tree.Nodes[row].Depth;
        for (var level = Math.Max(start, 1 - depth); level < 0 && level <= end; level++)
            add(tree.AncestorAt(row, depth + level));
        var branch = tree.Branch(row);
        for (var at = 0; at < branch.Length;)
        {
            var level = tree.Nodes[branch[at]].Depth - depth;
            if (level >= start && level <= end)
                add(branch[at]);
            at += level >= end ? tree.Nodes[branch[at]].Size : 1;
        }
    });

    static void AddChildren(GizmoDataset dataset, int row, Action<int> add)
    {
        if (dataset.Tree is not { } tree)
            return;
        var branch = tree.Branch(row);
        for (var at = 1; at < branch.Length; at += tree.Nodes[branch[at]].Size)
            add(branch[at]);
    }

    delegate void Step(GizmoDataset dataset, int row, Action<int> add);

    static Items Walk(Evaluator evaluator, Items items, bool all, Step step)
    {
        // Not one that is shared, for two readings are never the same.
        if (items.Count == 0)
            return new(ItemKind.Nodes, []);
        var list = new List<Value>();
        var seen = items.Count > 1 ? new HashSet<(GizmoDataset, int)>() : null;
        foreach (var item in items.List)
        {
            evaluator.Budget.Step();
            if (item.Row < 0)
                continue;
            var dataset = item.Dataset;
            step(dataset, item.Row, row =>
            {
                if ((list.Count & 1023) == 1023)
                {
                    evaluator.Budget.Step(1024);
                    evaluator.Budget.CheckItems(list.Count);
                }
                if ((all || dataset.Shows(row)) && (seen is null || seen.Add((dataset, row))))
                    list.Add(Value.Node(dataset, row));
            });
        }
        evaluator.Budget.CheckItems(list.Count);
        return new(ItemKind.Nodes, [.. list]);
    }
}
