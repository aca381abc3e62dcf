using System.Text.Json;
using System.Text.Json.Nodes;
using Espalier.Server.Datasets;
using Espalier.Server.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Server.Tests.Imports;

/// <summary>Imports that only show what they would do, and imports that may not delete too much.</summary>
public sealed class GuardedImportTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_answers_what_the_import_would_and_writes_nothing()
    {
        await using var staff = await Staff.StartAsync();
        var (state, transactions) = (await staff.State(), await Transactions(staff));
        const string Actions = """[{"_action":"update","employeeID":1,"salary":101},{"_action":"update","employeeID":2,"salary":50},{"_action":"create","employeeID":9}]""";

        var dry = await staff.Write("autoId=true&implicitDelete=true&dryRun=true", Actions);

        dry.Status.ShouldBe(200);
        dry.Json.EnumerateArray().Select(e => e.GetProperty("_status").GetString()).ShouldBe(["success", "skipped", "success", "implicitDelete"]);
        (await staff.State()).ShouldBe(state);
        (await Transactions(staff)).ShouldBe(transactions);
        var known = await Ids(staff);
        var real = await staff.Write("autoId=true&implicitDelete=true&dryRun=false", Actions);
        Normal(real.Json, known).ShouldBe(Normal(dry.Json, known));
        (await staff.Items("salary")).ShouldBe("1:101 2:50 9:-");
    }

    [Fact]
    public async Task A_dry_runs_ticket_says_so_and_its_payload_can_be_imported_afterwards()
    {
        await using var staff = await Staff.StartAsync();
        var (state, transactions) = (await staff.State(), await Transactions(staff));
        var (get, _) = await staff.Upload("csv", "_action,employeeID,salary\nupdate,1,7\ncreate,8,8\n");

        var started = await staff.Import("autoId=true&dryRun=TRUE", get);
        started.Json.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        var dry = await staff.Ended(started);
        dry.GetProperty("jobStatus").GetString().ShouldBe("completed", dry.ToString());
        dry.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        var shown = (await staff.Result(dry)).Json;
        shown.EnumerateArray().Select(e => e.GetProperty("_action").GetString()).ShouldBe(["update", "create"]);
        (await staff.State()).ShouldBe(state);
        (await Transactions(staff)).ShouldBe(transactions);

        var known = await Ids(staff);
        var real = await staff.Ended(await staff.Import("autoId=true", get));
        real.GetProperty("jobStatus").GetString().ShouldBe("completed", real.ToString());
        real.TryGetProperty("dryRun", out _).ShouldBeFalse();
        Normal((await staff.Result(real)).Json, known).ShouldBe(Normal(shown, known));
        (await staff.Items("salary")).ShouldBe("1:7 2:50 3:- 8:8");
    }

    [Fact]
    public async Task A_dry_run_does_not_wait_for_imports_that_write()
    {
        await using var staff = await Staff.StartWithoutWorkerAsync();
        var (get, _) = await staff.Upload("csv", "_action,employeeID\nupdate,1\n");
        await staff.Import("autoId=true", get);
        await staff.Import("autoId=true&dryRun=true", get);
        var jobs = staff.Server.Get<Server.Jobs.IJobStore>();
        var now = staff.Server.Time.GetUtcNow();
        (await jobs.ClaimAsync("a", now, now.AddHours(1), false, Ct)).ShouldNotBeNull().DryRun.ShouldBeFalse();
        (await jobs.ClaimAsync("b", now, now.AddHours(1), false, Ct)).ShouldNotBeNull().DryRun.ShouldBeTrue();
    }

    [Fact]
    public async Task What_fails_in_a_dry_run_fails_as_the_import_would()
    {
        await using var staff = await Staff.StartAsync();
        const string Actions = """[{"_action":"update","employeeID":7,"salary":1},{"_action":"create","employeeID":1}]""";
        foreach (var query in new[] { "autoId=true", "autoId=true&onActionValidationFailure=skipAction", "autoId=true&maxDeletes=0&implicitDelete=true" })
        {
            var dry = await staff.Write($"{query}&dryRun=true", Actions);
            var real = await staff.Write(query, Actions);
            (dry.Status, dry.Text).ShouldBe((real.Status, real.Text));
        }
    }

    [Fact]
    public void Whatever_the_payload_a_dry_run_tells_what_the_import_then_does()
    {
        using var worlds = new Worlds();
        Prop.ForAll(Arb.From(Payloads()), payload => Task.Run(() => CheckAsync(worlds, payload)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    static async Task CheckAsync(Worlds worlds, Payload payload)
    {
        var staff = await worlds.StaffAsync();
        var (state, before) = (await staff.State(), await Ids(staff));
        var dry = await staff.Write(payload.Query + "&dryRun=true", payload.Actions);
        (await staff.State()).ShouldBe(state, payload.ToString());
        var real = await staff.Write(payload.Query, payload.Actions);

        real.Status.ShouldBe(dry.Status, payload.ToString());
        if (real.Status == 200)
            Normal(real.Json, before).ShouldBe(Normal(dry.Json, before), payload.ToString());
        else
            real.Text.ShouldBe(dry.Text, payload.ToString());
        real.Status.ShouldBeOneOf(200, 400);
    }

    [Theory]
    [InlineData("maxDeletes=1", "implicitDelete=true", 3, "2 of 3", "maxDeletes=1 ")]
    [InlineData("maxDeletes=0", "", 2, "1 of 3", "maxDeletes=0 ")]
    [InlineData("maxDeletes=66%25", "implicitDelete=true", 3, "2 of 3", "maxDeletes=66% ")]
    [InlineData("maxDeletes=66.6%25", "implicitDelete=true", 3, "2 of 3", "maxDeletes=66.6% ")]
    [InlineData("maxDeletes=2", "implicitDelete=true", 0, "3 of 3", "maxDeletes=2 ")]
    [InlineData("maxDeletes=1", "implicitDelete=true&onActionValidationFailure=skipAction", 3, "2 of 3", "maxDeletes=1 ")]
    [InlineData("maxDeletes=1", "implicitDelete=true&dryRun=true", 3, "2 of 3", "maxDeletes=1 ")]
    public async Task An_import_that_would_delete_too_many_items_fails_at_once_and_as_a_job_and_writes_nothing(
        string limit, string more, int named, params string[] told)
    {
        await using var staff = await Staff.StartAsync();
        var state = await staff.State();
        var actions = named == 0 ? "[]" : $$"""[{"_action":"update","employeeID":1,"salary":9},{"_action":"delete","employeeID":{{named}}}]""";
        var query = $"autoId=true&{limit}&{more}";

        var answer = await staff.Write(query, actions);
        answer.Status.ShouldBe(400);
        Check(answer.Json);
        var (get, _) = await staff.Upload("json", actions);
        var ticket = await staff.Ended(await staff.Import(query, get));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("failed");
        Check(ticket);
        Check((await staff.Result(ticket)).Json);
        (await staff.State()).ShouldBe(state);

        void Check(JsonElement errors)
        {
            var error = errors.GetProperty("errors").EnumerateArray().Single();
            error.GetProperty("code").GetString().ShouldBe("400940");
            error.GetProperty("queryParameter").GetString().ShouldBe("maxDeletes");
            foreach (var part in told)
                error.GetProperty("message").GetString()!.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("maxDeletes=2&implicitDelete=true", "1:9")]
    [InlineData("maxDeletes=66.7%25&implicitDelete=true", "1:9")]
    [InlineData("maxDeletes=100%&implicitDelete=true", "1:9")]
    [InlineData("maxDeletes=0&implicitDelete=false", "1:9 2:50 3:-")]
    public async Task Up_to_the_limit_an_import_deletes(string query, string left)
    {
        await using var staff = await Staff.StartAsync();
        (await staff.Write($"autoId=true&{query}", """[{"_action":"update","employeeID":1,"salary":9}]""")).Status.ShouldBe(200);
        (await staff.Items("salary")).ShouldBe(left);
    }

    [Fact]
    public async Task Items_that_the_payload_creates_and_deletes_again_do_not_count_and_those_under_a_merge_key_all_do()
    {
        await using var staff = await Staff.StartAsync();
        (await staff.Write("autoId=true&maxDeletes=0", """[{"_action":"create","employeeID":9},{"_action":"delete","employeeID":9}]""")).Status.ShouldBe(200);
        (await staff.Write("mergeKey=location&maxDeletes=1", """[{"_action":"delete","location":"London"}]""")).Codes.ShouldBe(["400940"]);
        (await staff.Write("mergeKey=location&maxDeletes=2", """[{"_action":"delete","location":"London"}]""")).Status.ShouldBe(200);
        (await staff.Items()).ShouldBe("2:");
    }

    [Theory]
    [InlineData("maxDeletes=", "400903 maxDeletes")]
    [InlineData("maxDeletes=-1", "400903 maxDeletes")]
    [InlineData("maxDeletes=1.5", "400903 maxDeletes")]
    [InlineData("maxDeletes=101%25", "400903 maxDeletes")]
    [InlineData("maxDeletes=%25", "400903 maxDeletes")]
    [InlineData("maxDeletes=1%25%25", "400903 maxDeletes")]
    [InlineData("maxDeletes=99999999999999999999999999999999999", "400903 maxDeletes")]
    [InlineData("maxDeletes=1&maxDeletes=2&dryRun=maybe", "400903 dryRun", "400020 maxDeletes")]
    public async Task Wrong_guards_are_told_with_their_place(string query, params string[] errors)
    {
        await using var staff = await Staff.StartAsync();
        foreach (var answer in new[] { await staff.Write(query, "[]"), await staff.Import(query, "https://example.com/x") })
        {
            answer.Status.ShouldBe(400);
            answer.Json.GetProperty("errors").EnumerateArray()
                .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("queryParameter").GetString()}").ShouldBe(errors);
        }
    }

    static async Task<int> Transactions(Staff staff) =>
        (await staff.Server.Get<ITransactionLog>().ListAsync(TestServer.Tenant, Guid.Parse(staff.DatasetId), 0, 1000, Ct)).Count;

    static async Task<IReadOnlyList<string>> Ids(Staff staff) =>
        [.. (await staff.Server.Api("GET", $"datasets/{staff.DatasetId}/items")).Json.EnumerateArray().Select(item => item.GetProperty("_id").GetString()!)];

    /// <summary>The result with the ids of items that are new numbered in their order.</summary>
    static string Normal(JsonElement result, IReadOnlyList<string> known)
    {
        var names = new Dictionary<string, string>();
        var copy = JsonNode.Parse(result.GetRawText())!.AsArray();
        foreach (var entry in copy)
            if (entry!["_id"]?.GetValue<string>() is { } id && !known.Contains(id))
                entry["_id"] = names.TryGetValue(id, out var name) ? name : names[id] = $"new {names.Count}";
        return copy.ToJsonString();
    }

    static Gen<Payload> Payloads()
    {
        var action = from name in Gen.Elements("create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop")
                     from id in Gen.Choose(1, 9)
                     from salary in Gen.Elements("1", "2.5", "null", "\"x\"", "\"\"")
                     from location in Gen.Elements("London", "Leeds", "Paris")
                     from members in Gen.Elements(1, 2, 3)
                     select $$"""{"_action":"{{name}}","employeeID":{{id}}{{(members > 1 ? $",\"salary\":{salary}" : "")}}{{(members > 2 ? $",\"location\":\"{location}\"" : "")}}}""";
        return from actions in Gen.ArrayOf(action)
               from mode in Gen.Elements("autoId=true", "idKey=employeeID", "idKey=employeeID&idKey=location", "mergeKey=location", "mergeKey=employeeID")
               from skip in Gen.Elements("", "&onActionValidationFailure=skipAction")
               from implicitDelete in Gen.Elements("", "&implicitDelete=true")
               from limit in Gen.Elements("", "&maxDeletes=1", "&maxDeletes=3", "&maxDeletes=40%25")
               select new Payload(mode + skip + (mode.StartsWith("mergeKey", StringComparison.Ordinal) ? "" : implicitDelete) + limit, $"[{string.Join(',', actions)}]");
    }

    sealed record Payload(string Query, string Actions);

    /// <summary>A dataset that payload after payload works on.</summary>
    sealed class Worlds : IDisposable
    {
        Staff? _staff;

        public async Task<Staff> StaffAsync() => _staff ??= await Staff.StartAsync();

        public void Dispose() => _staff?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
