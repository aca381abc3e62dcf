using Espalier.Engine.Columns;
using Espalier.Engine.Rights;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// What the hierarchy would be that two properties make, and what is wrong with it. Rows are listed in row order; ghosts
/// are not counted.
/// </summary>
public sealed class HierarchyCheck
{
    readonly List<int> _roots = [], _orphans = [], _inCycles = [], _duplicates = [], _blankIds = [];

    HierarchyCheck(Snapshot snapshot, Column ids, Column asked)
    {
        var order = snapshot.Order;
        var alike = ids.Type == asked.Type;
        var (comparedIds, comparedParents) = alike ? (ids, asked) : (FirstRows.Canonical(ids), FirstRows.Canonical(asked));
        var byId = FirstRows.Of(comparedIds, order);
        var parents = byId.FindAll(comparedParents, order);
        var onCycle = FindCycles(order, parents);
        foreach (var row in order)
        {
            if (snapshot.Rights[row] <= ItemRight.Ghost)
                continue;
            Items++;
            if (ids.IsBlank(row))
                _blankIds.Add(row);
            else if (!byId.Unique[row])
                _duplicates.Add(row);
            if (onCycle[row])
                _inCycles.Add(row);
            else if (asked.IsBlank(row) || parents[row] == row)
                _roots.Add(row);
            else if (parents[row] < 0)
                _orphans.Add(row);
        }
    }

    public int Items { get; private set; }

    /// <summary>Rows that ask for no parent, or for themselves.</summary>
    public IReadOnlyList<int> Roots => _roots;

    /// <summary>Rows whose parent is not there.</summary>
    public IReadOnlyList<int> Orphans => _orphans;

    /// <summary>Rows that would be their own ancestors.</summary>
    public IReadOnlyList<int> InCycles => _inCycles;

    public int Cycles { get; private set; }

    /// <summary>Rows that share their id with others; only the first of them gets the children.</summary>
    public IReadOnlyList<int> Duplicates => _duplicates;

    public IReadOnlyList<int> BlankIds => _blankIds;

    /// <summary>Levels of the tree that would be built.</summary>
    public int Depth { get; private set; }

    /// <summary>The most children of one item.</summary>
    public int LargestSpan { get; private set; }

    /// <param name="treeId">The key of a property of the snapshot, as is the next one.</param>
    public static HierarchyCheck Of(Snapshot snapshot, string treeId, string treeParentId)
    {
        var definition = snapshot.Definition with { TreeId = treeId, TreeParentId = treeParentId };
        var tree = snapshot.Restricted(definition, snapshot.Columns, snapshot.Rights, snapshot.Live, keepsTree: false).Tree!;
        var span = 0;
        foreach (ref readonly var node in tree.Nodes)
            span = Math.Max(span, node.ChildCount);
        return new(snapshot, snapshot.Column(treeId), snapshot.Column(treeParentId)) { Depth = tree.Levels, LargestSpan = span };
    }

    /// <summary>Each row has at most one parent, so following them ends, or comes back to a row of the same walk.</summary>
    bool[] FindCycles(ReadOnlySpan<int> order, int[] parents)
    {
        var onCycle = new bool[parents.Length];
        var walks = new int[parents.Length];
        var walk = 0;
        foreach (var start in order)
        {
            walk++;
            var row = start;
            while (row >= 0 && walks[row] == 0)
            {
                walks[row] = walk;
                row = parents[row] == row ? -1 : parents[row];
            }
            if (row < 0 || walks[row] != walk)
                continue;
            Cycles++;
            for (; !onCycle[row]; row = parents[row])
                onCycle[row] = true;
        }
        return onCycle;
    }
}
