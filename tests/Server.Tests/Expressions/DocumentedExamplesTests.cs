using System.Text.Json;

namespace Espalier.Server.Tests.Expressions;

/// <summary>All documented examples hold when they are asked over HTTP of datasets that were imported.</summary>
public sealed class DocumentedExamplesTests
{
    [Fact]
    public async Task All_examples_are_understood()
    {
        var file = Examples.Read();
        await using var world = await ExpressionWorld.StartAsync();
        await AddFixtureAsync(world, file.GetProperty("fixture"));
        List<string> wrong = [];
        var count = 0;
        // What is typed into a cell ("UK!*") is no expression.
        foreach (var example in file.GetProperty("examples").EnumerateArray().Where(e => e.Text("mode") != "ui"))
        {
            count++;
            var answer = await world.EvaluateAsync("roles", new { expression = example.Text("expression"), nodes = new[] { "1" }, mode = example.Text("mode") });
            var errors = answer.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error").ToList();
            var shouldFail = example.TryGetProperty("documented_value", out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("error", out _);
            if (errors.Count > 0 != shouldFail)
                wrong.Add($"{example.Text("id")} {example.Text("expression")}: {answer}");
            else if (shouldFail)
                answer.GetProperty("error").GetString().ShouldNotBeNull().ShouldStartWith("Parse Error: missing ; before statement");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        count.ShouldBe(139);
    }

    [Fact]
    public async Task All_results_on_the_fixture_hold()
    {
        var file = Examples.Read();
        var fixture = file.GetProperty("fixture");
        await using var world = await ExpressionWorld.StartAsync();
        await AddFixtureAsync(world, fixture);
        List<string> wrong = [];
        var count = 0;
        foreach (var example in file.With("fixture_check"))
        {
            count++;
            var check = example.GetProperty("fixture_check");
            var actual = await world.ResultAsync(check.Text("dataset"), example.Text("expression"), check.Text("selected_node"), fixture.Text("today"), example.Text("mode"), "links");
            if (!actual.TryGetProperty("result", out var result) || actual.TryGetProperty("error", out _)
                || !Examples.Same(check.GetProperty("result"), result, ordered: !check.TryGetProperty("order", out _)))
                wrong.Add($"{example.Text("id")} {example.Text("expression")}\n  expected {check.GetProperty("result").GetRawText()}\n  but was  {actual}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        count.ShouldBe(109);
    }

    static async Task AddFixtureAsync(ExpressionWorld world, JsonElement fixture)
    {
        string[] dates = [.. fixture.GetProperty("date_properties").EnumerateArray().Select(d => d.GetString()!)];
        string[] lookups = [.. fixture.GetProperty("lookups").EnumerateObject().Select(l => l.Name)];
        foreach (var lookup in fixture.GetProperty("lookups").EnumerateObject())
            await world.AddAsync(lookup.Name, lookup.Value, "id", isTree: false, dates);
        foreach (var label in fixture.GetProperty("label").EnumerateObject())
            await world.AddAsync(label.Name, fixture.GetProperty(label.Name), label.Value.GetString()!, dates: dates, lookups: lookups);
        await world.LinkAsync("links", "roles", "processes", fixture.GetProperty("links_roles_to_processes"));
    }
}
