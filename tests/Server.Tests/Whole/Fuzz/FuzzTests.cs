using System.Text;
using System.Text.Json;
using Dapper;
using Espalier.Server.Storage;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>
/// Malformed requests to every endpoint: a clear error each time, nothing changed, and never our fault.
/// <c>ESPALIER_FUZZ</c> says how many, <c>ESPALIER_SEED</c> which.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    const int FilesInUse = 6;

    readonly int _requests = Long.Setting("ESPALIER_FUZZ", 1500);
    readonly int _seed = Long.Setting("ESPALIER_SEED", Random.Shared.Next());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_the_answer_is_in_the_APIs_format_and_what_is_refused_changes_nothing()
    {
        output.WriteLine($"ESPALIER_SEED={_seed}");
        var random = new Random(_seed);
        await using var server = await TestServer.StartAsync();
        var port = new Uri(server.Url).Port;
        using var api = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var real = new RealRequests(random, server.Token);
        var mutator = new Mutator(random);
        for (var i = 0; i < FilesInUse; i++)
            await AddFileAsync(i % 2 == 0 ? "csv" : "json");

        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < _requests; i++)
        {
            if (i % 100 == 0)
                Remember(await Wire.SendAsync(port, real.NewDataset, Ct));
            if (i % 10 == 0)
                await FillAsync();
            var request = real.Any();
            if (random.Next(10) > 0)
                mutator.Bend(request);
            var before = await StateAsync(server);
            Wire answer;
            try
            {
                answer = await Wire.SendAsync(port, request, Ct);
                statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
                Check(request, answer);
                await EndAsync(answer);
                if (answer.Status >= 400)
                    (await StateAsync(server)).ShouldBe(before, "it was refused and changed something");
            }
            catch (Exception e)
            {
                output.WriteLine($"Request {i}:\n{request}\n{e.Message}");
                throw;
            }
            Remember(answer);
        }
        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        statuses.Keys.ShouldBeSubsetOf([200, 201, 202, 400, 401, 403, 404, 405, 413, 414, 415, 431]);

        async Task AddFileAsync(string type)
        {
            var urls = (await api.DoAsync("POST", "files/generate", $$"""{"targetType":"{{type}}","targetEncoding":"identity"}""")).Json;
            real.Files.Add((new(urls.GetProperty("get").GetString()!), new(urls.GetProperty("put").GetString()!)));
        }

        // A payload that is nearly right, where an import will find it.
        async Task FillAsync()
        {
            var payload = Encoding.UTF8.GetBytes(real.Csv());
            for (var bends = random.Next(3); bends > 0; bends--)
                payload = mutator.BendBytes(payload);
            await api.DoAsync("PUT", real.Files[random.Next(FilesInUse)].Put.ToString(), new ByteArrayContent(payload));
        }

        // What a job does comes later: it is waited for, and must not be our fault either.
        async Task EndAsync(Wire answer)
        {
            if (answer.Status != 202)
                return;
            var url = JsonDocument.Parse(answer.Body).RootElement.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
            var ticket = await api.EndedAsync(url);
            real.Tickets.Add(new Uri(url));
            if (ApiClient.Status(ticket) == "completed")
                return;
            foreach (var error in ticket.GetProperty("errors").EnumerateArray())
            {
                ErrorCheck.Check(error);
                error.GetProperty("code").GetString().ShouldNotBe("50001", ticket.ToString());
            }
        }

        void Remember(Wire answer)
        {
            if (answer.Status == 201)
                real.Datasets.Add(JsonDocument.Parse(answer.Body).RootElement.GetProperty("datasetId").GetString()!);
        }
    }

    static void Check(FuzzRequest request, Wire answer)
    {
        answer.Status.ShouldBeLessThan(500, Encoding.UTF8.GetString(answer.Body));
        var trace = answer.Header("X-Amzn-Trace-Id");
        if (trace is null && request.MayBeNoHttp && answer.Status >= 400 && answer.Body.Length == 0)
            return;
        trace.ShouldNotBeNull().ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$");
        if (answer.Status < 400 || request.Method == "HEAD")
            return;
        answer.Header("Content-Type").ShouldBe("application/json; charset=UTF-8");
        ErrorCheck.Check(JsonDocument.Parse(answer.Body).RootElement, answer.Status);
    }

    /// <summary>How many datasets and transactions there are.</summary>
    static Task<(long, long)> StateAsync(TestServer server) => server.Get<IDatabase>().ReadAsync(
        connection => connection.QuerySingleAsync<(long, long)>("SELECT COUNT(*), COALESCE(SUM(head), 0) FROM dataset"), Ct);
}
