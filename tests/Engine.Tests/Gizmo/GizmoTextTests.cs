using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Gizmo;

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
