using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.Gizmo;

public sealed class GizmoSwitchesTests
{
    /// <summary>A root with two children; the first lacks its fee. All are of 4 January 1970, a Sunday.</summary>
    static readonly ModelNode[] Nodes =
        ModelForest.Resolve([new(0, null, 1, 2, "x", 3, true), new(1, 0, 10, null, "x", 3, true), new(2, 0, 30, 5, "y", 3, true)]);

    [Theory]
    [InlineData("node.s.pay.sum", "40", "30")]
    [InlineData("node.s.count", "2", "1")]
    [InlineData("node.as.pay.max", "30", "30")]
    [InlineData("node.math(\"pay + fee * 2\")", "", "10")]
    [InlineData("node.math(\"fee\")", "", "")]
    [InlineData("node.text == node.p.text", "false", "true")]
    [InlineData("node.text != node.p.text", "true", "false")]
    [InlineData("node.day.dayOfWeek", "7", "0")]
    public void A_switch_changes_columns_and_nodes_alike(string expression, string usual, string switched)
    {
        Run(expression, GizmoSwitches.Default).ShouldBe((usual, usual));
        Run(expression, new()
        {
            SiblingsIncludeSelf = false,
            MathMissing = MissingOperand.Zero,
            CollectionEquality = CollectionEquality.Value,
            DayOfWeekBase = DayOfWeekBase.SundayIsZero,
        }).ShouldBe((switched, switched));
    }

    [Fact]
    public void Weeks_may_begin_with_Sunday_as_1() => Run("node.day.dayOfWeek", new() { DayOfWeekBase = DayOfWeekBase.SundayIsOne }).ShouldBe(("1", "1"));

    [Fact]
    public void Equality_by_value_is_no_reason_to_warn()
    {
        GizmoCompiler.Compile("node.text == node.p.text", ModelForest.Dataset(Nodes).Schema).Diagnostics.ShouldContain(d => d.Code == "W-EQ");
        GizmoCompiler.Compile("node.text == node.p.text", ModelForest.Dataset(Nodes, new() { CollectionEquality = CollectionEquality.Value }).Schema).Diagnostics.ShouldBeEmpty();
    }

    /// <summary>For the first child, by columns where there is a plan, and by nodes.</summary>
    static (string, string) Run(string expression, GizmoSwitches switches)
    {
        var options = new EvaluationOptions { Now = 1_719_705_600_000 };
        var dataset = ModelForest.Dataset(Nodes, switches);
        var compilation = GizmoCompiler.Compile(expression, dataset.Schema);
        return (compilation.RunColumn(dataset, PropertyType.Text, options).Column[1].ToString(),
            compilation.Start(dataset, options).Run(1).Value.ToString());
    }
}
