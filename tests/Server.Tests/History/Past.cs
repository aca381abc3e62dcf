using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.History;

/// <summary>A server with a dataset of Ana, Bob and Caz, and its history over HTTP.</summary>
sealed class Past : IAsyncDisposable
{
    const string Definition = """
        {"name":"Staff","type":"PEOPLE","autoId":"code","labelId":"name","properties":[
         {"key":"code","type":"text"},{"key":"name","type":"text"},{"key":"pay","type":"number"},{"key":"born","type":"date"},{"key":"lead","type":"boolean"}]}
        """;

    Past(TestServer server, string id) => (Server, Id) = (server, id);

    public TestServer Server { get; }

    public string Id { get; }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Past> StartAsync(bool isFilled = true, params string[] settings)
    {
        var server = await TestServer.StartAsync(settings);
        var made = await server.Api("POST", "datasets", Definition);
        var past = new Past(server, made.Json.GetProperty("datasetId").GetString()!);
        if (isFilled)
            await past.Write("""[{"_action":"create","code":"a","name":"Ana","pay":1},{"_action":"create","code":"b","name":"Bob","pay":2},{"_action":"create","code":"c","name":"Caz","born":"2000-02-29","lead":true}]""");
        return past;
    }

    /// <summary>Performs actions; tells the transaction's id.</summary>
    public async Task<string> Write(string actions, string query = "autoId=true", string? token = null)
    {
        Server.Time.Advance(TimeSpan.FromMilliseconds(20));
        var answer = await Server.Api("PUT", $"datasets/{Id}/items?{query}", actions, token);
        answer.Status.ShouldBe(200, answer.Text);
        return await Head();
    }

    public async Task<string> Configure(string change)
    {
        Server.Time.Advance(TimeSpan.FromMilliseconds(20));
        var answer = await Server.Api("PATCH", $"datasets/{Id}?deleteOmittedProperties={change.Contains("properties", StringComparison.Ordinal)}", change);
        answer.Status.ShouldBe(200, answer.Text);
        return await Head();
    }

    public async Task<string> Head() => (await Transactions("limit=1"))[0].GetProperty("transactionId").GetString()!;

    public async Task<JsonElement[]> Transactions(string query = "", string? token = null)
    {
        var answer = await Own("GET", $"transactions?{query}", token: token);
        answer.Status.ShouldBe(200, answer.Text);
        return [.. answer.Json.EnumerateArray()];
    }

    public async Task<JsonElement[]> Changes(string transactionId, string query = "")
    {
        var answer = await Own("GET", $"transactions/{transactionId}/changes?{query}");
        answer.Status.ShouldBe(200, answer.Text);
        return [.. answer.Json.EnumerateArray()];
    }

    public Task<Answer> Undo(string transactionId, object? body = null, string? token = null) =>
        Own("POST", $"transactions/{transactionId}/undo", body, token);

    /// <summary>All items as they are or were.</summary>
    public async Task<string> Items(string? asOf = null, string? token = null)
    {
        var answer = await Server.Api("GET", $"datasets/{Id}/items" + (asOf is null ? "" : $"?asOf={Uri.EscapeDataString(asOf)}"), null, token);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Text;
    }

    public Task<Answer> Own(string method, string path, object? body = null, string? token = null) =>
        Server.Api(method, $"/api/espalier/v1/{TestServer.Tenant}/datasets/{Id}/{path}", body, token);

    public Task<LiveDataset> OpenAsync() => Server.Get<DatasetService>().OpenAsync(
        Caller.System(TestServer.Tenant, TestServer.Admin), Guid.Parse(Id), Level.Read, Ct);

    public async Task WriteCheckpointAsync() => await (await OpenAsync()).WriteCheckpointAsync(Server.Get<ICheckpointStore>(), Ct);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
