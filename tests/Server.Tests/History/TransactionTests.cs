using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.History;

public sealed class TransactionTests
{
    [Fact]
    public async Task Transactions_are_listed_newest_first_with_their_counts()
    {
        await using var past = await Past.StartAsync();
        var last = await past.Write("""[{"_action":"update","code":"a","pay":5,"lead":true},{"_action":"delete","code":"b"}]""");
        await past.Configure("""{"tags":["x"]}""");

        var all = await past.Transactions();
        all.Select(t => $"{t.GetProperty("channel").GetString()} {t.GetProperty("counts").GetRawText()} {t.GetProperty("changesDefinition").GetBoolean()}").ShouldBe(
        [
            """api {"created":0,"updated":0,"deleted":0,"cells":0} True""",
            """api {"created":0,"updated":1,"deleted":1,"cells":2} False""",
            """api {"created":3,"updated":0,"deleted":0,"cells":0} False""",
            """api {"created":0,"updated":0,"deleted":0,"cells":0} True""",
        ]);
        all[1].GetProperty("transactionId").GetString().ShouldBe(last);
        all.ShouldAllBe(t => t.GetProperty("by").GetString() == TestServer.Admin);
        all.Select(t => t.GetProperty("at").GetString()).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_end()
    {
        await using var past = await Past.StartAsync();
        for (var i = 0; i < 7; i++)
            await past.Write($$"""[{"_action":"update","code":"a","pay":{{i + 10}}}]""");
        var all = (await past.Transactions()).Select(Id).ToArray();
        all.Length.ShouldBe(9);
        List<string?> paged = [];
        for (var offset = 0; offset < 12; offset += 4)
            paged.AddRange((await past.Transactions($"offset={offset}&limit=4")).Select(Id));
        paged.ShouldBe(all);
        (await past.Transactions("offset=9223372036854775807")).ShouldBeEmpty();

        static string? Id(JsonElement t) => t.GetProperty("transactionId").GetString();
    }

    [Theory]
    [InlineData("transactions?limit=0&offset=-1", "400903 offset|400903 limit")]
    [InlineData("transactions?limit=1001", "400903 limit")]
    [InlineData("transactions?limit=1&limit=2", "400020 limit")]
    [InlineData("transactions/x/changes?offset=x&limit=1.5", "400603 {transactionId}|400903 offset|400903 limit")]
    [InlineData("transactions/00000000-0000-0000-0000-000000000000/changes", "404930 ")]
    public async Task What_is_wrong_is_told(string path, string errors)
    {
        await using var past = await Past.StartAsync(isFilled: false);
        var answer = await past.Own("GET", path);
        string.Join('|', answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString() + " "
            + (e.TryGetProperty("pathParameter", out var name) || e.TryGetProperty("queryParameter", out name) ? name.GetString() : ""))).ShouldBe(errors);
        answer.Status.ShouldBe(int.Parse(errors[..3], null));
    }

    [Fact]
    public async Task Changes_name_each_key_with_its_old_and_new_value()
    {
        await using var past = await Past.StartAsync();
        var transaction = await past.Write("""
            [{"_action":"update","code":"c","pay":3.5,"born":null,"lead":false},{"_action":"delete","code":"b"},{"_action":"create","code":"d","name":"Dé\"d"}]
            """);
        var changes = await past.Changes(transaction);
        changes.Select(c => $"{c.GetProperty("_action").GetString()} {c.GetProperty("label").GetString()} {c.GetProperty("key").GetString()} "
            + $"{c.GetProperty("old").GetRawText()} {c.GetProperty("new").GetRawText()}").ShouldBe(
        [
            "create Dé\"d code null \"d\"", "create Dé\"d name null \"Dé\\\"d\"",
            "update Caz pay null 3.5", "update Caz born \"2000-02-29\" null", "update Caz lead true false",
            "delete Bob code \"b\" null", "delete Bob name \"Bob\" null", "delete Bob pay 2 null",
        ]);
        changes.Select(c => c.GetProperty("changeId").GetString()).ShouldBeUnique();
        changes.ShouldAllBe(c => c.GetProperty("by").GetString() == TestServer.Admin && c.GetProperty("_id").GetString()!.Length == 36);

        var pages = (await past.Changes(transaction, "limit=3")).Concat(await past.Changes(transaction, "offset=3&limit=4")).Concat(await past.Changes(transaction, "offset=7"));
        pages.Select(c => c.GetRawText()).ShouldBe(changes.Select(c => c.GetRawText()));
    }

    [Fact]
    public async Task Changes_of_the_definition_are_told()
    {
        await using var past = await Past.StartAsync();
        var transaction = await past.Configure("""{"name":"Crew","properties":[{"key":"code"},{"key":"name"},{"key":"pay","type":"text"},{"key":"grade","type":"text"}]}""");
        var changes = (await past.Changes(transaction)).ToDictionary(c => c.GetProperty("key").GetString()!);
        changes.Keys.Order(StringComparer.Ordinal).ShouldBe(["name", "properties/born", "properties/grade", "properties/lead", "properties/pay"]);
        changes["name"].GetProperty("old").GetString().ShouldBe("Staff");
        changes["name"].GetProperty("new").GetString().ShouldBe("Crew");
        changes["properties/pay"].GetProperty("new").GetProperty("type").GetString().ShouldBe("text");
        changes["properties/born"].GetProperty("new").ValueKind.ShouldBe(JsonValueKind.Null);
        changes.Values.ShouldAllBe(c => c.GetProperty("_action").GetString() == "configure");
    }

    [Fact]
    public async Task A_large_import_is_shown_whole()
    {
        await using var past = await Past.StartAsync(isFilled: false);
        var transaction = await past.Write($"[{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"_action":"create","code":"c{{i}}","pay":{{i}}}"""))}]");
        var changes = await past.Changes(transaction);
        changes.Length.ShouldBe(40_000);
        changes[^1].GetProperty("new").GetDouble().ShouldBe(19_999);
        (await past.Changes(transaction, "offset=39999")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_manage_sees_and_undoes_only_their_own_transactions()
    {
        await using var past = await Past.StartAsync();
        await past.Server.AddUserAsync("eve@example.com");
        var eve = await past.Server.TokenFor("eve@example.com");
        var others = await past.Head();
        var own = await past.Write("""[{"_action":"update","code":"a","pay":5}]""", token: eve);

        var seen = (await past.Transactions(token: eve)).ShouldHaveSingleItem();
        seen.GetProperty("transactionId").GetString().ShouldBe(own);
        (await past.Transactions("offset=1", eve)).ShouldBeEmpty();
        (await past.Own("GET", $"transactions/{others}/changes", token: eve)).Codes.ShouldBe(["404930"]);
        (await past.Undo(others, token: eve)).Codes.ShouldBe(["404930"]);
        (await past.Own("GET", $"transactions/{own}/changes", token: eve)).Json.GetArrayLength().ShouldBe(1);
        (await past.Undo(own, token: eve)).Status.ShouldBe(200);
        (await past.Transactions())[0].GetProperty("by").GetString().ShouldBe("eve@example.com");
    }
}
