using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>What names in texts mean: in templates, formulas, roll-ups and tests.</summary>
public sealed class GizmoNamesTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000 };

    static readonly GizmoDataset Sites = new(Tables.Of(
        new("site", "LOOKUP", "id", "id", [new("id", PropertyType.Text), new("rent", PropertyType.Number), new("Opened", PropertyType.Date) { Format = "MMM yyyy" }]),
        [[Cell.Of("Bern"), Cell.Of(900d), Cell.Date(0)], [Cell.Of("Genf"), Cell.Of(500d), Cell.Blank]]));

    static readonly GizmoDataset People = Make();

    static GizmoDataset Make()
    {
        var definition = new DatasetDefinition("People", "PEOPLE", "id", "id",
        [
            new("id", PropertyType.Number), new("boss", PropertyType.Number), new("site", PropertyType.Text), new("count", PropertyType.Number), new("parent", PropertyType.Text),
            new("c", PropertyType.Number), new("pay", PropertyType.Number), new("born", PropertyType.Date) { Format = "dd/MM/yyyy" }, new("left", PropertyType.Date) { Format = "long" },
        ])
        {
            TreeId = "id",
            TreeParentId = "boss",
        };
        return new(Tables.Of(definition,
        [
            [Cell.Of(1d), Cell.Blank, Cell.Of("Bern"), Cell.Of(5d), Cell.Of("PP"), Cell.Of(9d), Cell.Of(100d), Cell.Date(951_782_400_000), Cell.Date(951_782_400_000)],
            [Cell.Of(2d), Cell.Of(1d), Cell.Of("Rome"), Cell.Of(6d), Cell.Of("QQ"), Cell.Blank, Cell.Of(50d), Cell.Blank, Cell.Blank],
            [Cell.Of(3d), Cell.Of(1d), Cell.Of("Genf"), Cell.Blank, Cell.Blank, Cell.Of(1d), Cell.Of(20d), Cell.Date(0), Cell.Blank],
            [Cell.Of(4d), Cell.Of(2d), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank],
        ]), GizmoSchema.Of(definition, p => p.Key == "site" ? Sites.Schema : null), lookups: key => key == "site" ? Sites : null);
    }

    [Theory]
    // A property goes before what is built in.
    [InlineData("node.format(\"{count} {parent}\")", "[\"5 PP\"] [\"6 QQ\"] [\" \"] [\" \"]")]
    [InlineData("node.format(\"{parent.pay}\")", "[\"\"] [\"100\"] [\"100\"] [\"50\"]")]
    [InlineData("node.format(\"{Count}-{c.count}\")", "[\"5-2\"] [\"6-1\"] [\"-0\"] [\"-0\"]")]
    [InlineData("node.math(\"count*c\")", "[45] [null] [null] [null]")]
    [InlineData("node.math(\"c.pay.sum + parent.pay.sum\")", "[70] [100] [100] [50]")]
    [InlineData("node.math(\"c.pay.count\")", "[2] [1] [0] [0]")]
    [InlineData("node.math(\"c + c.count\")", "[11] [null] [1] [null]")]
    [InlineData("node.math(\"parent.pay.round(-2)\")", "[null] [100] [100] [100]")]
    [InlineData("node.math(\"site.rent * 2\")", "[1800] [null] [1000] [null]")]
    [InlineData("nodes().filter(is.prop(\"parent\", \"QQ\")).pay.sum", "50 50 50 50")]
    [InlineData("nodes().filter(is.match({count: 6, parent: is.startsWith(\"Q\")})).pay.sum", "50 50 50 50")]
    [InlineData("nodes().filter(\"parent: QQ\").pay.sum", "50 50 50 50")]
    [InlineData("nodes().sort(\"count\").first.pay.value", "100 100 100 100")]
    // The columns of a lookup are called as they are shown.
    [InlineData("node.rollUp(\"sum\", \"site: rent\")", "[1400] [0] [500] [0]")]
    [InlineData("node.rollUp(\"count\", \"Site: Rent\")", "[4] [2] [1] [1]")]
    [InlineData("node.format(\"{site: rent}\")", "[\"900\"] [\"\"] [\"500\"] [\"\"]")]
    [InlineData("node['Site: RENT']", "[900] [null] [500] [null]")]
    [InlineData("nodes().filter(is.prop(\"site: rent\", is.gt(600))).id.value", "1 1 1 1")]
    [InlineData("nodes().filter(is.match({\"site: rent\": 500})).id.value", "3 3 3 3")]
    [InlineData("nodes().stats(\"site: rent\").max", "900 900 900 900")]
    [InlineData("nodes().sort(\"site: rent\").first.id.value", "3 3 3 3")]
    // Dates as their property shows them.
    [InlineData("node.format(\"{born}\")", "[\"29/02/2000\"] [\"\"] [\"01/01/1970\"] [\"\"]")]
    [InlineData("node.format(\"{left}\")", "[\"2000-02-29\"] [\"\"] [\"\"] [\"\"]")]
    [InlineData("node.format(\"{site: opened}, {site.opened}\")", "[\"Jan 1970, Jan 1970\"] [\", \"] [\", \"] [\", \"]")]
    [InlineData("node.format(\"{c.born}\")", "[\", 01/01/1970\"] [\"\"] [\"\"] [\"\"]")]
    // A lookup has a row for each node; one that is not there has no values.
    [InlineData("nodes().lookup(\"site\").rent", "[900,null,500,null] [900,null,500,null] [900,null,500,null] [900,null,500,null]")]
    [InlineData("node.lookup(\"site\").rent", "[900] [null] [500] [null]")]
    [InlineData("node.lookup(\"site\")", "[\"Bern\"] [null] [\"Genf\"] [null]")]
    [InlineData("nodes().lookup(\"site\").count", "4 4 4 4")]
    [InlineData("nodes().lookup(\"site\").rent.sum", "1400 1400 1400 1400")]
    [InlineData("node.lookup(\"site\").isblank", "false true false true")]
    [InlineData("node.lookup(\"site\") ? 1 : 0", "1 0 1 0")]
    [InlineData("node.lookup(\"site\") ?? \"none\"", "[\"Bern\"] \"none\" [\"Genf\"] \"none\"")]
    [InlineData("node.lookup(\"site\").case(is.blank, \"none\")", "[\"Bern\"] [\"none\"] [\"Genf\"] [\"none\"]")]
    [InlineData("node.lookup(\"site\").format(\"{rent}\")", "[\"900\"] [\"\"] [\"500\"] [\"\"]")]
    [InlineData("node.lookup(\"site\").math(\"rent * 2\")", "[1800] [null] [1000] [null]")]
    [InlineData("node.lookup(\"site\")._label", "[\"Bern\"] [null] [\"Genf\"] [null]")]
    [InlineData("node.lookup(\"site\").d(0).count + node.lookup(\"site\").p.c.s.root.leaves.links.baseline.count", "1 0 1 0")]
    [InlineData("\"\" + node.lookup(\"site\")", "\"Bern\" \"\" \"Genf\" \"\"")]
    [InlineData("nodes().lookup(\"site\").filter(\"Bern\").count", "1 1 1 1")]
    [InlineData("nodes().lookup(\"nothing\").count", "0 0 0 0")]
    public void Names_in_texts_mean_properties_first(string expression, string expected)
    {
        var compilation = GizmoCompiler.Compile(expression, People.Schema);
        compilation.HasErrors.ShouldBeFalse();
        var evaluation = compilation.Start(People, Options);
        GizmoWholeRunTests.Show(Enumerable.Range(0, 4).Select(row => evaluation.Run(row))).ShouldBe(expected, "single runs");
        GizmoWholeRunTests.Show(compilation.RunAll(People, Options).Select(r => r.Result)).ShouldBe(expected, "the whole run");
        foreach (var type in Enum.GetValues<PropertyType>())
        {
            var column = compilation.RunColumn(People, type, Options);
            for (var row = 0; row < 4; row++)
                column.Column[row].ShouldBe(Espalier.Engine.Gizmo.Values.Storing.ToCell(evaluation.Run(row).Value, type, out _), $"{type} of row {row}");
        }
    }

    [Theory]
    [InlineData("node.format(\"{p.pay} {born}\")", "born Self, pay Parent")]
    [InlineData("node.format(\"{nothing}\")", "")]
    [InlineData("node.format(\"{d.pay.sum} {parent}\")", "parent Self, pay Descendants")]
    [InlineData("node.format(\"{site: rent} {site.rent}\")", "site Self")]
    [InlineData("node.math(\"c + c.pay.sum\")", "c Self, pay Children")]
    [InlineData("nodes().filter(\"pay: 1 OR -(born: 2)\").count", "born All, pay All")]
    [InlineData("nodes().filter(\"Bern\").count", "* All")]
    [InlineData("node.c.filter(is.prop(\"pay\", is.gt(1))).count", "pay Children")]
    [InlineData("node.d.filter(is.any(is.match({pay: 1, Born: null}), is.prop(\"site\", is.not.blank))).count", "born Descendants, pay Descendants, site Descendants")]
    [InlineData("node.case(is.prop(\"pay\", is.gt(1)), 1, 2)", "pay Self")]
    [InlineData("node.c.some(is.not.match({pay: 1}))", "pay Children")]
    [InlineData("var t = is.prop(\"pay\", 1); nodes().filter(t).count", "* All, pay All")]
    [InlineData("nodes().filter(is.prop(node.site.value, 1)).count", "* All, site Self")]
    [InlineData("node.rollUp(\"sum\", \"pay\") + nodes().stats(\"born\").count", "born All, pay Descendants")]
    public void What_texts_name_is_read(string expression, string expected) => string.Join(", ",
        GizmoCompiler.Compile(expression, People.Schema).Reads.All.Select(r => $"{r.Key} {r.Relation}").Order(StringComparer.Ordinal)).ShouldBe(expected);
}
