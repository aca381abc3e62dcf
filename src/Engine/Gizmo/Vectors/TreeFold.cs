using System.Runtime.InteropServices;
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

    public static double Join(double a, double b) => double.MinNative(a, b);
}

/// <summary>The greatest; infinite without values.</summary>
readonly struct Greatest : IFold
{
    public static double None => double.NegativeInfinity;

    public static double Join(double a, double b) => double.MaxNative(a, b);
}

/// <summary>Nodes around each row: which relation, and for those below the levels, of which 0 is the row's own.</summary>
readonly record struct Around(string Relation, int Start, int End);

/// <summary>
/// Folds over branches for all rows at once: passes over the tree from the bottom up or from the top down, one for each
/// level that is asked for, whatever the depth. Values stand by place, not by row.
/// </summary>
static class TreeFold
{
    /// <summary>
    /// Brings values from the order of rows into that of places; where the mask is not 1 they are blank. Returns whether
    /// every row has a value.
    /// </summary>
    public static bool Place(TreeOrder order, NumberColumn values, FlagColumn? mask, double[] placed)
    {
        var blanks = 0;
        Whole.Blocks(values.Count, (start, length) =>
        {
            using var block = new Rented<double>(length);
            var numbers = block.Span;
            values.Read(start, numbers);
            if (mask is not null)
            {
                using var flags = new Rented<long>(length);
                using var others = new Rented<double>(length);
                mask.Read(start, flags.Span);
                others.Span.Fill(double.NaN);
                Lanes.Choose(flags.Span, MemoryMarshal.Cast<double, long>(numbers), MemoryMarshal.Cast<double, long>(others.Span));
            }
            var places = order.Places.Slice(start, length);
            var blank = false;
            for (var i = 0; i < numbers.Length; i++)
            {
                blank |= double.IsNaN(numbers[i]);
                placed[places[i]] = numbers[i];
            }
            if (blank)
                Volatile.Write(ref blanks, 1);
        });
        placed[order.Above] = placed[order.Deleted] = double.NaN;
        return blanks == 0;
    }

    /// <summary>1 for each value that is there.</summary>
    public static double[] Ones(TreeOrder order, double[] placed, Scratch scratch)
    {
        var ones = scratch.Rent(order.Size);
        for (var at = 0; at < order.Size; at++)
            ones[at] = double.IsNaN(placed[at]) ? double.NaN : 1;
        return ones;
    }

    /// <summary>1 for each row.</summary>
    public static double[] Ones(TreeOrder order, Scratch scratch)
    {
        var ones = scratch.Rent(order.Size);
        ones.AsSpan(0, order.Count).Fill(1);
        ones[order.Above] = ones[order.Deleted] = double.NaN;
        return ones;
    }

    /// <summary>For each row the fold of the values around it. Blank values are skipped; without any a sum is 0, another fold blank.</summary>
    public static NumberColumn Of<T>(Tree tree, Around around, double[] placed, Scratch scratch) where T : IFold =>
        Rows(tree.Order, around, Folded<T>(tree, around, placed, scratch));

    /// <summary>For each row the mean of the values around it; blank without any.</summary>
    /// <param name="ones">1 where there is a value.</param>
    public static NumberColumn Mean(Tree tree, Around around, double[] placed, double[] ones, Scratch scratch)
    {
        double[] sums = Folded<Sum>(tree, around, placed, scratch), counts = Folded<Sum>(tree, around, ones, scratch);
        for (var at = 0; at < tree.Order.Size; at++)
            sums[at] /= counts[at];
        scratch.Return(counts);
        return Rows(tree.Order, around, sums);
    }

    /// <summary>By place; those of siblings stand at their parent.</summary>
    static double[] Folded<T>(Tree tree, Around around, double[] placed, Scratch scratch) where T : IFold => around.Relation switch
    {
        "children" or "siblings" => Children<T>(tree.Order, placed, scratch),
        "ancestors" => Above<T>(tree.Order, placed, around.Start, around.End < tree.Levels ? around.End : null, scratch),
        _ => Levels<T>(tree.Order, placed, around.Start, around.End < tree.Levels ? around.End : null, scratch),
    };

