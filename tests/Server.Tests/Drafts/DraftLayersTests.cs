using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Drafts as the original's API has them: exported as actions, applied, cleared.</summary>
public sealed class DraftLayersTests
{
    [Fact]
    public async Task Exported_actions_applied_by_hand_do_what_applying_does()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        await drafting.Write(draft, """[{"_action":"update","employeeID":1,"location":null,"dob":"1981-05-15"}]""");
        var actions = await drafting.Export("distinct", draft);
        string.Join(' ', actions.Select(a => $"{a.GetProperty("_action")}")).ShouldBe("update delete create update", ignoreOrder: true);
        actions.Single(a => a.TryGetProperty("dob", out _)).GetProperty("location").ValueKind.ShouldBe(JsonValueKind.Null);
        actions.Single(a => a.GetProperty("_action").GetString() == "create").EnumerateObject().Select(m => m.Name)
            .ShouldBe(["_action", "_id", "employeeID", "fullName", "managerID", "salary"]);

        var drafted = await drafting.Items(draft, "fullName", "managerID", "salary", "dob", "location", "_id");
        (await drafting.Staff.Write("", JsonSerializer.Serialize(actions))).Status.ShouldBe(200);
        (await drafting.Staff.Items("fullName", "managerID", "salary", "dob", "location", "_id")).ShouldBe(drafted);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Applying_a_draft_writes_it_as_one_transaction_and_keeps_the_draft(string method)
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        var drafted = await drafting.Items(draft, "fullName", "managerID", "salary", "dob", "location", "_id");
        var started = await drafting.Server.Api(method, $"datasets/{drafting.Staff.DatasetId}/drafts/apply", $$"""{{{Drafting.Layers(draft)}}}""");
        var ticket = await drafting.Staff.Ended(started);
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        var result = (await drafting.Staff.Result(ticket)).Json.EnumerateArray().ToList();
        result.ShouldAllBe(entry => entry.GetProperty("_status").GetString() == "success");
        (await drafting.Staff.Items("fullName", "managerID", "salary", "dob", "location", "_id")).ShouldBe(drafted);

        (await drafting.Changes(draft)).Length.ShouldBe(8);
        (await drafting.Changes(draft)).Any(change => change.TryGetProperty("conflict", out _)).ShouldBeFalse("it has done nothing against itself");
    }

    [Fact]
    public async Task What_does_not_fit_fails_the_job_or_is_skipped()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        await drafting.Staff.Write("autoId=true", """[{"_action":"delete","employeeID":2}]""");
        var state = await drafting.Staff.State();
        var failed = await drafting.Apply("", draft);
        failed.GetProperty("jobStatus").GetString().ShouldBe("failed");
        failed.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("400912");
        (await drafting.Staff.State()).ShouldBe(state);

        var dry = await drafting.Apply("onActionValidationFailure=skipAction&dryRun=true", draft);
        dry.GetProperty("jobStatus").GetString().ShouldBe("completed");
        (await drafting.Staff.State()).ShouldBe(state);
        (await drafting.Apply("onActionValidationFailure=skipAction&maxDeletes=0", draft)).GetProperty("jobStatus").GetString().ShouldBe("failed");

        var done = await drafting.Apply("onActionValidationFailure=skipAction", draft);
        done.GetProperty("jobStatus").GetString().ShouldBe("completed", done.ToString());
        (await drafting.Staff.Result(done)).Json.EnumerateArray().Count(entry => entry.TryGetProperty("_errors", out _)).ShouldBe(1);
        (await drafting.Staff.Items("salary")).ShouldBe("1:100 4:10");
    }

    [Fact]
    public async Task Several_layers_are_folded()
    {
        await using var drafting = await Drafting.StartAsync();
        var first = await drafting.Create("First");
        var second = await drafting.Create("Second");
        await drafting.Write(first, """[{"_action":"update","employeeID":1,"salary":1,"location":"A"},{"_action":"update","employeeID":2,"salary":2}]""");
        await drafting.Write(second, """[{"_action":"update","employeeID":1,"salary":10},{"_action":"update","employeeID":2,"location":"B"}]""");
        (await drafting.Export("distinct", first, second)).Length.ShouldBe(2);
        (await drafting.Export("lossless", first, second)).Length.ShouldBe(3);
        (await drafting.Export("ordered", first, second)).Length.ShouldBe(4);
        (await drafting.Apply("", first, second)).GetProperty("jobStatus").GetString().ShouldBe("completed");
        (await drafting.Staff.Items("salary", "location")).ShouldBe("1:10|A 2:2|B 3:-|London");
    }

    [Fact]
    public async Task A_layer_is_cleared_wholly_or_by_a_filter()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.CreateFilled();
        async Task Clear(string filter)
        {
            var cleared = await drafting.Server.Api("POST", "drafts/clear", $$"""{{{Drafting.Layers(draft)}}{{filter}}}""");
            cleared.Status.ShouldBe(200, cleared.Text);
            cleared.Text.ShouldBe($$"""[{"status":"success","draftId":"{{draft}}","layerKey":"default"}]""");
        }
        await Clear(""","filter":{"location":"Leeds"}""");
        (await drafting.Changes(draft)).Length.ShouldBe(8, "the draft has moved Bob to York");
        await Clear(""","filter":{"location":"York"}""");
        (await drafting.Items(draft, "salary")).ShouldBe("1:100 2:50 4:10");
        await Clear(""","filter":{"location":"London"}""");
        (await drafting.Items(draft, "salary")).ShouldBe("1:100 2:50 3:- 4:10");
        await Clear("");
        (await drafting.Changes(draft)).ShouldBeEmpty();
        await Clear("");

        await drafting.Write(draft, """[{"_action":"delete","employeeID":1}]""");
        var unknown = await drafting.Server.Api("POST", "drafts/clear", $$"""{{{Drafting.Layers(draft, Guid.NewGuid().ToString())}}}""");
        unknown.Codes.ShouldBe(["404902"]);
        var wrong = await drafting.Server.Api("POST", "drafts/clear", $$$"""{{{{Drafting.Layers(draft)}}},"filter":{"nothing":1}}""");
        wrong.Codes.ShouldBe(["400909"]);
        (await drafting.Changes(draft)).Length.ShouldBe(1, "nothing is cleared when something is wrong");
    }

    [Fact]
    public async Task All_that_is_wrong_with_layers_is_told_at_once()
    {
        await using var drafting = await Drafting.StartAsync();
        var id = Guid.NewGuid();
        foreach (var path in new[] { "drafts/actions", $"datasets/{drafting.Staff.DatasetId}/drafts/apply" })
        {
            var wrong = await drafting.Server.Api("POST", path, $$"""
                {"layers":[{"layerKey":"other","draftId":"x"},{"draftId":"{{id}}"},{"draftId":"{{id}}"},{}],"foldScheme":"best"}
                """);
            wrong.Codes.Order().ShouldBe(["400902", "400903", "400904", "400904", "400907"]);
            (await drafting.Server.Api("POST", path, """{"layers":[]}""")).Codes.ShouldBe(["400906"]);
            (await drafting.Server.Api("POST", path, "{}")).Codes.ShouldBe(["400902"]);
            (await drafting.Server.Api("POST", path, $$"""{"layers":[{"draftId":"{{id}}"}]}""")).Codes.ShouldBe(["404902"]);
        }
    }
}
