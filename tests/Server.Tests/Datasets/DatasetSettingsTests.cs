using System.Text.Json;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Datasets;

/// <summary>What the settings do with datasets: lists, copies, archive, deletion, previews.</summary>
public sealed class DatasetSettingsTests : IAsyncLifetime
{
    TestServer _server = null!;
    string _datasetId = "", _ann = "";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["leeds"] });
        _ann = await _server.TokenFor("ann@example.com", end: _server.Time.GetUtcNow().AddDays(100));
        _datasetId = (await _server.Api("POST", "datasets", """
            {"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"name","treeId":"id","treeParentId":"boss","tags":["t"],"properties":[
             {"key":"id","type":"number"},{"key":"name","type":"text"},{"key":"boss","type":"number"},{"key":"place","type":"text"},
             {"key":"other","type":"text"},{"key":"pay","type":"text"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        (await _server.Api("PUT", $"datasets/{_datasetId}/items?autoId=true", """
            [{"_action":"create","id":1,"name":"Ann","place":"Leeds","pay":"10"},
             {"_action":"create","id":2,"name":"Bob","boss":1,"place":"Bath","other":"1","pay":"secret"},
             {"_action":"create","id":3,"name":"Caz","boss":1,"place":"Leeds","other":"4","pay":"007"},
             {"_action":"create","id":4,"name":"Dan","boss":2,"place":"Leeds","other":"3"},
             {"_action":"create","id":5,"name":"Eve","boss":2,"place":"Leeds","other":"99","pay":"ten"}]
            """)).Status.ShouldBe(200);
        (await _server.Own("PUT", $"datasets/{_datasetId}/rights", """
            {"grants":[{"group":"leeds","level":"modify"}],"rows":[{"groups":["leeds"],"filter":{"place":"Leeds"},"level":"update"}]}
            """)).Status.ShouldBe(200);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_list_tells_what_is_around_a_dataset_as_far_as_the_caller_may_see_it()
    {
        await _server.Own("POST", $"datasets/{_datasetId}/views", """{"name":"All","grants":[{"group":"leeds","level":"read"}]}""");
        await _server.Own("POST", "drafts", $$"""{"datasetId":"{{_datasetId}}","name":"F"}""");
        var entry = (await _server.Own("GET", "datasets")).Json.EnumerateArray().Single(dataset => Text(dataset, "datasetId") == _datasetId);
        (Text(entry, "name"), Text(entry, "owner"), Text(entry, "state"), Text(entry, "level")).ShouldBe(("Staff", TestServer.Admin, "active", "manage"));
        (Number(entry, "items"), Number(entry, "properties"), Number(entry, "views"), Number(entry, "drafts")).ShouldBe((5, 6, 1, 1));
        Text(entry, "version").ShouldBe((await _server.Own("GET", $"datasets/{_datasetId}/transactions")).Json[0].GetProperty("transactionId").GetString());

        var anns = (await _server.Own("GET", "datasets", null, _ann)).Json.EnumerateArray().ToList();
        anns.Select(dataset => Text(dataset, "name")).ShouldBe(["All", "Staff"]);
        foreach (var name in new[] { "items", "views", "drafts" })
            anns[1].TryGetProperty(name, out _).ShouldBeFalse(name);
        anns[0].GetProperty("isPermissionedView").GetBoolean().ShouldBeTrue();
        await _server.AddUserAsync("bob@example.com");
        (await _server.Own("GET", "datasets", null, await _server.TokenFor("bob@example.com"))).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_archived_dataset_is_in_no_list_and_is_read_and_not_written()
    {
        (await _server.Own("POST", $"datasets/{_datasetId}/archive", null, _ann)).Codes.ShouldBe(["403901"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/archive")).Status.ShouldBe(204);
        (await _server.Api("GET", "datasets")).Json.GetArrayLength().ShouldBe(0);
        (await _server.Own("GET", "datasets")).Json.GetArrayLength().ShouldBe(0);
        Text((await _server.Own("GET", "datasets?state=archived")).Json[0], "state").ShouldBe("archived");
        (await _server.Api("GET", $"datasets/{_datasetId}/items")).Json.GetArrayLength().ShouldBe(5);
        (await _server.Api("PUT", $"datasets/{_datasetId}/items?autoId=true", """[{"_action":"delete","id":1}]""")).Codes.ShouldBe(["409905"]);
        (await _server.Api("PATCH", $"datasets/{_datasetId}", """{"name":"X"}""")).Codes.ShouldBe(["409905"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/unarchive")).Status.ShouldBe(204);
        (await _server.Api("PATCH", $"datasets/{_datasetId}", """{"name":"X"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_deleted_dataset_comes_back_within_thirty_days_and_then_never()
    {
        var token = await _server.TokenFor(TestServer.Admin, end: _server.Time.GetUtcNow().AddDays(100));
        (await _server.Own("DELETE", $"datasets/{_datasetId}", null, _ann)).Codes.ShouldBe(["403901"]);
        (await _server.Own("DELETE", $"datasets/{_datasetId}")).Status.ShouldBe(204);
        (await _server.Own("DELETE", $"datasets/{_datasetId}")).Codes.ShouldBe(["404901"]);
        (await _server.Api("GET", $"datasets/{_datasetId}")).Codes.ShouldBe(["404901"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/restore", null, _ann)).Codes.ShouldBe(["404901"]);
        (await _server.Own("GET", "datasets?state=deleted", null, _ann)).Json.GetArrayLength().ShouldBe(0);
        var deleted = (await _server.Own("GET", "datasets?state=deleted")).Json[0];
        (Text(deleted, "state"), Text(deleted, "deletedBy")).ShouldBe(("deleted", TestServer.Admin));

        _server.Time.Advance(TimeSpan.FromDays(29));
        await _server.Get<DatasetKeeping>().SweepAsync(_server.Time.GetUtcNow(), Ct);
        (await _server.Own("POST", $"datasets/{_datasetId}/restore", null, token)).Status.ShouldBe(204);
        (await _server.Api("GET", $"datasets/{_datasetId}/items", null, token)).Json.GetArrayLength().ShouldBe(5);
        (await _server.Api("GET", $"datasets/{_datasetId}/items", null, _ann)).Json.GetArrayLength().ShouldBe(4);

        (await _server.Own("DELETE", $"datasets/{_datasetId}", null, token)).Status.ShouldBe(204);
        _server.Time.Advance(TimeSpan.FromDays(31));
        (await _server.Own("POST", $"datasets/{_datasetId}/restore", null, token)).Codes.ShouldBe(["404901"]);
        await _server.Get<DatasetKeeping>().SweepAsync(_server.Time.GetUtcNow(), Ct);
        (await _server.Own("GET", "datasets?state=deleted", null, token)).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_copy_has_what_the_caller_sees_and_is_the_callers()
    {
        var copy = await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"name":"Mine"}""", _ann);
        copy.Status.ShouldBe(201, copy.Text);
        var copyId = Text(copy.Json, "datasetId");
        var items = await _server.Api("GET", $"datasets/{copyId}/items", null, _ann);
        items.Json.EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(["Ann", "Caz", "Dan", "Eve"]);
        items.Text.ShouldNotContain("secret");
        Text((await _server.Own("GET", $"datasets/{copyId}/rights", null, _ann)).Json, "owner").ShouldBe("ann@example.com");
        (await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"name":"Mine","rights":true}""", _ann)).Codes.ShouldBe(["403901"]);

        var whole = Text((await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"name":"Whole","rights":true}""")).Json, "datasetId");
        (await _server.Api("GET", $"datasets/{whole}/export/csv")).Text.ShouldBe((await _server.Api("GET", $"datasets/{_datasetId}/export/csv")).Text);
        (await _server.Api("GET", $"datasets/{whole}/items", null, _ann)).Json.GetArrayLength().ShouldBe(4);
        var empty = Text((await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"name":"Empty","items":false}""")).Json, "datasetId");
        (await _server.Api("GET", $"datasets/{empty}/items")).Json.GetArrayLength().ShouldBe(0);
        (await _server.Own("POST", $"datasets/{_datasetId}/copy", """{"items":1}""")).Codes.ShouldBe(["400902", "400903"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_hierarchy_is_shown_before_it_is_one()
    {
        var now = (await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"id","treeParentId":"boss"}""")).Json;
        Counts(now).ShouldBe((5, 1, 0, 0, 0, 3, 2));
        var other = (await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"id","treeParentId":"other"}""")).Json;
        Counts(other).ShouldBe((5, 1, 1, 1, 2, 2, 1));
        other.GetProperty("examples").GetProperty("orphans").GetRawText().ShouldMatch("""^\[\{"_id":"[^"]+","label":"Eve","parent":"99"\}\]$""");
        other.GetProperty("examples").GetProperty("cycles").EnumerateArray().Select(example => Text(example, "label")).ShouldBe(["Caz", "Dan"]);
        var places = (await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"place","treeParentId":"id","limit":1}""")).Json;
        (Number(places, "duplicateIds"), places.GetProperty("examples").GetProperty("duplicateIds").GetArrayLength()).ShouldBe((4, 1));

        Counts((await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"id","treeParentId":"boss"}""", _ann)).Json)
            .ShouldBe((4, 1, 2, 0, 0, 2, 1));
        (await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"id","treeParentId":"id"}""")).Codes.ShouldBe(["400915"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/hierarchyPreview", """{"treeId":"x","treeParentId":"y"}""")).Codes.ShouldBe(["400909", "400909"]);
    }

    [Fact]
    public async Task A_change_of_type_is_shown_before_it_is_made()
    {
        var all = await _server.Own("POST", $"datasets/{_datasetId}/properties/pay/typePreview", """{"type":"number"}""");
        (Number(all.Json, "total"), Number(all.Json, "convert"), Number(all.Json, "fail"), Number(all.Json, "blank")).ShouldBe((5, 2, 2, 1));
        all.Json.GetProperty("examples").EnumerateArray().Select(example => $"{Text(example, "label")}={Text(example, "value")}").ShouldBe(["Bob=secret", "Eve=ten"]);

        var anns = await _server.Own("POST", $"datasets/{_datasetId}/properties/pay/typePreview", """{"type":"number"}""", _ann);
        anns.Text.ShouldNotContain("secret");
        Number(anns.Json, "fail").ShouldBe(1);
        (await _server.Own("POST", $"datasets/{_datasetId}/properties/nope/typePreview", """{"type":"number"}""")).Codes.ShouldBe(["400909"]);
        (await _server.Own("POST", $"datasets/{_datasetId}/properties/pay/typePreview", """{"type":"picture"}""")).Codes.ShouldBe(["400904"]);

        // What was promised is what happens; and what failed is still there when the type is changed again.
        (await _server.Api("PATCH", $"datasets/{_datasetId}", """{"properties":[{"key":"pay","type":"number"}]}""")).Status.ShouldBe(200);
        (await _server.Api("GET", $"datasets/{_datasetId}/items")).Json.EnumerateArray().Count(item => item.TryGetProperty("pay", out var pay) && pay.ValueKind == JsonValueKind.Number).ShouldBe(2);
        Number((await _server.Own("POST", $"datasets/{_datasetId}/properties/pay/typePreview", """{"type":"text"}""")).Json, "convert").ShouldBe(4);
    }

    [Fact]
    public async Task Types_are_those_that_everybody_knows_and_those_of_ones_datasets()
    {
        await _server.Api("POST", "datasets", """{"name":"S","type":"SHIPS","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""");
        await _server.Own("POST", $"datasets/{_datasetId}/views", """{"name":"All"}""");
        var types = (await _server.Own("GET", "types")).Json.EnumerateArray().ToList();
        types.Select(type => Text(type, "type")).ShouldBe(
        [
            "PEOPLE", "POSITIONS", "ROLES", "ACTIVITIES", "PROCESSES", "COMPETENCIES", "OBJECTIVES", "PROJECTS", "LOOKUP", "SURVEY", "LINKS", "SHIPS",
        ]);
        types.Where(type => Number(type, "datasets") > 0).Select(type => $"{Text(type, "type")} {Number(type, "datasets")} {type.GetProperty("standard")}")
            .ShouldBe(["PEOPLE 1 True", "SHIPS 1 False"]);
        (await _server.Own("GET", "types", null, _ann)).Text.ShouldNotContain("SHIPS");
    }

    [Fact]
    public async Task Many_properties_are_changed_by_one_request_in_one_transaction_or_none()
    {
        async Task<int> Transactions() => (await _server.Own("GET", $"datasets/{_datasetId}/transactions")).Json.GetArrayLength();
        var before = await Transactions();
        (await _server.Api("PATCH", $"datasets/{_datasetId}", """
            {"properties":[{"key":"place","tags":["x",""],"format":"a"},{"key":"other","tags":"x"},{"key":"pay","description":1}]}
            """)).Codes.ShouldBe(["400906", "400903", "400903"], ignoreOrder: true);
        (await Transactions()).ShouldBe(before);
        (await _server.Api("PATCH", $"datasets/{_datasetId}", """
            {"properties":[{"key":"place","tags":["aggregate"],"format":"@","description":"D"},{"key":"other","tags":["aggregate"],"format":"@","description":"D"},
                           {"key":"pay","tags":["aggregate"],"format":"@","description":"D"}]}
            """)).Status.ShouldBe(200);
        (await Transactions()).ShouldBe(before + 1);
        var properties = (await _server.Api("GET", $"datasets/{_datasetId}")).Json.GetProperty("properties").EnumerateArray().ToList();
        properties.Select(property => Text(property, "key")).ShouldBe(["id", "name", "boss", "place", "other", "pay"]);
        properties[3..].ShouldAllBe(property => Text(property, "format") == "@" && Text(property, "description") == "D"
            && property.GetProperty("tags")[0].GetString() == "aggregate");
    }

    [Fact]
    public async Task Properties_are_put_in_another_order_all_of_them()
    {
        var order = await _server.Own("PUT", $"datasets/{_datasetId}/properties/order", """{"keys":["pay","id","name","boss","place","other"]}""");
        order.Status.ShouldBe(200, order.Text);
        (await _server.Api("GET", $"datasets/{_datasetId}")).Json.GetProperty("properties").EnumerateArray().Select(p => Text(p, "key"))
            .ShouldBe(["pay", "id", "name", "boss", "place", "other"]);
        (await _server.Own("PUT", $"datasets/{_datasetId}/properties/order", """{"keys":["pay","pay","no"]}""")).Codes.ShouldBe(["400907"]);
        (await _server.Own("PUT", $"datasets/{_datasetId}/properties/order", """{"keys":["pay"]}""")).Codes.ShouldBe(["400915"]);
        (await _server.Own("PUT", $"datasets/{_datasetId}/properties/order", """{"keys":["pay","no"]}""")).Codes.ShouldBe(["400909"]);
    }

    static (long, long, long, long, long, long, long) Counts(JsonElement preview) => (
        Number(preview, "items"), Number(preview, "roots"), Number(preview, "orphans"), Number(preview, "cycles"), Number(preview, "inCycles"),
        Number(preview, "depth"), Number(preview, "largestSpan"));

    static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
