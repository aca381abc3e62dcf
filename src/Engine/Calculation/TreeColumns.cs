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

/// <summary>Numbers that the tree holds by row.</summary>
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

    double Of(in TreeNode node) => number switch
    {
        TreeNumber.Depth => node.Depth,
        TreeNumber.Height => node.Height,
        TreeNumber.ChildCount => node.ChildCount,
        _ => node.ChildCount == 0 ? double.NaN : node.ChildCount,
    };
}

/// <summary>Whether a row has no children; or, for orphans, no parent either.</summary>
sealed class LeafFlags(Tree tree, bool orphans) : FlagColumn
{
    public override int Count => tree.Nodes.Length;

    public override long At(int row) => tree.Nodes[row] is var node && node.ChildCount == 0 && (!orphans || node.Parent < 0) ? 1 : 0;

    public override void Read(int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }
}

/// <summary>Whether a row's autoId is its alone; or the inverse.</summary>
sealed class UniqueFlags(bool[] unique, bool inverse) : FlagColumn
{
    public override int Count => unique.Length;

    public override long At(int row) => unique[row] != inverse ? 1 : 0;

    public override void Read(int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }
}

/// <summary>The label of the ancestor, or of the row itself, at one depth; blank below the row.</summary>
sealed class LevelColumn(Tree tree, Labels labels, int depth) : TextColumn
{
    public override TextPool Pool => labels.Pool;

    public override int Count => tree.Nodes.Length;

    public override int At(int row) => tree.AncestorAt(row, depth) is var ancestor and >= 0 ? labels.Codes[ancestor] : 0;

    public override void Read(int start, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }
}

/// <summary>What a label property prints, by row, whatever its type: shared by all levels.</summary>
sealed class Labels
{
    public Labels(Column column)
    {
        Codes = new int[column.Count];
        if (column is TextColumn text)
        {
            Pool = text.Pool;
            text.Read(0, Codes);
            return;
        }
        Pool = new();
        for (var row = 0; row < Codes.Length; row++)
        {
            var cell = column[row];
            var printed = cell.IsBlank ? column.Raw?[row] ?? "" : cell.ToString();
            Codes[row] = Pool.Add(System.Text.Encoding.UTF8.GetBytes(printed));
        }
    }

    public TextPool Pool { get; }

    public int[] Codes { get; }
}
