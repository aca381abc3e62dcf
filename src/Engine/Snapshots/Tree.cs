using Espalier.Engine.Columns;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// The hierarchy of a snapshot. Spans are indexed by row; rows that were deleted have parent −1 and depth 0. Branches lie
/// together in <see cref="Rows"/>, so that one is a slice. Built in linear time, without recursion.
/// </summary>
public sealed class Tree
{
    readonly int[] _jumps;

    Tree(ReadOnlySpan<int> order, int[] parents, bool[]? uniqueIds)
    {
        var count = parents.Length;
        ParentRows = parents;
        UniqueIds = uniqueIds;
        DepthRows = new int[count];
        HeightRows = new int[count];
        ChildRows = new int[count];
        SizeRows = new int[count];
        PositionRows = new int[count];
        PreOrder = new int[order.Length];
        _jumps = new int[count];

        var bottomUp = Climb(order);
        Levels = Descend(order, bottomUp);
    }

    internal int[] ParentRows { get; }

    internal int[] DepthRows { get; }

    internal int[] HeightRows { get; }

    internal int[] ChildRows { get; }

    int[] SizeRows { get; }

    int[] PositionRows { get; }

    int[] PreOrder { get; }

    /// <summary>By row: whether no other row has its treeId; null when ids were compared with parents of another type.</summary>
    internal bool[]? UniqueIds { get; }

    /// <summary>The row of the parent, or −1.</summary>
    public ReadOnlySpan<int> Parents => ParentRows;

    /// <summary>1 for a root, the parent's and 1 for others.</summary>
    public ReadOnlySpan<int> Depths => DepthRows;

    /// <summary>Layers below; 0 for a leaf.</summary>
    public ReadOnlySpan<int> Heights => HeightRows;

    public ReadOnlySpan<int> ChildCounts => ChildRows;

    /// <summary>Rows in the branch, its top included.</summary>
    public ReadOnlySpan<int> Sizes => SizeRows;

    /// <summary>Where a row stands in <see cref="Rows"/>.</summary>
    public ReadOnlySpan<int> Positions => PositionRows;

    /// <summary>All rows, each parent before its children, children in row order, branches together.</summary>
    public ReadOnlySpan<int> Rows => PreOrder;

    /// <summary>The rows without a parent, in row order.</summary>
    public IEnumerable<int> Roots
    {
        get
        {
            for (var at = 0; at < PreOrder.Length; at += SizeRows[PreOrder[at]])
                yield return PreOrder[at];
        }
    }

    /// <summary>The greatest depth; 0 without rows.</summary>
    public int Levels { get; }

    /// <summary>A row and all that is below it, in pre-order.</summary>
    public ReadOnlySpan<int> Branch(int row) => PreOrder.AsSpan(PositionRows[row], SizeRows[row]);

    /// <summary>The ancestor, or the row itself, at a depth; −1 when the depth is below the row.</summary>
    public int AncestorAt(int row, int depth)
    {
        if (depth < 1 || depth > DepthRows[row])
            return -1;
        while (DepthRows[row] > depth)
            row = DepthRows[_jumps[row]] >= depth ? _jumps[row] : ParentRows[row];
        return row;
    }

    /// <summary>
    /// The tree by the dataset's treeId and treeParentId: the parent is the first row, in row order, with the id that is
    /// asked for. Blank, unknown and own ids make roots, and so is a cycle's first row.
    /// </summary>
    internal static Tree Of(Snapshot snapshot)
    {
        var definition = snapshot.Definition;
        Column ids = snapshot.Column(definition.TreeId!), asked = snapshot.Column(definition.TreeParentId!);
        var alike = ids.Type == asked.Type;
        if (!alike)
            (ids, asked) = (FirstRows.Canonical(ids), FirstRows.Canonical(asked));

        var byId = FirstRows.Of(ids, snapshot.Order);
        var parents = byId.FindAll(asked, snapshot.Order);
        for (var row = 0; row < parents.Length; row++)
            if (parents[row] == row)
                parents[row] = -1;
        return new(snapshot.Order, parents, alike ? byId.Unique : null);
    }

    /// <summary>Cuts cycles, counts children, heights and sizes; returns the rows with each child before its parent.</summary>
    int[] Climb(ReadOnlySpan<int> order)
    {
        foreach (var row in order)
        {
            SizeRows[row] = 1;
            if (ParentRows[row] >= 0)
                ChildRows[ParentRows[row]]++;
        }

        var waiting = (int[])ChildRows.Clone();
        var done = new int[order.Length];
        int head = 0, tail = 0;
        foreach (var row in order)
            if (waiting[row] == 0)
                done[tail++] = row;
        Drain();

        // What still waits for a child stands on a cycle: everything else has been taken away.
        for (var i = 0; tail < done.Length; i++)
        {
            var row = order[i];
            if (waiting[row] == 0)
                continue;
            var parent = ParentRows[row];
            ParentRows[row] = -1;
            ChildRows[parent]--;
            if (--waiting[parent] == 0)
                done[tail++] = parent;
            Drain();
        }
        return done;

        void Drain()
        {
            while (head < tail)
            {
                var row = done[head++];
                var parent = ParentRows[row];
                if (parent < 0)
                    continue;
                HeightRows[parent] = Math.Max(HeightRows[parent], HeightRows[row] + 1);
                SizeRows[parent] += SizeRows[row];
                if (--waiting[parent] == 0)
                    done[tail++] = parent;
            }
        }
    }

    /// <summary>Gives depths, positions and jumps from the roots down; returns the greatest depth.</summary>
    int Descend(ReadOnlySpan<int> order, int[] bottomUp)
    {
        // First where a row stands below its parent, sibling by sibling; `used` of the parents is kept where depths come later.
        var used = DepthRows;
        var roots = 0;
        foreach (var row in order)
        {
            var parent = ParentRows[row];
            ref var room = ref (parent < 0 ? ref roots : ref used[parent]);
            PositionRows[row] = room + (parent < 0 ? 0 : 1);
            room += SizeRows[row];
        }

        var levels = 0;
        for (var i = bottomUp.Length - 1; i >= 0; i--)
        {
            var row = bottomUp[i];
            var parent = ParentRows[row];
            if (parent < 0)
            {
                DepthRows[row] = 1;
                _jumps[row] = row;
            }
            else
            {
                DepthRows[row] = DepthRows[parent] + 1;
                PositionRows[row] += PositionRows[parent];
                // Skew-binary jumps: any ancestor is reached in a logarithmic number of steps.
                var jump = _jumps[parent];
                _jumps[row] = DepthRows[parent] - DepthRows[jump] == DepthRows[jump] - DepthRows[_jumps[jump]] ? _jumps[jump] : parent;
            }
            levels = Math.Max(levels, DepthRows[row]);
            PreOrder[PositionRows[row]] = row;
        }
        return levels;
    }
}
