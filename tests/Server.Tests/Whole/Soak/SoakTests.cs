using System.Diagnostics;
using System.Globalization;
using System.Text;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Soak;

/// <summary>
/// Many clients at once, for some time: <c>./dev soak [seconds]</c> has 200 of them, the suite fewer for six seconds.
/// <c>ESPALIER_SOAK</c> and <c>ESPALIER_SEED</c> say otherwise. Memory and waiting times are asserted in long runs only.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    readonly int _seconds = Long.Setting("ESPALIER_SOAK", 6);
    readonly int _seed = Long.Setting("ESPALIER_SEED", Random.Shared.Next());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    bool IsLong => _seconds >= 30;

    [Fact]
    public async Task Many_clients_at_once_see_no_error_lose_no_update_and_need_no_more_memory_with_time()
    {
        output.WriteLine($"ESPALIER_SEED={_seed}");
        using var server = await ServerProcess.PrepareAsync(["T1"]);
        server.Start();
        await server.ReadyAsync();
        using var api = server.Client("T1");
        var clients = IsLong ? 200 : 40;
        var world = await SoakWorld.MakeAsync(api, clients);
        var all = Enumerable.Range(0, clients).Select(i => new SoakClient(i, world, new Random(_seed + i))).ToList();

        using var until = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        until.CancelAfter(TimeSpan.FromSeconds(_seconds));
        var memory = new MemoryWatch(server);
        await Task.WhenAll([memory.SampleAsync(until.Token), .. all.Select(client => client.WorkAsync(until.Token))]);

        (await world.SumAsync(world.Own)).ShouldBe(all.Sum(client => client.Own));
        (await world.SumAsync(world.Shared)).ShouldBe(all.Sum(client => client.Shared));
        (await world.ItemsAsync(world.Bulk)).Count().ShouldBe(SoakWorld.BulkRows);
        var thirds = memory.Thirds();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{clients} clients, {_seconds} s: {all.Sum(c => c.Requests)} requests, {all.Sum(c => c.Own + c.Shared)} updates; resident {thirds[0]:0}, {thirds[1]:0}, {thirds[2]:0} MB"));
        server.Log.ShouldNotContain("fail:");
        if (IsLong)
            thirds[2].ShouldBeLessThan(thirds[1] * 1.15);
    }

    [Fact]
    public async Task Long_work_of_one_tenant_does_not_keep_another_waiting()
    {
        using var server = await ServerProcess.PrepareAsync(["T1", "T2"]);
        server.Start();
        await server.ReadyAsync();
        using var busy = server.Client("T1");
        using var small = server.Client("T2");
        var world = await SoakWorld.MakeAsync(small, 1);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var working = WorkLongAsync(busy, IsLong ? 200_000 : 20_000, until.Token);

        var waits = new List<double>();
        var client = new SoakClient(0, world, new Random(_seed));
        for (var all = Stopwatch.StartNew(); all.Elapsed.TotalSeconds < _seconds / 2.0; await Task.Delay(10, Ct))
        {
            var watch = Stopwatch.StartNew();
            await client.FindOwnAsync();
            waits.Add(watch.Elapsed.TotalMilliseconds);
        }
        await until.CancelAsync();
        var rounds = await working;

        // The first requests of a new process are compiled on the way.
        waits = [.. waits.Skip(waits.Count / 10).Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{waits.Count} small requests beside {rounds} long rounds: p50 {At(0.5):0.0}, p99 {At(0.99):0.0}, max {waits[^1]:0.0} ms"));
        if (IsLong)
            At(0.99).ShouldBeLessThan(100);

        double At(double part) => waits[(int)(part * (waits.Count - 1))];
    }

    /// <summary>Imports and exports, one after the other.</summary>
    static async Task<int> WorkLongAsync(ApiClient api, int rows, CancellationToken until)
    {
        var dataset = await api.CreateDatasetAsync("""
            {"name":"Large","type":"PEOPLE","autoId":"id","labelId":"name","properties":[
             {"key":"id","type":"number"},{"key":"name","type":"text"},{"key":"salary","type":"number"},{"key":"place","type":"text"}]}
            """);
        var rounds = 0;
        for (; !until.IsCancellationRequested; rounds++)
        {
            var csv = new StringBuilder("_action,id,name,salary,place\n");
            for (var id = 0; id < rows; id++)
                csv.Append(CultureInfo.InvariantCulture, $"createOrUpdate,{id},Person {id},{id * 31 % 90_000 + rounds},Place {id % 200}\n");
            await api.ResultAsync(await api.StartImportAsync(dataset, "autoId=true&implicitDelete=true", "csv", Encoding.UTF8.GetBytes(csv.ToString())));
            await api.ResultAsync(ApiClient.TicketUrl(await api.DoAsync("POST", $"datasets/{dataset}/export/csv")));
        }
        return rounds;
    }
}
