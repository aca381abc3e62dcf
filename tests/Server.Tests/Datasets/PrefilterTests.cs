using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Datasets;

/// <summary>The filter with which a dataset is opened: who sets it, and where it holds.</summary>
public sealed class PrefilterTests : IAsyncLifetime
{
    TestServer _server = null!;
    string _datasetId = "", _ann = "";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["hr"] });
        _ann = await _server.TokenFor("ann@example.com");
        _datasetId = (await _server.Api("POST", "datasets", """
            {"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"id","treeId":"id","treeParentId":"boss","properties":[
             {"key":"id","type":"number"},{"key":"boss","type":"number"},{"key":"place","type":"text"},{"key":"pay","type":"number"},
             {"key":"below","type":"number","expression":"node.d.pay.sum","expressionMode":"allNodes"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        (await _server.Api("PUT", $"datasets/{_datasetId}/items?autoId=true", """
            [{"_action":"create","id":1,"place":"Leeds","pay":10},{"_action":"create","id":2,"boss":1,"place":"Bath","pay":20},
             {"_action":"create","id":3,"boss":1,"place":"Leeds","pay":30},{"_action":"create","id":4,"boss":2,"place":"Leeds","pay":40}]
            """)).Status.ShouldBe(200);
        (await _server.Own("PUT", $"datasets/{_datasetId}/rights", """
            {"grants":[{"group":"hr","level":"modify"}],"properties":[{"key":"pay","default":"inherit","groups":{"hr":"hidden"}}]}
            """)).Status.ShouldBe(200);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_set_shown_and_taken_away()
    {
        (await Prefilter()).ShouldBe("""{"filter":null}""");
        var set = await Set("""{"filter":{"place":{"$in":["Leeds","York"]},"_id":{"$ne":null}}}""");
        set.Status.ShouldBe(200, set.Text);
        set.Text.ShouldBe("""{"filter":{"place":{"$in":["Leeds","York"]},"_id":{"$ne":null}}}""");
        (await Prefilter()).ShouldBe(set.Text);
        (await Listed()).GetProperty("prefilter").GetRawText().ShouldBe("""{"place":{"$in":["Leeds","York"]},"_id":{"$ne":null}}""");
        var entry = (await _server.Own("GET", "audit?kind=prefilterChange")).Json.GetProperty("items")[0];
        (entry.GetProperty("datasetId").GetString(), entry.GetProperty("counts").GetRawText()).ShouldBe((_datasetId, """{"conditions":2}"""));
        entry.GetRawText().ShouldNotContain("York");

        (await Set("""{"filter":null}""")).Text.ShouldBe("""{"filter":null}""");
        (await Listed()).TryGetProperty("prefilter", out _).ShouldBeFalse();
        (await Set("""{"filter":{}}""")).Text.ShouldBe("""{"filter":null}""");
    }

    [Fact]
    public async Task What_it_leaves_out_is_not_there_for_expressions_and_is_in_all_that_the_API_gives()
    {
        string[] before = [await Export(), (await _server.Api("GET", $"datasets/{_datasetId}/items")).Text, (await _server.Api("GET", $"datasets/{_datasetId}")).Text];
        (await Evaluate("node.below.value")).ShouldBe("1:90 2:40 3:0 4:0");
        (await Set("""{"filter":{"place":"Leeds"}}""")).Status.ShouldBe(200);

        // Without 2, nobody is 4's boss any more; and what is calculated is calculated without 2.
        (await Evaluate("node.below.value")).ShouldBe("1:30 3:0 4:0");
        (await Evaluate("node._depth.value")).ShouldBe("1:1 3:2 4:1");
        (await Evaluate("node.below.value", "?prefilter=false")).ShouldBe("1:90 2:40 3:0 4:0");
        string[] after = [await Export(), (await _server.Api("GET", $"datasets/{_datasetId}/items")).Text, (await _server.Api("GET", $"datasets/{_datasetId}")).Text];
        after.ShouldBe(before);

        (await _server.Api("PUT", $"datasets/{_datasetId}/items?autoId=true", """[{"_action":"update","id":2,"place":"Leeds"}]""")).Status.ShouldBe(200);
        (await Evaluate("node.below.value")).ShouldBe("1:90 2:40 3:0 4:0");
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_told_all_at_once()
    {
        var wrong = await Set("""{"filter":{"nope":1,"$or":[],"pay":{"$like":1},"place":[1]},"x":1}""");
        wrong.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}")
            .ShouldBe(["400905 $.x", "400909 $.filter.nope", "400905 $.filter.$or", "400905 $.filter.pay.$like", "400903 $.filter.place"], ignoreOrder: true);
        (await Set("{}")).Codes.ShouldBe(["400902"]);
        (await Set("""{"filter":1}""")).Codes.ShouldBe(["400903"]);
        (await _server.Own("PUT", "datasets/x/prefilter", "")).Codes.ShouldBe(["400603", "400902"]);
        (await Set($$$"""{"filter":{"place":"{{{new string('x', 70_000)}}}"}}""")).Codes.ShouldBe(["41390"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/expressions/evaluate?prefilter=maybe", """{"expression":"1"}""")).Codes.ShouldBe(["400903"]);
        (await Prefilter()).ShouldBe("""{"filter":null}""");
    }

    [Fact]
    public async Task Conditions_on_what_somebody_does_not_see_are_not_there_for_them()
    {
        (await Set("""{"filter":{"place":"Leeds","pay":{"$gt":15}}}""")).Status.ShouldBe(200);
        (await Evaluate("1")).ShouldBe("3:1 4:1");
        (await Prefilter(_ann)).ShouldBe("""{"filter":{"place":"Leeds"}}""");
        (await _server.Own("GET", "datasets", null, _ann)).Text.ShouldNotContain("pay");
        (await Evaluate("1", token: _ann)).ShouldBe("1:1 3:1 4:1");
        (await Set("""{"filter":{"pay":1}}""", _ann)).Codes.ShouldBe(["400909"]);

        // Nor do they change them.
        (await Set("""{"filter":{"place":"Bath"}}""", _ann)).Text.ShouldBe("""{"filter":{"place":"Bath"}}""");
        (await Prefilter()).ShouldBe("""{"filter":{"place":"Bath","pay":{"$gt":15}}}""");

        // With its property a condition goes.
        (await _server.Api("PATCH", $"datasets/{_datasetId}?deleteOmittedProperties=true", """
            {"properties":[{"key":"id"},{"key":"boss"},{"key":"pay"}]}
            """)).Status.ShouldBe(200);
        (await Prefilter()).ShouldBe("""{"filter":{"pay":{"$gt":15}}}""");
        (await Evaluate("1")).ShouldBe("2:1 3:1 4:1");
    }

    [Fact]
    public async Task It_is_for_those_who_may_change_the_definition()
    {
        await _server.AddUserAsync("bob@example.com");
        var bob = await _server.TokenFor("bob@example.com");
        (await _server.Own("GET", $"datasets/{_datasetId}/prefilter", null, bob)).Codes.ShouldBe(["404901"]);
        (await Set("""{"filter":null}""", bob)).Codes.ShouldBe(["404901"]);
        await _server.AddUserAsync("caz@example.com", change: account => account with { Groups = ["hr", "readonly"] });
        var caz = await _server.TokenFor("caz@example.com");
        (await Prefilter(caz)).ShouldBe("""{"filter":null}""");
        (await Set("""{"filter":null}""", caz)).Codes.ShouldBe(["403901"]);
        (await _server.Api("PUT", $"/api/espalier/v1/T1/datasets/{_datasetId}/prefilter", """{"filter":null}""", null, "X-Espalier-View-As: ann@example.com"))
            .Codes.ShouldBe(["403909"]);

        var viewId = (await _server.Own("POST", $"datasets/{_datasetId}/views", """{"name":"V","properties":["id","pay"]}""")).Json.GetProperty("viewId").GetString();
        await Set("""{"filter":{"place":"Leeds","pay":{"$lt":35}}}""");
        (await _server.Own("GET", $"datasets/{viewId}/prefilter")).Text.ShouldBe("""{"filter":{"pay":{"$lt":35}}}""");
        (await _server.Own("PUT", $"datasets/{viewId}/prefilter", """{"filter":null}""")).Codes.ShouldBe(["403901"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/archive")).Status.ShouldBe(204);
        (await Set("""{"filter":null}""")).Codes.ShouldBe(["409905"]);
    }

    [Fact]
    public async Task A_copy_has_it_as_far_as_the_copier_sees_it()
    {
        await Set("""{"filter":{"place":"Leeds","pay":{"$gt":15}}}""");
        var copyId = (await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"name":"C"}""", _ann)).Json.GetProperty("datasetId").GetString();
        (await _server.Own("GET", $"datasets/{copyId}/prefilter")).Text.ShouldBe("""{"filter":{"place":"Leeds"}}""");
        (await _server.Api("GET", $"datasets/{copyId}/items")).Json.GetArrayLength().ShouldBe(4);
    }

    async Task<string> Prefilter(string? token = null) => (await _server.Own("GET", $"datasets/{_datasetId}/prefilter", null, token)).Text;

    Task<Answer> Set(string body, string? token = null) => _server.Own("PUT", $"datasets/{_datasetId}/prefilter", body, token);

    async Task<JsonElement> Listed() =>
        (await _server.Own("GET", "datasets")).Json.EnumerateArray().Single(dataset => dataset.GetProperty("datasetId").GetString() == _datasetId);

    async Task<string> Export() => (await _server.Api("GET", $"datasets/{_datasetId}/export/csv")).Text;

    async Task<string> Evaluate(string expression, string query = "", string? token = null)
    {
        var answer = await _server.Own("POST", $"datasets/{_datasetId}/expressions/evaluate{query}", new { expression }, token);
        answer.Status.ShouldBe(200, answer.Text);
        return string.Join(' ', answer.Json.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("node")}:{r.GetProperty("result")}"));
    }
}
