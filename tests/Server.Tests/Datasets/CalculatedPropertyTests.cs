using System.Text.Json;
using Espalier.Server.Tests.Reading;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Datasets;

public sealed class CalculatedPropertyTests
{
    [Fact]
    public async Task A_definition_shows_what_was_given_and_survives_a_restart()
    {
        var rates = "";
        const string Plain = """
            {"key":"total","type":"number","expression":"node.d(0).pay.sum","expressionMode":"allNodes","evaluationMode":"postFilter",
             "tags":["csv","x"],"description":"Cost of the branch","format":"#,##0","aliases":["sum","all"]}
            """;
        await using var company = await Company.StartAsync(before: async server =>
        {
            rates = await Company.AddRatesAsync(server);
            return Plain + "," + $$$"""
                {"key":"money","type":"number","lookup":{"mode":"dataset","datasetId":"{{{rates}}}","restrict":true,"sort":false} },
                {"key":"rating","type":"text","lookup":{"mode":"expression","expression":"['Low','High']"}},{"key":"short","type":"text","expression":"node.name"}
                """;
        });
        await company.Server.RestartAsync();
        var properties = (await company.Server.Api("GET", $"datasets/{company.DatasetId}")).Json.GetProperty("properties");
        JsonElement Find(string key) => properties.EnumerateArray().Single(p => p.GetProperty("key").GetString() == key);

        var total = Find("total");
        foreach (var member in JsonDocument.Parse(Plain).RootElement.EnumerateObject())
            total.GetProperty(member.Name).GetRawText().Replace(" ", "", StringComparison.Ordinal).ShouldBe(member.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Find("money").GetProperty("lookup").GetRawText().ShouldBe($$"""{"mode":"dataset","datasetId":"{{rates}}","restrict":true,"sort":false}""");
        Find("rating").GetProperty("lookup").GetRawText().ShouldBe("""{"mode":"expression","expression":"['Low','High']"}""");
        Find("short").GetProperty("expressionMode").GetString().ShouldBe("emptyCells");
        Find("short").GetProperty("evaluationMode").GetString().ShouldBe("preFilter");
        Find("pay").TryGetProperty("expression", out _).ShouldBeFalse();
        Find("pay").TryGetProperty("tags", out _).ShouldBeFalse();
        (await company.Shown("total")).ShouldBe("175 75 0 25");
    }

    [Fact]
    public async Task Fields_are_changed_one_by_one_and_null_takes_them_away()
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"number","expression":"node.pay","description":"d","tags":["t"],"lookup":{"mode":"auto"}}""");
        var changed = await company.Change("""{"properties":[{"key":"x","evaluationMode":"onDemand","description":null}]}""");
        var x = changed.Json.GetProperty("properties").EnumerateArray().Last();
        x.GetProperty("expression").GetString().ShouldBe("node.pay");
        x.GetProperty("evaluationMode").GetString().ShouldBe("onDemand");
        x.GetProperty("tags").GetArrayLength().ShouldBe(1);
        x.TryGetProperty("description", out _).ShouldBeFalse();
        changed = await company.Change("""{"properties":[{"key":"x","expression":null,"expressionMode":null,"evaluationMode":null,"tags":null,"lookup":null}]}""");
        changed.Json.GetProperty("properties").EnumerateArray().Last().GetRawText().ShouldBe("""{"key":"x","type":"number","name":"x","isRequired":false}""");
    }

    [Fact]
    public async Task What_D4_shows_can_be_sent_back()
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"number","expression":"node.pay","aliases":["y"],"lookup":{"mode":"none"}}""");
        var shown = await company.Server.Api("GET", $"datasets/{company.DatasetId}");
        (await company.Change(shown.Text)).Json.GetProperty("cacheKey").GetString().ShouldBe(shown.Json.GetProperty("cacheKey").GetString());
    }

    [Fact]
    public async Task Wrong_expressions_are_refused_all_at_once_with_their_places()
    {
        await using var server = await TestServer.StartAsync();
        var refused = await server.Api("POST", "datasets", Company.Definition("Bad", """
            {"key":"a","type":"number","expression":"node.pay +"},
            {"key":"b","type":"number","expression":"node.a","expressionMode":"sometimes","evaluationMode":"later"},
            {"key":"c","type":"number","lookup":{"mode":"expression","expression":"['x'"}},
            {"key":"d","type":"number","lookup":{"mode":"dataset"}},
            {"key":"e","type":"number","lookup":{"mode":"dataset","datasetId":"00000000-0000-0000-0000-000000000001"}},
            {"key":"f","type":"number","lookup":{"datasetId":"x"},"tags":"t","aliases":["a","a"],"description":1},
            {"key":"g","type":"number","expression":"whlie (true) { 1 }"}
            """));
        refused.Status.ShouldBe(400);
        var errors = refused.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").Order().Distinct();
        errors.ShouldBe([
            "400902 $.properties[11].lookup.mode", "400902 $.properties[9].lookup.datasetId", "400903 $.properties[11].description", "400903 $.properties[11].lookup.datasetId",
            "400903 $.properties[11].tags", "400904 $.properties[7].evaluationMode", "400904 $.properties[7].expressionMode", "400907 $.properties[11].aliases[1]",
            "400919 $.properties[12].expression", "400919 $.properties[6].expression", "400919 $.properties[8].lookup.expression", "400920 $.properties[10].lookup.datasetId"],
            ignoreOrder: true);
        refused.Text.ShouldContain("[line:1/K");
        refused.Text.ShouldContain("did you mean `while`");
    }

    [Fact]
    public async Task An_expression_may_name_a_property_of_the_same_request()
    {
        await using var company = await Company.StartAsync("""{"key":"t2","type":"number","expression":"node.t1 + 1"},{"key":"t1","type":"number","expression":"node.pay"}""");
        (await company.Shown("t2")).ShouldBe("101 51 - 26");
    }

    [Fact]
    public async Task A_bad_change_leaves_the_last_good_expression()
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"number","expression":"node.pay"}""");
        var refused = await company.Change("""{"properties":[{"key":"x","expression":"node.("}]}""");
        refused.Status.ShouldBe(400);
        refused.Codes.ShouldAllBe(code => code == "400919");
        (await company.Shown("x")).ShouldBe("100 50 - 25");
    }
}
