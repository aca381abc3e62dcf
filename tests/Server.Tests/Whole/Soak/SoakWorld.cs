using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Soak;

/// <summary>
/// What the clients work on. <c>Own</c>: a row a client, with a counter that only it changes. <c>Shared</c>: rows that ten
/// clients change at once, each a cell of its own. <c>Bulk</c>: what imports refresh.
/// </summary>
sealed class SoakWorld(ApiClient api, string own, string shared, string bulk)
{
    public const int BulkRows = 2000;
    public const int ClientsPerRow = 10;

    public ApiClient Api => api;

    public string Own => own;

    public string Shared => shared;

    public string Bulk => bulk;

    public static async Task<SoakWorld> MakeAsync(ApiClient api, int clients)
    {
        var own = await api.CreateDatasetAsync(Definition("Own", "counter", "note"));
        var shared = await api.CreateDatasetAsync(Definition("Shared", [.. Enumerable.Range(0, ClientsPerRow).Select(i => $"c{i}")]));
        var bulk = await api.CreateDatasetAsync(Definition("Bulk", "generation"));
        await api.DoAsync("PUT", $"datasets/{own}/items?autoId=true", Creates(clients));
        await api.DoAsync("PUT", $"datasets/{shared}/items?autoId=true", Creates(1 + clients / ClientsPerRow));
        var world = new SoakWorld(api, own, shared, bulk);
        await api.ResultAsync(await world.StartRefreshAsync(0));
        return world;
    }

    /// <summary>Starts an import of all rows of <see cref="Bulk"/>; answers the ticket's URL.</summary>
    public Task<string> StartRefreshAsync(int generation) => api.StartImportAsync(bulk, "autoId=true&implicitDelete=true", "csv",
        Encoding.UTF8.GetBytes("_action,id,name,generation\n" + string.Concat(Enumerable.Range(generation % 100, BulkRows)
            .Select(id => $"createOrUpdate,{id},Person {id},{generation}\n"))));

    /// <summary>The sums of all cells but the identifying ones.</summary>
    public async Task<double> SumAsync(string dataset) => (await ItemsAsync(dataset)).Sum(item => item.EnumerateObject()
        .Where(member => member.Name[0] != '_' && member.Name is not ("id" or "name") && member.Value.ValueKind == JsonValueKind.Number)
        .Sum(member => member.Value.GetDouble()));

    public async Task<IEnumerable<JsonElement>> ItemsAsync(string dataset) =>
        (await api.DoAsync("GET", $"datasets/{dataset}/items")).Json.EnumerateArray();

    static string Definition(string name, params string[] numbers) => $$"""
        {"name":"{{name}}","type":"PEOPLE","autoId":"id","labelId":"name","properties":[{"key":"id","type":"number"},{"key":"name","type":"text"},
         {{string.Join(',', numbers.Select(key => $$"""{"key":"{{key}}","type":"number"}"""))}}]}
        """;

    static string Creates(int rows) => '[' + string.Join(',', Enumerable.Range(0, rows).Select(id =>
        $$"""{"_action":"create","id":{{id}},"name":"Row {{id}}"}""")) + ']';
}
