using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

public sealed class WriteRightsTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync()
    {
        _firm = await Firm.StartAsync();
        await _firm.GrantAsync("""
            {"grants":[{"group":"ann","level":"update"},{"group":"bea","level":"update"}],
             "properties":[{"key":"salary","default":"inherit","groups":{"ann":"read"}},{"key":"place","groups":{"bea":"hidden"}}],
             "rows":[{"groups":["ann"],"filter":{"place":"Leeds"},"level":"update"},
                     {"groups":["ann"],"filter":{"id":4},"level":"delete"},
                     {"groups":["ann"],"filter":{"id":1},"level":"read"}]}
            """);
    }

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task A_property_that_may_only_be_read_denies_its_item_and_so_the_payload()
    {
        var answer = await _firm.Write("ann", "autoId=true", """
            [{"_action":"update","id":2,"name":"Rob"},{"_action":"update","id":4,"name":"Don","salary":1},{"_action":"update","id":5,"salary":null}]
            """);
        answer.Status.ShouldBe(403);
        Places(answer).ShouldBe(["403903 $[1].salary", "403903 $[2].salary"]);
        (await _firm.Items(null, "name")).ShouldBe("1:Ana 2:Bob 3:Caz 4:Dan 5:Eve");
    }

    [Fact]
    public async Task It_is_skipped_alone_when_that_is_asked_for()
    {
        var answer = await _firm.Write("ann", "autoId=true&onPropertyAccessDenied=skipProperty", """
            [{"_action":"update","id":2,"name":"Rob","salary":1},{"_action":"update","id":4,"salary":1},{"_action":"create","id":6,"name":"Fay","salary":1}]
            """);
        Statuses(answer).ShouldBe("success skipped success");
        answer.Text.ShouldNotContain("_errors");
        (await _firm.Items(null, "name", "salary")).ShouldBe("1:Ana:9001 2:Rob:9002 3:Caz:9003 4:Dan:9004 5:Eve:9005 6:Fay:-");
    }

    [Fact]
    public async Task Or_its_item_is_skipped()
    {
        var answer = await _firm.Write("ann", "autoId=true&onItemAccessDenied=skipAction", """
            [{"_action":"update","id":2,"name":"Rob","salary":1},{"_action":"update","id":4,"name":"Don"}]
            """);
        Statuses(answer).ShouldBe("skipped success");
        answer.Json[0].GetProperty("_errors")[0].GetProperty("code").GetString().ShouldBe("403903");
        (await _firm.Items(null, "name")).ShouldBe("1:Ana 2:Bob 3:Caz 4:Don 5:Eve");
    }

    [Fact]
    public async Task Items_are_changed_and_deleted_as_far_as_rules_let()
    {
        const string actions = """
            [{"_action":"update","id":1,"name":"A"},{"_action":"delete","id":2},{"_action":"delete","id":4},{"_action":"noop","id":1},
             {"_action":"createOrReplace","id":1,"name":"A"},{"_action":"createOrUpdate","id":5,"name":"E"}]
            """;
        var failed = await _firm.Write("ann", "autoId=true", actions);
        failed.Status.ShouldBe(403);
        Places(failed).ShouldBe(["403902 $[0]", "403902 $[1]", "403902 $[4]"]);

        var skipped = await _firm.Write("ann", "autoId=true&onItemAccessDenied=skipAction", actions);
        Statuses(skipped).ShouldBe("skipped skipped success skipped skipped success");
        (await _firm.Items(null, "name")).ShouldBe("1:Ana 2:Bob 3:Caz 5:E");
    }

    [Fact]
    public async Task An_item_out_of_sight_is_as_missing_as_one_that_never_was()
    {
        foreach (var action in new[] { "update", "replace", "delete" })
        {
            var hidden = await _firm.Write("ann", "autoId=true", $$"""[{"_action":"{{action}}","id":3}]""");
            var missing = await _firm.Write("ann", "autoId=true", $$"""[{"_action":"{{action}}","id":33}]""");
            hidden.Status.ShouldBe(400);
            hidden.Text.ShouldBe(missing.Text);
        }
        (await _firm.Write("ann", "autoId=true", """[{"_action":"noop","id":3}]""")).Text.ShouldNotContain("_id");
        Statuses(await _firm.Write("ann", "mergeKey=name", """[{"_action":"delete","name":"Caz"}]""")).ShouldBe("skipped");
        (await _firm.Items(null)).ShouldBe("1 2 3 4 5");
    }

    [Fact]
    public async Task No_second_item_gets_the_identifier_of_one_out_of_sight()
    {
        foreach (var action in new[] { "create", "createOrUpdate", "createOrReplace" })
            Places(await _firm.Write("ann", "autoId=true", $$"""[{"_action":"{{action}}","id":3,"name":"X"}]""")).ShouldBe(["403902 $[0]"]);
        var skipped = await _firm.Write("ann", "autoId=true&onItemAccessDenied=skipAction", """[{"_action":"create","id":3},{"_action":"create","id":6}]""");
        Statuses(skipped).ShouldBe("skipped success");
        skipped.Json[0].TryGetProperty("_id", out _).ShouldBeFalse();

        var id = (await _firm.Api(null, "GET", $"datasets/{_firm.DatasetId}/items")).Json[2].GetProperty("_id").GetString();
        Places(await _firm.Write("ann", "", $$"""[{"_action":"create","_id":"{{id}}","name":"X"}]""")).ShouldBe(["403902 $[0]"]);
        (await _firm.Items(null, "name")).ShouldBe("1:Ana 2:Bob 3:Caz 4:Dan 5:Eve 6:-");
    }

    [Fact]
    public async Task Replace_clears_neither_what_is_hidden_nor_what_is_fixed()
    {
        (await _firm.Write("bea", "autoId=true", """[{"_action":"replace","id":1,"name":"A"}]""")).Status.ShouldBe(200);
        (await _firm.Write("ann", "autoId=true", """[{"_action":"replace","id":4,"name":"D"},{"_action":"update","id":4,"boss":null}]""")).Status.ShouldBe(200);

        (await _firm.Items(null, "name", "salary", "place")).ShouldBe("1:A:-:London 2:Bob:9002:Leeds 3:Caz:9003:London 4:D:9004:- 5:Eve:9005:Leeds");
    }

    [Fact]
    public async Task ImplicitDelete_takes_only_what_the_caller_may_delete()
    {
        var failed = await _firm.Write("ann", "autoId=true&implicitDelete=true", """[{"_action":"noop","id":2}]""");
        failed.Status.ShouldBe(403);
        Places(failed).ShouldBe(["403902 $"]);

        var done = await _firm.Write("ann", "autoId=true&implicitDelete=true&onItemAccessDenied=skipAction", """[{"_action":"noop","id":2}]""");
        Statuses(done).ShouldBe("skipped implicitDelete");
        (await _firm.Items(null)).ShouldBe("1 2 3 5");
    }

    [Fact]
    public async Task A_merge_changes_those_it_may_and_finds_no_others()
    {
        var done = await _firm.Write("ann", "mergeKey=place&onItemAccessDenied=skipAction", """
            [{"_action":"update","place":"London","name":"L"},{"_action":"delete","place":"Leeds"}]
            """);
        Statuses(done).ShouldBe("skipped skipped success skipped");
        (await _firm.Items(null, "name")).ShouldBe("1:Ana 2:Bob 3:Caz 5:Eve");
    }

    [Fact]
    public async Task Csv_knows_no_hidden_column()
    {
        async Task<string> CodeAsync(string header)
        {
            var files = (await _firm.Api("bea", "POST", "files/generate", """{"targetType":"csv","targetEncoding":"identity"}""")).Json;
            await _firm.Server.Api("PUT", files.GetProperty("put").GetString()!, new StringContent($"_action,id,{header}\nupdate,1,x\n"), "");
            var ticket = await _firm.Ended(await _firm.Api("bea", "PUT", $"datasets/{_firm.DatasetId}/items/import?autoId=true",
                $$"""{"importLocation":{"method":"GET","url":"{{files.GetProperty("get").GetString()}}"} }"""));
            return ticket.GetProperty("errors").GetRawText();
        }

        (await CodeAsync("place")).Replace("place", "plaza", StringComparison.Ordinal).ShouldBe(await CodeAsync("plaza"));
        (await _firm.Items(null, "place")).ShouldStartWith("1:London");
    }

    [Fact]
    public async Task Validation_comes_before_access()
    {
        var answer = await _firm.Write("ann", "autoId=true", """[{"_action":"update","id":1,"name":"A"},{"_action":"update","id":99}]""");
        answer.Status.ShouldBe(400);
        Places(answer).ShouldBe(["400912 $[1]", "403902 $[0]"]);
    }

    static string[] Places(Answer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code")} {e.GetProperty("jsonBody")}")];

    static string Statuses(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        return string.Join(' ', answer.Json.EnumerateArray().Select(entry => entry.GetProperty("_status").GetString()));
    }
}
