using System.Text.Json;

namespace Espalier.Server.Tests.Expressions;

/// <summary>What the documentation prints as results, on the input that it names.</summary>
public sealed class DocumentedValuesTests
{
    /// <summary>The property of the input, where several inputs are documented with their results.</summary>
    static readonly Dictionary<string, string> Inputs = new() { ["GX140"] = "Age", ["GX144"] = "Performance Ranking", ["GX156"] = "Current Salary", ["GX164"] = "Planned Comp" };

    /// <summary>The only node that an example needs; none of its own where it needs no data.</summary>
    static readonly Dictionary<string, string> Nodes = new()
    {
        ["GX061"] = """{"Current Salary":408599}""",
        ["GX062"] = """{"Current Salary":408599}""",
        ["GX073"] = "{}",
        ["GX096"] = """{"Full Name":"Reece Harris"}""",
        ["GX097"] = """{"Full Name":"Harris, Reece"}""",
        ["GX100"] = """{"Full Name":"Reece Harris","Role":"CEO"}""",
        ["GX116"] = "{}",
        ["GX117"] = "{}",
        ["GX125"] = "{}",
        ["GX132"] = "{}",
        ["GX135"] = "{}",
        ["GX139"] = "{}",
        ["GX197"] = """{"HQ-Reimbursement":20}""",
    };

    [Fact]
    public async Task All_documented_values_hold()
    {
        var file = Examples.Read();
        await using var world = await ExpressionWorld.StartAsync();
        await world.AddAsync("training", TrainingData.Rows(), "Role", dates: ["Role Start Date"]);
        List<string> wrong = [];
        var checkedOnes = 0;
        foreach (var example in file.With("documented_value").Concat(file.With("derived_value")))
        {
            var id = example.Text("id");
            var expected = example.GetProperty(example.TryGetProperty("documented_value", out _) ? "documented_value" : "derived_value");
            // The misspelt keyword and the values that are written have tests of their own.
            if (id is "GX026" or "GX209")
                continue;
            checkedOnes++;
            foreach (var (data, node, value) in await CasesAsync(world, example, expected))
            {
                var actual = await world.ResultAsync(data, example.Text("expression"), node, TrainingData.Today);
                if (actual.TryGetProperty("error", out _) || !Holds(value, actual.GetProperty("result"), example))
                    wrong.Add($"{id} {example.Text("expression")}\n  expected {value}\n  but was  {actual}");
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        checkedOnes.ShouldBe(34);
    }

    [Fact]
    public async Task Values_that_are_written_are_the_documented_ones()
    {
        var example = Examples.Read().With("documented_value").Single(e => e.Text("id") == "GX209");
        var expected = example.GetProperty("documented_value");
        await using var world = await ExpressionWorld.StartAsync();
        await world.AddAsync("people", JsonDocument.Parse("""
            [{"id":"1","name":"CEO","salary":500000,"bonus":179000,"incentives":768,"absenceinstances":5,"absenceduration":8,"dateofbirth":"1968-11-01"},
             {"id":"2","name":"CFO","salary":200000,"bonus":27499,"incentives":0,"absenceinstances":7,"absenceduration":10,"dateofbirth":"1967-04-12"},
             {"id":"3","name":"Group Financial Controller","salary":150000,"bonus":8000,"incentives":702.09,"absenceinstances":0,"absenceduration":3,"dateofbirth":"1953-04-01"},
             {"id":"4","name":"Secretary","salary":30000,"bonus":0,"incentives":0,"absenceinstances":5,"absenceduration":9,"dateofbirth":"1957-11-27"}]
            """).RootElement, "name", isTree: false, dates: ["dateofbirth"]);
        await world.AddPropertiesAsync("people", """{"properties":[{"key":"annualcompensation","type":"number"},{"key":"bradford_index","type":"number"},{"key":"age","type":"number"}]}""");
        for (var i = 0; i < 4; i++)
        {
            foreach (var key in new[] { "annualcompensation", "bradford_index", "age" })
            {
                var actual = await world.ResultAsync("people", $"{example.Text("expression")};\nnode.{key}", $"{i + 1}", TrainingData.Today);
                var item = actual.GetProperty("result").GetProperty("collection")[0].GetDouble();
                item.ShouldBe(expected.GetProperty(key)[i].GetDouble(), key == "age" ? 0.01 : 1e-9, $"{key} of {i + 1}");
            }
            var carrier = await world.ResultAsync("people", example.Text("expression"), $"{i + 1}", TrainingData.Today);
            carrier.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    /// <summary>The datasets and nodes to ask, each with what it should give.</summary>
    static async Task<IReadOnlyList<(string Dataset, string Node, JsonElement Value)>> CasesAsync(ExpressionWorld world, JsonElement example, JsonElement expected)
    {
        var id = example.Text("id");
        if (Inputs.TryGetValue(id, out var property))
        {
            var runs = expected.EnumerateObject().ToList();
            var rows = runs.Select((run, i) => new Dictionary<string, object> { ["id"] = $"{i}", [property] = double.Parse(run.Name, System.Globalization.CultureInfo.InvariantCulture) });
            await world.AddAsync(id, JsonSerializer.SerializeToElement(rows), "id", isTree: false);
            return [.. runs.Select((run, i) => (id, $"{i}", run.Value))];
        }
        if (Nodes.TryGetValue(id, out var node))
        {
            var row = "{\"id\":\"1\"" + (node == "{}" ? "}" : "," + node[1..]);
            await world.AddAsync(id, JsonDocument.Parse($"[{row}]").RootElement, "id", isTree: false);
            return [(id, "1", expected)];
        }
        if (id == "GX009")
        {
            await world.AddAsync(id, JsonSerializer.SerializeToElement(Enumerable.Range(1, 1482).Select(i => new { id = $"{i}" })), "id", isTree: false);
            return [(id, "1", expected)];
        }
        var data = example.Text("documented_data");
        data.ShouldStartWith("1505 training dataset", customMessage: id);
        var selected = data.Split(", ") is [_, var who] && who.EndsWith(" selected", StringComparison.Ordinal) ? who[..^" selected".Length] : "CEO";
        return [("training", TrainingData.Id(selected), expected)];
    }

    static bool Holds(JsonElement expected, JsonElement result, JsonElement example)
    {
        var tolerance = example.TryGetProperty("tolerance", out var given) ? given.GetDouble() : 0;
        var items = result.ValueKind == JsonValueKind.Object && result.TryGetProperty("collection", out var collection) ? collection.EnumerateArray().ToList() : null;
        if (expected.ValueKind == JsonValueKind.Object)
            return items is not null && items.Count == expected.GetProperty("count").GetInt32() && expected.EnumerateObject().All(part => part.Name switch
            {
                "labels" or "first_labels" => part.Value.EnumerateArray().Zip(items).All(p => p.First.GetString() == TrainingData.Label(int.Parse(p.Second.GetString()!, System.Globalization.CultureInfo.InvariantCulture) - 1)),
                "first" => part.Value.EnumerateArray().Zip(items).All(p => Examples.Same(p.First, p.Second)),
                _ => true,
            });
        if (expected.ValueKind == JsonValueKind.Array && items is not null)
            return Examples.Same(expected, result.GetProperty("collection"));
        return Examples.Same(expected, items is [var only] ? only : result, tolerance: tolerance);
    }
}
