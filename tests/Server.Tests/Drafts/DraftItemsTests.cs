using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Working in a draft: its items, its changes, and taking them back.</summary>
public sealed class DraftItemsTests
{
    [Fact]
    public async Task What_is_done_in_a_draft_shows_in_it_and_leaves_the_dataset_alone()
    {
        await using var drafting = await Drafting.StartAsync();
        var before = await drafting.Staff.State();
        var draft = await drafting.CreateFilled();

        (await drafting.Items(draft, "fullName", "salary", "location")).ShouldBe("1:Ana|100|London 2:Bob|60|York 4:Dan|10|-");
        (await drafting.Staff.Items("salary")).ShouldBe("1:100 2:50 3:-");
        var page = await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{draft}/items?offset=1&limit=1");
        page.Json.EnumerateArray().Select(item => item.GetProperty("employeeID").GetInt32()).ShouldBe([2]);
        (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{draft}/items?offset=9")).Text.ShouldBe("[]");
        (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{draft}/items?limit=-1")).Codes.ShouldBe(["400903"]);

        await drafting.Server.Api("DELETE", $"{Drafting.Own}/drafts/{draft}");
        (await drafting.Staff.State()).ShouldBe(before);
    }

    [Fact]
    public async Task Actions_answer_as_they_would_on_the_dataset()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.Create();
        var written = await drafting.Write(draft, """[{"_action":"update","employeeID":"2","salary":"60"},{"_action":"update","employeeID":1,"salary":100}]""");
        written.Json[0].GetProperty("_status").GetString().ShouldBe("success");
        written.Json[0].GetProperty("employeeID").GetInt32().ShouldBe(2);
        written.Json[1].GetProperty("_status").GetString().ShouldBe("skipped");

        var wrong = await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{draft}/items?autoId=true", """[{"_action":"update","employeeID":9,"salry":1}]""");
        wrong.Codes.Order().ShouldBe(["400909"]);
        (await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{draft}/items?idKey=nothing", "[]")).Codes.ShouldBe(["400909"]);
        (await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{draft}/items", "{}")).Codes.ShouldBe(["400903"]);
        (await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{draft}/items")).Codes.ShouldBe(["400902"]);

        await drafting.Write(draft, """[{"_action":"noop","employeeID":1}]""", "autoId=true&implicitDelete=true");
        (await drafting.Items(draft, "salary")).ShouldBe("1:100");
        var guarded = await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{draft}/items?implicitDelete=true&maxDeletes=0", "[]");
        guarded.Status.ShouldBe(400);
        await drafting.Write(draft, "[]", "implicitDelete=true&dryRun=true");
        (await drafting.Items(draft, "salary")).ShouldBe("1:100");
    }

    [Fact]
    public async Task The_changes_tell_what_was_and_what_is()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        var changes = await drafting.Changes(draft);
        changes.Length.ShouldBe(2 + 1 + 5);
        (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts")).Json[0].GetProperty("changedItems").GetInt32().ShouldBe(3);
        foreach (var change in changes)
        {
            change.GetProperty("by").GetString().ShouldBe(TestServer.Admin);
            change.TryGetProperty("conflict", out _).ShouldBeFalse();
            change.TryGetProperty("old", out _).ShouldBeTrue();
            change.TryGetProperty("new", out _).ShouldBeTrue();
        }
        var raise = await drafting.Change(draft, "Bob", "salary");
        raise.GetProperty("_action").GetString().ShouldBe("update");
        (raise.GetProperty("old").GetInt32(), raise.GetProperty("new").GetInt32()).ShouldBe((50, 60));
        (await drafting.Change(draft, "Caz", null)).GetProperty("_action").GetString().ShouldBe("delete");
        (await drafting.Change(draft, "Dan", null)).GetProperty("_action").GetString().ShouldBe("create");
        (await drafting.Change(draft, "Dan", "managerID")).GetProperty("old").ValueKind.ShouldBe(JsonValueKind.Null);

        var page = await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{draft}/changes?offset=1&limit=3");
        page.Json.EnumerateArray().Select(c => c.GetProperty("changeId").GetString()).ShouldBe(changes[1..4].Select(c => c.GetProperty("changeId").GetString()));
    }

    [Fact]
    public async Task A_cell_that_comes_back_to_what_it_was_is_no_change()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.Create();
        await drafting.Write(draft, """[{"_action":"update","employeeID":2,"salary":60,"location":null}]""");
        (await drafting.Changes(draft)).Length.ShouldBe(2);
        await drafting.Write(draft, """[{"_action":"update","employeeID":2,"salary":50}]""");
        (await drafting.Changes(draft)).Single().GetProperty("key").GetString().ShouldBe("location");
        await drafting.Write(draft, """[{"_action":"delete","employeeID":2}]""");
        var id = (await drafting.Changes(draft)).Single().GetProperty("_id").GetString();
        await drafting.Write(draft, $$"""[{"_action":"create","_id":"{{id}}","employeeID":2,"fullName":"Bob","managerID":1,"location":"Leeds","_sortOrder":2}]""", "");
        (await drafting.Changes(draft)).Single().GetProperty("key").GetString().ShouldBe("salary");
        await drafting.Write(draft, """[{"_action":"create","employeeID":5},{"_action":"delete","employeeID":5}]""");
        (await drafting.Changes(draft)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Single_changes_can_be_taken_back()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        async Task Back(string label, string? key)
        {
            var reverted = await drafting.Revert(draft, (await drafting.Change(draft, label, key)).GetProperty("changeId").GetString()!);
            reverted.Status.ShouldBe(200, reverted.Text);
            reverted.Json.GetProperty("reverted").GetInt32().ShouldBe(1);
        }
        await Back("Bob", "salary");
        (await drafting.Items(draft, "salary", "location")).ShouldBe("1:100|London 2:50|York 4:10|-");
        await Back("Caz", null);
        (await drafting.Items(draft, "salary", "location")).ShouldBe("1:100|London 2:50|York 3:-|London 4:10|-");
        await Back("Dan", "salary");
        (await drafting.Items(draft, "salary")).ShouldBe("1:100 2:50 3:- 4:-");
        await Back("Dan", null);
        (await drafting.Items(draft, "location")).ShouldBe("1:London 2:York 3:London");
        await Back("Bob", "location");
        (await drafting.Changes(draft)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Taking_back_what_is_no_change_takes_nothing_back()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        var known = (await drafting.Changes(draft))[0].GetProperty("changeId").GetString()!;
        var wrong = await drafting.Revert(draft, known, Guid.NewGuid().ToString());
        wrong.Codes.ShouldBe(["400942"]);
        wrong.Json.GetProperty("errors")[0].GetProperty("jsonBody").GetString().ShouldBe("$.changeIds[1]");
        (await drafting.Changes(draft)).Length.ShouldBe(8);
        (await drafting.Revert(draft)).Codes.ShouldBe(["400906"]);
        (await drafting.Revert(draft, "x", known, known)).Codes.ShouldBe(["400903", "400907"]);
    }

    [Fact]
    public async Task A_conflict_shows_where_the_dataset_has_moved_and_ends_when_the_cell_is_written_again()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        drafting.Server.Time.Advance(TimeSpan.FromMinutes(1));
        await drafting.Staff.Write("autoId=true", """
            [{"_action":"update","employeeID":2,"salary":55,"location":"York"},{"_action":"update","employeeID":3,"salary":1}]
            """);
        var conflict = (await drafting.Change(draft, "Bob", "salary")).GetProperty("conflict");
        (conflict.GetProperty("base").GetInt32(), conflict.GetProperty("current").GetInt32()).ShouldBe((50, 55));
        (await drafting.Change(draft, "Bob", "location")).TryGetProperty("conflict", out _).ShouldBeFalse();
        (await drafting.Change(draft, "Caz", null)).TryGetProperty("conflict", out _).ShouldBeTrue();
        (await drafting.Items(draft, "salary")).ShouldBe("1:100 2:60 4:10");

        await drafting.Write(draft, """[{"_action":"update","employeeID":2,"salary":61}]""");
        var again = await drafting.Change(draft, "Bob", "salary");
        again.TryGetProperty("conflict", out _).ShouldBeFalse();
        again.GetProperty("old").GetInt32().ShouldBe(55);

        await drafting.Staff.Write("autoId=true", """[{"_action":"delete","employeeID":2}]""");
        var gone = (await drafting.Changes(draft)).Single(c => c.TryGetProperty("key", out var key) && key.GetString() == "salary" && c.GetProperty("new").GetInt32() == 61);
        gone.GetProperty("conflict").GetProperty("current").ValueKind.ShouldBe(JsonValueKind.Null);
        (await drafting.Items(draft, "salary")).ShouldBe("1:100 4:10");
    }
}
