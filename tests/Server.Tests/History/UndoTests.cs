using System.Text.Json;

namespace Espalier.Server.Tests.History;

public sealed class UndoTests
{
    [Fact]
    public async Task An_undo_is_a_transaction_that_can_be_undone()
    {
        await using var past = await Past.StartAsync();
        var before = Stored(await past.Items());
        var transaction = await past.Write("""[{"_action":"update","code":"a","pay":5},{"_action":"delete","code":"b"},{"_action":"create","code":"d"}]""");
        var after = Stored(await past.Items());

        var undone = await past.Undo(transaction);
        undone.Status.ShouldBe(200, undone.Text);
        undone.Json.GetProperty("transactionId").GetString().ShouldBe(await past.Head());
        undone.Json.GetProperty("channel").GetString().ShouldBe("undo");
        undone.Json.GetProperty("counts").GetRawText().ShouldBe("""{"created":1,"updated":1,"deleted":1,"cells":1}""");
        Stored(await past.Items()).ShouldBe(before);

        (await past.Undo(await past.Head())).Status.ShouldBe(200);
        Stored(await past.Items()).ShouldBe(after);
        (await past.Transactions())[0].GetProperty("channel").GetString().ShouldBe("undo");
    }

    [Fact]
    public async Task A_conflict_fails_is_skipped_or_is_overwritten()
    {
        await using var past = await Past.StartAsync();
        var transaction = await past.Write("""[{"_action":"update","code":"a","pay":5},{"_action":"update","code":"b","pay":6}]""");
        await past.Write("""[{"_action":"update","code":"a","pay":7}]""");
        var head = await past.Head();

        var failed = await past.Undo(transaction);
        failed.Status.ShouldBe(409);
        failed.Codes.ShouldBe(["409930"]);
        failed.Json.GetProperty("errors")[0].GetProperty("resourcePath").GetString()!.ShouldContain("/items/");
        (await past.Head()).ShouldBe(head);

        var dry = await past.Undo(transaction, """{"dryRun":true}""");
        dry.Status.ShouldBe(200);
        dry.Json.TryGetProperty("transactionId", out _).ShouldBeFalse();
        dry.Json.GetProperty("conflictCount").GetInt32().ShouldBe(1);
        var conflict = dry.Json.GetProperty("conflicts")[0];
        (Text(conflict, "kind"), Text(conflict, "label"), Text(conflict, "key")).ShouldBe(("cellChanged", "Ana", "pay"));
        (conflict.GetProperty("base").GetDouble(), conflict.GetProperty("current").GetDouble()).ShouldBe((5, 7));
        (await past.Undo(transaction, """{"dryRun":true,"conflicts":"overwrite"}""")).Json.GetProperty("counts").GetProperty("cells").GetInt32().ShouldBe(2);
        (await past.Head()).ShouldBe(head);

        (await past.Undo(transaction, """{"conflicts":"skip"}""")).Json.GetProperty("counts").GetProperty("cells").GetInt32().ShouldBe(1);
        Stored(await past.Items()).ShouldContain("\"pay\":7");
        (await past.Undo(transaction, """{"conflicts":"overwrite"}""")).Status.ShouldBe(200);
        Stored(await past.Items()).ShouldNotContain("\"pay\":7");
        var nothing = await past.Undo(transaction);
        nothing.Status.ShouldBe(200);
        nothing.Json.TryGetProperty("transactionId", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_removed_property_comes_back_with_its_values()
    {
        await using var past = await Past.StartAsync();
        var before = Stored(await past.Items());
        var transaction = await past.Configure("""{"properties":[{"key":"code"},{"key":"name"},{"key":"lead"}]}""");
        Stored(await past.Items()).ShouldNotContain("pay");
        (await past.Undo(transaction)).Json.GetProperty("changesDefinition").GetBoolean().ShouldBeTrue();
        Stored(await past.Items()).ShouldBe(before);
    }

    [Fact]
    public async Task The_transaction_that_made_the_dataset_stays()
    {
        await using var past = await Past.StartAsync(isFilled: false);
        (await past.Undo(await past.Head())).Codes.ShouldBe(["400932"]);
    }

    [Fact]
    public async Task A_wrong_body_is_told_whole()
    {
        await using var past = await Past.StartAsync(isFilled: false);
        var answer = await past.Undo("nothing", """{"conflicts":"maybe","dryRun":"yes","more":1}""");
        answer.Codes.ShouldBe(["400603", "400905", "400904", "400903"]);
    }

    /// <summary>Items without when they were last changed.</summary>
    static string Stored(string items) => string.Join('\n', JsonDocument.Parse(items).RootElement.EnumerateArray()
        .Select(item => string.Join(',', item.EnumerateObject().Where(m => m.Name != "_modifiedAt").Select(m => m.ToString()))).Order(StringComparer.Ordinal));

    static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
