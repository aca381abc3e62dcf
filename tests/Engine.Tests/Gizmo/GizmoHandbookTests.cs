using System.Text.Json;
using System.Text.RegularExpressions;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>All that docs/gizmo.md says of expressions and their values is so, and it leaves no function out.</summary>
public sealed partial class GizmoHandbookTests
{
    static readonly string[] Lines = File.ReadAllLines(Find());

    static readonly EvaluationOptions Options = new() { Now = new DateTimeOffset(2024, 6, 30, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), IsScript = true };

    [Fact]
    public void Every_example_gives_the_value_beside_it()
    {
        var dataset = Dataset();
        List<string> wrong = [];
        var examples = Examples().ToList();
        foreach (var (text, expected) in examples)
        {
            var (node, expression) = Node().Match(text) is { Success: true } match ? (match.Groups[1].Value, text[match.Length..]) : ("2", text);
            var compilation = GizmoCompiler.Compile(expression, dataset.Schema);
            var result = compilation.HasErrors ? default : compilation.Start(dataset, Options).Run(dataset.RowOf(node));
            var actual = compilation.HasErrors ? compilation.Diagnostics[0].Text : result.Error ?? Fixture.Show(result.Value);
            if (!Same(expected, actual))
                wrong.Add($"{text} → {expected} but was {actual}");
            if (!compilation.HasErrors && !text.Contains("random", StringComparison.Ordinal))
                wrong.AddRange(GizmoWholeRunTests.Disagreements(expression, dataset, Options));
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        examples.Count.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Every_function_has_an_example_of_its_own()
    {
        var all = Examples().Select(e => e.Expression).ToList();
        foreach (var function in Catalogue.All)
        {
            var name = function.Host.Length > 0 ? $"{function.Host}.{function.Name}" : function.Name;
            Lines.ShouldContain(line => line.StartsWith("| `", StringComparison.Ordinal) && Cells(line)[0].Contains($"`{name}`", StringComparison.Ordinal), $"`{name}` stands in no table");
            all.ShouldContain(text => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b"), $"`{name}` has no example");
        }
    }

    /// <summary>Lines of code blocks with an arrow, and table rows that end with an expression and its value.</summary>
    static IEnumerable<(string Expression, string Value)> Examples()
    {
        var inside = false;
        foreach (var line in Lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = line == "```gizmo";
            else if (inside && line.Split(" → ") is [var code, var value])
                yield return (code, value);
            else if (!inside && line.StartsWith('|') && Cells(line) is [.., var example, var result] and { Length: 4 } && Code(example) is { } text && Code(result) is { } given)
                yield return (text, given);
        }
    }

    static string[] Cells(string line) => [.. Separator().Split(line.Trim('|')).Select(c => c.Trim().Replace(@"\|", "|", StringComparison.Ordinal))];

    static string? Code(string cell) => cell.Length > 2 && cell[0] == '`' && cell[^1] == '`' ? cell[1..^1] : null;

    static bool Same(string expected, string actual)
    {
        try
        {
            using JsonDocument a = JsonDocument.Parse(expected.Replace("⟨", "{\"collection\":[", StringComparison.Ordinal).Replace("⟩", "]}", StringComparison.Ordinal)), b = JsonDocument.Parse(actual);
            return JsonCompare.Same(a.RootElement, b.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static GizmoDataset Dataset()
    {
        var sites = new GizmoDataset(Table("site", "| site |", "site"));
        var snapshot = Table("people", "| id |", "role", "boss");
        var people = new GizmoDataset(snapshot, GizmoSchema.Of(snapshot.Definition, p => p.Key == "site" ? sites.Schema : null), lookups: key => key == "site" ? sites : null);
        var links = new GizmoDataset(Table("shares", "| from |", "from"));
        var activities = links.Snapshot.Column("activity");
        var names = Enumerable.Range(0, links.Snapshot.RowCount).Select(row => activities[row].Text!).Distinct().Select(name => new[] { Cell.Of(name) });
        var far = new GizmoDataset(Tables.Of(new("activities", "ACTIVITIES", "name", "name", [new("name", PropertyType.Text)]), [.. names]));
        _ = new LinkTable("shares", links, people, far, "from", "activity");
        return people;
    }

    /// <summary>The table whose header begins so, as a dataset.</summary>
    static Snapshot Table(string name, string header, string label, string? parent = null)
    {
        var lines = Lines.SkipWhile(l => !l.StartsWith(header, StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|')).Select(Cells).ToArray();
        var keys = lines[0];
        var rows = lines[2..].Select(cells => keys.Zip(cells).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => JsonSerializer.SerializeToElement(
            c.First is not ("id" or "boss" or "from") && double.TryParse(c.Second, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (object)number : c.Second)));
        return JsonTables.Of(name, JsonSerializer.SerializeToElement(rows), keys[0], label, parent, ["started"]);
    }

    static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Espalier.slnx")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests stand outside the repository.");
        return System.IO.Path.Combine(folder, "docs", "gizmo.md");
    }

    [GeneratedRegex(@"^(\d): ")]
    private static partial Regex Node();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Separator();
}
