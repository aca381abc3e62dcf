using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

/// <summary>A server with one dataset of the admin's and people who are in one group each, named like their e-mail.</summary>
sealed class Firm(TestServer server, string datasetId) : IAsyncDisposable
{
    readonly Dictionary<string, string> _tokens = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestServer Server => server;

    public string DatasetId => datasetId;

    /// <summary>Ana leads Bob (Leeds) and Caz (London); Bob leads Dan (Leeds); Caz leads Eve (Leeds).</summary>
    public static async Task<Firm> StartAsync()
    {
        var server = await TestServer.StartAsync();
        var made = await server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"id","labelId":"name","treeId":"id","treeParentId":"boss","properties":[
             {"key":"id","type":"number"},{"key":"name","type":"text"},{"key":"boss","type":"number"},
             {"key":"salary","type":"number"},{"key":"place","type":"text"}]}
            """);
        var firm = new Firm(server, made.Json.GetProperty("datasetId").GetString()!);
        (await firm.Write(null, "autoId=true", """
            [{"_action":"create","id":1,"name":"Ana","salary":9001,"place":"London"},
             {"_action":"create","id":2,"name":"Bob","boss":1,"salary":9002,"place":"Leeds"},
             {"_action":"create","id":3,"name":"Caz","boss":1,"salary":9003,"place":"London"},
             {"_action":"create","id":4,"name":"Dan","boss":2,"salary":9004,"place":"Leeds"},
             {"_action":"create","id":5,"name":"Eve","boss":3,"salary":9005,"place":"Leeds"}]
            """)).Status.ShouldBe(200);
        return firm;
    }

    /// <summary>The token of somebody who is in these groups; null is the admin.</summary>
    public async Task<string?> TokenAsync(string? who, params string[] groups)
    {
        if (who is null)
            return null;
        if (_tokens.TryGetValue(who, out var token))
            return token;
        var email = $"{who}@example.com";
        await server.AddUserAsync(email, change: account => account with { Groups = groups.Length > 0 ? groups : [who] });
        return _tokens[who] = await server.TokenFor(email);
    }

    public async Task<Answer> Api(string? who, string method, string path, object? body = null) =>
        await server.Api(method, path, body, await TokenAsync(who));

    public async Task<Answer> Own(string? who, string method, string path, object? body = null) =>
        await server.Own(method, path, body, await TokenAsync(who));

    public async Task GrantAsync(string rights)
    {
        var answer = await server.Own("PUT", $"datasets/{datasetId}/rights", rights);
        answer.Status.ShouldBe(200, answer.Text);
    }

    public Task<Answer> Write(string? who, string query, string actions) => Api(who, "PUT", $"datasets/{datasetId}/items?{query}", actions);

    /// <summary>The items that somebody sees, as <c>id:member|…</c>.</summary>
    public async Task<string> Items(string? who, params string[] members)
    {
        var items = await Api(who, "GET", $"datasets/{datasetId}/items");
        items.Status.ShouldBe(200, items.Text);
        return Print(items.Json, members);
    }

    public static string Print(JsonElement items, params string[] members) => string.Join(' ', items.EnumerateArray().Select(item =>
        $"{Member(item, "id")}{string.Concat(members.Select(member => ":" + Member(item, member)))}"));

    public async Task<JsonElement> Ended(Answer started)
    {
        started.Status.ShouldBe(202, started.Text);
        var url = started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        return await Soon.EndsAsync(() => server.Api("GET", url, token: ""));
    }

    public Task<Answer> Result(JsonElement ticket) =>
        server.Api("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    static string Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : "-";
}
