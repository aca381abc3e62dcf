using System.Text.Json;
using Espalier.Server.Datasets;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Datasets;

/// <summary>D1 to D4 over HTTP.</summary>
public sealed class DatasetApiTests : IAsyncLifetime
{
    const string People = """
        {"name":"People","type":"PEOPLE","autoId":"employeeID","labelId":"fullName","treeId":"employeeID","treeParentId":"managerID",
         "tags":["demo"],
         "properties":[{"key":"employeeID","type":"number"},{"key":"fullName","type":"string","name":"Full name"},
                       {"key":"managerID","type":"number","isRequired":true},{"key":"dob","type":"date"},{"key":"on leave","type":"boolean","isRequired":true}]}
        """;

    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    async Task<JsonElement> CreateAsync(string body = People)
    {
        var answer = await _server.Api("POST", "datasets", body);
        answer.Status.ShouldBe(201, answer.Text);
        return answer.Json;
    }

    static string IdOf(JsonElement dataset) => dataset.GetProperty("datasetId").GetString()!;

    static string[] Places(Answer answer) =>
    [
        .. answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString() + " "
            + (e.TryGetProperty("jsonBody", out var place) ? place
                : e.TryGetProperty("queryParameter", out place) ? place
                : e.TryGetProperty("pathParameter", out place) ? place : e.GetProperty("resourcePath")).GetString()),
    ];

    [Fact]
    public async Task A_server_that_starts_opens_the_datasets_that_changed_last()
    {
        var id = IdOf(await CreateAsync());
        await _server.RestartAsync();
        await _server.Get<DatasetPreload>().Opening;
        _server.Get<LiveDatasets>().Count.ShouldBe(1);
        (await _server.Api("GET", $"datasets/{id}/items")).Status.ShouldBe(200);
        _server.Get<LiveDatasets>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_dataset_is_described_as_it_was_made()
    {
        var made = await CreateAsync();
        var id = IdOf(made);
        id.ShouldBe(id.ToUpperInvariant());
        made.GetProperty("properties").GetRawText().ShouldBe("""
            [{"key":"employeeID","type":"number","name":"employeeID","isRequired":true,"isAutoId":true,"isTreeId":true,"isCore":true},
            {"key":"fullName","type":"text","name":"Full name","isRequired":true,"isLabelId":true,"isCore":true},
            {"key":"managerID","type":"number","name":"managerID","isRequired":true,"isTreeParentId":true,"isCore":true},
            {"key":"dob","type":"date","name":"dob","isRequired":false},
            {"key":"on leave","type":"boolean","name":"on leave","isRequired":true}]
            """.ReplaceLineEndings(""));
        made.GetProperty("createdBy").GetString().ShouldBe(TestServer.Admin);
        made.GetProperty("createdAt").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        made.GetProperty("tags").GetRawText().ShouldBe("""["demo"]""");
        Convert.FromBase64String(made.GetProperty("cacheKey").GetString()!).Length.ShouldBe(64);

        var shown = (await _server.Api("GET", $"datasets/{id.ToLowerInvariant()}")).Json;
        shown.GetRawText().ShouldBe(made.GetRawText());
        shown.GetProperty("drafts").GetRawText().ShouldBe("[]");
        shown.GetProperty("linkingRelationships").GetRawText().ShouldBe("[]");
        var transaction = shown.GetProperty("items").GetProperty("lastTransactionId").GetString()!;
        var at = Convert.ToInt64(transaction.Replace("-", "", StringComparison.Ordinal)[..16], 16);
        DateTimeOffset.FromUnixTimeMilliseconds(at).ShouldBe(shown.GetProperty("items").GetProperty("modifiedAt").GetDateTimeOffset());
        var links = shown.GetProperty("_links");
        links.EnumerateObject().Select(l => l.Name).ShouldBe(["self", "dataset:export:jsonRows", "dataset:export:jsonColumns",
            "dataset:export:jsonObjects", "dataset:export:csv", "dataset:export:tsv"]);
        links.GetProperty("self").GetRawText().ShouldBe(
            $$"""{"url":"{{_server.Url}}/api/v1/T1/datasets/{{id}}","method":"GET","type":"application/json; charset=UTF-8"}""");
        links.GetProperty("dataset:export:csv").GetRawText().ShouldBe(
            $$"""{"url":"{{_server.Url}}/api/v1/T1/datasets/{{id}}/export/csv","method":"POST","type":"application/json; charset=UTF-8"}""");
    }

    [Fact]
    public async Task What_is_not_set_is_left_out()
    {
        var made = await CreateAsync("""{"name":"Flat","type":"ROLES","autoId":"a","labelId":"a","treeId":null,"tags":null,"properties":[{"key":"a","type":"text"}]}""");
        foreach (var name in new[] { "treeId", "treeParentId", "tags" })
            made.TryGetProperty(name, out _).ShouldBeFalse(name);
        made.GetProperty("properties")[0].GetRawText().ShouldBe(
            """{"key":"a","type":"text","name":"a","isRequired":true,"isAutoId":true,"isLabelId":true,"isCore":true}""");
    }

    [Fact]
    public async Task Datasets_are_listed_by_name_and_then_by_id()
    {
        (await _server.Api("GET", "datasets")).Text.ShouldBe("[]");
        foreach (var name in new[] { "B", "A", "B", "C" })
            await CreateAsync(People.Replace("\"People\"", $"\"{name}\"", StringComparison.Ordinal));

        var listed = (await _server.Api("GET", "datasets")).Json.EnumerateArray().ToArray();
        listed.Select(d => d.GetProperty("name").GetString()).ShouldBe(["A", "B", "B", "C"]);
        string.CompareOrdinal(IdOf(listed[1]), IdOf(listed[2])).ShouldBeLessThan(0);
        listed[0].GetRawText().ShouldBe(
            $$$$"""
            {"isPermissionedView":false,"datasetId":"{{{{IdOf(listed[0])}}}}","name":"A","type":"PEOPLE","_links":{
            "dataset:retrieve":{"url":"{{{{_server.Url}}}}/api/v1/T1/datasets/{{{{IdOf(listed[0])}}}}","method":"GET","type":"application/json; charset=UTF-8"},
            "dataset:export":{"url":"{{{{_server.Url}}}}/api/v1/T1/datasets/{{{{IdOf(listed[0])}}}}/export","method":"POST","type":"application/json; charset=UTF-8"}}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("{}", "400902 $.name", "400902 $.type", "400902 $.autoId", "400902 $.labelId", "400902 $.properties")]
    [InlineData("[]", "400903 $")]
    [InlineData("""{"name":5,"type":"people","autoId":"x","labelId":"a","properties":[{"key":"a","type":"text"}]}""",
        "400903 $.name", "400915 $.type", "400915 $.autoId")]
    [InlineData("""{"name":" ","type":"LINKS","autoId":"a","labelId":"a","properties":[{"key":"a","type":"text"},{"key":"a","type":"text"},{"key":"b","type":"image"}]}""",
        "400906 $.name", "400907 $.properties[1].key", "400904 $.properties[2].type", "400915 $.type")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","properties":[{"key":"a","type":"text","isRequired":false},{"key":"_b","type":"text"},{"key":"","type":"text"},{"type":"text"},5,{"key":"c"},{"key":"d\n","type":"text"}]}""",
        "400915 $.properties[1].key", "400906 $.properties[2].key", "400902 $.properties[3].key", "400903 $.properties[4]",
        "400915 $.properties[6].key", "400902 $.properties[5].type", "400915 $.properties[0].isRequired")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","treeId":"a","properties":[{"key":"a","type":"text"}]}""", "400915 $.treeId")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","treeParentId":"b","properties":[{"key":"a","type":"text"}]}""",
        "400915 $.treeParentId", "400915 $.treeParentId")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","treeId":"a","treeParentId":"a","properties":[{"key":"a","type":"text"}]}""", "400915 $.treeParentId")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","tags":["x","x",""],"colour":"red","properties":[{"key":"a","type":"text","expression":"1"}]}""",
        "400907 $.tags[1]", "400906 $.tags[2]", "400905 $.properties[0].expression", "400905 $.colour")]
    [InlineData("""{"name":"n","type":"P","autoId":"a","labelId":"a","properties":{"0":{"key":"a","type":"text"}}}""", "400903 $.properties")]
    public async Task Everything_wrong_with_a_new_dataset_is_told_at_once(string body, params string[] expected)
    {
        var answer = await _server.Api("POST", "datasets", body);
        answer.Status.ShouldBe(400, answer.Text);
        Places(answer).ShouldBe(expected, ignoreOrder: true);
        (await _server.Api("GET", "datasets")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task What_was_answered_can_be_sent_back()
    {
        var made = await CreateAsync();
        var answer = await _server.Api("PUT", $"datasets/{IdOf(made)}", made.GetRawText());
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldBe(made.GetRawText());
        IdOf(await CreateAsync(made.GetRawText())).ShouldNotBe(IdOf(made));
    }

    [Fact]
    public async Task An_update_is_merged_into_the_definition()
    {
        var made = await CreateAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        var answer = await _server.Api("PATCH", $"datasets/{IdOf(made)}", """
            {"name":"Staff","tags":["a","b"],"properties":[[{"key":"dob","name":"Born"},{"key":"grade","type":"text"},{"key":"fullName","name":null}]]}
            """);
        answer.Status.ShouldBe(200, answer.Text);
        var changed = answer.Json;
        changed.GetProperty("name").GetString().ShouldBe("Staff");
        changed.GetProperty("autoId").GetString().ShouldBe("employeeID");
        changed.GetProperty("tags").GetRawText().ShouldBe("""["a","b"]""");
        changed.GetProperty("properties").EnumerateArray().Select(p => $"{p.GetProperty("key")}/{p.GetProperty("name")}/{p.GetProperty("type")}")
            .ShouldBe(["employeeID/employeeID/number", "fullName/fullName/text", "managerID/managerID/number", "dob/Born/date", "on leave/on leave/boolean", "grade/grade/text"]);
        changed.GetProperty("cacheKey").GetString().ShouldNotBe(made.GetProperty("cacheKey").GetString());
        changed.GetProperty("createdAt").GetString().ShouldBe(made.GetProperty("createdAt").GetString());
        changed.GetProperty("modifiedAt").GetDateTimeOffset().ShouldBeGreaterThan(made.GetProperty("modifiedAt").GetDateTimeOffset());
        changed.GetProperty("items").GetRawText().ShouldBe(made.GetProperty("items").GetRawText());

        await _server.RestartAsync();
        (await _server.Api("GET", $"datasets/{IdOf(made)}")).Text.ShouldBe(answer.Text);
        (await _server.Api("PATCH", $"datasets/{IdOf(made)}", """{"tags":null}""")).Json.TryGetProperty("tags", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_that_changes_nothing_leaves_no_trace()
    {
        var made = await CreateAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var body in new[] { "{}", People, """{"properties":[{"key":"fullName","name":"Full name"}]}""" })
            (await _server.Api("PATCH", $"datasets/{IdOf(made)}", body)).Text.ShouldBe(made.GetRawText());

        await _server.RestartAsync();
        (await _server.Api("PATCH", $"datasets/{IdOf(made)}", People)).Text.ShouldBe(made.GetRawText());
    }

    [Fact]
    public async Task A_dataset_is_flattened_by_nulls()
    {
        var made = await CreateAsync();
        Places(await _server.Api("PATCH", $"datasets/{IdOf(made)}", """{"treeId":null}""")).ShouldBe(["400915 $.treeId"]);
        var flat = (await _server.Api("PATCH", $"datasets/{IdOf(made)}", """{"treeId":null,"treeParentId":null}""")).Json;
        flat.TryGetProperty("treeId", out _).ShouldBeFalse();
        flat.GetProperty("properties")[2].TryGetProperty("isTreeParentId", out _).ShouldBeFalse();
        flat.GetProperty("properties")[2].GetProperty("isRequired").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Omitted_properties_are_deleted_when_asked_but_not_those_in_use()
    {
        var path = $"datasets/{IdOf(await CreateAsync())}?deleteOmittedProperties=true";
        Places(await _server.Api("PATCH", path, "{}")).ShouldBe(["400902 $.properties"]);
        Places(await _server.Api("PATCH", path, """{"properties":[{"key":"employeeID"}]}"""))
            .ShouldBe(["400915 $.properties", "400915 $.properties"]);
        var left = await _server.Api("PATCH", path, """{"properties":[{"key":"managerID"},{"key":"employeeID"},{"key":"fullName"}]}""");
        left.Json.GetProperty("properties").EnumerateArray().Select(p => p.GetProperty("key").GetString())
            .ShouldBe(["employeeID", "fullName", "managerID"]);
    }

    [Theory]
    [InlineData("""{"name":null,"type":null,"autoId":null,"labelId":null}""", "400903 $.name", "400903 $.type", "400903 $.autoId", "400903 $.labelId")]
    [InlineData("""{"type":"LINKS","autoId":"nobody","properties":[{"key":"new"},{"key":"managerID","isRequired":false}]}""",
        "400915 $.type", "400915 $.autoId", "400902 $.properties[0].type", "400915 $.properties[1].isRequired")]
    [InlineData("""{"properties":null}""", "400903 $.properties")]
    [InlineData("""{"properties":[[{"key":"dob","type":"time"}]]}""", "400904 $.properties[0][0].type")]
    public async Task Everything_wrong_with_an_update_is_told_at_once(string body, params string[] expected)
    {
        var made = await CreateAsync();
        var answer = await _server.Api("PATCH", $"datasets/{IdOf(made)}", body);
        answer.Status.ShouldBe(400, answer.Text);
        Places(answer).ShouldBe(expected, ignoreOrder: true);
        (await _server.Api("GET", $"datasets/{IdOf(made)}")).Text.ShouldBe(made.GetRawText());
    }

    [Fact]
    public async Task Path_query_and_body_problems_stand_together()
    {
        var answer = await _server.Api("PATCH", "datasets/not-a-uuid?deleteOmittedProperties=maybe", """{"name":5}""");
        answer.Status.ShouldBe(400);
        Places(answer).ShouldBe(["400603 {datasetId}", "400903 deleteOmittedProperties", "400903 $.name"]);
        Places(await _server.Api("GET", "datasets/not-a-uuid")).ShouldBe(["400603 {datasetId}"]);
    }

    [Fact]
    public async Task An_unknown_dataset_is_named_in_the_answer()
    {
        const string id = "99020ab5-efec-bed1-fdc5-3ddf9ed9a59b";
        foreach (var (method, body) in new[] { ("GET", null), ("PATCH", "{}") })
        {
            var answer = await _server.Api(method, $"datasets/{id}", body);
            answer.Status.ShouldBe(404);
            Places(answer).ShouldBe(["404901 T1/datasets/99020AB5-EFEC-BED1-FDC5-3DDF9ED9A59B"]);
        }
    }

    [Fact]
    public async Task Only_the_owner_and_admins_change_a_definition()
    {
        await _server.AddUserAsync("owner@example.com");
        await _server.AddUserAsync("other@example.com", change: account => account with { Groups = ["others"] });
        var (owner, other) = (await _server.TokenFor("owner@example.com"), await _server.TokenFor("other@example.com"));
        var id = IdOf((await _server.Api("POST", "datasets", People, owner)).Json);

        (await _server.Api("PATCH", $"datasets/{id}", """{"name":"Mine"}""", other)).Status.ShouldBe(404);
        (await _server.Own("PUT", $"datasets/{id}/rights", """{"grants":[{"group":"others","level":"update"}]}""", owner)).Status.ShouldBe(200);
        (await _server.Api("GET", $"datasets/{id}", token: other)).Status.ShouldBe(200);
        var refused = await _server.Api("PATCH", $"datasets/{id}", """{"name":"Mine"}""", other);
        refused.Status.ShouldBe(403);
        Places(refused).ShouldBe([$"403901 T1/datasets/{id}"]);
        (await _server.Api("PATCH", $"datasets/{id}", """{"name":"Ours"}""", owner)).Status.ShouldBe(200);
        (await _server.Api("PATCH", $"datasets/{id}", """{"name":"All"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_body_that_is_missing_or_no_json_is_told()
    {
        Places(await _server.Api("POST", "datasets")).ShouldBe(["400902 $"]);
        Places(await _server.Api("POST", "datasets", "{")).ShouldBe(["400901 $"]);
        (await _server.Api("POST", "datasets", new StringContent("x=1", null, "text/plain"))).Codes.ShouldBe(["415001"]);
    }
}
