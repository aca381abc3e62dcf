using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Tests.SignIn;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Packs;

/// <summary>Boards: who makes, sees and changes them.</summary>
public sealed class PackTests : IAsyncLifetime
{
    TestServer _server = null!;
    string _datasetId = "", _ann = "", _bob = "", _caz = "";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        async Task<string> Person(string name, params string[] groups)
        {
            await _server.AddUserAsync($"{name}@example.com", change: account => account with { Groups = groups });
            return await _server.TokenFor($"{name}@example.com");
        }
        (_ann, _bob, _caz) = (await Person("ann", "hr"), await Person("bob", "hr"), await Person("caz", "it"));
        _datasetId = (await _server.Api("POST", "datasets", """
            {"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        await RightsAsync("""{"group":"user","level":"read"}""");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_pack_is_made_listed_shown_changed_and_deleted()
    {
        var made = await Make($$$$"""
            {"name":" Span ","tags":["monthly"],"source":{"datasetId":"{{{{_datasetId}}}}"},"document":{"slides":[{"b":1,"a":null}],"Filter":{}}}
            """);
        (Text(made, "name"), Text(made, "owner"), Text(made, "level"), made.GetProperty("version").GetInt32()).ShouldBe(("Span", "ann@example.com", "manage", 1));
        made.GetProperty("document").GetRawText().ShouldBe("""{"slides":[{"b":1,"a":null}],"Filter":{}}""");
        made.GetProperty("source").GetRawText().ShouldBe($$"""{"datasetId":"{{_datasetId}}"}""");
        var one = $"packs/{Text(made, "packId")}";
        (await _server.Own("GET", one, null, _ann)).Text.ShouldBe(made.GetRawText());
        var listed = (await _server.Own("GET", "packs", null, _ann)).Json[0];
        (Text(listed, "packId"), listed.TryGetProperty("document", out _), listed.GetProperty("grants").GetArrayLength()).ShouldBe((Text(made, "packId"), false, 0));

        var changed = await _server.Own("PATCH", one, """{"version":1,"name":"Spans","tags":null,"source":null,"document":{}}""", _ann);
        changed.Status.ShouldBe(200, changed.Text);
        (Text(changed.Json, "name"), changed.Json.GetProperty("version").GetInt32(), changed.Json.GetProperty("document").GetRawText()).ShouldBe(("Spans", 2, "{}"));
        changed.Json.TryGetProperty("source", out _).ShouldBeFalse();
        (await _server.Own("PATCH", one, """{"version":1,"name":"Late"}""", _ann)).Codes.ShouldBe(["409902"]);
        // What was answered can be sent back.
        (await _server.Own("PATCH", one, changed.Text, _ann)).Status.ShouldBe(200);

        (await _server.Own("DELETE", one, null, _ann)).Status.ShouldBe(204);
        (await _server.Own("GET", one, null, _ann)).Codes.ShouldBe(["404910"]);
        (await _server.Own("DELETE", one, null, _ann)).Codes.ShouldBe(["404910"]);
        (await _server.Own("GET", "audit?person=ann@example.com")).Json.GetProperty("items").EnumerateArray().Select(entry => Text(entry, "kind"))
            .ShouldBe(["packCreate", "packChange", "packChange", "packDelete"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_pack_is_private_until_it_is_shared_and_groups_do_what_their_grant_says()
    {
        var one = $"packs/{Text(await Make($$$"""{"name":"P","source":{"datasetId":"{{{_datasetId}}}"},"document":{}}"""), "packId")}";
        foreach (var token in new[] { _bob, _caz })
        {
            (await _server.Own("GET", one, null, token)).Codes.ShouldBe(["404910"]);
            (await _server.Own("PATCH", one, "{}", token)).Codes.ShouldBe(["404910"]);
            (await _server.Own("DELETE", one, null, token)).Codes.ShouldBe(["404910"]);
            (await _server.Own("GET", "packs", null, token)).Json.GetArrayLength().ShouldBe(0);
        }
        (await _server.Own("PATCH", one, """{"grants":[{"group":"hr","level":"modify"},{"group":"it","level":"read"}]}""", _ann)).Status.ShouldBe(200);

        var bobs = (await _server.Own("GET", one, null, _bob)).Json;
        (Text(bobs, "level"), bobs.TryGetProperty("grants", out _)).ShouldBe(("modify", false));
        (await _server.Own("PATCH", one, """{"document":{"by":"bob"},"name":"Q","tags":["x"]}""", _bob)).Status.ShouldBe(200);
        var power = await _server.Own("PATCH", one, """{"owner":"bob@example.com","grants":[],"source":null}""", _bob);
        power.Json.GetProperty("errors").EnumerateArray().Select(e => $"{Text(e, "code")} {Text(e, "jsonBody")}")
            .ShouldBe(["403906 $.owner", "403906 $.grants", "403906 $.source"], ignoreOrder: true);
        (await _server.Own("DELETE", one, null, _bob)).Codes.ShouldBe(["403911"]);

        (await _server.Own("GET", one, null, _caz)).Json.GetProperty("document").GetRawText().ShouldBe("""{"by":"bob"}""");
        (await _server.Own("PATCH", one, """{"name":"R"}""", _caz)).Codes.ShouldBe(["403911"]);
        (await _server.Api("GET", "/api/espalier/v1/T1/packs", null, null, "X-Espalier-View-As: caz@example.com")).Json.GetArrayLength().ShouldBe(1);

        // What was answered can be sent back, also when its owner has gone.
        (await _server.Own("DELETE", "users/ann@example.com")).Status.ShouldBe(204);
        (await _server.Own("PATCH", one, (await _server.Own("GET", one, null, _bob)).Text, _bob)).Status.ShouldBe(200);
        await _server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["hr"] });

        // Given away, it is somebody else's.
        Text((await _server.Own("PATCH", one, """{"owner":"bob@example.com"}""", _ann)).Json, "level").ShouldBe("modify");
        (await _server.Own("DELETE", one, null, _bob)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Who_may_not_read_its_data_does_not_learn_of_a_pack()
    {
        var viewId = Text((await _server.Own("POST", $"datasets/{_datasetId}/views", """{"name":"V","grants":[{"group":"it"}]}""")).Json, "viewId");
        var draftId = Text((await _server.Own("POST", "drafts", $$"""{"datasetId":"{{_datasetId}}","name":"D"}""", _ann)).Json, "draftId");
        const string All = """ "grants":[{"group":"user","level":"modify"}],"document":{}} """;
        var ofDataset = Text(await Make($$"""{"name":"A","source":{"datasetId":"{{_datasetId}}"},{{All}}"""), "packId");
        var ofDraft = Text(await Make($$"""{"name":"B","source":{"draftId":"{{draftId}}"},{{All}}"""), "packId");
        var ofView = Text(await Make($$"""{"name":"C","source":{"viewId":"{{viewId}}"},{{All}}""", _caz), "packId");
        var ofNothing = Text(await Make($$"""{"name":"D",{{All}}"""), "packId");
        (await NamesAsync(_ann)).ShouldBe("A B D");     // the view is not granted to hr
        (await NamesAsync(_bob)).ShouldBe("A D");       // the draft is Ann's
        (await NamesAsync(_caz)).ShouldBe("A C D");
        (await NamesAsync(_server.Token)).ShouldBe("A B C D");
        (await _server.Own("GET", $"packs/{ofDraft}", null, _bob)).Codes.ShouldBe(["404910"]);
        (await _server.Own("GET", $"packs/{ofView}", null, _ann)).Codes.ShouldBe(["404910"]);

        await RightsAsync("""{"group":"it","level":"read"}""");
        (await NamesAsync(_ann)).ShouldBe("D");
        (await _server.Own("DELETE", $"packs/{ofDataset}", null, _ann)).Codes.ShouldBe(["404910"]);
        (await NamesAsync(_caz)).ShouldBe("A C D");

        // What is gone is gone for all but admins, who tidy up.
        (await _server.Own("DELETE", $"datasets/{_datasetId}")).Status.ShouldBe(204);
        (await NamesAsync(_caz)).ShouldBe("D");
        (await _server.Own("GET", "packs")).Json.EnumerateArray().Count(pack => pack.TryGetProperty("sourceMissing", out _)).ShouldBe(3);
        (await _server.Own("DELETE", $"packs/{ofView}")).Status.ShouldBe(204);
        (await _server.Own("POST", $"datasets/{_datasetId}/restore")).Status.ShouldBe(204);
        (await NamesAsync(_caz)).ShouldBe("A D");
        (await _server.Own("GET", $"packs/{ofNothing}", null, _caz)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_wrong_with_a_pack_is_told_all_at_once()
    {
        await RightsAsync("""{"group":"it","level":"read"}""");
        var wrong = await _server.Own("POST", "packs", $$"""
            {"name":"","tags":["a","a"],"source":{"datasetId":"{{_datasetId}}","viewId":"x","draftId":"{{Guid.NewGuid()}}","z":1},
             "grants":[{"group":"hr","level":"manage"},{"level":"read"}],"document":[],"x":1}
            """, _ann);
        wrong.Json.GetProperty("errors").EnumerateArray().Select(e => $"{Text(e, "code")} {Text(e, "jsonBody")}").ShouldBe(
        [
            "400905 $.x", "400906 $.name", "400907 $.tags[1]", "400905 $.source.z", "400903 $.source.viewId", "400908 $.source",
            "400903 $.document", "400904 $.grants[0].level", "400902 $.grants[1].group", "400946 $.source.datasetId",
        ], ignoreOrder: true);
        (await _server.Own("POST", "packs", "{}", _ann)).Codes.ShouldBe(["400902", "400902"]);
        (await _server.Own("PATCH", "packs/x", """{"owner":"nobody@example.com","version":"1"}""", _ann)).Codes.ShouldBe(["400603", "400914", "400903"], ignoreOrder: true);
        (await _server.Own("GET", "packs/x", null, _ann)).Codes.ShouldBe(["400603"]);
        (await NamesAsync(_ann)).ShouldBe("");
    }

    [Fact]
    public async Task A_document_has_at_most_a_megabyte()
    {
        string Body(int bytes) => JsonSerializer.Serialize(new { name = "P", document = new { x = new string('x', bytes - """{"x":""}""".Length) } });
        (await _server.Own("POST", "packs", Body(1024 * 1024), _ann)).Status.ShouldBe(201);
        var refused = await _server.Own("POST", "packs", Body((1024 * 1024) + 1), _ann);
        refused.Codes.ShouldBe(["400914"]);
        refused.Text.ShouldContain("1048577");
        refused.Text.ShouldContain("at most 1048576");
        refused.Json.GetProperty("errors")[0].GetProperty("jsonBody").GetString().ShouldBe("$.document");
    }

    [Fact]
    public async Task Who_may_change_nothing_makes_no_packs_and_other_tenants_have_their_own()
    {
        var one = $"packs/{Text(await Make("""{"name":"P","grants":[{"group":"user","level":"modify"}],"document":{}}"""), "packId")}";
        await _server.AddUserAsync("dan@example.com", change: account => account with { Groups = ["readonly"] });
        var dan = await _server.TokenFor("dan@example.com");
        Text((await _server.Own("GET", one, null, dan)).Json, "level").ShouldBe("read");
        (await _server.Own("POST", "packs", """{"name":"P","document":{}}""", dan)).Codes.ShouldBe(["403911"]);
        (await _server.Own("PATCH", one, "{}", dan)).Codes.ShouldBe(["403911"]);
        (await _server.Own("DELETE", one, null, dan)).Codes.ShouldBe(["403911"]);
        (await _server.Own("GET", "packs", null, "")).Status.ShouldBe(401);

        await _server.AddTenantAsync("T2", new Account("", Guid.Empty, "ann@example.com", Role.Admin) { TokenAccess = true });
        (await _server.Api("GET", "/api/espalier/v1/T2/packs", null, _ann)).Json.GetArrayLength().ShouldBe(0);
        (await _server.Api("GET", $"/api/espalier/v1/T2/{one}", null, _ann)).Codes.ShouldBe(["404910"]);
        (await _server.Api("GET", $"/api/espalier/v1/T2/{one}", null, _bob)).Status.ShouldBe(403);
    }

    async Task<JsonElement> Make(string body, string? token = null)
    {
        var made = await _server.Own("POST", "packs", body, token ?? _ann);
        made.Status.ShouldBe(201, made.Text);
        return made.Json;
    }

    async Task RightsAsync(string grant) =>
        (await _server.Own("PUT", $"datasets/{_datasetId}/rights", $$"""{"grants":[{{grant}}]}""")).Status.ShouldBe(200);

    async Task<string> NamesAsync(string token) =>
        string.Join(' ', (await _server.Own("GET", "packs", null, token)).Json.EnumerateArray().Select(pack => Text(pack, "name")));

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
