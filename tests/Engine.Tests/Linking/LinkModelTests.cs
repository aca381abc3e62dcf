using System.Globalization;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Linking;
using Espalier.Engine.Tests.Gizmo;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Linking;

/// <summary>Random graphs: what links give equals what walking over lists gives, by columns and node by node, from both sides.</summary>
public sealed class LinkModelTests
{
    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000 };

    /// <summary>People have numbers, jobs have texts; some ids stand twice and some are missing.</summary>
    sealed record Graph(int?[] People, double?[] Pays, string?[] Jobs, double?[] Budgets, (string From, string To, double? Share)[] Links);

    static Gen<Graph> Graphs =>
        from people in Gen.Choose(0, 9).SelectMany(n => Gen.ArrayOf(Gen.Frequency((6, Gen.Choose(1, 12).Select(i => (int?)i)), (1, Gen.Constant((int?)null))), n))
        from pays in Gen.ArrayOf(Numbers, people.Length)
        from jobs in Gen.Choose(0, 9).SelectMany(n => Gen.ArrayOf(Gen.Elements("a", "b", "c", "d", "7", " e", "longer than eight bytes", null), n))
        from budgets in Gen.ArrayOf(Numbers, jobs.Length)
        from links in Gen.Choose(0, 30).SelectMany(n => Gen.ArrayOf(
            from f in Gen.Choose(1, 14)
            from text in Gen.Elements("{0}", "{0}", "{0}.0", " {0}", "x{0}")
            from t in Gen.Elements("a", "b", "c", "d", "7", "e", "longer than eight bytes", "none")
            from share in Numbers
            select (string.Format(CultureInfo.InvariantCulture, text, f), t, share), n))
        select new Graph(people, pays, jobs, budgets, links);

    static Gen<double?> Numbers => Gen.Frequency((5, Gen.Choose(-40, 400).Select(i => (double?)i / 8)), (1, Gen.Constant((double?)null)));

    /// <summary>An expression, and its value for a link: share, the node's number, the other end's number.</summary>
    static readonly (string Text, Func<double, double, double, double> Of)[] Values =
    [
        ("links.share", (share, _, _) => share),
        ("links[\"share\"]", (share, _, _) => share),
        ("links.to.NUMBER", (_, _, far) => far),
        ("links.from.OWN", (_, near, _) => near),
        ("links.math(\"share*to.NUMBER\")", (share, _, far) => share * far),
        ("links.math(\"share*to.NUMBER - from.OWN / 2 + -1\")", (share, near, far) => share * far - near / 2 - 1),
        ("links.map(l => l.share * l.to.NUMBER)", (share, _, far) => share * far),
        ("links(\"who does what\").math(\"to.NUMBER % 7\")", (_, _, far) => far % 7),
        ("links(\"others\").share", (_, _, _) => double.NaN),
    ];

    static readonly (string Text, Func<double[], double> Of)[] Aggregates =
    [
        ("sum", v => v.Where(x => !double.IsNaN(x)).Sum()),
        ("avg", v => v.Any(x => !double.IsNaN(x)) ? v.Where(x => !double.IsNaN(x)).Average() : double.NaN),
        ("min", v => v.Any(x => !double.IsNaN(x)) ? v.Where(x => !double.IsNaN(x)).Min() : double.NaN),
        ("max", v => v.Any(x => !double.IsNaN(x)) ? v.Where(x => !double.IsNaN(x)).Max() : double.NaN),
        ("cnt", v => v.Count(x => !double.IsNaN(x))),
    ];

    [Fact]
    public void Columns_nodes_and_the_slow_model_agree() => Prop.ForAll(
        (from graph in Graphs from value in Gen.Elements(Values) from aggregate in Gen.Elements(Aggregates) from fromPeople in Gen.Elements(true, false)
         select (graph, value, aggregate, fromPeople)).ToArbitrary(), sample =>
        {
            var (graph, value, aggregate, fromPeople) = sample;
            var (people, jobs) = Datasets(graph);
            var near = fromPeople ? people : jobs;
            var text = $"node.{value.Text.Replace("NUMBER", fromPeople ? "budget" : "pay", StringComparison.Ordinal).Replace("OWN", fromPeople ? "pay" : "budget", StringComparison.Ordinal)}.{aggregate.Text}";
            var isNamedOtherwise = value.Text.Contains("others", StringComparison.Ordinal);
            Agree(near, text, row =>
            {
                var of = isNamedOtherwise ? [] : LinksOf(graph, row, fromPeople).Select(l => value.Of(
                    l.Share ?? double.NaN,
                    (fromPeople ? graph.Pays[l.Person] : graph.Budgets[l.Job]) ?? double.NaN,
                    (fromPeople ? graph.Budgets[l.Job] : graph.Pays[l.Person]) ?? double.NaN)).ToArray();
                return aggregate.Of(of);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    [Fact]
    public void Links_are_counted_and_listed_in_their_order() => Prop.ForAll(Graphs.ToArbitrary(), graph =>
    {
        var (people, jobs) = Datasets(graph);
        Agree(people, "node.links.count", row => LinksOf(graph, row, true).Count());
        Agree(jobs, "node.links.to.count", row => LinksOf(graph, row, false).Count());
        Agree(jobs, "node.links.to.distinct.count", row => LinksOf(graph, row, false).Select(l => l.Person).Distinct().Count());
        var listed = GizmoCompiler.Compile("node.links.to.job.join(\",\")", people.Schema);
        for (var row = 0; row < graph.People.Length; row++)
            Coercion.ToText(listed.Start(people, Options).Run(row).Value).ShouldBe(string.Join(',', LinksOf(graph, row, true).Select(l => graph.Jobs[l.Job])));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("node.links.math(\"share*to.budget\").sum")]
    [InlineData("node.links.share.avg")]
    [InlineData("node.links.to.budget.max / 2")]
    [InlineData("node.links.count == 0 ? 0 : node.links.to.budget.sum / node.links.count")]
    [InlineData("node.links.map(l => l.share * l.to.budget).sum")]
    public void These_are_computed_as_columns(string expression)
    {
        var (people, _) = Datasets(new([1, 2], [5, null], ["a"], [8], [("1", "a", 0.5), ("1", "mist", 3)]));
        var compilation = GizmoCompiler.Compile(expression, people.Schema);
        compilation.Plan.ShouldBe("columns");
        compilation.RunColumn(people, PropertyType.Number, Options).ByColumns.ShouldBeTrue();
    }

    [Fact]
    public void Ends_that_a_filter_hides_are_not_there()
    {
        var graph = new Graph([1], [5], ["a", "b"], [8, 9], [("1", "a", 0.5), ("1", "b", 3)]);
        var (people, jobs, links) = Parts(graph);
        var seen = new GizmoDataset(jobs.Snapshot, visible: [true, false]);
        _ = new LinkTable("who does what", links, people, seen);
        Agree(people, "node.links.to.budget.sum", _ => 8);
        Agree(people, "node.links.count", _ => 1);
    }

    [Fact]
    public void The_join_of_three_snapshots_is_made_once()
    {
        var (people, jobs, links) = Parts(new([1, 2], [5, null], ["a"], [8], [("1", "a", 0.5)]));
        var index = LinkIndex.Of(links.Snapshot, people.Snapshot, jobs.Snapshot);
        LinkIndex.Of(links.Snapshot, people.Snapshot, jobs.Snapshot).ShouldBeSameAs(index);
        var changed = Tables.Without(people.Snapshot, 1);
        LinkIndex.Of(links.Snapshot, changed, jobs.Snapshot).ShouldNotBeSameAs(index);
    }

    /// <summary>Every id of the links that an item has, the first item of several with the same id.</summary>
    static IEnumerable<(int Person, int Job, double? Share)> LinksOf(Graph graph, int row, bool fromPeople)
    {
        foreach (var (from, to, share) in graph.Links)
        {
            var person = double.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Array.FindIndex(graph.People, id => id == number) : -1;
            var job = Array.FindIndex(graph.Jobs, id => id?.Trim() == to.Trim());
            if (person >= 0 && job >= 0 && (fromPeople ? person : job) == row)
                yield return (person, job, share);
        }
    }

    static void Agree(GizmoDataset dataset, string text, Func<int, double> expected)
    {
        var compilation = GizmoCompiler.Compile(text, dataset.Schema);
        compilation.HasErrors.ShouldBeFalse(text);
        var column = (NumberColumn)compilation.RunColumn(dataset, PropertyType.Number, Options).Column;
        var evaluation = compilation.Start(dataset, Options);
        for (var row = 0; row < dataset.Snapshot.RowCount; row++)
        {
            var value = expected(row);
            Same(value, column.At(row), $"columns ({compilation.Plan}): {text} at {row}");
            var result = evaluation.Run(row);
            result.Error.ShouldBeNull(text);
            var single = Coercion.Scalar(result.Value);
            Same(value, single.Kind == ValueKind.Number ? single.Number : double.NaN, $"nodes: {text} at {row}");
            if (single.Kind == ValueKind.Number)
                single.Number.ShouldBe(column.At(row), $"to the last bit: {text} at {row}");
        }
    }

    static void Same(double expected, double actual, string what) =>
        (double.IsNaN(expected) ? double.IsNaN(actual) : JsonCompare.Near(expected, actual)).ShouldBeTrue($"{what}: expected {expected}, was {actual}");

    static (GizmoDataset People, GizmoDataset Jobs) Datasets(Graph graph)
    {
        var (people, jobs, links) = Parts(graph);
        _ = new LinkTable("Who does what", links, people, jobs);
        return (people, jobs);
    }

    static (GizmoDataset People, GizmoDataset Jobs, GizmoDataset Links) Parts(Graph graph)
    {
        var people = Tables.Of(new("People", "PEOPLE", "id", "id", [new("id", PropertyType.Number), new("pay", PropertyType.Number)]),
            [.. graph.People.Select((id, i) => new[] { Of(id), Of(graph.Pays[i]) })]);
        var jobs = Tables.Of(new("Jobs", "POSITIONS", "job", "job", [new("job", PropertyType.Text), new("budget", PropertyType.Number)]),
            [.. graph.Jobs.Select((id, i) => new[] { id is null ? Cell.Blank : Cell.Of(id), Of(graph.Budgets[i]) })]);
        var definition = LinkProperties.Definition("Who does what", new(Guid.NewGuid(), Guid.NewGuid()));
        definition = definition with { Properties = [.. definition.Properties, new("share", PropertyType.Number)] };
        var links = Tables.Of(definition, [.. graph.Links.Select(l => new[]
        {
            Cell.Of(l.From), Cell.Of(l.To), Cell.Of($"[{l.From},{l.To}]"), Cell.Of(1d), Of(l.Share),
        })]);
        return (new(people), new(jobs), new(links));
    }

    static Cell Of(double? value) => value is { } number ? Cell.Of(number) : Cell.Blank;
}
