using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>Which number of a tree's nodes a column shows.</summary>
enum TreeNumber : byte
{
    Depth,
    Height,
    ChildCount,

    /// <summary>The children, but blank where there are none.</summary>
    Span,
}

/// <summary>Numbers that the tree holds by row; blank for deleted rows, which a draft may still show.</summary>
sealed class TreeNumbers(Tree tree, TreeNumber number) : NumberColumn
{
    public override int Count => tree.Nodes.Length;

    public override double At(int row) => Of(tree.Nodes[row]);

    public override void Read(int start, Span<double> into)
    {
        var nodes = tree.Nodes.Slice(start, into.Length);
        for (var i = 0; i < nodes.Length; i++)
            into[i] = Of(nodes[i]);
    }

    double Of(in TreeNode node) => node.Depth == 0 ? double.NaN : number switch
    {
        TreeNumber.Depth => node.Depth,
        TreeNumber.Height => node.Height,
        TreeNumber.ChildCount => node.ChildCount,
        _ => node.ChildCount == 0 ? double.NaN : node.ChildCount,
    };
}

/// <summary>Whether a row has no children; or, for orphans, no parent either. Blank for deleted rows.</summary>
sealed class LeafFlags(Tree tree, bool orphans) : FlagColumn
{
    public override int Count => tree.Nodes.Length;

    public override long At(int row) => tree.Nodes[row] is var node && node.Depth == 0 ? Chunk.Blank
        : node.ChildCount == 0 && (!orphans || node.Parent < 0) ? 1 : 0;
}

/// <summary>Whether a row's autoId is its alone; or the inverse. Blank for deleted rows.</summary>
sealed class UniqueFlags(Snapshot snapshot, bool inverse) : FlagColumn
{
    readonly bool[] _unique = snapshot.UniqueIds;
    readonly LiveRows _live = snapshot.Live;

    public override int Count => _unique.Length;

    public override long At(int row) => !_live[row] ? Chunk.Blank : _unique[row] != inverse ? 1 : 0;
}
