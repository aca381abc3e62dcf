using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>How values of many rows become one.</summary>
enum Fold : byte
{
    Sum,
    Min,
    Max,
}

/// <summary>
/// Folds over branches for all rows at once: one pass over the tree from the bottom up or from the top down for each
/// level that is asked for, whatever the depth. Blanks (NaN) are skipped; a row without any value has NaN.
/// </summary>
static class TreeFold
{
    /// <summary>For each row, its own value and those of all below; and without its own.</summary>
    public static (double[] With, double[] Without) Branch(Tree tree, double[] values, Fold fold)
    {
        double[] below = Blanks(values.Length), with = Blanks(values.Length);
        var rows = tree.Rows;
        var nodes = tree.Nodes;
        // Backwards, children come before their parents.
        for (var at = rows.Length - 1; at >= 0; at--)
        {
            var row = rows[at];
            var all = Join(values[row], below[row], fold);
            with[row] = all;
            if (nodes[row].Parent is var parent and >= 0)
                below[parent] = Join(all, below[parent], fold);
        }
        return (with, below);
    }

    /// <summary>For each row, the values of its children.</summary>
    public static double[] Children(Tree tree, double[] values, Fold fold)
    {
        var result = Blanks(values.Length);
        var rows = tree.Rows;
        var nodes = tree.Nodes;
        for (var at = rows.Length - 1; at >= 0; at--)
            if (nodes[rows[at]].Parent is var parent and >= 0)
                result[parent] = Join(values[rows[at]], result[parent], fold);
        return result;
    }

    /// <summary>For each row, the values of the levels below, 0 being its own; no end means all.</summary>
    public static double[] Levels(Tree tree, double[] values, int start, int end, Fold fold)
    {
        if (end >= tree.Levels)
        {
            if (start == 0)
                return Branch(tree, values, fold).With;
            var below = Branch(tree, values, fold).Without;
            for (var level = 1; level < start && level <= tree.Levels; level++)
                below = Children(tree, below, fold);
            return below;
        }
        var one = values;
        double[]? result = null;
        for (var level = 0; level <= end; level++)
        {
            if (level > 0)
                one = Children(tree, one, fold);
            if (level < start)
                continue;
            if (result is null)
                result = (double[])one.Clone();
            else
                for (var row = 0; row < result.Length; row++)
                    result[row] = Join(result[row], one[row], fold);
        }
        return result ?? Blanks(values.Length);
    }

    /// <summary>For each row, the values of the rows under the same parent; none for a root.</summary>
    public static double[] Siblings(Tree tree, double[] values, Fold fold)
    {
        var children = Children(tree, values, fold);
        var result = Blanks(values.Length);
        var nodes = tree.Nodes;
        foreach (var row in tree.Rows)
            if (nodes[row].Parent is var parent and >= 0)
                result[row] = children[parent];
        return result;
    }

    /// <summary>For each row, the values of all above.</summary>
    public static double[] Ancestors(Tree tree, double[] values, Fold fold)
    {
        var result = Blanks(values.Length);
        var nodes = tree.Nodes;
        foreach (var row in tree.Rows)
            if (nodes[row].Parent is var parent and >= 0)
                result[row] = Join(values[parent], result[parent], fold);
        return result;
    }

    static double[] Blanks(int count)
    {
        var values = GC.AllocateUninitializedArray<double>(count);
        values.AsSpan().Fill(double.NaN);
        return values;
    }

    static double Join(double a, double b, Fold fold)
    {
        if (double.IsNaN(a))
            return b;
        if (double.IsNaN(b))
            return a;
        return fold switch
        {
            Fold.Sum => a + b,
            Fold.Min => b < a ? b : a,
            _ => b > a ? b : a,
        };
    }
}
