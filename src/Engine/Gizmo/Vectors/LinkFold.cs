using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>
/// An aggregate over the links of each row: one pass over all links, side by side with what they lead to. Blanks do not
/// count. Sums are those that adding node by node gives, to the last bit.
/// </summary>
sealed class LinkFold
{
    readonly string _aggregate;
    readonly double[] _values;
    readonly double[]? _lost;
    readonly int[]? _counts;

    /// <param name="aggregate">One of those that <see cref="Knows"/> knows.</param>
    public LinkFold(string aggregate, int count)
    {
        _aggregate = aggregate;
        _values = new double[count];
        if (aggregate is "min" or "max")
            _values.AsSpan().Fill(double.NaN);
        if (aggregate is "sum" or "avg" or "mean")
            _lost = new double[count];
        if (aggregate is "avg" or "mean")
            _counts = new int[count];
    }

    public static bool Knows(string aggregate) => aggregate is "sum" or "avg" or "mean" or "min" or "max" or "count" or "cnt";

    /// <summary>Takes the links of one side, in their order.</summary>
    /// <param name="column">The value of each link; null where only links are counted.</param>
    public void Add(LinkSide side, NumberColumn? column)
    {
        var links = side.Table.Whole;
        var near = side.Table.Rows(side.IsFrom);
        if (side.Far.Visible is { } visible)
        {
            var far = side.Table.Rows(!side.IsFrom);
            links = Array.FindAll(links, link => visible[far[link]]);
        }
        if (column is null)
        {
            foreach (var link in links)
                _values[near[link]]++;
            return;
        }
        var values = Whole.Numbers(column);
        switch (_aggregate)
        {
            case "min":
                foreach (var link in links)
                    if (!(values[link] >= _values[near[link]]) && !double.IsNaN(values[link]))
                        _values[near[link]] = values[link];
                break;
            case "max":
                foreach (var link in links)
                    if (!(values[link] <= _values[near[link]]) && !double.IsNaN(values[link]))
                        _values[near[link]] = values[link];
                break;
            case "cnt":
                foreach (var link in links)
                    if (!double.IsNaN(values[link]))
                        _values[near[link]]++;
                break;
            default:
                Sum(links, near, values);
                break;
        }
    }

    public NumberColumn Result()
    {
        if (_counts is not null)
            for (var row = 0; row < _values.Length; row++)
                _values[row] = _counts[row] == 0 ? double.NaN : _values[row] / _counts[row];
        return new NumberArray(_values);
    }

    /// <summary>Kahan's sum for each row.</summary>
    void Sum(int[] links, int[] near, double[] values)
    {
        foreach (var link in links)
        {
            if (double.IsNaN(values[link]))
                continue;
            var row = near[link];
            var add = values[link] - _lost![row];
            var next = _values[row] + add;
            _lost[row] = next - _values[row] - add;
            _values[row] = next;
            if (_counts is not null)
                _counts[row]++;
        }
    }
}
