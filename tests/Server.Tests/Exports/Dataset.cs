using System.Text.Json;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Exports;

/// <summary>A server with the dataset of the API's test vectors: Ana, to whom Bob and Caz report.</summary>
sealed class Dataset : IAsyncDisposable
{
    static readonly DatasetDefinition Definition = new("D", "PEOPLE", "employeeID", "fullName",
    [
        new("employeeID", PropertyType.Number), new("fullName", PropertyType.Text), new("managerID", PropertyType.Number),
        new("salary", PropertyType.Number), new("dob", PropertyType.Date), new("location", PropertyType.Text),
    ])
    {
        TreeId = "employeeID",
        TreeParentId = "managerID",
    };

    Dataset(TestServer server, Guid id) => (Server, Id) = (server, id);

    public TestServer Server { get; }

    public Guid Id { get; }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Dataset> StartAsync(params string[] settings)
    {
        var server = await TestServer.StartAsync(settings);
        var id = await server.Get<DatasetService>().CreateAsync(Admin, Definition, Ct);
        var dataset = new Dataset(server, id);
        await dataset.AddAsync(
            [Cell.Of(1d), Cell.Of("Ana"), Cell.Blank, Cell.Of(100d), Cell.Blank, Cell.Of("London")],
            [Cell.Of(2d), Cell.Of("Bob"), Cell.Of(1d), Cell.Of(50d), Cell.Blank, Cell.Of("Leeds")],
            [Cell.Of(3d), Cell.Of("Caz"), Cell.Of(1d), Cell.Blank, Cell.Blank, Cell.Of("London")]);
        return dataset;
    }

    static Caller Admin => Caller.System(TestServer.Tenant, TestServer.Admin);

    public async Task AddAsync(params Cell[][] rows)
    {
        var live = await Server.Get<DatasetService>().OpenAsync(Admin, Id, Level.Update, Ct);
        await live.ApplyAsync(snapshot => new ChangeSet(TransactionStamp.New(Server.Time.GetUtcNow().ToUnixTimeMilliseconds(), Admin.Email, "api"))
        {
            Created = Tables.Items(snapshot.Definition, rows, snapshot.RowCount),
        }, Ct);
    }

    /// <param name="path">After <c>datasets/{datasetId}/</c>.</param>
    public Task<Answer> Api(string method, string path, object? body = null, params string[] headers) =>
        Server.Api(method, $"datasets/{Id}/{path}", body, null, headers);

    /// <summary>Polls a ticket to its end.</summary>
    public async Task<JsonElement> Finish(Answer accepted)
    {
        accepted.Status.ShouldBe(202, accepted.Text);
        var url = accepted.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        return await Soon.EndsAsync(() => Server.Api("GET", url, token: ""));
    }

    public Task<Answer> Result(JsonElement ticket, params string[] headers) =>
        Server.Api("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, null, "", headers);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
