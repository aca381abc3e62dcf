using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Tests.Oracles;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>A run over all nodes gives what runs of each node give, down to the form of the results, and both what is right.</summary>
public sealed class GizmoWholeRunTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000 };

    /// <summary>Two roots; the second has nothing but its id.</summary>
    static readonly GizmoDataset People = ModelForest.Dataset(ModelForest.Resolve(
    [
        new(0, null, 200, 4, "x", 15_000, true), new(1, 0, null, null, "y", null, null), new(2, 1, 50, 7, "x", 9000, false),
        new(3, null, null, null, null, null, null),
    ]));

    [Theory]
    // The empty text is a text, and not blank.
    [InlineData("node.text >= \"\"", true, "true true true false")]
    [InlineData("node.text > \"\"", true, "true true true false")]
    [InlineData("node.text == \"\"", true, "false false false true")]
    [InlineData("node.text != \"\"", true, "true true true false")]
    [InlineData("node.text === \"\"", true, "false false false false")]
    [InlineData("(node.pay > 100 ? \"long\" : \"\").length", true, "4 0 0 0")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") < \"y\"", true, "true true true true")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") === \"\"", true, "false true true true")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") !== \"\"", true, "true false false false")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") == node.text.value", true, "true false false true")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") ?? \"none\"", true, "\"x\" \"none\" \"none\" \"none\"")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") ? 1 : 2", true, "1 2 2 2")]
    [InlineData("node.pay > 100 ? \"x\" : \"\"", true, "\"x\" \"\" \"\" \"\"")]
    [InlineData("node.pay > 100 ? node.text.value : node.pay > 20 ? \"\" : null", true, "\"x\" null \"\" null")]
    [InlineData("(\"\" + node.pay).length", true, "3 0 2 0")]
    [InlineData("(\"\" + node.pay) + 1", true, "\"2001\" \"1\" \"501\" \"1\"")]
    [InlineData("(node.pay > 100 ? \"x\" : \"\") + node.fee", true, "\"x4\" \"\" \"7\" \"\"")]
    [InlineData("String(node.text)", true, "\"x\" \"y\" \"x\" \"\"")]
    [InlineData("String(node.pay).length", true, "3 0 2 0")]
    [InlineData("node.text.value.slice(1) + \"!\"", true, "\"!\" \"!\" \"!\" \"!\"")]
    [InlineData("node.text.value.slice(1).length", true, "0 0 0 null")]
    [InlineData("node.text + node.text", true, "\"xx\" \"yy\" \"xx\" null")]
    [InlineData("node.d.filter(n => n.text >= \"\").pay.sum", true, "50 50 0 0")]
    [InlineData("var t = node.pay > 100 ? \"x\" : \"\"; t.isblank", true, "false true true true")]
    // A root has no parent: nothing, rather than one of a blank.
    [InlineData("node.p.pay", true, "[] [200] [null] []")]
    [InlineData("node.ap.text", true, "[] [\"x\"] [\"y\"] []")]
    [InlineData("node.p.pay.round()", true, "[] [200] [null] []")]
    [InlineData("node.p.day.year", true, "[] [2011] [null] []")]
    [InlineData("node.p._depth", true, "[] [1] [2] []")]
    [InlineData("node.p.text.case(is.blank, \"none\")", false, "[] [\"x\"] [\"y\"] []")]
    [InlineData("node.p.pay.round().count", true, "0 1 1 0")]
    [InlineData("node.p.pay ?? node.fee", true, "[4] [200] [7] [null]")]
    [InlineData("node.pay ?? node.p.pay", true, "[200] [200] [50] []")]
    [InlineData("node.fee > 5 ? node.p.pay : node.pay", true, "[200] [null] [null] [null]")]
    [InlineData("node.pay ?? node.p.pay ?? 0", true, "[200] [200] [50] 0")]
    [InlineData("node.p.pay.value", true, "null 200 null null")]
    [InlineData("node.root.pay", true, "[200] [200] [200] [null]")]
    // What a number that is missing shows is empty; a date that is missing shows nothing.
    [InlineData("node.pay.format()", true, "[\"200\"] [\"\"] [\"50\"] [\"\"]")]
    [InlineData("node.pay.format(\"0.0\") + 1", true, "\"200.01\" \"1\" \"50.01\" \"1\"")]
    [InlineData("node.pay.value.format()", true, "\"200\" \"\" \"50\" \"\"")]
    [InlineData("node.day.format(\"yyyy\")", true, "[\"2011\"] [null] [\"1994\"] [null]")]
    [InlineData("node.day.format(\"yyyy\") + 1", true, "\"20111\" null \"19941\" null")]
    [InlineData("node.day.value.format(\"d.M.\")", true, "\"26.1.\" null \"23.8.\" null")]
    [InlineData("node.day.format()", true, "[\"2011-01-26\"] [null] [\"1994-08-23\"] [null]")]
    [InlineData("node.day.addDays(1).format(\"yyyy\")", true, "[\"2011\"] [null] [\"1994\"] [null]")]
    [InlineData("node.p.day.format()", false, "[] [\"2011-01-26\"] [null] []")]
    [InlineData("node.p.day.format(\"yyyy\")", true, "[] [\"2011\"] [null] []")]
    [InlineData("node.p.pay.format()", true, "[] [\"200\"] [\"\"] []")]
    [InlineData("node.c.day.format(\"yyyy\")", false, "[null] [\"1994\"] [] []")]
    [InlineData("node.d.day.format()", false, "[null,\"1994-08-23\"] [\"1994-08-23\"] [] []")]
    // A raw value that is blank can be tested and have a default.
    [InlineData("node.c.pay.avg.case(is.blank, 0)", false, "0 50 0 0")]
    [InlineData("node.pay.value.case(is.blank, 0)", true, "200 0 50 0")]
    [InlineData("node.pay.value.isEq(null)", true, "false true false true")]
    [InlineData("node.pay.value.isblank", true, "false true false true")]
    [InlineData("node.pay.value.round(1)", true, "200 null 50 null")]
    [InlineData("node.day.value.year", true, "2011 null 1994 null")]
    [InlineData("null.case(is.blank, \"b\")", false, "\"b\" \"b\" \"b\" \"b\"")]
    [InlineData("null.isEq(null)", false, "true true true true")]
    [InlineData("node.text.value.slice(0)", true, "\"x\" \"y\" \"x\" null")]
    [InlineData("node.text.value.toUpperCase().case(is.blank, \"none\")", true, "\"X\" \"Y\" \"X\" \"none\"")]
    // Types must agree.
    [InlineData("node.pay.case(\"200\", \"hit\", \"miss\")", true, "[\"miss\"] [\"miss\"] [\"miss\"] [\"miss\"]")]
    [InlineData("node.pay.case(200, \"hit\", null, \"none\", \"miss\")", true, "[\"hit\"] [\"none\"] [\"miss\"] [\"none\"]")]
    [InlineData("node.flag.case(1, \"hit\", \"miss\")", true, "[\"miss\"] [\"miss\"] [\"miss\"] [\"miss\"]")]
    [InlineData("node.flag.case(true, \"hit\", \"miss\")", true, "[\"hit\"] [\"miss\"] [\"miss\"] [\"miss\"]")]
    // The very same collection is equal to itself; another reading of the same is not.
    [InlineData("node == node", false, "true true true true")]
    [InlineData("var t = node.text; t == t", false, "true true true true")]
    [InlineData("var t = node.text; t != t", false, "false false false false")]
    [InlineData("var t = node.text; t == node.text", true, "false false false false")]
    [InlineData("node.p.p == node.p.p", false, "false false false false")]
    public void Whole_runs_and_single_runs_give_the_same(string expression, bool byColumns, string expected)
    {
        var compilation = GizmoCompiler.Compile(expression, People.Schema);
        compilation.HasErrors.ShouldBeFalse();
        (compilation.Plan == "columns").ShouldBe(byColumns);
        var evaluation = compilation.Start(People, Options);
        Show(Enumerable.Range(0, 4).Select(row => evaluation.Run(row))).ShouldBe(expected, "single runs");
        Show(compilation.RunAll(People, Options).Select(r => r.Result)).ShouldBe(expected, "the whole run");
        foreach (var type in Enum.GetValues<PropertyType>())
        {
            var column = compilation.RunColumn(People, type, Options).Column;
            for (var row = 0; row < 4; row++)
                column[row].ShouldBe(Storing.ToCell(evaluation.Run(row).Value, type, out _), $"{type} of row {row}");
        }
    }

    static readonly string[] Starts =
    [
        "node.pay", "node.fee", "node.text", "node.day", "node.flag", "node.p.pay", "node.p.text", "node.p.day", "node.p.flag", "node.root.text", "node._depth", "node.p._is_leaf", "node._label",
        "node.c.pay.sum", "node.c.pay.avg", "node.a.day.max", "node.d.filter(n => n.text > \"\").count", "node.rollUp(\"max\", n => n.text.value.length)", "node.math(\"pay + p.pay\")", "date(2024,1,31)", "\"\"", "\"ab\"", "null", "7", "nodes().pay.sum",
    ];

    static readonly string[] Calls =
    [
        "value", "value", "sum", "count", "isblank", "round()", "round(-1)", "floor(1)", "format()", "format(\"0.0\")", "format(\"yyyy\")", "toString()", "toFixed(1)", "year", "month", "add(1)", "addMonths(1)", "age()", "diff(date(2000,1,1))",
        "case(is.blank, \"none\")", "case(is.blank, 0)", "case(\"x\", 1, 2)", "case(200, \"\", \"y\")", "case(is.gt(60), \"\")", "case(\"\", 1, null)", "isEq(null)", "isEq(\"x\")", "isEq(200)", "length", "slice(1)", "toUpperCase()", "trim()", "concat(\"!\")", "replace(\"x\", \"\")",
        "charAt(0)", "includes(\"x\")", "split(\"x\")", "indexOf(\"x\")", "padStart(3)", "repeat(0)", "startsWith(\"\")", "distinct", "first", "min", "cnt", "join()", "substring(0, 1)", "match(/x/)", "test(/x/)", "filter(is.not.blank)", "map(x => x)", "reverse()", "take(1)",
    ];

    static Gen<string> Expressions => Gen.Sized(size => Expression(Math.Min(3, size / 12 + 1)));

    static Gen<string> Expression(int depth) => depth == 0 ? Chain : Gen.Frequency(
        (3, Chain),
        (3, from sign in Gen.Elements("+", "+", "-", "*", "==", "!=", "===", "!==", "<", ">=", "&&", "||", "??") from a in Expression(depth - 1) from b in Expression(depth - 1) select $"({a} {sign} {b})"),
        (2, from c in Expression(depth - 1) from a in Expression(depth - 1) from b in Expression(depth - 1) select $"({c} ? {a} : {b})"),
        (1, from a in Expression(depth - 1) from call in Gen.Elements(Calls) select $"{a}.{call}"),
        (1, from a in Expression(depth - 1) from sign in Gen.Elements("!", "-", "typeof ") select $"{sign}{a}"),
        (1, from a in Expression(depth - 1) from host in Gen.Elements("String", "Number", "Boolean", "Math.abs", "Math.max", "is.blank", "is.found") select $"{host}({a})"),
        (1, from a in Expression(depth - 1) from sign in Gen.Elements("+", "==", "??") select $"var t = {a}; t {sign} t"));

    static Gen<string> Chain => from start in Gen.Elements(Starts) from calls in Gen.Elements(Calls).ListOf() select start + string.Concat(calls.Take(3).Select(c => "." + c));

    [Fact]
    public void Random_expressions_give_the_same_in_whole_and_single_runs()
    {
        var planned = 0;
        Prop.ForAll(Expressions.ToArbitrary(), expression =>
        {
            var compilation = GizmoCompiler.Compile(expression, People.Schema);
            if (compilation.HasErrors || compilation.Plan != "columns")
                return;
            planned++;
            Disagreements(expression, People, Options).ShouldBeEmpty();
            var evaluation = compilation.Start(People, Options);
            foreach (var type in Enum.GetValues<PropertyType>())
            {
                var column = compilation.RunColumn(People, type, Options).Column;
                for (var row = 0; row < 4; row++)
                    column[row].ShouldBe(Storing.ToCell(evaluation.Run(row).Value, type, out _), $"{expression} as {type} at {row}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40));
        planned.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void An_empty_text_is_stored_as_blank()
    {
        var column = GizmoCompiler.Compile("node.pay > 100 ? \"x\" : \"\"", People.Schema).RunColumn(People, PropertyType.Text, Options);
        column.ByColumns.ShouldBeTrue();
        Enumerable.Range(0, 4).Select(column.Column.IsBlank).ShouldBe([false, true, true, true]);
    }

    /// <summary>The nodes for which a whole run gives something else than a run of the node alone.</summary>
    internal static IEnumerable<string> Disagreements(string expression, GizmoDataset dataset, EvaluationOptions options)
    {
        var compilation = GizmoCompiler.Compile(expression, dataset.Schema);
        foreach (var (row, result) in compilation.RunAll(dataset, options))
            if (Show([compilation.Start(dataset, options).Run(row)]) is var alone && Show([result]) is var whole && alone != whole)
                yield return $"{expression} at {row}: {alone} alone, but {whole} in a whole run";
    }

    internal static string Show(IEnumerable<NodeResult> results) => string.Join(' ', results.Select(r => r.Error is { } error ? $"!{error}"
        : Fixture.Show(r.Value).Replace("{\"collection\":", "", StringComparison.Ordinal).Replace("]}", "]", StringComparison.Ordinal)));
}
