using System.Globalization;
using System.Text.RegularExpressions;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Gizmo.Results;

/// <summary>Texts and numbers as cells hold them, the same by columns and node by node.</summary>
public sealed class GizmoTextTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000, Limits = Limits.Default with { Time = TimeSpan.FromMinutes(1) } };

    static readonly GizmoDataset People = new(Tables.Of(
        new DatasetDefinition("People", "PEOPLE", "id", "id", [new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("text", PropertyType.Text), new("flag", PropertyType.Boolean)])
        {
            TreeId = "id",
            TreeParentId = "parent",
        },
        [[Cell.Of(0d), Cell.Blank, Cell.Of(0.00001), Cell.Of("a😀b"), Cell.Of(false)],
        [Cell.Of(1d), Cell.Of(0d), Cell.Of(1e20), Cell.Of("😀"), Cell.Of(false)],
        [Cell.Of(2d), Cell.Of(0d), Cell.Of(1.5e21), Cell.Of("1,234.5"), Cell.Of(true)],
        [Cell.Of(3d), Cell.Of(1d), Cell.Of(-0d), Cell.Blank, Cell.Blank]]));

    [Theory]
    [InlineData("""  "\ud800"  """)]
    [InlineData("""  "\ude00" + "\ud83d"  """)]
    [InlineData("""  node["\ud800"]  """)]
    [InlineData("""  node.rollUp("sum", "\ud800")  """)]
    [InlineData("""  nodes().filter("\ud800").count  """)]
    [InlineData("""  ({"\ud800": "\ud800"})  """)]
    [InlineData("""  "😀".slice(0, 1) + "\ude00"  """)]
    [InlineData("""  node.text.value.slice(0, 1) + "\ude00"  """)]
    [InlineData("""  node.text.value.slice(0, 1) == "😁".slice(0, 1)  """)]
    [InlineData("""  node.text + "\ud800"  """)]
    [InlineData("""  node.text == "\ud800"  """)]
    [InlineData("""  node.text.value.replace("a", "\ud800")  """)]
    [InlineData("""  node.text.value.replace(/\ud800/, "\ud800")  """)]
    [InlineData("""  node.format("{text}\ud800")  """)]
    [InlineData("""  `\ud800${node.text}`  """)]
    [InlineData("""  node.settemporary({text: "\ud800"})  """)]
    [InlineData("""  node.math("\ud800")  """)]
    [InlineData("""  node.pay.case(is.gt(1), "\ud800", "b")  """)]
    public void Half_a_character_is_answered_and_columns_and_nodes_agree(string expression) => Agree(expression, PropertyType.Text);

    [Theory]
    [InlineData("node.pay + \"\"", "0.00001", "100000000000000000000", "1.5e+21", "0")]
    [InlineData("node.pay", "0.00001", "100000000000000000000", "1.5e+21", "0")]
    [InlineData("node.pay * 2", "0.00002", "200000000000000000000", "3e+21", "0")]
    [InlineData("node.pay.toString()", "0.00001", "100000000000000000000", "1.5e+21", "0")]
    [InlineData("if (node.pay > 1) \"a\" else \"b\"", "b", "a", "a", "b")]
    [InlineData("node.text.value.split(\"\", 2).join(\"|\")", "a|\ufffd", "\ufffd|\ufffd", "1|,", "")]
    [InlineData("Math.max(node.pay, 5, node.id.case(2, null))", "5", "100000000000000000000", "", "5")]
    [InlineData("node.id.toFixed(1)", "0.0", "1.0", "2.0", "3.0")]
    public void A_text_property_holds_what_JavaScript_prints(string expression, params string[] expected) =>
        Agree(expression, PropertyType.Text).Select(c => c.ToString()).ShouldBe(expected, expression);

    [Fact]
    public void What_is_printed_of_a_number_is_that_number() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(int.MinValue, int.MaxValue).Two().Select(p => BitConverter.Int64BitsToDouble((long)p.Item1 << 32 ^ p.Item2)),
            from digits in Gen.Choose(-99999, 99999) from power in Gen.Choose(-30, 30) select digits * Math.Pow(10, power)).ToArbitrary(), number =>
    {
        if (!double.IsFinite(number))
            return;
        var text = Coercion.ToText(number);
        double.Parse(text, CultureInfo.InvariantCulture).ShouldBe(number, text);
        text.Contains('e', StringComparison.Ordinal).ShouldBe(Math.Abs(number) is >= 1e21 or > 0 and < 1e-6, text);
        Regex.IsMatch(text, @"^-?(0|[1-9]\d*)(\.\d*[1-9])?(e[+-]\d+)?$").ShouldBeTrue(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("1,234.5", 1234.5)]
    [InlineData(" -12,345,678 ", -12345678d)]
    [InlineData("1234.5e1", 12345d)]
    [InlineData("1,5", null)]
    [InlineData("1,2,3", null)]
    [InlineData("1234,567", null)]
    [InlineData(",123", null)]
    [InlineData("1,234,", null)]
    [InlineData("1.5,000", null)]
    [InlineData("12,34.5", null)]
    public void A_number_property_takes_commas_between_groups_of_three_digits_only(string text, double? expected)
    {
        var cells = Agree($"\"{text}\"", PropertyType.Number);
        cells.ShouldAllBe(c => c == (expected == null ? Cell.Blank : Cell.Of(expected.Value)));
        if (expected is null)
            GizmoCompiler.Compile($"\"{text}\"", People.Schema).RunColumn(People, PropertyType.Number, Options).Errors.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("node.c.flag", false, null, null, null)]
    [InlineData("node.c", true, true, null, null)]
    [InlineData("[false, true]", false, false, false, false)]
    [InlineData("[1, 2]", true, true, true, true)]
    [InlineData("node.c.id", true, true, null, null)]
    public void A_boolean_property_takes_the_first_of_many_items(string expression, params object?[] expected) =>
        Agree(expression, PropertyType.Boolean).ShouldBe(expected.Select(e => e is bool flag ? Cell.Of(flag) : Cell.Blank), expression);

    /// <summary>The cells that an expression gives, by columns if it can and node by node, which must be the same.</summary>
    static Cell[] Agree(string expression, PropertyType type)
    {
        var compilation = GizmoCompiler.Compile(expression, People.Schema);
        var cells = new Cell[People.Snapshot.RowCount];
        if (compilation.HasErrors)
            return cells;
        var column = compilation.RunColumn(People, type, Options).Column;
        // A filter that hides nothing: what has one runs node by node.
        var apart = new GizmoDataset(People.Snapshot, visible: [true, true, true, true]);
        var byNodes = compilation.RunColumn(apart, type, Options);
        byNodes.ByColumns.ShouldBeFalse();
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = column[row];
            cells[row].ShouldBe(byNodes.Column[row], $"{expression} ({compilation.Plan}) at {row}");
        }
        return cells;
    }
}
