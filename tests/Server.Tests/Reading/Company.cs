using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Reading;

/// <summary>The server with a small company: Ana above Bob and Caz, Dee below Bob. Properties are added by each test.</summary>
sealed class Company(TestServer server, string datasetId) : IAsyncDisposable
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestServer Server => server;

    public string DatasetId => datasetId;

    /// <param name="properties">More properties, as JSON objects with commas between them.</param>
    public static async Task<Company> StartAsync(string properties = "", Func<TestServer, Task<string>>? before = null)
    {
        var server = await TestServer.StartAsync();
        if (before is not null)
            properties = await before(server);
        var company = new Company(server, await CreateAsync(server, "Company", properties));
        (await company.Write("""
            [{"_action":"create","id":1,"name":"Ana","pay":100,"currency":"EUR","start":"2020-01-01"},
             {"_action":"create","id":2,"name":"Bob","boss":1,"pay":50,"currency":"GBP"},
             {"_action":"create","id":3,"name":"Caz","boss":1,"currency":"XXX"},
             {"_action":"create","id":4,"name":"Dee","boss":2,"pay":25}]
            """)).Status.ShouldBe(200);
        return company;
    }

    public static string Definition(string name, string properties) => $$"""
        {"name":"{{name}}","type":"PEOPLE","autoId":"id","labelId":"name","treeId":"id","treeParentId":"boss","properties":[
          {"key":"id","type":"number"},{"key":"name","type":"text"},{"key":"boss","type":"number"},{"key":"pay","type":"number"},
          {"key":"currency","type":"text"},{"key":"start","type":"date"}{{(properties.Length > 0 ? "," : "")}}{{properties}}]}
        """;

    static async Task<string> CreateAsync(TestServer server, string name, string properties)
    {
        var made = await server.Api("POST", "datasets", Definition(name, properties));
        made.Status.ShouldBe(201, made.Text);
        return made.Json.GetProperty("datasetId").GetString()!;
    }

    /// <summary>A lookup dataset of rates by currency; answers its id.</summary>
    public static async Task<string> AddRatesAsync(TestServer server, string name = "Rates", string? token = null)
    {
        var made = await server.Api("POST", "datasets", $$"""
            {"name":"{{name}}","type":"LOOKUP","autoId":"code","labelId":"code","properties":[{"key":"code","type":"text"},{"key":"rate","type":"number"},
             {"key":"area","type":"text"},{"key":"double","type":"number","expression":"node.rate * 2"}]}
            """, token);
        made.Status.ShouldBe(201, made.Text);
        var id = made.Json.GetProperty("datasetId").GetString()!;
        (await server.Api("PUT", $"datasets/{id}/items?autoId=true", """
            [{"_action":"create","code":"EUR","rate":2,"area":"Euro"},{"_action":"create","code":"GBP","rate":3}]
            """, token)).Status.ShouldBe(200);
        return id;
    }

    public Task<Answer> Write(string actions) => server.Api("PUT", $"datasets/{datasetId}/items?autoId=true", actions);

    public async Task AddPropertiesAsync(string properties)
    {
        var answer = await Change($$"""{"properties":[{{properties}}]}""");
        answer.Status.ShouldBe(200, answer.Text);
    }

    public Task<Answer> Change(string body) => server.Api("PATCH", $"datasets/{datasetId}", body);

    /// <summary>The values of a column in a synchronous export, in the order of the rows.</summary>
    public async Task<string> Shown(string key) => Values((await server.Api("GET", $"datasets/{datasetId}/export/jsonObjects")).Json, key);

    /// <summary>The stored values of a property.</summary>
    public async Task<string> Stored(string key) => Values((await server.Api("GET", $"datasets/{datasetId}/items")).Json, key);

    /// <summary>An asynchronous export as JSON objects.</summary>
    public async Task<JsonElement> Export(string body, int status = 202)
    {
        var started = await server.Api("POST", $"datasets/{datasetId}/export/jsonObjects", body);
        started.Status.ShouldBe(status, started.Text);
        return status == 202 ? (await Result(started)).Json : started.Json;
    }

    /// <summary>The result of a job, which must end well.</summary>
    public async Task<Answer> Result(Answer started)
    {
        var url = started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        var ticket = await Soon.EndsAsync(() => server.Api("GET", url, token: ""));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        return await server.Api("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "");
    }

    public static string Values(JsonElement rows, string key) => string.Join(' ', rows.EnumerateArray()
        .Select(row => row.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "-"));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
