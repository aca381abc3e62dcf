using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

public sealed class VisibilityTests : IAsyncLifetime
{
    Firm _firm = null!;

    string Dataset => $"datasets/{_firm.DatasetId}";

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync();

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task A_hidden_property_is_as_unknown_as_one_that_never_was()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"update"}],"properties":[{"key":"salary","default":"hidden","groups":{"hr":"read"}}]}""");

        (await _firm.Api("ann", "GET", Dataset)).Text.ShouldNotContain("salary");
        (await _firm.Api("ann", "GET", $"{Dataset}/items")).Text.ShouldNotContain("salary");
        (await _firm.Api("ann", "GET", $"{Dataset}/export/csv")).Text.ShouldNotContain("salary");
        foreach (var (method, path, body) in new[]
        {
            ("POST", $"{Dataset}/items", """{"filter":{"KEY":1}}"""),
            ("POST", $"{Dataset}/items", """{"projection":{"KEY":1}}"""),
            ("POST", $"{Dataset}/export", """{"query":{"output":{"filter":{"KEY":{"$gt":1}}}}}"""),
            ("POST", $"{Dataset}/export", """{"query":{"output":{"projection":{"KEY":0}}}}"""),
            ("POST", $"{Dataset}/export", """{"executeOnDemand":["KEY"]}"""),
            ("PUT", $"{Dataset}/items?autoId=true", """[{"_action":"update","id":1,"KEY":7},{"_action":"replace","id":9,"KEY":{} }]"""),
            ("PUT", $"{Dataset}/items?autoId=true&onActionValidationFailure=skipAction", """[{"_action":"create","id":1,"KEY":"x"}]"""),
            ("PUT", $"{Dataset}/items?idKey=KEY", """[{"_action":"delete","KEY":9001}]"""),
            ("PUT", $"{Dataset}/items?mergeKey=KEY", """[{"_action":"delete","KEY":9001}]"""),
        })
        {
            var hidden = await _firm.Api("ann", method, path.Replace("KEY", "salary", StringComparison.Ordinal), body.Replace("KEY", "salary", StringComparison.Ordinal));
            var unknown = await _firm.Api("ann", method, path.Replace("KEY", "zalary", StringComparison.Ordinal), body.Replace("KEY", "zalary", StringComparison.Ordinal));
            hidden.Status.ShouldBe(unknown.Status, $"{method} {path} {body}: {hidden.Text}");
            hidden.Text.Replace("salary", "zalary", StringComparison.Ordinal).ShouldBe(unknown.Text);
        }
        (await _firm.Items(null, "salary")).ShouldBe("1:9001 2:9002 3:9003 4:9004 5:9005");
    }

    [Theory]
    [InlineData("read", "Item.read Item.read Item.read Item.read Item.read")]
    [InlineData("update", "Item.delete Item.delete Item.delete Item.delete Item.delete")]
    [InlineData("manage", "Item.delete Item.delete Item.delete Item.delete Item.delete")]
    public async Task Access_tells_what_the_dataset_allows(string level, string access)
    {
        await _firm.GrantAsync($$"""{"grants":[{"group":"ann","level":"{{level}}"}]}""");
        (await _firm.Api("ann", "GET", $"{Dataset}/items")).Json.EnumerateArray()
            .Select(item => item.GetProperty("_access").GetString()).ShouldBe(access.Split(' '));
    }

    [Fact]
    public async Task Rows_have_the_highest_right_of_the_callers_rules()
    {
        await _firm.GrantAsync("""
            {"grants":[{"group":"ann","level":"update"},{"group":"bea","level":"update"},{"group":"cid","level":"read"}],
             "rows":[{"groups":["ann","cid"],"filter":{"place":"Leeds"},"level":"update"},
                     {"groups":["ann"],"filter":{"id":{"$lte":2}},"level":"read"},
                     {"groups":["ann"],"filter":{"name":"Eve"},"level":"delete"}]}
            """);
        (await _firm.Items("ann", "_access")).ShouldBe("1:Item.read 2:Item.update 4:Item.update 5:Item.delete");
        (await _firm.Items("cid", "_access")).ShouldBe("2:Item.read 4:Item.read 5:Item.read");
        (await _firm.Items("bea", "_access")).ShouldBe("1:Item.delete 2:Item.delete 3:Item.delete 4:Item.delete 5:Item.delete");
    }

    [Fact]
    public async Task The_tree_and_what_it_gives_are_of_the_visible_rows()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"read"}],"rows":[{"groups":["ann"],"filter":{"place":"Leeds"},"level":"read"}]}""");

        var export = await _firm.Api("ann", "GET", $"{Dataset}/export/jsonObjects");

        Firm.Print(export.Json, "_depth", "_outgoing_count", "_is_ghost", "_level_1").ShouldBe("2:1:1:False:Bob 4:2:0:False:Bob 5:1:0:False:Eve");
        export.Text.ShouldNotContain("Ana");
    }

    [Fact]
    public async Task Without_the_right_to_see_its_keys_there_is_no_tree_no_label_and_no_autoId()
    {
        await _firm.GrantAsync("""
            {"grants":[{"group":"ann","level":"update"},{"group":"bea","level":"update"}],
             "properties":[{"key":"boss","groups":{"ann":"hidden","bea":"hidden"}},{"key":"name","groups":{"ann":"hidden","bea":"hidden"}},
                           {"key":"id","groups":{"bea":"hidden"}}]}
            """);

        var ann = (await _firm.Api("ann", "GET", Dataset)).Json;
        ann.GetProperty("labelId").GetString().ShouldBe("id");
        ann.TryGetProperty("treeId", out _).ShouldBeFalse();
        (await _firm.Api("ann", "GET", $"{Dataset}/export/jsonObjects")).Json[1].GetProperty("_depth").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var bea = (await _firm.Api("bea", "GET", Dataset)).Json;
        bea.TryGetProperty("autoId", out _).ShouldBeFalse();
        (await _firm.Api("bea", "GET", $"{Dataset}/export/csv")).Status.ShouldBe(200);
        (await _firm.Write("bea", "autoId=true", "[]")).Codes.ShouldBe(["400915"]);
        (await _firm.Write("bea", "", """[{"_action":"create","place":"York"}]""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_change_of_the_definition_leaves_alone_what_is_hidden()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"modify"}],"properties":[{"key":"salary","default":"hidden"},{"key":"boss","default":"hidden"}]}""");

        var changed = await _firm.Api("ann", "PATCH", $"{Dataset}?deleteOmittedProperties=true", """
            {"name":"E","properties":[{"key":"id"},{"key":"name"},{"key":"more","type":"text"}]}
            """);
        changed.Status.ShouldBe(200, changed.Text);
        changed.Text.ShouldNotContain("salary");

        var all = (await _firm.Api(null, "GET", Dataset)).Json;
        all.GetProperty("properties").EnumerateArray().Select(p => p.GetProperty("key").GetString()).ShouldBe(["id", "name", "boss", "salary", "more"]);
        all.GetProperty("treeParentId").GetString().ShouldBe("boss");
        (await _firm.Items(null, "salary")).ShouldBe("1:9001 2:9002 3:9003 4:9004 5:9005");
        (await _firm.Api("ann", "PATCH", Dataset, """{"properties":[{"key":"salary","type":"text"}]}""")).Codes.ShouldBe(["400915"]);
    }

    [Fact]
    public async Task A_job_has_the_rights_that_its_caller_has_when_it_runs()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"update"}],"properties":[{"key":"salary","default":"hidden"}],"rows":[{"groups":["ann"],"filter":{"place":"Leeds"},"level":"read"}]}""");

        var result = await _firm.Result(await _firm.Ended(await _firm.Api("ann", "POST", $"{Dataset}/export/jsonObjects", "{}")));

        Firm.Print(result.Json, "salary").ShouldBe("2:- 4:- 5:-");
    }
}
