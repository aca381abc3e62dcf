using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Oracles;

/// <summary>What the model knows of a node. <paramref name="Day"/> counts from 1970; <c>twice</c> is calculated from <paramref name="A"/>.</summary>
/// <param name="Asked">The id that it gives for its parent.</param>
/// <param name="Parent">The row of its parent, or −1.</param>
public sealed record ModelNode(int Id, int? Asked, double? A, double? B, string? Text, int? Day, bool? Flag, int Parent = -1)
{
    public double Twice => A is { } a && Flag is true ? a * 2 : double.NaN;
}

/// <summary>Random forests: orphans, ids that several nodes have, and parents in circles among them.</summary>
static class ModelForest
{
    static readonly DatasetDefinition Definition = new("Model", "PEOPLE", "id", "id",
        [
            new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("fee", PropertyType.Number),
            new("text", PropertyType.Text), new("day", PropertyType.Date), new("flag", PropertyType.Boolean), new("twice", PropertyType.Number),
        ])
        {
            TreeId = "id",
            TreeParentId = "parent",
        };

    public static Gen<ModelNode[]> All =>
        from count in Gen.Choose(1, 25)
        from nodes in Gen.CollectToArray(Enumerable.Range(0, count), i =>
            from id in Gen.Frequency((12, Gen.Constant(i)), (1, Gen.Choose(0, count - 1)))
            from asked in Gen.Frequency(
                (14, Gen.Choose(0, Math.Max(0, i - 1)).Select(p => (int?)p)), (2, Gen.Choose(0, count - 1).Select(p => (int?)p)),
                (1, Gen.Constant((int?)999)), (1, Gen.Constant((int?)null)))
            from a in Cells
            from b in Cells
            from text in Gen.Elements("x", "y", "longer", null)
            from day in Gen.Frequency((5, Gen.Choose(-4000, 20_000).Select(d => (int?)d)), (1, Gen.Constant((int?)null)))
            from flag in Gen.Elements<bool?>(true, false, null)
            select new ModelNode(id, asked, a, b, text, day, flag))
        select Resolve(nodes);

    static Gen<double?> Cells => Gen.Frequency((8, Gen.Choose(-50, 1000).Select(i => (double?)i / 4)), (2, Gen.Constant((double?)null)));

    /// <summary>The parent is the first node with the id; of a circle the first node is a root.</summary>
    public static ModelNode[] Resolve(ModelNode[] nodes)
    {
        var parents = nodes.Select((n, row) => Array.FindIndex(nodes, o => o.Id == n.Asked) is var parent && parent == row ? -1 : parent).ToArray();
        for (var row = 0; row < parents.Length; row++)
        {
            // Nodes before it have been cut off already.
            var above = parents[row];
            for (var steps = 0; above >= 0 && above != row && steps <= parents.Length; steps++)
                above = parents[above];
            if (above == row)
                parents[row] = -1;
        }
        return [.. nodes.Select((n, row) => n with { Parent = parents[row] })];
    }

    public static GizmoDataset Dataset(ModelNode[] nodes, GizmoSwitches? switches = null)
    {
        var twice = ColumnBuilder.For(PropertyType.Number);
        foreach (var node in nodes)
            twice.Append(Of(double.IsNaN(node.Twice) ? null : node.Twice));
        var calculated = twice.Build();
        return new(Tables.Of(Definition, [.. nodes.Select(n => new[]
        {
            Cell.Of((double)n.Id), Of(n.Asked), Of(n.A), Of(n.B), n.Text is null ? Cell.Blank : Cell.Of(n.Text),
            n.Day is { } day ? Cell.Date(day * Dates.Day) : Cell.Blank, n.Flag is { } flag ? Cell.Of(flag) : Cell.Blank, Cell.Blank,
        })]), GizmoSchema.Of(Definition, switches: switches), key => key == "twice" ? calculated : null);
    }

    static Cell Of(double? value) => value is { } number ? Cell.Of(number) : Cell.Blank;
}
