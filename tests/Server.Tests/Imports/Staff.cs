using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Espalier.Server.Jobs.Work;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Imports;

/// <summary>The server with the dataset of api.md 20: Ana, Bob and Caz.</summary>
sealed class Staff(TestServer server, string datasetId) : IAsyncDisposable
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestServer Server => server;

    public string DatasetId => datasetId;

    public static async Task<Staff> StartAsync(params string[] settings) => await FillAsync(await TestServer.StartAsync(settings));

    /// <summary>Jobs are accepted, and left to the test.</summary>
    public static async Task<Staff> StartWithoutWorkerAsync() => await FillAsync(await TestServer.StartWithAsync(builder =>
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(JobWorker)))));

    static async Task<Staff> FillAsync(TestServer server)
    {
        var made = await server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"employeeID","labelId":"fullName","treeId":"employeeID","treeParentId":"managerID","properties":[
             {"key":"employeeID","type":"number"},{"key":"fullName","type":"text"},{"key":"managerID","type":"number"},
             {"key":"salary","type":"number"},{"key":"dob","type":"date"},{"key":"location","type":"text"}]}
            """);
        made.Status.ShouldBe(201, made.Text);
        var staff = new Staff(server, made.Json.GetProperty("datasetId").GetString()!);
        var filled = await staff.Write("autoId=true", """
            [{"_action":"create","employeeID":1,"fullName":"Ana","salary":100,"location":"London"},
             {"_action":"create","employeeID":2,"fullName":"Bob","managerID":1,"salary":50,"location":"Leeds"},
             {"_action":"create","employeeID":3,"fullName":"Caz","managerID":1,"location":"London"}]
            """);
        filled.Status.ShouldBe(200, filled.Text);
        return staff;
    }

    /// <summary>Writes items at once.</summary>
    public Task<Answer> Write(string query, string actions) => server.Api("PUT", $"datasets/{datasetId}/items?{query}", actions);

    /// <summary>The items as <c>employeeID:member=value|…</c> of the given members, in their order.</summary>
    public async Task<string> Items(params string[] members)
    {
        var items = await server.Api("GET", $"datasets/{datasetId}/items");
        items.Status.ShouldBe(200, items.Text);
        return string.Join(' ', items.Json.EnumerateArray().Select(item =>
            $"{item.GetProperty("employeeID")}:{string.Join('|', members.Select(m => item.TryGetProperty(m, out var value) ? value.ToString() : "-"))}"));
    }

    /// <summary>What tells whether anything has changed.</summary>
    public async Task<string> State() => (await server.Api("GET", $"datasets/{datasetId}")).Text + (await server.Api("GET", $"datasets/{datasetId}/items")).Text;

    /// <summary>Makes a temporary file and fills it, always with the content type that the vendor's recipe sends.</summary>
    public async Task<(string Get, string Put)> Upload(string targetType, byte[] bytes)
    {
        var urls = (await server.Api("POST", "files/generate", $$"""{"targetType":"{{targetType}}","targetEncoding":"identity"}""")).Json;
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=UTF-8");
        (await server.Api("PUT", urls.GetProperty("put").GetString()!, content, token: "")).Status.ShouldBe(200);
        return (urls.GetProperty("get").GetString()!, urls.GetProperty("put").GetString()!);
    }

    public Task<(string Get, string Put)> Upload(string targetType, string text) => Upload(targetType, Encoding.UTF8.GetBytes(text));

    /// <summary>Starts an import of the URL; the answer is the first ticket.</summary>
    public Task<Answer> Import(string query, string url, string more = "") =>
        server.Api("PUT", $"datasets/{datasetId}/items/import?{query}", $$"""{"importLocation":{"method":"GET","url":"{{url}}"}{{more}}}""");

    /// <summary>Polls the ticket to its end.</summary>
    public async Task<JsonElement> Ended(Answer started)
    {
        started.Status.ShouldBe(202, started.Text);
        var url = started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        return await Soon.EndsAsync(() => server.Api("GET", url, token: ""));
    }

    public Task<Answer> Result(JsonElement ticket) =>
        server.Api("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "");

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
