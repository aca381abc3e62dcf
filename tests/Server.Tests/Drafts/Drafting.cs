using System.Text.Json;
using Espalier.Server.Tests.Imports;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Ana, Bob and Caz, and drafts of them.</summary>
sealed class Drafting(Staff staff) : IAsyncDisposable
{
    public const string Own = $"/api/espalier/v1/{TestServer.Tenant}";

    public Staff Staff => staff;

    public TestServer Server => staff.Server;

    public static async Task<Drafting> StartAsync() => new(await Staff.StartAsync());

    /// <summary>Makes a draft; answers its id.</summary>
    public async Task<string> Create(string name = "Plan", string? token = null)
    {
        var made = await Server.Api("POST", $"{Own}/drafts", $$"""{"datasetId":"{{staff.DatasetId}}","name":"{{name}}"}""", token);
        made.Status.ShouldBe(201, made.Text);
        return made.Json.GetProperty("draftId").GetString()!;
    }

    /// <summary>Performs actions in the draft, by the autoId.</summary>
    public async Task<Answer> Write(string draftId, string actions, string query = "autoId=true")
    {
        var written = await Server.Api("PUT", $"{Own}/drafts/{draftId}/items?{query}", actions);
        written.Status.ShouldBe(200, written.Text);
        return written;
    }

    /// <summary>A draft that raises Bob, deletes Caz and creates Dan below Bob.</summary>
    public async Task<string> CreateFilled()
    {
        var draft = await Create();
        await Write(draft, """
            [{"_action":"update","employeeID":2,"salary":60,"location":"York"},{"_action":"delete","employeeID":3},
             {"_action":"create","employeeID":4,"fullName":"Dan","managerID":2,"salary":10}]
            """);
        return draft;
    }

    /// <summary>The items as the draft leaves them, like <see cref="Staff.Items"/>.</summary>
    public async Task<string> Items(string draftId, params string[] members)
    {
        var items = await Server.Api("GET", $"{Own}/drafts/{draftId}/items");
        items.Status.ShouldBe(200, items.Text);
        return string.Join(' ', items.Json.EnumerateArray().Select(item =>
            $"{item.GetProperty("employeeID")}:{string.Join('|', members.Select(m => item.TryGetProperty(m, out var value) ? value.ToString() : "-"))}"));
    }

    public async Task<JsonElement[]> Changes(string draftId)
    {
        var changes = await Server.Api("GET", $"{Own}/drafts/{draftId}/changes");
        changes.Status.ShouldBe(200, changes.Text);
        return [.. changes.Json.EnumerateArray()];
    }

    /// <summary>The change of a property, or of the item itself.</summary>
    public async Task<JsonElement> Change(string draftId, string label, string? key) => (await Changes(draftId)).Single(change =>
        change.GetProperty("label").GetString() == label && (change.TryGetProperty("key", out var k) ? k.GetString() : null) == key);

    public async Task<Answer> Revert(string draftId, params string[] changeIds) =>
        await Server.Api("POST", $"{Own}/drafts/{draftId}/changes/revert", JsonSerializer.Serialize(new { changeIds }));

    public static string Layers(params string[] drafts) =>
        $"\"layers\":[{string.Join(',', drafts.Select(draft => $$"""{"draftId":"{{draft}}","layerKey":"default"}"""))}]";

    /// <summary>Exports layers as actions, and waits for them.</summary>
    public async Task<JsonElement[]> Export(string scheme, params string[] drafts)
    {
        var ticket = await staff.Ended(await Server.Api("POST", "drafts/actions", $$"""{{{Layers(drafts)}},"foldScheme":"{{scheme}}"}"""));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        return [.. (await staff.Result(ticket)).Json.EnumerateArray()];
    }

    /// <summary>Applies layers and waits for the end.</summary>
    public async Task<JsonElement> Apply(string query, params string[] drafts) =>
        await staff.Ended(await Server.Api("POST", $"datasets/{staff.DatasetId}/drafts/apply?{query}", $$"""{{{Layers(drafts)}}}"""));

    /// <summary>Lets everybody in the tenant write the dataset.</summary>
    public Task Share() => Task.CompletedTask;

    public ValueTask DisposeAsync() => staff.DisposeAsync();
}
