using Espalier.Engine.Columns;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// Where a row stands in the hierarchy. Together in 32 bytes, for whoever walks a tree wants most of it, and every row is
/// somewhere else in memory. A deleted row has parent −1 and depth 0.
/// </summary>
public struct TreeNode
{
    /// <summary>The row of the parent, or −1.</summary>
    public int Parent { get; internal set; }

    /// <summary>1 for a root, the parent's and 1 for others.</summary>
    public int Depth { get; internal set; }

    /// <summary>Layers below; 0 for a leaf.</summary>
    public int Height { get; internal set; }

    public int ChildCount { get; internal set; }

    /// <summary>Rows in the branch, its top included.</summary>
    public int Size { get; internal set; }

    /// <summary>Where the row stands in <see cref="Tree.Rows"/>.</summary>
    public int Position { get; internal set; }

    /// <summary>An ancestor further up, for <see cref="Tree.AncestorAt"/>; the row itself for a root.</summary>
    internal int Jump { get; set; }

    /// <summary>While the tree is built: children that are not done; then rows placed below so far.</summary>
    internal int Pending { get; set; }
}

/// <summary>
/// The hierarchy of a snapshot. Branches lie together in <see cref="Rows"/>, so that one is a slice. Built in linear time,
/// without recursion.
/// </summary>
public sealed class Tree
{
    readonly TreeNode[] _nodes;
    readonly int[] _rows;
    readonly Lazy<TreeOrder> _order;

    Tree(ReadOnlySpan<int> order, ReadOnlySpan<int> parents, bool[]? uniqueIds)
    {
        _nodes = new TreeNode[parents.Length];
        _rows = new int[order.Length];
        UniqueIds = uniqueIds;
        for (var row = 0; row < _nodes.Length; row++)
            _nodes[row].Parent = parents[row] == row ? -1 : parents[row];

        var bottomUp = Climb(order);
        Place(order);
        Levels = Descend(bottomUp);
        _order = new(() => new(this));
    }

    /// <summary>By row.</summary>
    public ReadOnlySpan<TreeNode> Nodes => _nodes;

    /// <summary>All rows, each parent before its children, children in row order, branches together.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The rows without a parent, in row order.</summary>
    public IEnumerable<int> Roots
    {
        get
        {
            for (var at = 0; at < _rows.Length; at += _nodes[_rows[at]].Size)
                yield return _rows[at];
        }
    }

    /// <summary>The greatest depth; 0 without rows.</summary>
    public int Levels { get; }

    /// <summary>Made when the first pass over the tree asks for it.</summary>
    internal TreeOrder Order => _order.Value;

    /// <summary>By row: whether no other row has its treeId; null when ids were compared with parents of another type.</summary>
    internal bool[]? UniqueIds { get; }

    /// <summary>A row and all that is below it, in pre-order.</summary>
    public ReadOnlySpan<int> Branch(int row) => _rows.AsSpan(_nodes[row].Position, _nodes[row].Size);

    /// <summary>The ancestor, or the row itself, at a depth; −1 when the depth is below the row.</summary>
    public int AncestorAt(int row, int depth)
    {
        if (depth < 1 || depth > _nodes[row].Depth)
            return -1;
        while (_nodes[row].Depth > depth)
            row = _nodes[_nodes[row].Jump].Depth >= depth ? _nodes[row].Jump : _nodes[row].Parent;
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
        return new(snapshot.Order, byId.FindAll(asked, snapshot.Order), alike ? byId.Unique : null);
    }

    /// <summary>Cuts cycles, counts children, heights and sizes; returns the rows with each child before its parent.</summary>
    int[] Climb(ReadOnlySpan<int> order)
    {
        foreach (var row in order)
        {
            _nodes[row].Size = 1;
            if (_nodes[row].Parent is var parent and >= 0)
            {
                _nodes[parent].ChildCount++;
                _nodes[parent].Pending++;
            }
        }

        var done = new int[order.Length];
        int head = 0, tail = 0;
        foreach (var row in order)
            if (_nodes[row].Pending == 0)
                done[tail++] = row;
        Drain();

        // What still waits for a child stands on a cycle: everything else has been taken away.
        for (var i = 0; tail < done.Length; i++)
        {
            ref var node = ref _nodes[order[i]];
            if (node.Pending == 0)
                continue;
            var parent = node.Parent;
            node.Parent = -1;
            _nodes[parent].ChildCount--;
            if (--_nodes[parent].Pending == 0)
                done[tail++] = parent;
            Drain();
        }
        return done;

        void Drain()
        {
            while (head < tail)
            {
                ref var node = ref _nodes[done[head++]];
                if (node.Parent < 0)
                    continue;
                ref var parent = ref _nodes[node.Parent];
                parent.Height = Math.Max(parent.Height, node.Height + 1);
                parent.Size += node.Size;
                if (--parent.Pending == 0)
                    done[tail++] = node.Parent;
            }
        }
    }

    /// <summary>Gives each row its distance from its parent in pre-order; roots their distance from the start.</summary>
    void Place(ReadOnlySpan<int> order)
    {
        var roots = 0;
        foreach (var row in order)
        {
            ref var node = ref _nodes[row];
            if (node.Parent < 0)
            {
                node.Position = roots;
                roots += node.Size;
                continue;
            }
            ref var parent = ref _nodes[node.Parent];
            node.Position = parent.Pending + 1;
            parent.Pending += node.Size;
        }
    }

    /// <summary>Gives depths, positions and jumps from the roots down; returns the greatest depth.</summary>
    int Descend(int[] bottomUp)
    {
        var levels = 0;
        for (var i = bottomUp.Length - 1; i >= 0; i--)
        {
            var row = bottomUp[i];
            ref var node = ref _nodes[row];
            if (node.Parent < 0)
            {
                node.Depth = 1;
                node.Jump = row;
            }
            else
            {
                ref var parent = ref _nodes[node.Parent];
                ref var jump = ref _nodes[parent.Jump];
                node.Depth = parent.Depth + 1;
                node.Position += parent.Position;
                // Skew-binary jumps: any ancestor is reached in a logarithmic number of steps.
                node.Jump = parent.Depth - jump.Depth == jump.Depth - _nodes[jump.Jump].Depth ? jump.Jump : node.Parent;
            }
            levels = Math.Max(levels, node.Depth);
            _rows[node.Position] = row;
        }
        return levels;
    }
}
