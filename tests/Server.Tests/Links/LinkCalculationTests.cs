namespace Espalier.Server.Tests.Links;

/// <summary>Calculations over links, in exports and in on-demand runs.</summary>
public sealed class LinkCalculationTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync()
    {
        _firm = await Firm.StartAsync("""{"key":"half","type":"number","expression":"node.allocation / 2","expressionMode":"allNodes"}""",
            """
            ,{"key":"cost","type":"number","expression":"node.links.math(\"allocation*to.budget\").sum","expressionMode":"allNodes"},
             {"key":"titles","type":"text","expression":"node.links.to.title.join(\"+\")","expressionMode":"allNodes"},
             {"key":"ofHalf","type":"number","expression":"node.links.half.sum","expressionMode":"allNodes"},
             {"key":"back","type":"number","expression":"node.links.to.links.to.pay.sum","expressionMode":"allNodes"},
             {"key":"saved","type":"number","expression":"node.links.to.budget.sum","evaluationMode":"onDemand","expressionMode":"allNodes"}
            """,
            """
            ,{"key":"filled","type":"number","expression":"node.links.allocation.sum","expressionMode":"allNodes"},
             {"key":"mine","type":"number","expression":"node.links.math(\"allocation*to.pay + from.budget\").sum","expressionMode":"allNodes"},
             {"key":"vacant","type":"boolean","expression":"node.links.count == 0","expressionMode":"allNodes"}
            """);
        (await _firm.Wrote("""
            [{"_action":"create","from_id":1,"to_id":"p1","allocation":0.5},{"_action":"create","from_id":1,"to_id":"p2","allocation":0.25},
             {"_action":"create","from_id":2,"to_id":"p1"},{"_action":"create","from_id":3,"to_id":"mist"},{"_action":"create","from_id":99,"to_id":"p3"}]
            """)).Length.ShouldBe(5);
    }

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task From_and_to_are_seen_from_the_node_that_one_stands_on()
    {
        (await _firm.Exported(_firm.People, "cost")).ShouldBe("62.5 90 0 0");
        (await _firm.Exported(_firm.People, "titles")).ShouldBe("Head+Hand Head - -");
        (await _firm.Exported(_firm.Positions, "filled")).ShouldBe("1.5 0.25 0");
        (await _firm.Exported(_firm.Positions, "mine")).ShouldBe("280 95 0");
        (await _firm.Exported(_firm.Positions, "vacant")).ShouldBe("False False True");
    }

    [Fact]
    public async Task Calculated_values_of_links_and_of_the_way_back_count()
    {
        (await _firm.Exported(_firm.People, "ofHalf")).ShouldBe("0.375 0.5 0 0");
        (await _firm.Exported(_firm.People, "back")).ShouldBe("250 150 0 0");
    }

    [Fact]
    public async Task Without_links_being_named_there_are_none()
    {
        (await _firm.Exported(_firm.People, "cost", linked: false)).ShouldBe("0 0 0 0");
        (await _firm.Exported(_firm.People, "cost")).ShouldBe("62.5 90 0 0");
        (await _firm.Server.Api("GET", $"datasets/{_firm.People}/export/jsonObjects")).Json[0].GetProperty("cost").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task What_changes_anywhere_shows_at_once()
    {
        await _firm.Exported(_firm.People, "cost");
        await _firm.Wrote("""[{"_action":"update","from_id":1,"to_id":"p2","allocation":1}]""");
        (await _firm.Exported(_firm.People, "cost")).ShouldBe("115 90 0 0");
        (await _firm.Server.Api("PUT", $"datasets/{_firm.Positions}/items?autoId=true",
            """[{"_action":"update","post":"p1","budget":1},{"_action":"create","post":"mist","budget":7}]""")).Status.ShouldBe(200);
        (await _firm.Exported(_firm.People, "cost")).ShouldBe("70.5 1 7 0");
    }

    [Fact]
    public async Task On_demand_runs_see_links_and_are_saved()
    {
        (await _firm.Exported(_firm.People, "saved", ""","executeOnDemand":["saved"]""")).ShouldBe("160 90 0 0");
        (await _firm.Exported(_firm.People, "saved")).ShouldBe("- - - -");
        var run = await _firm.Server.Api("POST", $"datasets/{_firm.People}/executeOnDemand",
            $$"""{"executeOnDemand":["saved"],"dataset":{"linkingRelationships":[{"datasetId":"{{_firm.Links}}"}]} }""");
        (await _firm.Result(run)).Json.GetArrayLength().ShouldBe(4);
        (await _firm.Exported(_firm.People, "saved", linked: false)).ShouldBe("160 90 0 0");
    }

    [Theory]
    [InlineData("export")]
    [InlineData("executeOnDemand")]
    public async Task Links_datasets_that_are_none_of_the_dataset_are_refused(string path)
    {
        var other = await Firm.CreateAsync(_firm.Server, "datasets",
            """{"name":"R","type":"ROLES","autoId":"id","labelId":"id","properties":[{"key":"id","type":"text"}]}""");
        var foreign = await Firm.CreateAsync(_firm.Server, "links", $$"""{"name":"F","fromDatasetId":"{{other}}","toDatasetId":"{{_firm.Positions}}"}""");
        var answer = await _firm.Server.Api("POST", $"datasets/{_firm.People}/{path}", $$"""
            {"executeOnDemand":["saved"],"dataset":{"linkingRelationships":[{"datasetId":"{{_firm.Links}}"},{"datasetId":"{{foreign}}"},{"datasetId":"{{_firm.Links}}"},
             {"datasetId":"x"},{"datasetId":"{{_firm.Positions}}"},{},7]} }
            """);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(
        [
            "400905 $.dataset.linkingRelationships[1].datasetId", "400907 $.dataset.linkingRelationships[2].datasetId",
            "400903 $.dataset.linkingRelationships[3].datasetId", "400905 $.dataset.linkingRelationships[4].datasetId",
            "400902 $.dataset.linkingRelationships[5].datasetId", "400903 $.dataset.linkingRelationships[6]",
        ]);
    }
}