    /// <summary>Brings values back into the order of rows.</summary>
    static ComputedNumbers Rows(TreeOrder order, Around around, double[] values) => around.Relation == "siblings"
        ? new(order.Places.Length, (start, into) =>
        {
            var places = order.Places.Slice(start, into.Length);
            var parents = order.Parents;
            for (var i = 0; i < into.Length; i++)
                into[i] = Shown(values[places[i] < parents.Length ? parents[places[i]] : places[i]]);
        })
        : new(order.Places.Length, (start, into) =>
        {
            var places = order.Places.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++)
                into[i] = Shown(values[places[i]]);
        });

    static double Shown(double value) => double.IsInfinity(value) ? double.NaN : value;

    static double OrNone<T>(double value) where T : IFold => double.IsNaN(value) ? T.None : value;

    /// <summary>The own value and all below.</summary>
    static double[] Branch<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var branch = Own<T>(order, values, scratch);
        var parents = order.Parents;
        // Backwards, children come before their parents.
        for (var at = parents.Length - 1; at >= 0; at--)
            branch[parents[at]] = T.Join(branch[parents[at]], branch[at]);
        return branch;
    }

    /// <summary>All below, without the own value.</summary>
    static double[] Below<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var below = None<T>(order, scratch);
        var parents = order.Parents;
        for (var at = parents.Length - 1; at >= 0; at--)
            below[parents[at]] = T.Join(below[parents[at]], T.Join(OrNone<T>(values[at]), below[at]));
        return below;
    }

    static double[] Children<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var children = None<T>(order, scratch);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            children[parents[at]] = T.Join(children[parents[at]], OrNone<T>(values[at]));
        children[order.Above] = T.None;
        return children;
    }

    /// <summary>The levels from one on; no end means all.</summary>
    static double[] Levels<T>(TreeOrder order, double[] values, int start, int? end, Scratch scratch) where T : IFold
    {
        if (end is null && start == 0)
            return Branch<T>(order, values, scratch);
        if (end is null)
        {
            var below = Below<T>(order, values, scratch);
            for (var level = 1; level < start; level++)
                below = Down<T>(order, below, scratch);
            return below;
        }
        if (end < start)
            return None<T>(order, scratch);
        var one = Own<T>(order, values, scratch);
        double[]? result = null;
        for (var level = 0; ; level++)
        {
            if (level == end && result is null)
                return one;
            if (level >= start)
            {
                result ??= None<T>(order, scratch);
                for (var at = 0; at < order.Size; at++)
                    result[at] = T.Join(result[at], one[at]);
            }
            if (level == end)
                return result!;
            one = Down<T>(order, one, scratch);
        }
    }

    /// <summary>The same, one level further down.</summary>
    static double[] Down<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var children = Children<T>(order, values, scratch);
        scratch.Return(values);
        return children;
    }

    /// <summary>The levels above, 1 being the parent's and 0 the own; no end means all.</summary>
    static double[] Above<T>(TreeOrder order, double[] values, int start, int? end, Scratch scratch) where T : IFold
    {
        if (end < start)
            return None<T>(order, scratch);
        var result = end is null ? Ancestors<T>(order, values, scratch) : null;
        if (end is null && start >= 1)
        {
            for (var level = 1; level < start; level++)
                result = Up<T>(order, result!, scratch);
            return result!;
        }
        var one = Own<T>(order, values, scratch);
        result ??= None<T>(order, scratch);
        for (var level = 0; ; level++)
        {
            if (level >= start)
                for (var at = 0; at < order.Size; at++)
                    result[at] = T.Join(result[at], one[at]);
            if (level == (end ?? 0))
                return result;
            one = Up<T>(order, one, scratch);
        }
    }

    /// <summary>The same, one level further up.</summary>
    static double[] Up<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        values[order.Above] = T.None;
        var up = None<T>(order, scratch);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            up[at] = values[parents[at]];
        scratch.Return(values);
        return up;
    }

    static double[] Ancestors<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var above = None<T>(order, scratch);
        var parents = order.Parents;
        for (var at = 0; at < parents.Length; at++)
            above[at] = T.Join(OrNone<T>(values[parents[at]]), above[parents[at]]);
        return above;
    }

    /// <summary>The values, with what changes nothing in the place of blanks.</summary>
    static double[] Own<T>(TreeOrder order, double[] values, Scratch scratch) where T : IFold
    {
        var own = scratch.Rent(order.Size);
        for (var at = 0; at < order.Size; at++)
            own[at] = OrNone<T>(values[at]);
        return own;
    }

    static double[] None<T>(TreeOrder order, Scratch scratch) where T : IFold
    {
        var values = scratch.Rent(order.Size);
        values.AsSpan(0, order.Size).Fill(T.None);
        return values;
    }
}
