using System.Text.Json;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>The documented examples, where the file of them is at hand: set GIZMO_EXAMPLES, or keep it in a folder above.</summary>
public sealed class GizmoDocumentedExamplesTests
{
    static readonly string? Path = Find();

    [Fact]
    public void All_documented_examples_parse()
    {
        foreach (var example in Examples())
        {
            var text = example.GetProperty("expression").GetString()!;
            if (example.GetProperty("mode").GetString() == "ui")
            {
                CellInput.Parse(text).Scope.ShouldNotBe(SplashScope.None);
                continue;
            }
            var compilation = GizmoCompiler.Compile(text, new("Any", []));
            var isError = example.TryGetProperty("documented_value", out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("error", out _);
            compilation.HasErrors.ShouldBe(isError, $"{example.GetProperty("id")} {string.Join("; ", compilation.Diagnostics.Select(d => d.Text))}");
            if (isError)
                compilation.Diagnostics[0].ParseError(text).ShouldStartWith("Parse Error: missing ; before statement");
        }
    }

    [Fact]
    public void All_results_on_the_fixture_hold()
    {
        if (Path is null)
            Assert.Skip("The file of examples is not here.");
        using var json = JsonDocument.Parse(File.ReadAllText(Path));
        var fixture = new Fixture(json.RootElement.GetProperty("fixture"));
        List<string> wrong = [];
        var passed = 0;
        foreach (var example in Examples())
        {
            if (!example.TryGetProperty("fixture_check", out var check))
                continue;
            var actual = fixture.Run(example.GetProperty("expression").GetString()!, check.GetProperty("dataset").GetString()!,
                check.GetProperty("selected_node").GetString()!, example.GetProperty("mode").GetString() == "script");
            var ordered = !check.TryGetProperty("order", out _);
            if (Matches(check.GetProperty("result"), actual, ordered))
                passed++;
            else
                wrong.Add($"{example.GetProperty("id")} {example.GetProperty("expression")}\n  expected {check.GetProperty("result").GetRawText()}\n  but was  {actual}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        passed.ShouldBeGreaterThan(100);
    }

    static bool Matches(JsonElement expected, string actual, bool ordered)
    {
        try
        {
            using var json = JsonDocument.Parse(actual);
            return JsonCompare.Same(expected, json.RootElement, ordered);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static JsonElement.ArrayEnumerator Examples()
    {
        if (Path is null)
            Assert.Skip("The file of examples is not here.");
        return JsonDocument.Parse(File.ReadAllText(Path)).RootElement.GetProperty("examples").EnumerateArray();
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GIZMO_EXAMPLES") is { Length: > 0 } given)
            return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "shared", "spec", "gizmo-examples.json") is var path && File.Exists(path))
                return path;
        return null;
    }
}
