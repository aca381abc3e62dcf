using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Calculation;

public sealed class RecalculationGizmoTests
{
    static readonly DatasetDefinition Definition = new("Model", "PEOPLE", "id", "id",
    [
        new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("total", PropertyType.Number),
        new("share", PropertyType.Number), new("path", PropertyType.Text), new("x", PropertyType.Number), new("y", PropertyType.Number),
    ])
    {
        TreeId = "id",
        TreeParentId = "parent",
    };

    static readonly GizmoSchema Schema = GizmoSchema.Of(Definition);

    static readonly CalculationContext Context = new(Schema, new() { Now = 1_719_705_600_000 });

    static readonly Snapshot Team = Tables.Of(Definition,
    [
        Row(1, null, 100), Row(2, 1, 50), Row(3, 2, 25), Row(4, 1, null),
    ]);

    [Fact]
    public void Properties_are_computed_after_those_they_read()
    {
        var run = Run(All("share", "node.pay / node.root.total"), All("total", "node.d(0).pay.sum"));
        Show(run, "total").ShouldBe("175 75 25 0");
        Show(run, "share").ShouldBe($"{100 / 175d} {50 / 175d} {25 / 175d} -");
    }

    [Fact]
    public void A_property_may_read_itself_along_the_tree() =>
        Show(Run(All("path", "(node.p.path ?? \"\") + \"/\" + node.id")), "path").ShouldBe("/1 /1/2 /1/2/3 /1/4");

    [Fact]
    public void A_template_may_read_its_own_property_along_the_tree() =>
        Show(Run(All("path", "node.format(\"{p.path}/{id}\")")), "path").ShouldBe("/1 /1/2 /1/2/3 /1/4");

    [Theory]
    [InlineData("nodes().filter(\"x: 1\").count")]
    [InlineData("nodes().filter(is.prop(\"x\", 1)).count")]
    [InlineData("nodes().filter(is.match({x: 1})).count")]
    [InlineData("node.math(\"x + 1\")")]
    [InlineData("node.format(\"{x}\").length")]
    [InlineData("node.rollUp(\"sum\", \"x\")")]
    [InlineData("nodes().stats(\"x\").count")]
    [InlineData("node.case(is.prop(\"x\", 1), 1, 2)")]
    public void A_cell_that_needs_itself_by_a_name_in_a_text_says_so(string expression) =>
        Run(All("x", expression)).Errors["x"][0].ShouldStartWith("Circular reference: ");

    [Fact]
    public void A_property_is_computed_after_those_that_a_predicate_names()
    {
        var run = Run(All("x", "node.case(is.prop(\"y\", is.gt(60)), 1, 0)"), All("y", "node.pay * 2"));
        Show(run, "x").ShouldBe("1 1 0 0");
        run.Plan.Graph.ReadsOf("x").ShouldBe(["y"]);
    }

    [Fact]
    public void A_property_may_read_itself_from_its_children() =>
        Show(Run(All("total", "(node.pay ?? 0) + node.c.total.sum")), "total").ShouldBe("175 75 25 0");

    [Fact]
    public void Cells_that_need_themselves_are_blank_and_say_so()
    {
        var run = Run(All("x", "node.y + 1"), All("y", "node.x + 1"), All("total", "node.pay * 2"));
        Show(run, "x").ShouldBe("- - - -");
        run.Errors["x"][0].ShouldStartWith("Circular reference: ");
        run.Errors["y"][0].ShouldStartWith("Circular reference: ");
        Show(run, "total").ShouldBe("200 100 50 -");
    }

    [Theory]
    [InlineData(ExpressionMode.AllNodes, "1 1 1 1")]
    [InlineData(ExpressionMode.EmptyCells, "100 50 25 1")]
    [InlineData(ExpressionMode.Inherited, "100 50 25 100")]
    public void A_mode_says_which_cells_are_calculated(ExpressionMode mode, string expected) =>
        Show(Run(new CalculatedProperty("pay", "1", mode, EvaluationMode.PreFilter)), "pay").ShouldBe(expected);

    [Fact]
    public void One_property_may_fill_others() => Show(Run(
        All("share", "node.settemporary({x: node.pay * 2, y: node.pay + 1})"),
        new("x", "", ExpressionMode.AllNodes, EvaluationMode.Script), new("y", "", ExpressionMode.AllNodes, EvaluationMode.Script),
        All("total", "node.x + node.y")), "total").ShouldBe("301 151 76 -");

    [Fact]
    public void On_demand_runs_only_when_it_is_asked_for()
    {
        CalculatedProperty property = new("total", "1", ExpressionMode.AllNodes, EvaluationMode.OnDemand);
        new Recalculation(Schema, [property]).Start(Team, Context).All().Columns.ShouldBeEmpty();
        Show(new Recalculation(Schema, [property], ["total"]).Start(Team, Context).All(), "total").ShouldBe("1 1 1 1");
    }

    [Fact]
    public void After_an_edit_only_what_depends_on_it_is_computed_again()
    {
        var kept = Context with { Cache = new() };
        var recalculation = new Recalculation(Schema, [All("total", "node.d(0).pay.sum"), All("share", "node.total * 2"), All("y", "node.x + 1")]);
        var first = recalculation.Start(Team, kept).All();
        var pay = ColumnBuilder.For(PropertyType.Number);
        pay.Append(Cell.Of(30d));
        var edited = Team.With(new(Tables.Stamp) { Updated = new([2], GuidList.Of([Team.Ids[2]]), [new("pay", [0], Stored.Gather(Team.Column("pay"), [2]), pay.Build())]) });
        var second = recalculation.Start(edited, kept).All();
        second.Computed.ShouldBe(2);
        Show(second, "share").ShouldBe(Show(recalculation.Start(edited, Context).All(), "share"));
        second.Columns["y"].ShouldBeSameAs(first.Columns["y"]);
    }

    static Cell[] Row(double id, double? parent, double? pay) =>
        [Cell.Of(id), Of(parent), Of(pay), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank];

    static Cell Of(double? value) => value is { } number ? Cell.Of(number) : Cell.Blank;

    static CalculatedProperty All(string key, string expression) => new(key, expression, ExpressionMode.AllNodes, EvaluationMode.PreFilter);

    static CalculatedColumns Run(params CalculatedProperty[] properties) => new Recalculation(Schema, properties).Start(Team, Context).All();

    static string Show(CalculatedColumns run, string key) => string.Join(' ', Enumerable.Range(0, 4).Select(row => run.Columns[key][row]).Select(c => c.IsBlank ? "-" : c.ToString()));
}
