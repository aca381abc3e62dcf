using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Oracles;

/// <summary>A forest with two number properties, a text and a date: what the model knows of each node.</summary>
public sealed record ModelNode(int Parent, double? A, double? B, string? Text);

/// <summary>An expression together with what it must give, computed in the slowest and most obvious way. NaN is blank.</summary>
public sealed record ModelExpression(string Text, Func<ModelNode[], int, double> Value)
{
    static readonly string[] Signs = ["+", "-", "*", "/"];

    static readonly (string Text, Func<ModelNode[], int, IEnumerable<int>> Rows)[] Relations =
    [
        ("c", (n, row) => Children(n, row)),
        ("s", (n, row) => n[row].Parent < 0 ? [] : Children(n, n[row].Parent)),
        ("d", (n, row) => Below(n, row, 1, 99)),
        ("d(0)", (n, row) => Below(n, row, 0, 99)),
        ("d(2)", (n, row) => Below(n, row, 2, 99)),
        ("d(1,2)", (n, row) => Below(n, row, 1, 2)),
        ("d(0,1)", (n, row) => Below(n, row, 0, 1)),
        ("d(2,3)", (n, row) => Below(n, row, 2, 3)),
        ("a", Above),
    ];

    static readonly string[] Aggregates = ["sum", "avg", "cnt", "min", "max", "count"];

    public static Gen<ModelNode[]> Forests =>
        from count in Gen.Choose(1, 25)
        from nodes in Gen.CollectToArray(Enumerable.Range(0, count), i =>
            from parent in Gen.Choose(-1, i - 1)
            from a in Cells
            from b in Cells
            from text in Gen.Elements("x", "y", "longer", null)
            select new ModelNode(parent, a, b, text))
        select nodes;

    static Gen<double?> Cells => Gen.Frequency((8, Gen.Choose(-50, 1000).Select(i => (double?)i / 4)), (2, Gen.Constant((double?)null)));

    public static Gen<ModelExpression> Expressions => Gen.Sized(size => Number("node", Math.Min(3, size / 10 + 1), true));

    /// <summary>A number of the row that the name means; aggregates only at the top.</summary>
    static Gen<ModelExpression> Number(string name, int depth, bool isTop) => depth == 0
        ? Gen.OneOf(Property(name), Constant)
        : Gen.Frequency(
            (2, Property(name)),
            (1, Constant),
            (3, from sign in Gen.Elements(Signs) from a in Number(name, depth - 1, isTop) from b in Number(name, depth - 1, isTop) select Operate(sign, a, b)),
            (2, from c in Condition(name, depth - 1) from a in Number(name, depth - 1, isTop) from b in Number(name, depth - 1, isTop)
                select new ModelExpression($"({c.Text} ? {a.Text} : {b.Text})", (n, row) => c.Value(n, row) == 1 ? a.Value(n, row) : b.Value(n, row))),
            (isTop ? 5 : 0, isTop ? Aggregate(depth - 1) : Constant));

    static Gen<ModelExpression> Property(string name) => Gen.Elements(
        new ModelExpression($"{name}.pay", (n, row) => n[row].A ?? double.NaN),
        new ModelExpression($"{name}.fee", (n, row) => n[row].B ?? double.NaN),
        new ModelExpression($"{name}._depth", Depth),
        new ModelExpression($"{name}.text.value.length", (n, row) => n[row].Text?.Length ?? double.NaN),
        new ModelExpression($"{name}.p.pay", (n, row) => n[row].Parent < 0 ? double.NaN : n[n[row].Parent].A ?? double.NaN));

    static Gen<ModelExpression> Constant => Gen.Choose(0, 20).Select(i => new ModelExpression(i.ToString(CultureInfo.InvariantCulture), (_, _) => i));

    static ModelExpression Operate(string sign, ModelExpression a, ModelExpression b) => new($"({a.Text} {sign} {b.Text})", (n, row) =>
    {
        double x = a.Value(n, row), y = b.Value(n, row);
        var result = sign switch { "+" => x + y, "-" => x - y, "*" => x * y, _ => x / y };
        return double.IsFinite(result) ? result : double.NaN;
    });

    static Gen<ModelExpression> Condition(string name, int depth) => Gen.OneOf(
        from sign in Gen.Elements("<", ">", "<=", ">=")
        from a in Number(name, Math.Max(0, depth - 1), false)
        from b in Number(name, Math.Max(0, depth - 1), false)
        select new ModelExpression($"{a.Text} {sign} {b.Text}", (n, row) =>
        {
            double x = a.Value(n, row), y = b.Value(n, row);
            return sign switch { "<" => x < y, ">" => x > y, "<=" => x <= y, _ => x >= y } ? 1 : 0;
        }),
        from text in Gen.Elements("x", "y", "")
        from sign in Gen.Elements("==", "!=")
        select new ModelExpression($"{name}.text {sign} \"{text}\"", (n, row) => (n[row].Text ?? "") == text == (sign == "==") ? 1 : 0));

    static Gen<ModelExpression> Aggregate(int depth) =>
        from relation in Gen.Elements(Relations)
        from aggregate in Gen.Elements(Aggregates)
        from value in Number("n", depth, false)
        from filter in Gen.OneOf(Gen.Constant((ModelExpression?)null), Condition("n", depth).Select(c => (ModelExpression?)c))
        from form in Gen.Choose(0, 2)
        let nodes = $"node.{relation.Text}" + (filter is null ? "" : $".filter(n => {filter.Text})")
        let rows = (Func<ModelNode[], int, IEnumerable<int>>)((n, row) => relation.Rows(n, row).Where(r => filter is null || filter.Value(n, r) == 1))
        let text = form switch
        {
            _ when aggregate == "count" => $"{nodes}.count",
            0 => $"{nodes}.pay.{aggregate}",
            1 when relation.Text == "d(0)" && filter is null => $"node.rollUp(\"{aggregate}\", n => {value.Text}).value",
            _ => $"{nodes}.map(n => {value.Text}).{aggregate}",
        }
        let of = form == 0 ? (n, row) => n[row].A ?? double.NaN : value.Value
        select new ModelExpression(text, (n, row) => Join(aggregate, [.. rows(n, row).Select(r => of(n, r))]));

    static double Join(string aggregate, double[] all)
    {
        double[] numbers = [.. all.Where(double.IsFinite)];
        return aggregate switch
        {
            "count" => all.Length,
            "cnt" => numbers.Length,
            "sum" => numbers.Sum(),
            "avg" => numbers.Length == 0 ? double.NaN : numbers.Average(),
            "min" => numbers.Length == 0 ? double.NaN : numbers.Min(),
            _ => numbers.Length == 0 ? double.NaN : numbers.Max(),
        };
    }

    static IEnumerable<int> Children(ModelNode[] nodes, int row) => Enumerable.Range(0, nodes.Length).Where(r => nodes[r].Parent == row);

    static IEnumerable<int> Below(ModelNode[] nodes, int row, int start, int end) =>
        Enumerable.Range(0, nodes.Length).Where(r => Above(nodes, r).Prepend(r).Contains(row) && Depth(nodes, r) - Depth(nodes, row) is var level && level >= start && level <= end);

    static IEnumerable<int> Above(ModelNode[] nodes, int row)
    {
        for (row = nodes[row].Parent; row >= 0; row = nodes[row].Parent)
            yield return row;
    }

    static double Depth(ModelNode[] nodes, int row) => Above(nodes, row).Count() + 1;
}
