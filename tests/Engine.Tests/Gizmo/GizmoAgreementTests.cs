using System.Text.RegularExpressions;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Tests.Oracles;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>Random expressions over random forests: the plan by columns, the evaluator by nodes and a slow model give the same.</summary>
public sealed class GizmoAgreementTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000 };

    /// <summary>What must have come up, and how often at least. Else the test says less than it seems to.</summary>
    static readonly (string Name, Func<Sample, bool> Holds, int Least)[] Coverage =
    [
        ("an aggregate over a branch", s => Regex.IsMatch(s.Text, @"node\.d(\(0\))?\.\w+\.(sum|avg|cnt|min|max)"), 15),
        ("a roll-up", s => s.Text.Contains("rollUp(", StringComparison.Ordinal), 60),
        ("a roll-up without the node", s => s.Text.Contains("includeSelf: false", StringComparison.Ordinal), 20),
        ("levels of a branch", s => Regex.IsMatch(s.Text, @"node\.d\((1,2|0,1|2,3|2)\)"), 40),
        ("siblings", s => s.Text.Contains("node.s.", StringComparison.Ordinal), 10),
        ("ancestors", s => s.Text.Contains("node.a.", StringComparison.Ordinal), 10),
        ("levels above", s => s.Text.Contains("node.a(1,2)", StringComparison.Ordinal), 10),
        ("leaves", s => s.Text.Contains("node.leaves", StringComparison.Ordinal), 10),
        ("a filter with a lambda", s => s.Text.Contains(".filter(n =>", StringComparison.Ordinal), 60),
        ("a map with a lambda", s => s.Text.Contains(".map(n =>", StringComparison.Ordinal), 40),
        ("dates", s => s.Text.Contains(".day.", StringComparison.Ordinal), 60),
        ("the extreme of dates", s => Regex.IsMatch(s.Text, @"\.day\.(min|max)\.year"), 5),
        ("texts", s => s.Text.Contains(".text", StringComparison.Ordinal), 60),
        ("booleans", s => s.Text.Contains(".flag", StringComparison.Ordinal), 30),
        ("a default for blanks", s => s.Text.Contains("??", StringComparison.Ordinal), 20),
        ("a formula", s => s.Text.Contains("math(", StringComparison.Ordinal), 20),
        ("a calculated column", s => s.Text.Contains(".twice", StringComparison.Ordinal), 20),
        ("generated properties", s => s.Text.Contains("._", StringComparison.Ordinal), 60),
        ("all nodes", s => s.Text.Contains("nodes()", StringComparison.Ordinal), 20),
        ("a condition", s => s.Text.Contains(" ? ", StringComparison.Ordinal), 60),
        ("an orphan", s => s.Nodes.Any(n => n.Asked == 999), 200),
        ("a circle", s => s.Nodes.Any(n => n.Parent < 0 && n.Asked is { } asked && asked != n.Id && Array.Exists(s.Nodes, o => o.Id == asked)), 40),
        ("an id of several", s => s.Nodes.DistinctBy(n => n.Id).Count() < s.Nodes.Length, 200),
        ("blanks", s => s.Nodes.Any(n => n.A is null), 300),
        ("a deep tree", s => s.Nodes.Count(n => n.Parent >= 0) > 10, 100),
        ("a plan by columns", s => s.Plan == "columns", 300),
        ("no plan", s => s.Plan == "nodes", 30),
    ];

    sealed record Sample(ModelNode[] Nodes, string Text, string Plan);

    [Fact]
    public void Columns_nodes_and_the_slow_model_agree_and_the_samples_reach_the_whole_language()
    {
        var seen = new int[Coverage.Length];
        Prop.ForAll((from nodes in ModelForest.All from expression in ModelExpression.Expressions select (nodes, expression)).ToArbitrary(), sample =>
        {
            var (nodes, expression) = sample;
            var plan = Agree(nodes, expression);
            var known = new Sample(nodes, expression.Text, plan);
            for (var i = 0; i < Coverage.Length; i++)
                seen[i] += Coverage[i].Holds(known) ? 1 : 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithStartSize(10).WithEndSize(40));
        Coverage.Select((c, i) => (c.Name, c.Least, Seen: seen[i])).Where(c => c.Seen < c.Least).ShouldBeEmpty();
    }

    /// <summary>Returns how it was computed.</summary>
    static string Agree(ModelNode[] nodes, ModelExpression expression)
    {
        var dataset = ModelForest.Dataset(nodes);
        var compilation = GizmoCompiler.Compile(expression.Text, dataset.Schema);
        compilation.HasErrors.ShouldBeFalse(expression.Text);
        var column = compilation.RunColumn(dataset, PropertyType.Number, Options);
        var evaluation = compilation.Start(dataset, Options);
        for (var row = 0; row < nodes.Length; row++)
        {
            var expected = expression.Value(nodes, row);
            Same(expected, ((NumberColumn)column.Column).At(row), $"columns ({compilation.Plan}): {expression.Text} at {row}");
            var result = evaluation.Run(row);
            result.Error.ShouldBeNull(expression.Text);
            var value = result.Value;
            while (value.Kind == ValueKind.Collection)
                value = value.Items.First;
            Same(expected, value.Kind == ValueKind.Number ? value.Number : double.NaN, $"nodes: {expression.Text} at {row}");
        }
        return compilation.Plan;
    }

    static void Same(double expected, double actual, string what) =>
        (double.IsNaN(expected) ? double.IsNaN(actual) : JsonCompare.Near(expected, actual)).ShouldBeTrue($"{what}: expected {expected}, was {actual}");
}
