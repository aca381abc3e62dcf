using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Links;

/// <summary>
/// The server with people, known by numbers, positions, known by texts, and a links dataset from the ones to the others.
/// </summary>
sealed class Firm(TestServer server, string people, string positions, string links) : IAsyncDisposable
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestServer Server => server;

    public string People => people;

    public string Positions => positions;

    public string Links => links;

    /// <param name="properties">More properties of links, as JSON objects with commas between them.</param>
    public static async Task<Firm> StartAsync(string properties = "", string ofPeople = "", string ofPositions = "")
    {
        var server = await TestServer.StartAsync();
        var people = await CreateAsync(server, "datasets", $$"""
            {"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"name","properties":[{"key":"id","type":"number"},{"key":"name","type":"text"},
             {"key":"pay","type":"number"},{"key":"seat","type":"text"},{"key":"share","type":"text"},{"key":"fte","type":"number"}{{ofPeople}}]}
            """);
        var positions = await CreateAsync(server, "datasets", $$"""
            {"name":"Posts","type":"POSITIONS","autoId":"post","labelId":"title","properties":[{"key":"post","type":"text"},{"key":"title","type":"text"},
             {"key":"budget","type":"number"},{"key":"holder","type":"number"}{{ofPositions}}]}
            """);
        var links = await CreateAsync(server, "links", $$"""
            {"name":"Who sits where","fromDatasetId":"{{people}}","toDatasetId":"{{positions}}"{{(properties.Length == 0 ? "" : $$""","additionalProperties":[{{properties}}]""")}}}
            """);
        var firm = new Firm(server, people, positions, links);
        (await server.Api("PUT", $"datasets/{people}/items?autoId=true", """
            [{"_action":"create","id":1,"name":"Ana","pay":100,"seat":"p1","share":"0.5","fte":1},
             {"_action":"create","id":2,"name":"Bob","pay":50,"seat":"p2","share":"half"},
             {"_action":"create","id":3,"name":"Caz","seat":"nowhere","fte":0.5},
             {"_action":"create","id":4,"name":"Dee","pay":10}]
            """)).Status.ShouldBe(200);
        (await server.Api("PUT", $"datasets/{positions}/items?autoId=true", """
            [{"_action":"create","post":"p1","title":"Head","budget":90,"holder":1},{"_action":"create","post":"p2","title":"Hand","budget":70,"holder":9},
             {"_action":"create","post":"p3","title":"Vacant","budget":20}]
            """)).Status.ShouldBe(200);
        return firm;
    }

    public static async Task<string> CreateAsync(TestServer server, string path, string body)
    {
        var made = await server.Api("POST", path, body);
        made.Status.ShouldBe(201, made.Text);
        return made.Json.GetProperty("datasetId").GetString()!;
    }

    /// <summary>Writes links at once.</summary>
    public Task<Answer> Write(string actions, string query = "") => server.Api("PUT", $"links/{links}/items?{query}", actions);

    /// <summary>Writes links at once, which must go well; gives <c>status action link_id</c> of each entry.</summary>
    public async Task<string[]> Wrote(string actions, string query = "")
    {
        var answer = await Write(actions, query);
        answer.Status.ShouldBe(200, answer.Text);
        return Entries(answer.Json);
    }

    public static string[] Entries(JsonElement result) => [.. result.EnumerateArray().Select(entry => string.Join(' ',
        new[] { "_status", "_action", "link_id" }.Select(m => entry.TryGetProperty(m, out var value) ? value.GetString() : "-")))];

    /// <summary>The stored links as <c>link_id=allocation</c>.</summary>
    public async Task<string[]> Stored()
    {
        var items = await server.Api("GET", $"datasets/{links}/items");
        items.Status.ShouldBe(200, items.Text);
        return [.. items.Json.EnumerateArray().Select(item =>
            $"{item.GetProperty("link_id").GetString()}={(item.TryGetProperty("allocation", out var value) ? value.ToString() : "-")}")];
    }

    public async Task<string> Upload(string targetType, string text)
    {
        var urls = (await server.Api("POST", "files/generate", $$"""{"targetType":"{{targetType}}","targetEncoding":"identity"}""")).Json;
        (await server.Api("PUT", urls.GetProperty("put").GetString()!, new ByteArrayContent(Encoding.UTF8.GetBytes(text)), token: "")).Status.ShouldBe(200);
        return urls.GetProperty("get").GetString()!;
    }

    /// <summary>Polls the ticket to its end.</summary>
    public async Task<JsonElement> Ended(Answer started)
    {
        started.Status.ShouldBe(202, started.Text);
        var url = started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        return await Soon.EndsAsync(() => server.Api("GET", url, token: ""));
    }

    /// <summary>The result of a job that must end well.</summary>
    public async Task<Answer> Result(Answer started)
    {
        var ticket = await Ended(started);
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        return await server.Api("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "");
    }

    /// <summary>A column of an export that uses the links, in the order of the rows.</summary>
    public async Task<string> Exported(string dataset, string key, string more = "", bool linked = true) =>
        string.Join(' ', (await Result(await server.Api("POST", $"datasets/{dataset}/export/jsonObjects",
            linked ? $$"""{"dataset":{"linkingRelationships":[{"datasetId":"{{links}}"}]}{{more}}}""" : "{}"))).Json.EnumerateArray()
            .Select(row => row.GetProperty(key) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "-"));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
