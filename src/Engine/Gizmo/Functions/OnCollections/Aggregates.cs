using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnCollections;

/// <summary>Many values in, one out. Numbers count; whatever is not one is skipped.</summary>
static class Aggregates
{
    public static IEnumerable<Function> All =>
    [
        Of("sum", [], "The sum of the numbers; 0 without any.", "node.c.salary.sum"),
        Of("avg", ["mean"], "The mean of the numbers.", "node.c.salary.avg"),
        Of("cnt", [], "How many numbers there are.", "nodes().grade.cnt"),
        Of("min", [], "The least number, or the earliest date.", "node.c.salary.min"),
        Of("max", [], "The greatest number, or the latest date.", "node.c.salary.max"),
        Of("median", [], "The number in the middle.", "nodes().salary.median"),
        Of("stdev", [], "The standard deviation of a sample.", "nodes().salary.stdev"),
        Of("variance", [], "The variance of a sample.", "nodes().salary.variance"),
        Of("rng", [], "The greatest number less the least.", "nodes().salary.rng"),
        Of("cntd", [], "How many different numbers there are.", "nodes().grade.cntd"),
        new("percentile", On.Values, GizmoType.Number, Gives.Raw, "percentile(p)", "The number below which p per cent lie.", "nodes().salary.percentile(90)",
            call => Value.Of(Percentile(Sorted(call.List), call.Number(0)))),
        new("count", On.Values, GizmoType.Number, Gives.Raw, "count", "How many items there are, blanks included.", "node.c.bonus.count", Count),
        new("count", On.Nodes, GizmoType.Number, Gives.Raw, "count", "How many nodes there are.", "node.c.count", Count),
        new("sumBy", On.Nodes, GizmoType.Number, Gives.Raw, "sumBy(f)", "The sum of a function's numbers.", "node.d.sumBy(n => n.salary * 2)", SumBy),
        new("sumBy", On.Values, GizmoType.Number, Gives.Raw, "sumBy(f)", "The sum of a function's numbers.", "node.d.salary.sumBy(x => x * 2)", SumBy),
        RollUp("rollUp", false, "Aggregates a property, or a function, over the node and all below.", "node.rollUp(\"sum\", \"salary\")"),
        RollUp("allrollUp", true, "The same, whatever the filter.", "node.allrollUp(\"sum\", \"salary\")"),
    ];

    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
        { "sum", "avg", "mean", "cnt", "count", "min", "max", "median", "stdev", "variance", "rng", "cntd" };

    public static bool IsName(string name) => Names.Contains(name);

    static Function Of(string name, string[] aliases, string help, string example) =>
        new(name, On.Values, name is "min" or "max" ? GizmoType.Any : GizmoType.Number, Gives.Raw, name, help, example, call => Aggregate(name, call.List)) { Aliases = aliases };

    static Value Count(Call call) => Value.Of((double)call.List.Length);

    static Value SumBy(Call call)
    {
        var list = call.List;
        var values = new Value[list.Length];
        for (var i = 0; i < list.Length; i++)
            values[i] = Coercion.Scalar(call.Apply(0, list[i], i));
        return Aggregate("sum", values);
    }

    static Function RollUp(string name, bool all, string help, string example) =>
        new(name, On.Nodes, GizmoType.Number, Gives.OnePerNode, $"{name}(aggregator, what, {{includeSelf: true}})", help, example, call => RollUp(call, all));

    static Value RollUp(Call call, bool all)
    {
        int name = 0, what = 1;
        if (call.Scalar(0) is not { Kind: ValueKind.Text } first || !IsName(first.Text))
            (name, what) = (1, 0);
        if (call.Scalar(name) is not { Kind: ValueKind.Text } aggregator || !IsName(aggregator.Text))
            throw new CellTrouble("`rollUp` needs the name of an aggregator");
        var includeSelf = call.Count < 3 || call.Scalar(2) is not { Kind: ValueKind.Object } options
            || !options.Object.Has("includeSelf") || Coercion.IsTrue(options.Object["includeSelf"]);

        return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(call.List, node =>
        {
            var branch = Navigation.Descendants(call.Evaluator, Items.One(node), includeSelf ? 0 : 1, int.MaxValue, all);
            var property = call.Scalar(what);
            if (property.Kind != ValueKind.Function)
            {
                PropertyReads.TryRead(call.Evaluator, branch, Coercion.ToText(property), exact: false, out var read);
                return Aggregate(aggregator.Text, read.Items.List);
            }
            var at = 0;
            return Aggregate(aggregator.Text, Array.ConvertAll(branch.List, n => Coercion.Scalar(call.Apply(what, n, at++))));
        })));
    }

    /// <summary>An aggregate by its name.</summary>
    public static Value Aggregate(string name, Value[] list)
    {
        switch (name.ToLowerInvariant())
        {
            case "sum":
                return Value.Of(Sum(list, out _));
            case "cnt":
                return Value.Of((double)list.Count(v => v.Kind == ValueKind.Number));
            case "count":
                return Value.Of((double)list.Length);
            case "avg" or "mean":
                var sum = Sum(list, out var count);
                return count == 0 ? Value.Blank : Value.Of(sum / count);
            case "min":
                return Extreme(list, -1);
            case "max":
                return Extreme(list, 1);
            case "median":
                return Value.Of(Percentile(Sorted(list), 50));
            case "variance":
                return Value.Of(Variance(list));
            case "stdev":
                return Value.Of(Math.Sqrt(Variance(list)));
            case "rng":
                var sorted = Sorted(list);
                return sorted.Length == 0 ? Value.Blank : Value.Of(sorted[^1] - sorted[0]);
            case "cntd":
                return Value.Of((double)Sorted(list).Distinct().Count());
            default:
                throw new CellTrouble($"There is no aggregator `{name}`");
        }
    }

    /// <summary>Kahan's sum: small numbers are not lost beside large ones.</summary>
    static double Sum(Value[] list, out int count)
    {
        double sum = 0, lost = 0;
        count = 0;
        foreach (var value in list)
        {
            if (value.Kind != ValueKind.Number)
                continue;
            count++;
            var add = value.Number - lost;
            var next = sum + add;
            lost = next - sum - add;
            sum = next;
        }
        return sum;
    }

    static Value Extreme(Value[] list, int sign)
    {
        var best = Value.Blank;
        foreach (var value in list)
        {
            if (value.Kind is not (ValueKind.Number or ValueKind.Date))
                continue;
            // One number is worth more than any date.
            if (best.IsBlank || best.Kind == ValueKind.Date && value.Kind == ValueKind.Number
                || best.Kind == value.Kind && value.Number.CompareTo(best.Number) * sign > 0)
                best = value;
        }
        return best;
    }

    public static double[] Sorted(IEnumerable<Value> list)
    {
        double[] numbers = [.. list.Where(v => v.Kind == ValueKind.Number).Select(v => v.Number)];
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>By linear interpolation between the numbers; NaN without any.</summary>
    public static double Percentile(double[] sorted, double percent)
    {
        if (sorted.Length == 0 || !(percent is >= 0 and <= 100))
            return double.NaN;
        var at = (sorted.Length - 1) * percent / 100;
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (sorted[below + 1] - sorted[below]) * (at - below) : sorted[below];
    }

    public static double Variance(IEnumerable<Value> list)
    {
        var numbers = Sorted(list);
        if (numbers.Length < 2)
            return double.NaN;
        var mean = numbers.Average();
        return numbers.Sum(x => (x - mean) * (x - mean)) / (numbers.Length - 1);
    }
}
