using System.Text.RegularExpressions;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.Gizmo;

public sealed class GizmoPlanDocumentTests
{
    static readonly ModelNode[] Nodes = ModelForest.Resolve(
    [
        new(0, null, 3, 4, "x", 1, true), new(1, 0, 10, null, "y", null, null), new(2, 1, null, 7, "x", 9000, false),
        new(3, 0, 2, 2, null, 4, true), new(4, 1, 8, 1, "x", 5, null), new(5, 77, 200, 3, "y", 6, true),
    ]);

    [Fact]
    public void What_the_documentation_says_of_plans_is_so()
    {
        var document = File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Gizmo", "gizmo-plans.md"));
        var (planned, unplanned) = (Examples(document, "## By columns"), Examples(document, "## By nodes"));
        planned.Length.ShouldBeGreaterThan(20);
        unplanned.Length.ShouldBeGreaterThan(10);
        var schema = ModelForest.Dataset(Nodes).Schema;
        planned.Where(e => GizmoCompiler.Compile(e, schema).Plan != "columns").ShouldBeEmpty();
        unplanned.Where(e => GizmoCompiler.Compile(e, schema) is { HasErrors: true } or { Plan: not "nodes" }).ShouldBeEmpty();
        foreach (var expression in planned)
            Agree(expression);
    }

    static void Agree(string expression)
    {
        var dataset = ModelForest.Dataset(Nodes);
        var options = new EvaluationOptions { Now = 1_719_705_600_000 };
        var compilation = GizmoCompiler.Compile(expression, dataset.Schema);
        var result = compilation.RunColumn(dataset, PropertyType.Text, options);
        result.ByColumns.ShouldBeTrue(expression);
        var evaluation = compilation.Start(dataset, options);
        for (var row = 0; row < Nodes.Length; row++)
            result.Column[row].ToString().ShouldBe(evaluation.Run(row).Value.ToString(), $"{expression} at {row}");
    }

    static string[] Examples(string document, string heading)
    {
        var start = document.IndexOf(heading, StringComparison.Ordinal);
        var end = document.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return [.. Regex.Matches(document[start..end], @"^\| `(.+?)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value)];
    }
}
