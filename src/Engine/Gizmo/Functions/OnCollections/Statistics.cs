using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnCollections;

/// <summary>Statistics of a property over nodes.</summary>
static class Statistics
{
    public static IEnumerable<Function> All =>
    [
        new("stats", On.Nodes, GizmoType.Object, Gives.Raw, "stats(key)", "Count, mean, quartiles and more of a property.", "nodes().stats(\"salary\").median", Stats),
        new("regression", On.Nodes, GizmoType.Object, Gives.Raw, "regression(keyX, keyY)", "The line that fits two properties best.", "nodes().regression(\"grade\", \"salary\")", Regression),
        new("rank", On.Nodes, GizmoType.Number, Gives.Maps, "rank(key, direction = \"desc\")", "The place of each node among all of them; equals share one.", "node.s.rank(\"salary\")", Rank),
    ];

    static Value[] Read(Call call, int argument)
    {
        PropertyReads.TryRead(call.Evaluator, call.Items, call.Text(argument), exact: false, out var value);
        return value.Items.List;
    }

    static Value Stats(Call call)
    {
        var list = Read(call, 0);
        var sorted = Aggregates.Sorted(list);
        var mean = sorted.Length == 0 ? double.NaN : sorted.Average();
        var deviation = Math.Sqrt(Aggregates.Variance(list));
        double q1 = Aggregates.Percentile(sorted, 25), q3 = Aggregates.Percentile(sorted, 75);
        var result = new ObjectValue();
        Add("count", list.Length);
        Add("cnt", sorted.Length);
        Add("blank", list.Count(Coercion.IsBlank));
        result["sum"] = Aggregates.Aggregate("sum", list);
        Add("avg", mean);
        Add("mean", mean);
        Add("min", sorted.Length == 0 ? double.NaN : sorted[0]);
        Add("q1", q1);
        Add("median", Aggregates.Percentile(sorted, 50));
        Add("q3", q3);
        Add("max", sorted.Length == 0 ? double.NaN : sorted[^1]);
        Add("rng", sorted.Length == 0 ? double.NaN : sorted[^1] - sorted[0]);
        Add("iqr", q3 - q1);
        Add("variance", deviation * deviation);
        Add("stdev", deviation);
        Add("skew", Moment(3));
        Add("kurtosis", Moment(4) - 3);
        Add("distinct", sorted.Distinct().Count());
        return Value.Of(result);

        void Add(string key, double value) => result[key] = Value.Of(value);
        double Moment(int power) => sorted.Length < 2 ? double.NaN : sorted.Average(x => Math.Pow((x - mean) / deviation, power));
    }

    static Value Regression(Call call)
    {
        Value[] first = Read(call, 0), second = Read(call, 1);
        double n = 0, x = 0, y = 0;
        var pairs = first.Zip(second).Where(p => p.First.Kind == ValueKind.Number && p.Second.Kind == ValueKind.Number)
            .Select(p => (X: p.First.Number, Y: p.Second.Number)).ToArray();
        foreach (var pair in pairs)
            (n, x, y) = (n + 1, x + pair.X, y + pair.Y);
        double meanX = x / n, meanY = y / n, xx = 0, xy = 0, yy = 0;
        foreach (var pair in pairs)
        {
            xx += (pair.X - meanX) * (pair.X - meanX);
            xy += (pair.X - meanX) * (pair.Y - meanY);
            yy += (pair.Y - meanY) * (pair.Y - meanY);
        }
        var slope = xy / xx;
        var r = xy / Math.Sqrt(xx * yy);
        return Value.Of(new ObjectValue().With("slope", Value.Of(slope)).With("intercept", Value.Of(meanY - slope * meanX))
            .With("r", Value.Of(r)).With("r2", Value.Of(r * r)).With("n", Value.Of(n)));
    }

    static Value Rank(Call call)
    {
        var list = Read(call, 0);
        var sorted = Aggregates.Sorted(list);
        var ascending = call.Text(1, "desc").Equals("asc", StringComparison.OrdinalIgnoreCase);
        return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(list, value =>
        {
            if (value.Kind != ValueKind.Number)
                return Value.Blank;
            // Equals share the first place of them.
            var below = LowerBound(sorted, value.Number);
            return Value.Of(ascending ? below + 1d : sorted.Length - LowerBound(sorted, Math.BitIncrement(value.Number)) + 1d);
        })));
    }

    static int LowerBound(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
