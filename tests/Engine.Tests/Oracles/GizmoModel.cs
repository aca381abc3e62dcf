using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Oracles;

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
        ("a(1,2)", (n, row) => Above(n, row).Take(2)),
        ("p", (n, row) => Above(n, row).Take(1)),
        ("leaves", (n, row) => Below(n, row, 1, 99).Where(r => !Children(n, r).Any())),
        ("root", (n, row) => [Above(n, row).Prepend(row).Last()]),
        ("p.c", (n, row) => n[row].Parent < 0 ? [] : Children(n, n[row].Parent)),
    ];

    static readonly string[] Aggregates = ["sum", "avg", "cnt", "min", "max", "count"];

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
            (isTop ? 7 : 0, isTop ? Aggregate(depth - 1) : Constant),
            (isTop ? 2 : 0, isTop ? RollUp(depth - 1) : Constant));

    static Gen<ModelExpression> Property(string name) => Gen.Elements(
        new ModelExpression($"{name}.pay", (n, row) => n[row].A ?? double.NaN),
        new ModelExpression($"{name}.fee", (n, row) => n[row].B ?? double.NaN),
        new ModelExpression($"{name}.twice", (n, row) => n[row].Twice),
        new ModelExpression($"{name}._depth", Depth),
        new ModelExpression($"{name}._outgoing_count", (n, row) => Children(n, row).Count()),
        new ModelExpression($"{name}._span_of_control", (n, row) => Children(n, row).Count() is var count and > 0 ? count : double.NaN),
        new ModelExpression($"{name}._height", (n, row) => Below(n, row, 0, 99).Max(r => Depth(n, r)) - Depth(n, row)),
        new ModelExpression($"{name}.text.value.length", (n, row) => n[row].Text?.Length ?? double.NaN),
        new ModelExpression($"{name}.text.case(\"x\", 1, is.blank, 2, 3)", (n, row) => n[row].Text switch { "x" => 1, null => 2, _ => 3 }),
        new ModelExpression($"({name}.pay > 100 ? {name}.text : \"\").length", (n, row) => n[row].A > 100 ? n[row].Text?.Length ?? double.NaN : 0),
        new ModelExpression($"({name}.text + \"\").length", (n, row) => n[row].Text?.Length ?? 0),
        new ModelExpression($"{name}.day.year", (n, row) => Date(n[row])?.Year ?? double.NaN),
        new ModelExpression($"{name}.day.addMonths(1).month", (n, row) => Date(n[row])?.AddMonths(1).Month ?? double.NaN),
        new ModelExpression($"{name}.day.diff(date(2000,1,1))", (n, row) => Date(n[row]) is { } day ? (day - new DateTime(2000, 1, 1)).TotalDays : double.NaN),
        new ModelExpression($"({name}.pay ?? {name}.fee ?? 7)", (n, row) => n[row].A ?? n[row].B ?? 7),
        new ModelExpression($"{name}.pay.round(1)", (n, row) => n[row].A is { } a ? (double)Math.Round((decimal)a, 1, MidpointRounding.AwayFromZero) : double.NaN),
        new ModelExpression($"{name}.math(\"pay * 2 - fee\")", (n, row) => (n[row].A * 2 - n[row].B) ?? double.NaN),
        new ModelExpression($"{name}.p.pay", (n, row) => n[row].Parent < 0 ? double.NaN : n[n[row].Parent].A ?? double.NaN),
        new ModelExpression($"{name}.root.fee", (n, row) => n[Above(n, row).Prepend(row).Last()].B ?? double.NaN),
        new ModelExpression("nodes().pay.sum", (n, _) => n.Sum(node => node.A ?? 0)));

    static DateTime? Date(ModelNode node) => node.Day is { } day ? new DateTime(1970, 1, 1).AddDays(day) : null;

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
        select new ModelExpression($"{name}.text {sign} \"{text}\"", (n, row) => (n[row].Text ?? "") == text == (sign == "==") ? 1 : 0),
        Gen.Elements(
            new ModelExpression($"{name}.flag", (n, row) => n[row].Flag is true ? 1 : 0),
            new ModelExpression($"!{name}.flag", (n, row) => n[row].Flag is true ? 0 : 1),
            new ModelExpression($"{name}.text < \"y\"", (n, row) => n[row].Text is { } text && string.CompareOrdinal(text, "y") < 0 ? 1 : 0),
            new ModelExpression($"{name}.text >= \"\"", (n, row) => n[row].Text is null ? 0 : 1),
            new ModelExpression($"{name}.day < date(1990,1,1)", (n, row) => Date(n[row]) < new DateTime(1990, 1, 1) ? 1 : 0),
            new ModelExpression($"{name}.pay && {name}.text == \"x\"", (n, row) => n[row].A is not (null or 0) && n[row].Text == "x" ? 1 : 0),
            new ModelExpression($"{name}.pay > 100 || {name}._is_leaf", (n, row) => n[row].A > 100 || !Children(n, row).Any() ? 1 : 0),
            new ModelExpression($"{name}.text.isblank", (n, row) => n[row].Text is null ? 1 : 0)));

    static Gen<ModelExpression> Aggregate(int depth) =>
        from relation in Gen.Elements(Relations)
        from aggregate in Gen.Elements(Aggregates)
        from value in Number("n", depth, false)
        from filter in Gen.Frequency((2, Gen.Constant((ModelExpression?)null)), (1, Condition("n", depth).Select(c => (ModelExpression?)c)))
        from form in Gen.Choose(0, 3)
        let nodes = $"node.{relation.Text}" + (filter is null ? "" : $".filter(n => {filter.Text})")
        let rows = (Func<ModelNode[], int, IEnumerable<int>>)((n, row) => relation.Rows(n, row).Where(r => filter is null || filter.Value(n, r) == 1))
        let text = form switch
        {
            _ when aggregate == "count" => $"{nodes}.count",
            0 => $"{nodes}.pay.{aggregate}",
            1 when aggregate is "min" or "max" => $"{nodes}.day.{aggregate}.year",
            2 when aggregate == "sum" => $"{nodes}.sumBy(n => {value.Text})",
            _ => $"{nodes}.map(n => {value.Text}).{aggregate}",
        }
        let of = form == 0 ? (n, row) => n[row].A ?? double.NaN : value.Value
        let isDay = text.EndsWith(".year", StringComparison.Ordinal) && text.StartsWith(nodes, StringComparison.Ordinal) && form == 1
        select new ModelExpression(text, isDay
            ? (n, row) => Join(aggregate, [.. rows(n, row).Select(r => n[r].Day ?? double.NaN)]) is var day && double.IsNaN(day) ? day : new DateTime(1970, 1, 1).AddDays(day).Year
            : (n, row) => Join(aggregate, [.. rows(n, row).Select(r => of(n, r))]));

    static Gen<ModelExpression> RollUp(int depth) =>
        from aggregate in Gen.Elements(Aggregates)
        from value in Gen.OneOf(Number("n", depth, false).Select(v => v with { Text = $"n => {v.Text}" }),
            Gen.Constant(new ModelExpression("\"pay\"", (n, row) => n[row].A ?? double.NaN)))
        from includesSelf in Gen.Elements(true, false)
        select new ModelExpression($"node.rollUp(\"{aggregate}\", {value.Text}{(includesSelf ? "" : ", {includeSelf: false}")}).value",
            (n, row) => Join(aggregate, [.. Below(n, row, includesSelf ? 0 : 1, 99).Select(r => value.Value(n, r))]));

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
