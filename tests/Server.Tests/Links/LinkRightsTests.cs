using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Links;

/// <summary>Links lead only to what the caller may see.</summary>
public sealed class LinkRightsTests : IAsyncLifetime
{
    Firm _firm = null!;
    string _ann = null!;

    public async ValueTask InitializeAsync()
    {
        _firm = await Firm.StartAsync(ofPeople: """
            ,{"key":"cost","type":"number","expression":"node.links.math(\"allocation*to.budget\").sum","expressionMode":"allNodes"},
             {"key":"posts","type":"number","expression":"node.links.to.count","expressionMode":"allNodes"},
             {"key":"saved","type":"number","expression":"node.links.to.budget.sum","evaluationMode":"onDemand","expressionMode":"allNodes"}
            """);
        await _firm.Wrote("""[{"_action":"create","from_id":1,"to_id":"p1"},{"_action":"create","from_id":1,"to_id":"p2"},{"_action":"create","from_id":2,"to_id":"p2","allocation":0.5}]""");
        await _firm.Server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["ann"] });
        _ann = await _firm.Server.TokenFor("ann@example.com");
        await Grant(_firm.People, """{"grants":[{"group":"ann","level":"update"}]}""");
        await Grant(_firm.Links, """{"grants":[{"group":"ann","level":"update"}]}""");
    }

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task Without_the_other_end_there_is_no_relationship()
    {
        (await Ann("GET", $"datasets/{_firm.People}")).Json.GetProperty("linkingRelationships").GetArrayLength().ShouldBe(0);
        var refused = await Export();
        refused.Status.ShouldBe(400);
        refused.Codes.ShouldBe(["400905"]);
        (await Ann("POST", "links", $$"""{"name":"L","fromDatasetId":"{{_firm.People}}","toDatasetId":"{{_firm.Positions}}"}""")).Codes.ShouldBe(["400915"]);
        (await Sync()).Status.ShouldBe(404);

        await Grant(_firm.Positions, """{"grants":[{"group":"ann","level":"read"}]}""");
        (await Ann("GET", $"datasets/{_firm.People}")).Json.GetProperty("linkingRelationships").GetArrayLength().ShouldBe(1);
        (await Exported("cost")).ShouldBe("160 35 0 0");
    }

    [Fact]
    public async Task Rows_out_of_sight_are_not_at_the_end_of_links()
    {
        await Grant(_firm.Positions, """{"grants":[{"group":"ann","level":"read"}],"rows":[{"groups":["ann"],"filter":{"post":"p1"},"level":"read"}]}""");
        (await Exported("cost")).ShouldBe("90 0 0 0");
        (await Exported("posts")).ShouldBe("1 0 0 0");
        (await _firm.Exported(_firm.People, "cost")).ShouldBe("160 35 0 0");

        var run = await Ann("POST", $"datasets/{_firm.People}/executeOnDemand",
            $$"""{"executeOnDemand":["saved"],"dataset":{"linkingRelationships":[{"datasetId":"{{_firm.Links}}"}]} }""");
        await _firm.Result(run);
        (await _firm.Exported(_firm.People, "saved", linked: false)).ShouldBe("90 0 0 0");
    }

    [Fact]
    public async Task Hidden_properties_are_blank_at_the_end_of_links()
    {
        await Grant(_firm.Positions, """{"grants":[{"group":"ann","level":"read"}],"properties":[{"key":"budget","default":"hidden"}]}""");
        (await Exported("cost")).ShouldBe("0 0 0 0");
        (await Exported("posts")).ShouldBe("2 1 0 0");
    }

    [Fact]
    public async Task Without_ids_in_sight_nothing_is_linked()
    {
        await Grant(_firm.Positions, """{"grants":[{"group":"ann","level":"read"}],"properties":[{"key":"post","default":"hidden"}]}""");
        (await Exported("cost")).ShouldBe("0 0 0 0");
        (await Exported("posts")).ShouldBe("0 0 0 0");
        (await Sync()).Codes.ShouldBe(["403901"]);

        await Grant(_firm.Positions, """{"grants":[{"group":"ann","level":"read"}]}""");
        await Grant(_firm.Links, """{"grants":[{"group":"ann","level":"update"}],"properties":[{"key":"to_id","default":"hidden"}]}""");
        (await Exported("cost")).ShouldBe("0 0 0 0");
        (await Ann("PUT", $"links/{_firm.Links}/items", "[]")).Codes.ShouldBe(["403901"]);
        (await Sync()).Codes.ShouldBe(["403901"]);
    }

    [Fact]
    public async Task Who_may_not_change_what_is_computed_still_makes_links()
    {
        await Grant(_firm.Links, """{"grants":[{"group":"ann","level":"update"}],"properties":[{"key":"link_id","default":"read"},{"key":"allocation","default":"read"}]}""");
        var made = await Ann("PUT", $"links/{_firm.Links}/items", """[{"_action":"update","from_id":3,"to_id":"p3"}]""");
        made.Status.ShouldBe(200, made.Text);
        (await _firm.Stored())[^1].ShouldBe("[3,\"p3\"]=1");
        (await Ann("PUT", $"links/{_firm.Links}/items", """[{"_action":"update","from_id":3,"to_id":"p3","allocation":2}]""")).Codes.ShouldBe(["403903"]);
    }

    [Fact]
    public async Task A_dry_run_and_a_limit_of_deletes_hold_for_links_too()
    {
        (await _firm.Wrote("""[{"_action":"create","from_id":4,"to_id":"p1"}]""", "dryRun=true&implicitDelete=true")).Length.ShouldBe(4);
        (await _firm.Write("[]", "implicitDelete=true&maxDeletes=2")).Codes.ShouldBe(["400940"]);
        (await _firm.Stored()).Length.ShouldBe(3);
        (await _firm.Server.Own("POST", "drafts", $$"""{"datasetId":"{{_firm.Links}}","name":"x"}""")).Codes.ShouldBe(["400915"]);
    }

    Task<Answer> Ann(string method, string path, object? body = null) => _firm.Server.Api(method, path, body, _ann);

    async Task Grant(string dataset, string rights)
    {
        var answer = await _firm.Server.Own("PUT", $"datasets/{dataset}/rights", rights);
        answer.Status.ShouldBe(200, answer.Text);
    }

    Task<Answer> Export() => Ann("POST", $"datasets/{_firm.People}/export/jsonObjects", $$"""{"dataset":{"linkingRelationships":[{"datasetId":"{{_firm.Links}}"}]} }""");

    Task<Answer> Sync() => Ann("PUT", $"links/{_firm.Links}/items/sync", $$"""{"sourceDatasetId":"{{_firm.People}}","targetDatasetAutoId":"seat"}""");

    async Task<string> Exported(string key) => string.Join(' ', (await _firm.Result(await Export())).Json.EnumerateArray().Select(row => row.GetProperty(key).ToString()));
}
