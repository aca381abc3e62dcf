using System.Globalization;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Kill;

/// <summary>
/// The server dies at random moments of imports and updates and starts again: <c>./dev kill [N]</c> does it N times, the
/// suite a few. <c>ESPALIER_KILLS</c> and <c>ESPALIER_SEED</c> say otherwise.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    const int Clients = 6;
    const int RowsPerImport = 3000;

    readonly int _kills = Long.Setting("ESPALIER_KILLS", 6);
    readonly int _seed = Long.Setting("ESPALIER_SEED", Random.Shared.Next());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_killed_at_any_moment_keeps_what_it_acknowledged_and_does_nothing_by_halves()
    {
        output.WriteLine($"ESPALIER_SEED={_seed}");
        var random = new Random(_seed);
        using var server = await ServerProcess.PrepareAsync(["T1"]);
        server.Start();
        await server.ReadyAsync();

        var generations = new Generations(RowsPerImport);
        using var api = server.Client("T1");
        var bulk = await api.CreateDatasetAsync(Generations.Definition);
        var own = await api.CreateDatasetAsync(Generations.Definition);
        var importer = new Importer(generations, bulk);
        var touchers = Enumerable.Range(0, Clients).Select(i => new Toucher(i, bulk, own)).ToList();
        await importer.ImportAsync(api);

        for (var kill = 1; kill <= _kills; kill++)
        {
            Task[] working = [importer.WorkAsync(server), .. touchers.Select(t => t.WorkAsync(server))];
            await UnderWayAsync(touchers, working);
            await Task.Delay(random.Next(800), Ct);
            server.Kill();
            await Task.WhenAll(working);
            await StartAgainAsync(server, random);
            await CheckAsync();
            Tell($"kill {kill}: {touchers.Sum(t => t.Acknowledged)} changes acknowledged, {importer.Accepted} imports accepted, "
                + $"{importer.Interrupted} interrupted, {importer.Completed.Count} completed, {importer.Failed.Count} given up");
        }

        server.Kill();
        var applied = await server.InsideAsync(async services =>
        {
            await LogCheck.RunAsync(services, "T1", Guid.Parse(own));
            return await LogCheck.RunAsync(services, "T1", Guid.Parse(bulk));
        });
        applied.Distinct().Count().ShouldBe(applied.Count, "an import was applied twice");
        applied.Except(importer.Unanswered).ShouldBe(importer.Completed);

        async Task CheckAsync()
        {
            await importer.SettleAsync(api);
            var bulkItems = await ItemsAsync(bulk);
            importer.Check(generations.Check(bulkItems.Values));
            var ownItems = await ItemsAsync(own);
            touchers.ForEach(t => t.Check(bulkItems, ownItems));
        }

        async Task<Dictionary<int, JsonElement>> ItemsAsync(string dataset) =>
            (await api.DoAsync("GET", $"datasets/{dataset}/items")).Json.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetInt32());
    }

    /// <summary>A new process is slow at first: there is nothing to interrupt before something has been done.</summary>
    static async Task UnderWayAsync(List<Toucher> touchers, Task[] working)
    {
        var before = touchers.Sum(t => t.Acknowledged);
        while (touchers.Sum(t => t.Acknowledged) == before && !working.Any(work => work.IsCompleted))
            await Task.Delay(5, Ct);
    }

    /// <summary>Now and then it dies again before it is up.</summary>
    static async Task StartAgainAsync(ServerProcess server, Random random)
    {
        server.Start();
        while (random.Next(4) == 0)
        {
            await Task.Delay(random.Next(1200), Ct);
            server.Kill();
            server.Start();
        }
        await server.ReadyAsync();
    }

    void Tell(string line) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromMilliseconds(Environment.TickCount64):hh\\:mm\\:ss} {line}"));
}
