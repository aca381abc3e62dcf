using System.Text.Json;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Exports of a dataset with drafts laid over it, and comparisons of the two.</summary>
public sealed class DraftExportTests
{
    [Fact]
    public async Task An_export_with_a_draft_tells_what_the_draft_does()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        (await Export(drafting, "", draft)).ShouldBe("1:none|1|1 2:updated|2|1 3:deleted|| 4:new|3|0");
        (await Export(drafting, """,{"filter":{"_change":{"$nin":["none"]},"salary":{"$lt":50}}}""", draft)).ShouldBe("4:new|3|0");
        (await Export(drafting, """,{"filter":{"_change":"deleted"}}""", draft)).ShouldBe("3:deleted||");
        (await Export(drafting, "")).ShouldBe("1:none|1|2 2:none|2|0 3:none|2|0");
    }

    [Fact]
    public async Task Several_drafts_are_laid_over_each_other()
    {
        await using var drafting = await Drafting.StartAsync();
        var first = await drafting.CreateFilled();
        var second = await drafting.Create("Second");
        await drafting.Write(second, """[{"_action":"update","employeeID":1,"salary":1},{"_action":"delete","employeeID":2}]""");
        (await Export(drafting, "", first, second)).ShouldBe("1:updated|1|0 2:deleted|| 3:deleted|| 4:new|1|0");
    }

    [Fact]
    public async Task A_draft_that_is_not_there_is_told_with_its_place_or_path()
    {
        await using var drafting = await Drafting.StartAsync();
        var path = $"datasets/{drafting.Staff.DatasetId}/export/csv";
        var wrong = await drafting.Server.Api("POST", path, """{"dataset":{"drafts":[{"draftId":"x","layerKey":"main"}]}}""");
        wrong.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("jsonBody").GetString())
            .ShouldBe(["$.dataset.drafts[0].layerKey", "$.dataset.drafts[0].draftId"], ignoreOrder: true);
        var id = Guid.NewGuid().ToString().ToUpperInvariant();
        var unknown = await drafting.Server.Api("POST", path, $$$"""{"dataset":{"drafts":[{"draftId":"{{{id}}}"}]}}""");
        unknown.Codes.ShouldBe(["404902"]);
        unknown.Json.GetProperty("errors")[0].GetProperty("resourcePath").GetString().ShouldBe($"T1/drafts/{id}");
    }

    [Fact]
    public async Task A_comparison_shows_as_is_to_be_and_net()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        (await Compare(drafting, draft, "{}")).ShouldBe(["|count:3>3=0"]);
        (await Compare(drafting, draft, """
            {"groupBy":"location","measures":[{"op":"count"},{"key":"salary","op":"sum"},{"key":"salary","op":"avg"}]}
            """)).ShouldBe(
        [
            "Leeds|count:1>0=-1", "Leeds|sum:50>0=-50", "Leeds|avg:50>-=-",
            "London|count:2>1=-1", "London|sum:100>100=0", "London|avg:100>100=0",
            "York|count:0>1=1", "York|sum:0>60=60", "York|avg:->60=-",
            "null|count:0>1=1", "null|sum:0>10=10", "null|avg:->10=-",
        ]);
        (await Compare(drafting, draft, """{"groupBy":"_depth","measures":[{"key":"salary","op":"max"}]}"""))
            .ShouldBe(["1|max:100>100=0", "2|max:50>60=10", "3|max:->10=-"]);
        await drafting.Write(draft, """[{"_action":"update","employeeID":1,"dob":"2020-01-11"}]""");
        await drafting.Staff.Write("autoId=true", """[{"_action":"update","employeeID":1,"dob":"2020-01-01"}]""");
        (await Compare(drafting, draft, """{"measures":[{"key":"dob","op":"min"}]}""")).ShouldBe(["|min:2020-01-01>2020-01-11=10"]);
    }

    [Fact]
    public async Task Calculated_values_are_compared_and_exported()
    {
        await using var drafting = await Drafting.StartAsync();
        (await drafting.Server.Api("PATCH", $"datasets/{drafting.Staff.DatasetId}", """
            {"properties":[{"key":"cost","type":"number","expression":"node.salary * 2","expressionMode":"allNodes"}]}
            """)).Status.ShouldBe(200);
        var draft = await drafting.CreateFilled();
        (await Compare(drafting, draft, """{"measures":[{"key":"cost","op":"sum"}]}""")).ShouldBe(["|sum:300>340=40"]);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_comparison_is_told_at_once()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.Create();
        var wrong = await drafting.Server.Api("POST", $"{Drafting.Own}/drafts/{draft}/compare", """
            {"groupBy":"nothing","measures":[{"op":"median"},{"op":"sum"},{"op":"sum","key":"location"},{"op":"max","key":"none"},{}],"more":1}
            """);
        wrong.Status.ShouldBe(400);
        wrong.Codes.Order().ShouldBe(["400902", "400902", "400904", "400905", "400905", "400909", "400909"]);
        (await drafting.Server.Api("POST", $"{Drafting.Own}/drafts/{draft}/compare", """{"measures":[]}""")).Codes.ShouldBe(["400906"]);
    }

    /// <summary>The rows as <c>group|op:asIs>toBe=net</c>.</summary>
    static async Task<string[]> Compare(Drafting drafting, string draft, string body)
    {
        var compared = await drafting.Server.Api("POST", $"{Drafting.Own}/drafts/{draft}/compare", body);
        compared.Status.ShouldBe(200, compared.Text);
        return [.. compared.Json.EnumerateArray().Select(row =>
            $"{(row.TryGetProperty("group", out var group) ? Print(group, "null") : "")}|{row.GetProperty("op").GetString()}:"
            + $"{Print(row.GetProperty("asIs"), "-")}>{Print(row.GetProperty("toBe"), "-")}={Print(row.GetProperty("net"), "-")}")];

        static string Print(JsonElement value, string nothing) => value.ValueKind == JsonValueKind.Null ? nothing : value.ToString();
    }

    /// <summary>Rows as <c>employeeID:change|depth|children</c>.</summary>
    static async Task<string> Export(Drafting drafting, string output, params string[] drafts)
    {
        var layers = string.Join(',', drafts.Select(draft => $$"""{"draftId":"{{draft}}","layerKey":"default"}"""));
        var ticket = await drafting.Staff.Ended(await drafting.Server.Api("POST", $"datasets/{drafting.Staff.DatasetId}/export/jsonObjects",
            $$$"""{"dataset":{"drafts":[{{{layers}}}]},"query":{"output":{{{(output.Length == 0 ? "{}" : output[1..])}}} } }"""));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        return string.Join(' ', (await drafting.Staff.Result(ticket)).Json.EnumerateArray().Select(row =>
            $"{row.GetProperty("employeeID")}:{row.GetProperty("_change")}|{row.GetProperty("_depth")}|{row.GetProperty("_outgoing_count")}"));
    }
}
