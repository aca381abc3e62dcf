using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Soak;

/// <summary>
/// One of many clients, which does a little of everything. What it wrote it remembers, and wants to find again at once.
/// </summary>
sealed class SoakClient(int number, SoakWorld world, Random random)
{
    static readonly string[] Formats = ["csv", "tsv", "jsonRows", "jsonColumns", "jsonObjects"];

    public int Requests { get; private set; }

    /// <summary>What its own row counts.</summary>
    public int Own { get; private set; }

    /// <summary>What its cell of a shared row counts.</summary>
    public int Shared { get; private set; }

    public async Task WorkAsync(CancellationToken until)
    {
        for (; !until.IsCancellationRequested; Requests++)
            switch (random.Next(100))
            {
                case < 25:
                    await WriteAsync(world.Own, "autoId=true", $$"""[{"_action":"update","id":{{number}},"counter":{{Own + 1}}}]""");
                    Own++;
                    break;
                case < 45:
                    await WriteAsync(world.Shared, "idKey=name",
                        $$"""[{"_action":"update","name":"Row {{number / SoakWorld.ClientsPerRow}}","c{{number % SoakWorld.ClientsPerRow}}":{{Shared + 1}}}]""");
                    Shared++;
                    break;
                case < 70:
                    await FindOwnAsync();
                    break;
                case < 80:
                    await ReadAsync($"datasets/{world.Shared}/items");
                    break;
                case < 88:
                    await ReadAsync($"datasets/{world.Bulk}/export/{Formats[random.Next(Formats.Length)]}");
                    break;
                case < 95:
                    await ReadAsync(random.Next(2) == 0 ? "datasets" : $"datasets/{world.Own}");
                    break;
                case < 98:
                    await ExportAsync();
                    break;
                default:
                    await RefreshAsync();
                    break;
            }
    }

    async Task WriteAsync(string dataset, string query, string actions)
    {
        var answer = await world.Api.DoAsync("PUT", $"datasets/{dataset}/items?{query}", actions);
        answer.Json.EnumerateArray().ShouldHaveSingleItem().GetProperty("_status").GetString().ShouldBe("success");
    }

    /// <summary>Reads its own row, which must have what was acknowledged last.</summary>
    public async Task FindOwnAsync()
    {
        var answer = await world.Api.DoAsync("POST", $"datasets/{world.Own}/items", $$"""{"filter":{"id":{{number}} },"projection":{"counter":1} }""");
        var item = answer.Json.EnumerateArray().ShouldHaveSingleItem();
        (item.TryGetProperty("counter", out var counter) ? counter.GetInt32() : 0).ShouldBe(Own);
    }

    async Task ReadAsync(string path) => (await world.Api.DoAsync("GET", path)).Bytes.ShouldNotBeEmpty();

    async Task ExportAsync()
    {
        var started = await world.Api.DoAsync("POST", $"datasets/{world.Bulk}/export/jsonObjects");
        var nodes = (await world.Api.ResultAsync(ApiClient.TicketUrl(started))).Json.EnumerateArray().ToList();
        nodes.Count.ShouldBe(SoakWorld.BulkRows);
        nodes.Select(node => node.GetProperty("generation").GetInt32()).Distinct().Count().ShouldBe(1);
    }

    async Task RefreshAsync()
    {
        var result = await world.Api.ResultAsync(await world.StartRefreshAsync(random.Next(1_000_000)));
        result.Json.EnumerateArray().Count(entry => entry.GetProperty("_status").GetString() != "implicitDelete").ShouldBe(SoakWorld.BulkRows);
    }
}
