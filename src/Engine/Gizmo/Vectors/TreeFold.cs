using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>How values of many rows become one.</summary>
interface IFold
{
    /// <summary>What changes nothing.</summary>
    static abstract double None { get; }

    static abstract double Join(double a, double b);
}

/// <summary>The sum; 0 without values.</summary>
readonly struct Sum : IFold
{
    public static double None => 0;

    public static double Join(double a, double b) => a + b;
}

/// <summary>The least; infinite without values.</summary>
readonly struct Least : IFold
{
    public static double None => double.PositiveInfinity;

    public static double Join(double a, double b) => a < b ? a : b;
}

/// <summary>The greatest; infinite without values.</summary>
readonly struct Greatest : IFold
{
    public static double None => double.NegativeInfinity;

    public static double Join(double a, double b) => a > b ? a : b;
}

/// <summary>Nodes around each row: which relation, and for those below the levels, of which 0 is the row's own.</summary>
readonly record struct Around(string Relation, int Start, int End);

/// <summary>
/// Folds over branches for all rows at once: passes over the tree from the bottom up or from the top down, one for each
/// level that is asked for, whatever the depth. Values stand by place, not by row.
/// </summary>
static class TreeFold
{
    /// <summary>Brings values from the order of rows into that of places; where the mask is not 1 they are blank.</summary>
    public static double[] Place(TreeOrder order, NumberColumn values, FlagColumn? mask)
    {
        var placed = GC.AllocateUninitializedArray<double>(order.Size);
        Whole.Blocks(values.Count, (start, length) =>
        {
            using var block = new Rented<double>(length);
            values.Read(start, block.Span);
            if (mask is not null)
            {
                using var flags = new Rented<long>(length);
                mask.Read(start, flags.Span);
                for (var i = 0; i < length; i++)
                    if (flags.Span[i] != 1)
                        block.Span[i] = double.NaN;
            }
            var places = order.Places.Slice(start, length);
            for (var i = 0; i < length; i++)
                placed[places[i]] = block.Span[i];
        });
        placed[order.Above] = placed[order.Deleted] = double.NaN;
        return placed;
    }

    /// <summary>1 for each value that is there.</summary>
    public static double[] Ones(double[] placed)
    {
        var ones = GC.AllocateUninitializedArray<double>(placed.Length);
        for (var at = 0; at < ones.Length; at++)
            ones[at] = double.IsNaN(placed[at]) ? 0 : 1;
        return ones;
    }

    /// <summary>1 for each row.</summary>
    public static double[] Ones(TreeOrder order)
    {
        var ones = GC.AllocateUninitializedArray<double>(order.Size);
        ones.AsSpan(0, order.Count).Fill(1);
        ones[order.Above] = ones[order.Deleted] = 0;
        return ones;
    }

    /// <summary>For each row the fold of the values around it. Blank values are skipped; without any a sum is 0, another fold blank.</summary>
    public static NumberColumn Of<T>(Tree tree, Around around, double[] placed) where T : IFold
    {
        var order = tree.Order;
        var values = GC.AllocateUninitializedArray<double>(placed.Length);
        for (var at = 0; at < values.Length; at++)
            values[at] = double.IsNaN(placed[at]) ? T.None : placed[at];
        var folded = around.Relation switch
        {
            "children" => Children<T>(order, values),
            "siblings" => Siblings<T>(order, values),
            "ancestors" => Ancestors<T>(order, values),
            _ => Levels<T>(order, values, around.Start, around.End < tree.Levels ? around.End : null),
        };
        return Rows(order, folded);
    }

    /// <summary>Brings values back into the order of rows.</summary>
    static ComputedNumbers Rows(TreeOrder order, double[] values) => new(order.Places.Length, (start, into) =>
    {
        var places = order.Places.Slice(start, into.Length);
        for (var i = 0; i < into.Length; i++)
            into[i] = values[places[i]] is var value && double.IsInfinity(value) ? double.NaN : value;
    });

    /// <summary>Changes each value into the fold of it and all below.</summary>
    static double[] Branch<T>(TreeOrder order, double[] values) where T : IFold
    {
        var parents = order.Parents;
        // Backwards, children come before their parents.
        for (var at = parents.Length - 1; at >= 0; at--)
            values[parents[at]] = T.Join(values[parents[at]], values[at]);
        return values;
    }

    /// <summary>All below, without the own value.</summary>
    static double[] Below<T>(TreeOrder order, double[] values) where T : IFold
    {
        var below = None<T>(order);
        var parents = order.Parents;
        for (var at = parents.Length - 1; at >= 0; at--)
            below[parents[at]] = T.Join(below[parents[at]], T.Join(values[at], below[at]));
        return below;
    }

    static double[] Children<T>(TreeOrder order, double[] values) where T : IFold
    {
        var children = None<T>(order);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            children[parents[at]] = T.Join(children[parents[at]], values[at]);
        children[order.Above] = T.None;
        return children;
    }

    /// <summary>The levels from one on; no end means all.</summary>
    static double[] Levels<T>(TreeOrder order, double[] values, int start, int? end) where T : IFold
    {
        if (end is null)
        {
            if (start == 0)
                return Branch<T>(order, values);
            var below = Below<T>(order, values);
            for (var level = 1; level < start; level++)
                below = Children<T>(order, below);
            return below;
        }
        double[]? result = null;
        for (var level = 0; level <= end; level++)
        {
            if (level > 0)
                values = Children<T>(order, values);
            if (level < start)
                continue;
            if (result is null)
                result = level == end ? values : (double[])values.Clone();
            else
                for (var at = 0; at < result.Length; at++)
                    result[at] = T.Join(result[at], values[at]);
        }
        return result ?? None<T>(order);
    }

    /// <summary>The rows under the same parent, the row's own among them; none for a root.</summary>
    static double[] Siblings<T>(TreeOrder order, double[] values) where T : IFold
    {
        var children = Children<T>(order, values);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            values[at] = children[parents[at]];
        return values;
    }

    static double[] Ancestors<T>(TreeOrder order, double[] values) where T : IFold
    {
        var above = None<T>(order);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            above[at] = T.Join(values[parents[at]], above[parents[at]]);
        return above;
    }

    static double[] None<T>(TreeOrder order) where T : IFold
    {
        var values = GC.AllocateUninitializedArray<double>(order.Size);
        values.AsSpan().Fill(T.None);
        return values;
    }
}
