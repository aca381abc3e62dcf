using Espalier.Server.Tests.Drafts;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Events;

/// <summary>What becomes of a draft, told to those who look at it.</summary>
public sealed class DraftEventTests
{
    [Fact]
    public async Task Changes_names_applying_and_deletion_are_told_as_they_happen()
    {
        await using var world = await Drafting.StartAsync();
        var server = world.Server;
        var (draft, other) = (await world.Create(), await world.Create("Other"));
        await using var events = await EventReader.OpenAsync(server, $"topics=draft:{draft}");

        await world.Write(other, """[{"_action":"update","employeeID":2,"salary":60}]""");
        await world.Write(draft, """[{"_action":"update","employeeID":2,"salary":61}]""", "autoId=true&dryRun=true");
        await world.Write(draft, """[{"_action":"update","employeeID":2,"salary":62},{"_action":"delete","employeeID":3}]""");
        var (type, data) = (await events.NextAsync())!.Value;
        (type, data.GetRawText()).ShouldBe(("draft",
            $$"""{"draftId":"{{draft}}","datasetId":"{{world.Staff.DatasetId}}","kind":"changed","by":"{{TestServer.Admin}}","revision":1}"""));

        var change = (await world.Changes(draft))[0].GetProperty("changeId").GetString();
        (await server.Own("POST", $"drafts/{draft}/changes/revert", $$"""{"changeIds":["{{change}}"]}""")).Status.ShouldBe(200);
        (await KindAsync(events)).ShouldBe("changed 2");
        (await server.Own("PATCH", $"drafts/{draft}", """{"name":"New"}""")).Status.ShouldBe(200);
        (await KindAsync(events)).ShouldBe("renamed 2");

        using var client = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        foreach (var query in new[] { "?dryRun=true", "" })
        {
            var ticket = await client.DoAsync("POST", $"datasets/{world.Staff.DatasetId}/drafts/apply{query}", $$"""{"layers":[{"draftId":"{{draft}}"}]}""");
            await client.ResultAsync(ApiClient.TicketUrl(ticket));
        }
        (await KindAsync(events)).ShouldBe("applied 2");
        await server.Api("POST", "drafts/clear", $$"""{"layers":[{"draftId":"{{draft}}"}]}""");
        (await KindAsync(events)).ShouldBe("changed 3");
        (await server.Own("DELETE", $"drafts/{draft}")).Status.ShouldBe(204);
        (await KindAsync(events)).ShouldBe("deleted 3");
    }

    [Fact]
    public async Task Nobody_hears_of_a_draft_that_they_may_not_see()
    {
        await using var world = await Drafting.StartAsync();
        var server = world.Server;
        await server.AddUserAsync("bob@example.com", change: account => account with { Groups = ["hr"] });
        var bob = await server.TokenFor("bob@example.com");
        var draft = await world.Create();
        async Task GrantAsync(string level) =>
            (await server.Own("PUT", $"datasets/{world.Staff.DatasetId}/rights", $$"""{"grants":[{"group":"hr","level":"{{level}}"}]}""")).Status.ShouldBe(200);
        await GrantAsync("read");
        (await server.Own("GET", $"events?topics=draft:{draft}", null, bob)).Codes.ShouldBe(["404902"]);
        (await server.Own("GET", $"events?topics=draft:{Guid.NewGuid()}")).Codes.ShouldBe(["404902"]);
        (await server.Own("GET", "events?topics=draft:x")).Codes.ShouldBe(["400904"]);

        await GrantAsync("manage");
        await using var events = await EventReader.OpenAsync(server, $"topics=draft:{draft}", bob);
        await world.Write(draft, """[{"_action":"update","employeeID":2,"salary":62}]""");
        (await KindAsync(events)).ShouldBe("changed 1");
        await GrantAsync("modify");
        await world.Write(draft, """[{"_action":"update","employeeID":2,"salary":63}]""");
        (await events.SilentAsync()).ShouldBeTrue();
        await GrantAsync("manage");
        (await server.Own("DELETE", $"drafts/{draft}")).Status.ShouldBe(204);
        (await KindAsync(events)).ShouldBe("deleted 2");
    }

    static async Task<string> KindAsync(EventReader events)
    {
        var (type, data) = (await events.NextAsync())!.Value;
        type.ShouldBe("draft");
        return $"{data.GetProperty("kind").GetString()} {data.GetProperty("revision")}";
    }
}
