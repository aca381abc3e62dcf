using System.Text.Json;

namespace Espalier.Server.Tests.Links;

/// <summary>Links datasets as datasets: making, changing, listing and describing them.</summary>
public sealed class LinksDatasetTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync("""{"key":"since","type":"date"}""");

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task A_links_dataset_has_its_own_properties_and_those_that_are_added()
    {
        var made = await _firm.Server.Api("POST", "links", $$"""
            {"name":"Two","fromDatasetId":"{{_firm.People.ToLowerInvariant()}}","toDatasetId":"{{_firm.Positions}}","tags":["a","b"],
             "additionalProperties":[[{"key":"note","type":"string","name":"A note"}]]}
            """);
        made.Status.ShouldBe(201, made.Text);
        var links = made.Json;
        links.GetProperty("type").GetString().ShouldBe("LINKS");
        links.GetProperty("autoId").GetString().ShouldBe("link_id");
        links.GetProperty("name").GetString().ShouldBe("Two");
        links.GetProperty("createdBy").GetString().ShouldBe("admin@example.com");
        links.GetProperty("cacheKey").GetString().ShouldNotBeNullOrEmpty();
        links.GetProperty("fromDatasetId").GetString().ShouldBe(_firm.People);
        links.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["a", "b"]);
        Properties(links).ShouldBe(["from_id string True", "to_id string True", "link_id string True", "allocation number True", "note text False"]);
        (await _firm.Server.Api("GET", $"datasets/{links.GetProperty("datasetId").GetString()}/items")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_new_one_is_told_with_its_place()
    {
        var answer = await _firm.Server.Api("POST", "links", $$"""
            {"fromDatasetId":"x","toDatasetId":"11111111-2222-3333-4444-555555555555","mist":1,
             "additionalProperties":[{"key":"allocation","type":"text"},{"key":"n","type":"number"},{"key":"n","type":"many"}]}
            """);
        answer.Status.ShouldBe(400);
        Errors(answer.Json).ShouldBe(
        [
            "400902 $.name", "400903 $.fromDatasetId", "400904 $.additionalProperties[2].type", "400907 $.additionalProperties[2].key",
            "400915 $.additionalProperties[0].key", "400905 $.mist", "400915 $.toDatasetId",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Both_ends_are_two_plain_datasets_of_different_types()
    {
        var other = await Firm.CreateAsync(_firm.Server, "datasets",
            """{"name":"More","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"text"}]}""");
        (await Refused(_firm.People, _firm.People)).ShouldBe(["400915 $.toDatasetId"]);
        (await Refused(_firm.People, other)).ShouldBe(["400915 $.toDatasetId"]);
        (await Refused(_firm.Links, _firm.Positions)).ShouldBe(["400915 $.fromDatasetId"]);

        async Task<string[]> Refused(string from, string to)
        {
            var answer = await _firm.Server.Api("POST", "links", $$"""{"name":"L","fromDatasetId":"{{from}}","toDatasetId":"{{to}}"}""");
            answer.Status.ShouldBe(400);
            return Errors(answer.Json);
        }
    }

    [Fact]
    public async Task A_change_merges_and_leaves_alone_what_every_links_dataset_has()
    {
        var key = await CacheKey();
        var changed = await Change("""{"name":"New name","tags":["x"],"additionalProperties":[{"key":"since","name":"Since when"},{"key":"n","type":"number"}]}""");
        changed.GetProperty("name").GetString().ShouldBe("New name");
        Properties(changed).ShouldBe(["from_id string True", "to_id string True", "link_id string True", "allocation number True", "since date False", "n number False"]);
        (await CacheKey()).ShouldNotBe(key);

        var reduced = await Change("""{"additionalProperties":[{"key":"n"}],"tags":null}""", "?deleteOmittedProperties=true");
        Properties(reduced).ShouldBe(["from_id string True", "to_id string True", "link_id string True", "allocation number True", "n number False"]);
        reduced.TryGetProperty("tags", out _).ShouldBeFalse();

        key = await CacheKey();
        await Change(reduced.GetRawText());
        (await CacheKey()).ShouldBe(key);
    }

    [Fact]
    public async Task A_change_of_the_ends_or_of_core_properties_is_refused()
    {
        var answer = await _firm.Server.Api("PUT", $"links/{_firm.Links}?deleteOmittedProperties=perhaps", $$"""
            {"toDatasetId":"{{_firm.People}}","additionalProperties":[{"key":"from_id","type":"number"},{"key":"new"}]}
            """);
        answer.Status.ShouldBe(400);
        Errors(answer.Json).ShouldBe(
            ["400903 deleteOmittedProperties", "400915 $.additionalProperties[0].key", "400915 $.toDatasetId", "400902 $.additionalProperties[1].type"], ignoreOrder: true);
        Errors((await _firm.Server.Api("PATCH", $"links/{_firm.Links}?deleteOmittedProperties=true", "{}")).Json).ShouldBe(["400902 $.additionalProperties"]);
    }

    [Fact]
    public async Task A_dataset_that_is_no_links_dataset_is_not_found_as_one()
    {
        foreach (var (method, path) in new[] { ("PATCH", ""), ("PUT", "/items"), ("PUT", "/items/import"), ("PUT", "/items/sync") })
        {
            var body = path switch
            {
                "" => "{}",
                "/items" => "[]",
                "/items/import" => """{"importLocation":{"method":"GET","url":"https://example.com/x"}}""",
                _ => $$"""{"sourceDatasetId":"{{_firm.People}}","targetDatasetAutoId":"seat"}""",
            };
            var plain = await _firm.Server.Api(method, $"links/{_firm.People}{path}", body);
            plain.Status.ShouldBe(404, plain.Text);
            plain.Json.GetProperty("errors")[0].GetProperty("resourcePath").GetString().ShouldBe($"T1/links/{_firm.People}");
            Errors((await _firm.Server.Api(method, $"links/mist{path}", body)).Json).ShouldBe(["400603 {linksDatasetId}"]);
        }
    }

    [Fact]
    public async Task The_ways_of_plain_datasets_are_refused()
    {
        var changed = await _firm.Server.Api("PATCH", $"datasets/{_firm.Links}", """{"name":"x"}""");
        (changed.Status, changed.Codes[0]).ShouldBe((400, "400915"));
        Errors((await _firm.Server.Api("PUT", $"datasets/{_firm.Links}/items", "[]")).Json).ShouldBe(["400900 {datasetId}"]);
        Errors((await _firm.Server.Api("PUT", $"datasets/{_firm.Links}/items/import",
            """{"importLocation":{"method":"GET","url":"https://example.com/x"}}""")).Json).ShouldBe(["400900 {datasetId}"]);
        Errors((await _firm.Server.Api("POST", "datasets",
            """{"name":"L","type":"LINKS","autoId":"id","labelId":"id","properties":[{"key":"id","type":"text"}]}""")).Json).ShouldBe(["400915 $.type"]);
    }

    [Fact]
    public async Task Links_datasets_are_listed_and_read_as_all_datasets_are()
    {
        await _firm.Wrote("""[{"_action":"create","from_id":1,"to_id":"p1"}]""");
        var listed = (await _firm.Server.Api("GET", "datasets")).Json.EnumerateArray().Single(d => d.GetProperty("type").GetString() == "LINKS");
        listed.GetProperty("datasetId").GetString().ShouldBe(_firm.Links);
        var rows = await _firm.Server.Api("GET", listed.GetProperty("_links").GetProperty("dataset:export").GetProperty("url").GetString() + "/jsonObjects");
        rows.Json[0].GetProperty("from_id").GetString().ShouldBe("1");
        rows.Json[0].GetProperty("allocation").GetDouble().ShouldBe(1);
        var described = (await _firm.Server.Api("GET", $"datasets/{_firm.Links}")).Json;
        described.GetProperty("properties")[0].GetProperty("type").GetString().ShouldBe("string");
        described.GetProperty("properties")[2].GetProperty("isAutoId").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Each_of_the_three_sees_the_other_two()
    {
        (await Relation(_firm.People)).ShouldBe("link:Who sits where target:Posts");
        (await Relation(_firm.Positions)).ShouldBe("source:Staff link:Who sits where");
        (await Relation(_firm.Links)).ShouldBe("source:Staff target:Posts");

        async Task<string> Relation(string dataset)
        {
            var relation = (await _firm.Server.Api("GET", $"datasets/{dataset}")).Json.GetProperty("linkingRelationships").EnumerateArray().Single();
            relation.GetProperty("datasetId").GetString().ShouldBe(_firm.Links);
            relation.GetProperty("type").GetString().ShouldBe("LINKS");
            var export = relation.GetProperty("_links").GetProperty("export");
            export.GetProperty("url").GetString().ShouldEndWith($"/api/v1/T1/datasets/{dataset}/export");
            export.GetProperty("contentType").GetString().ShouldBe("application/json; charset=UTF-8");
            var started = await _firm.Server.Api(export.GetProperty("method").GetString()!, export.GetProperty("url").GetString()!, export.GetProperty("jsonBody").GetRawText());
            (await _firm.Result(started)).Status.ShouldBe(200);
            var others = new[] { "source", "link", "target" }.Where(role => relation.TryGetProperty(role, out _)).ToArray();
            foreach (var role in others)
                (await _firm.Server.Api("GET", relation.GetProperty(role).GetProperty("_links").GetProperty("dataset:retrieve").GetProperty("url").GetString()!)).Status.ShouldBe(200);
            return string.Join(' ', others.Select(role => $"{role}:{relation.GetProperty(role).GetProperty("name").GetString()}"));
        }
    }

    [Fact]
    public async Task A_links_dataset_outlives_a_restart()
    {
        await _firm.Wrote("""[{"_action":"create","from_id":1,"to_id":"p1"}]""");
        await _firm.Server.RestartAsync();
        (await _firm.Wrote("""[{"_action":"update","from_id":"1","to_id":"p1","allocation":0.25}]""")).ShouldBe(["success update [1,\"p1\"]"]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=0.25"]);
    }

    static string[] Properties(JsonElement dataset) => [.. dataset.GetProperty("properties").EnumerateArray()
        .Select(p => $"{p.GetProperty("key").GetString()} {p.GetProperty("type").GetString()} {p.GetProperty("isRequired").GetBoolean()}")];

    static string[] Errors(JsonElement answer) => [.. answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString() + " "
        + new[] { "pathParameter", "queryParameter", "jsonBody", "resourcePath" }.Select(l => e.TryGetProperty(l, out var value) ? value.GetString() : null).FirstOrDefault(l => l is not null))];

    async Task<string?> CacheKey() => (await _firm.Server.Api("GET", $"datasets/{_firm.Links}")).Json.GetProperty("cacheKey").GetString();

    async Task<JsonElement> Change(string body, string query = "")
    {
        var answer = await _firm.Server.Api("PATCH", $"links/{_firm.Links}{query}", body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }
}
