using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Gizmo;

public sealed class GizmoPlanTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000 };

    static readonly DatasetDefinition Definition = new("Model", "PEOPLE", "id", "id",
        [new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("fee", PropertyType.Number), new("text", PropertyType.Text)])
    {
        TreeId = "id",
        TreeParentId = "parent",
    };

    [Theory]
    [InlineData("node.rollUp(\"sum\",\"pay\")")]
    [InlineData("node.d(0).pay.sum")]
    [InlineData("node.d.filter(n => n.text == \"x\").count / node.d.count")]
    [InlineData("node.d(1,2).pay.avg")]
    [InlineData("node.c.fee.max")]
    [InlineData("node.s.pay.avg")]
    [InlineData("node.pay * node.fee + (node.text == \"x\" ? node.fee * 1.1 : node.fee)")]
    [InlineData("node.text.value.toUpperCase().slice(0,3)")]
    [InlineData("node.rollUp(\"max\", n => n.pay / n.fee)")]
    [InlineData("node.math(\"pay*s.fee.sum\").round(2)")]
    [InlineData("if (node.pay > 5) {\"high\"} else if (node.pay > 2) {\"middle\"}")]
    [InlineData("var x = node.pay * 2; x + x")]
    [InlineData("node.pay / nodes().pay.sum")]
    [InlineData("node.text.case(\"x\", 1, \"y\", 2, 0)")]
    [InlineData("node.root.text")]
    [InlineData("node.pay ?? node.p.pay ?? 0")]
    public void These_are_computed_as_columns(string expression)
    {
        var dataset = ModelForest.Dataset([new(0, null, 3, 4, "x", 1, true), new(1, 0, 10, null, "y", null, null), new(2, 1, null, 7, "x", 9, false), new(3, 0, 2, 2, null, 4, true)]);
        var compilation = GizmoCompiler.Compile(expression, dataset.Schema);
        compilation.Plan.ShouldBe("columns");
        var column = compilation.RunColumn(dataset, PropertyType.Text, Options).Column;
        var evaluation = compilation.Start(dataset, Options);
        for (var row = 0; row < 4; row++)
            column[row].ToString().ShouldBe(evaluation.Run(row).Value.ToString(), $"row {row}");
    }

    [Fact]
    public void A_chain_of_a_million_nodes_takes_no_stack()
    {
        const int count = 1_000_000;
        var id = ColumnBuilder.For(PropertyType.Number);
        var parent = ColumnBuilder.For(PropertyType.Number);
        for (var i = 0; i < count; i++)
        {
            id.Append(Cell.Of((double)i));
            parent.Append(i == 0 ? Cell.Blank : Cell.Of(i - 1.0));
        }
        var snapshot = Snapshot.Empty(Definition, Tables.Stamp).With(new(Tables.Stamp)
        {
            Created = new(GuidList.Of(Enumerable.Repeat(Guid.Empty, count)), ChunkList.Constant(ChunkKind.Number, 0, count),
                [new("id", id.Build()), new("parent", parent.Build()), new("pay", id.Build())]),
        });
        var dataset = new GizmoDataset(snapshot);
        var column = (NumberColumn)GizmoCompiler.Compile("node.rollUp(\"sum\",\"pay\")", dataset.Schema).RunColumn(dataset, PropertyType.Number, Options).Column;
        column.At(0).ShouldBe(count * (count - 1.0) / 2);
        column.At(count - 1).ShouldBe(count - 1);
        GizmoCompiler.Compile("node.d.count", dataset.Schema).Start(dataset, Options).Run(10).Value.Number.ShouldBe(count - 11);
    }
}
