using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Storage;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

public sealed class RightsEndpointTests : IAsyncLifetime
{
    Firm _firm = null!;

    string Dataset => $"datasets/{_firm.DatasetId}";

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync();

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task A_new_dataset_is_closed_to_all_but_its_owner_and_admins()
    {
        var made = await _firm.Api("ann", "POST", "datasets", """{"name":"X","type":"PEOPLE","autoId":"a","labelId":"a","properties":[{"key":"a","type":"text"}]}""");
        var path = $"datasets/{made.Json.GetProperty("datasetId").GetString()}";

        (await _firm.Api("ann", "GET", path)).Status.ShouldBe(200);
        (await _firm.Api(null, "GET", path)).Status.ShouldBe(200);
        (await _firm.Api("bea", "GET", path)).Codes.ShouldBe(["404901"]);
        (await _firm.Api("bea", "GET", "datasets")).Json.GetArrayLength().ShouldBe(0);
        (await _firm.Api("ann", "GET", "datasets")).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_read_can_be_written_back()
    {
        const string rights = """
            {"owner":"admin@example.com","grants":[{"group":"hr","level":"update"},{"group":"user","level":"read"}],
             "properties":[{"key":"salary","default":"hidden","groups":{"hr":"update","it":"inherit"}}],
             "rows":[{"groups":["leeds"],"filter":{"place":{"$in":["Leeds",null]}},"level":"update"}]}
            """;
        await _firm.GrantAsync(rights);
        var read = await _firm.Own(null, "GET", $"{Dataset}/rights");

        read.Text.ShouldBe(rights.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        (await _firm.Own(null, "PUT", $"{Dataset}/rights", read.Text)).Text.ShouldBe(read.Text);
    }

    [Fact]
    public async Task A_rule_outlives_its_property_and_lets_nothing_through()
    {
        await _firm.GrantAsync("""
            {"grants":[{"group":"ann","level":"read"}],"properties":[{"key":"place","default":"hidden"}],
             "rows":[{"groups":["ann"],"filter":{"place":"Leeds"},"level":"read"}]}
            """);
        (await _firm.Items("ann")).ShouldBe("2 4 5");
        (await _firm.Api(null, "PATCH", $"{Dataset}?deleteOmittedProperties=true", """
            {"properties":[{"key":"id"},{"key":"name"},{"key":"boss"},{"key":"salary"}]}
            """)).Status.ShouldBe(200);

        (await _firm.Items("ann")).ShouldBe("");
        var read = await _firm.Own(null, "GET", $"{Dataset}/rights");
        (await _firm.Own(null, "PUT", $"{Dataset}/rights", read.Text)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told()
    {
        var answer = await _firm.Own(null, "PUT", $"{Dataset}/rights", """
            {"owner":"nobody@example.com","grants":[{"group":"a","level":"all"},{"level":"read"},{"group":"b","level":"read"},{"group":"b","level":"read"}],
             "properties":[{"key":"no"},{"key":"salary","default":"x"},{"key":"salary"}],
             "rows":[{"groups":"a","filter":{"no":1,"name":{"$eq":1}},"level":"none"}],"more":1}
            """);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code")} {e.GetProperty("jsonBody")}").ShouldBe(
            [
                "400905 $.more", "400904 $.grants[0].level", "400902 $.grants[1].group", "400907 $.grants[3]", "400909 $.properties[0].key",
                "400904 $.properties[1].default", "400907 $.properties[2].key", "400903 $.rows[0].groups", "400909 $.rows[0].filter.no",
                "400905 $.rows[0].filter.name.$eq", "400904 $.rows[0].level", "400914 $.owner",
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task The_highest_level_of_a_callers_groups_counts()
    {
        await _firm.TokenAsync("both", "r", "u");
        await _firm.GrantAsync("""{"grants":[{"group":"r","level":"read"},{"group":"u","level":"update"},{"group":"R","level":"manage"}]}""");

        (await _firm.Write("both", "autoId=true", """[{"_action":"update","id":1,"name":"Anna"}]""")).Status.ShouldBe(200);
        (await _firm.Api("both", "PATCH", Dataset, """{"name":"E"}""")).Codes.ShouldBe(["403901"]);
    }

    [Fact]
    public async Task Whoever_is_narrowed_manages_no_rights()
    {
        await _firm.GrantAsync("""
            {"grants":[{"group":"ann","level":"manage"},{"group":"bea","level":"manage"},{"group":"cid","level":"update"}],
             "properties":[{"key":"salary","default":"inherit","groups":{"ann":"hidden"}}]}
            """);
        (await _firm.Own("ann", "GET", $"{Dataset}/rights")).Codes.ShouldBe(["403901"]);
        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", "{}")).Codes.ShouldBe(["403901"]);
        (await _firm.Own("ann", "POST", $"{Dataset}/views", """{"name":"V"}""")).Codes.ShouldBe(["403901"]);
        (await _firm.Own("bea", "GET", $"{Dataset}/rights")).Status.ShouldBe(200);
        (await _firm.Own("cid", "GET", $"{Dataset}/rights")).Codes.ShouldBe(["403901"]);
        (await _firm.Own("dot", "GET", $"{Dataset}/rights")).Codes.ShouldBe(["404901"]);
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_have()
    {
        await _firm.TokenAsync("ann");
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"modify"},{"group":"boss","level":"manage"}]}""");

        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", """{"grants":[{"group":"ann","level":"manage"},{"group":"boss","level":"manage"}]}"""))
            .Codes.ShouldBe(["403906"]);
        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", """{"grants":[{"group":"ann","level":"modify"}]}""")).Codes.ShouldBe(["403906"]);
        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", """{"owner":"ann@example.com","grants":[{"group":"boss","level":"manage"}]}"""))
            .Codes.ShouldBe(["403906"]);
        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", """{"grants":[{"group":"ann","level":"modify"},{"group":"boss","level":"manage"},{"group":"x","level":"read"}]}"""))
            .Status.ShouldBe(200);
        (await _firm.Own(null, "PUT", $"{Dataset}/rights", """{"owner":"ann@example.com"}""")).Status.ShouldBe(200);
        (await _firm.Own("ann", "PUT", $"{Dataset}/rights", """{"grants":[{"group":"x","level":"manage"}]}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_cache_key_hangs_on_what_the_caller_may_see()
    {
        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"read"},{"group":"bea","level":"read"}],"properties":[{"key":"salary","groups":{"ann":"hidden"}}]}""");
        var (ann, bea) = (await KeyAsync("ann"), await KeyAsync("bea"));
        ann.ShouldNotBe(bea);
        (await KeyAsync("ann")).ShouldBe(ann);

        await _firm.GrantAsync("""{"grants":[{"group":"ann","level":"read"},{"group":"bea","level":"read"}]}""");
        (await KeyAsync("ann")).ShouldNotBe(ann);

        async Task<string> KeyAsync(string who) => (await _firm.Api(who, "GET", Dataset)).Json.GetProperty("cacheKey").GetString()!;
    }

    [Fact]
    public async Task A_guest_makes_no_datasets_and_a_readonly_admin_changes_nothing()
    {
        const string definition = """{"name":"X","type":"PEOPLE","autoId":"a","labelId":"a","properties":[{"key":"a","type":"text"}]}""";
        await _firm.TokenAsync("gus", "guest");
        (await _firm.Api("gus", "POST", "datasets", definition)).Codes.ShouldBe(["403901"]);

        await _firm.Server.AddUserAsync("ron@example.com", Role.Admin, account => account with { Groups = ["readonly"] });
        var token = await _firm.Server.TokenFor("ron@example.com");
        (await _firm.Server.Api("GET", $"{Dataset}/items", null, token)).Json[0].GetProperty("_access").GetString().ShouldBe("Item.read");
        (await _firm.Server.Api("POST", "datasets", definition, token)).Codes.ShouldBe(["403901"]);
        (await _firm.Server.Api("PUT", $"{Dataset}/items", "[]", token)).Codes.ShouldBe(["403901"]);
        (await _firm.Server.Own("PUT", $"{Dataset}/rights", "{}", token)).Codes.ShouldBe(["403901"]);
        (await _firm.Server.Own("PUT", "users/x@example.com", "{}", token)).Codes.ShouldBe(["403905"]);
    }

    [Fact]
    public async Task Datasets_from_before_rights_stay_open_to_the_tenant()
    {
        var database = _firm.Server.Get<IDatabase>();
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "DROP TABLE dataset_rights; DROP TABLE dataset_view; DELETE FROM schema_migration WHERE name = '0005_rights'", transaction: transaction),
            TestContext.Current.CancellationToken);
        await _firm.Server.RestartAsync();

        (await _firm.Write("ann", "autoId=true", """[{"_action":"update","id":1,"name":"Anna"}]""")).Status.ShouldBe(200);
        (await _firm.Own(null, "GET", $"{Dataset}/rights")).Text.ShouldContain("""[{"group":"user","level":"update"}]""");
    }
}
