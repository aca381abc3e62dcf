namespace Espalier.Server.Tests.Rights;

public sealed class ViewTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync();

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    async Task<string> MakeAsync(string body)
    {
        var made = await _firm.Own(null, "POST", $"datasets/{_firm.DatasetId}/views", body);
        made.Status.ShouldBe(201, made.Text);
        return made.Json.GetProperty("viewId").GetString()!;
    }

    [Fact]
    public async Task A_view_reads_like_a_dataset_of_its_own()
    {
        var view = await MakeAsync("""{"name":"Leeds","filter":{"place":"Leeds"},"properties":["id","name","boss"],"grants":[{"group":"ann","level":"read"}]}""");

        var listed = (await _firm.Api("ann", "GET", "datasets")).Json;
        listed.GetArrayLength().ShouldBe(1);
        listed[0].GetProperty("isPermissionedView").GetBoolean().ShouldBeTrue();
        listed[0].GetProperty("datasetId").GetString().ShouldBe(view);
        listed[0].GetProperty("name").GetString().ShouldBe("Leeds");

        var metadata = await _firm.Api("ann", "GET", $"datasets/{view}");
        metadata.Json.GetProperty("datasetId").GetString().ShouldBe(view);
        metadata.Json.GetProperty("properties").GetArrayLength().ShouldBe(3);
        metadata.Text.ShouldNotContain(_firm.DatasetId);

        Firm.Print((await _firm.Api("ann", "GET", $"datasets/{view}/items")).Json, "name", "salary", "_access")
            .ShouldBe("2:Bob:-:Item.read 4:Dan:-:Item.read 5:Eve:-:Item.read");
        Firm.Print((await _firm.Api("ann", "POST", $"datasets/{view}/items", """{"filter":{"name":"Eve"}}""")).Json).ShouldBe("5");
        Firm.Print((await _firm.Api("ann", "GET", $"datasets/{view}/export/jsonObjects")).Json, "_depth").ShouldBe("2:1 4:2 5:1");
        var ticket = await _firm.Ended(await _firm.Api("ann", "POST", $"datasets/{view}/export/jsonObjects", "{}"));
        Firm.Print((await _firm.Result(ticket)).Json).ShouldBe("2 4 5");

        (await _firm.Api("bea", "GET", $"datasets/{view}")).Codes.ShouldBe(["404901"]);
        (await _firm.Api("ann", "GET", $"datasets/{_firm.DatasetId}")).Codes.ShouldBe(["404901"]);
    }

    [Fact]
    public async Task What_it_would_show_is_counted_first()
    {
        var preview = await _firm.Own(null, "POST", $"datasets/{_firm.DatasetId}/views/preview", """{"filter":{"place":"Leeds"}}""");
        preview.Status.ShouldBe(200, preview.Text);
        preview.Text.ShouldBe("""{"items":5,"shown":3,"ghosts":2}""");
        (await _firm.Own(null, "POST", $"datasets/{_firm.DatasetId}/views/preview", "{}")).Text.ShouldBe("""{"items":5,"shown":5,"ghosts":0}""");
        (await _firm.Own(null, "POST", $"datasets/{_firm.DatasetId}/views/preview", """{"filter":{"town":"Leeds"}}""")).Codes.ShouldBe(["400909"]);
        (await _firm.Own("ann", "POST", $"datasets/{_firm.DatasetId}/views/preview", "{}")).Codes.ShouldBe(["404901"]);
    }

    [Fact]
    public async Task It_is_live()
    {
        var view = await MakeAsync("""{"name":"Leeds","filter":{"place":"Leeds"}}""");
        await _firm.Write(null, "autoId=true", """[{"_action":"update","id":1,"place":"Leeds"},{"_action":"delete","id":5}]""");
        Firm.Print((await _firm.Api(null, "GET", $"datasets/{view}/items")).Json).ShouldBe("1 2 4");
    }

    [Theory]
    [InlineData("PATCH", "", """{"name":"x"}""")]
    [InlineData("PUT", "/items?autoId=true", """[{"_action":"delete","id":2}]""")]
    [InlineData("PUT", "/items/import", """{"importLocation":{"method":"GET","url":"https://example.com/x"}}""")]
    public async Task Nothing_can_be_written_through_it(string method, string path, string body)
    {
        var view = await MakeAsync("""{"name":"All","grants":[{"group":"ann"}]}""");
        foreach (var who in new[] { "ann", null })
        {
            var answer = await _firm.Api(who, method, $"datasets/{view}{path}", body);
            answer.Codes.ShouldBe(["403901"]);
            answer.Text.ShouldContain("permissioned view");
        }
        (await _firm.Own(null, "PUT", $"datasets/{view}/rights", "{}")).Codes.ShouldBe(["403901"]);
    }

    [Fact]
    public async Task Ghosts_hold_the_tree_together_and_show_what_they_may()
    {
        var view = await MakeAsync("""{"name":"Leeds","filter":{"place":"Leeds"},"ghosts":["name"],"grants":[{"group":"ann","level":"read"}]}""");

        var export = await _firm.Api("ann", "GET", $"datasets/{view}/export/jsonObjects");
        Firm.Print(export.Json, "name", "salary", "_is_ghost", "_depth", "_level_1").ShouldBe(
            ":Ana::True:1:Ana 2:Bob:9002:False:2:Ana :Caz::True:2:Ana 4:Dan:9004:False:3:Ana 5:Eve:9005:False:3:Ana");
        export.Text.ShouldNotContain("9001");
        export.Text.ShouldNotContain("London");

        Firm.Print((await _firm.Api("ann", "GET", $"datasets/{view}/items")).Json).ShouldBe("2 4 5");

        await _firm.Own(null, "PATCH", $"views/{view}", """{"ghosts":[]}""");
        Firm.Print((await _firm.Api("ann", "GET", $"datasets/{view}/export/jsonObjects")).Json, "_level_1").ShouldBe(": 2: : 4: 5:");
        await _firm.Own(null, "PATCH", $"views/{view}", """{"ghosts":null}""");
        Firm.Print((await _firm.Api("ann", "GET", $"datasets/{view}/export/jsonObjects")).Json, "_level_1").ShouldBe("2:Bob 4:Bob 5:Eve");
    }

    [Fact]
    public async Task The_datasets_rules_hold_in_its_views()
    {
        var view = await MakeAsync("""{"name":"All","properties":["id","salary","place"],"ghosts":["id","place"],"filter":{"id":{"$gt":1}},"grants":[{"group":"ann"}]}""");
        await _firm.GrantAsync("""
            {"properties":[{"key":"salary","default":"hidden"}],"rows":[{"groups":["ann"],"filter":{"place":"Leeds"},"level":"read"}]}
            """);
        var export = await _firm.Api("ann", "GET", $"datasets/{view}/export/jsonObjects");
        Firm.Print(export.Json, "place").ShouldBe("2:Leeds 4:Leeds 5:Leeds");
        export.Text.ShouldNotContain("salary");
    }

    [Fact]
    public async Task Views_are_managed_by_those_who_manage_the_dataset()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"manage"},{"group":"bea","level":"modify"}]}""");
        var path = $"datasets/{_firm.DatasetId}/views";
        (await _firm.Own("bea", "POST", path, """{"name":"V"}""")).Codes.ShouldBe(["403901"]);
        var view = (await _firm.Own("ann", "POST", path, """{"name":"V"}""")).Json.GetProperty("viewId").GetString();
        (await _firm.Own("bea", "PATCH", $"views/{view}", """{"name":"W"}""")).Codes.ShouldBe(["403901"]);
        (await _firm.Own("cid", "PATCH", $"views/{view}", """{"name":"W"}""")).Codes.ShouldBe(["404905"]);
        (await _firm.Own("ann", "PATCH", $"views/{view}", """{"name":"W"}""")).Json.GetProperty("name").GetString().ShouldBe("W");

        var listed = (await _firm.Own("ann", "GET", path)).Json;
        listed.GetArrayLength().ShouldBe(1);
        (await _firm.Own("ann", "PATCH", $"views/{view}", listed[0].GetRawText())).Status.ShouldBe(200);
        (await _firm.Own("cid", "DELETE", $"views/{view}")).Codes.ShouldBe(["404905"]);
        (await _firm.Own("ann", "DELETE", $"views/{view}")).Status.ShouldBe(204);
        (await _firm.Own("ann", "DELETE", $"views/{view}")).Codes.ShouldBe(["404905"]);
        (await _firm.Api("ann", "GET", $"datasets/{view}")).Codes.ShouldBe(["404901"]);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told()
    {
        var answer = await _firm.Own(null, "POST", $"datasets/{_firm.DatasetId}/views", """
            {"name":" ","filter":{"no":1},"properties":["id","id","no"],"ghosts":"x","grants":[{"group":"a","level":"manage"}],"x":1}
            """);
        answer.Codes.ShouldBe(["400905", "400906", "400909", "400907", "400909", "400903", "400904"], ignoreOrder: true);
    }
}
