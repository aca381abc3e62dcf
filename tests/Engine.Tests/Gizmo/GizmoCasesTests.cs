using System.Text.Json;
using Espalier.Engine.Gizmo;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>The language's tests are text: see the first line of each file in Cases.</summary>
public sealed class GizmoCasesTests
{
    static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Gizmo", "Cases");

    static readonly Fixture Family = new(JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Folder, "family.json"))).RootElement);

    [Theory]
    [InlineData("language")]
    [InlineData("mistakes")]
    [InlineData("javascript")]
    public void All_cases_hold(string name)
    {
        List<string> wrong = [];
        string? expression = null, dataset = "roles", node = "2";
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Folder, name + ".gizmo")))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                (dataset, node, expression) = Read(line[2..]);
            else if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                var actual = Family.Run(expression!, dataset, node);
                if (!Same(line[2..], actual))
                    wrong.Add($"{expression}\n  expected {line[2..]}\n  but was  {actual}");
                wrong.AddRange(GizmoWholeRunTests.Disagreements(expression!, Family[dataset], Family.Options));
            }
            else if (line.StartsWith("!! ", StringComparison.Ordinal))
            {
                var actual = Family.Run(expression!, dataset, node);
                if (actual != line[3..])
                    wrong.Add($"{expression}\n  expected the error {line[3..]}\n  but was  {actual}");
            }
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                var told = GizmoCompiler.Compile(expression!, Family[dataset].Schema).Diagnostics.Select(d => $"{d.Span} {d.Code}").ToArray();
                if (!told.Contains(line[2..]))
                    wrong.Add($"{expression}\n  expected {line[2..]}\n  but told {string.Join(", ", told)}");
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("node.salry", "pay", false)]
    [InlineData("node.pya", "Pay", true)]
    [InlineData("nod.pay", "node", true)]
    [InlineData("node.pay.summ", "sum", true)]
    public void A_diagnostic_says_what_may_be_meant(string expression, string suggestion, bool expected) =>
        (GizmoCompiler.Compile(expression, Family["roles"].Schema).Diagnostics[0].Suggestion == suggestion).ShouldBe(expected);

    [Theory]
    [InlineData("node == node")]
    [InlineData("var t = node.team; t == t")]
    [InlineData("nodes().filter(n => n == n).count")]
    public void What_may_be_equal_is_not_said_to_be_false(string expression) =>
        GizmoCompiler.Compile(expression, Family["roles"].Schema).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        GizmoCompiler.Compile("var = 1; node.; (2", Family["roles"].Schema).Diagnostics.Count.ShouldBeGreaterThan(2);

    [Theory]
    [InlineData("node.pa", "Pay")]
    [InlineData("nodes().filter(n => n.Na", "Name")]
    [InlineData("node.pay.su", "sum")]
    [InlineData("is.gt", "gtEq")]
    [InlineData("tod", "today")]
    public void An_editor_is_offered_names(string text, string name) =>
        GizmoCompiler.Complete(text, text.Length, Family["roles"].Schema).Select(c => c.Name).ShouldContain(name);

    [Fact]
    public void Deep_texts_are_refused_or_run_but_never_exhaust_the_stack()
    {
        foreach (var text in new[] { new string('(', 5000) + "1", new string('[', 5000), string.Concat(Enumerable.Repeat("-", 5000)) + "1", string.Join("+", Enumerable.Repeat("1", 900)), string.Concat(Enumerable.Repeat("{", 5000)), "node" + string.Concat(Enumerable.Repeat(".p", 3000)) })
            _ = Family.Run(text, "roles", "2");
    }

    static (string Dataset, string Node, string Expression) Read(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var head = colon < 0 ? [] : text[..colon].Split(' ');
        return head is [var dataset, var of] && dataset == "processes" ? (dataset, of, text[(colon + 2)..])
            : head is [var node] && int.TryParse(node, out _) ? ("roles", node, text[(colon + 2)..])
            : ("roles", "2", text);
    }

    static bool Same(string expected, string actual)
    {
        try
        {
            using JsonDocument a = JsonDocument.Parse(expected), b = JsonDocument.Parse(actual);
            return JsonCompare.Same(a.RootElement, b.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
