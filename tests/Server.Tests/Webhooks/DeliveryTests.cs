using System.Text.Json;
using Espalier.Server.Tests.Locations;
using Espalier.Server.Tests.Support;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Tests.Webhooks;

/// <summary>What becomes of messages that do not arrive at once.</summary>
public sealed class DeliveryTests
{
    const string E = "/api/espalier/v1/T1/webhooks";
    const string Here = "Locations:Allow:0=127.0.0.1/32";
    const string Definition = """{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_taken_is_sent_again_under_the_same_id_later_and_later()
    {
        var good = false;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = good ? 200 : 503;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:FirstPauseSeconds=100");
        var one = await MakeAsync(server, site.Url);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Tries == 1);
        (await Deliveries(server, one))[0].Pause.ShouldBeInRange(74, 180);
        await Task.Delay(600, Ct);
        site.Requests.Count.ShouldBe(1);

        server.Time.Advance(TimeSpan.FromSeconds(190));
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Tries == 2);
        (await Deliveries(server, one))[0].Pause.ShouldBeInRange(299, 560);

        good = true;
        server.Time.Advance(TimeSpan.FromSeconds(570));
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Status == "delivered");
        (await Deliveries(server, one))[0].ShouldBe(new("DatasetCreate", "delivered", 3, 200, 0));
        site.Requests.Select(request => request.Headers["webhook-id"]).Distinct().Count().ShouldBe(1);
        site.Requests.Select(request => request.Headers["webhook-timestamp"]).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_webhook_where_nothing_arrives_any_more_is_suspended_until_somebody_switches_it_on()
    {
        var status = 500;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:Tries=2", "Webhooks:FirstPauseSeconds=1");
        var one = await MakeAsync(server, site.Url);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => await StatusAsync(server) == "suspended");
        (await Deliveries(server, one))[0].ShouldBe(new("DatasetCreate", "failed", 2, 500, 0));

        await server.Api("POST", "datasets", Definition);
        (await Deliveries(server, one)).Count.ShouldBe(1);

        status = 200;
        (await server.Api("PATCH", one, """{"active":true}""")).Json.GetProperty("status").GetString().ShouldBe("active");
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Status == "delivered");
    }

    [Fact]
    public async Task One_message_that_is_never_taken_suspends_nobody_while_others_arrive()
    {
        var refuse = true;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = Volatile.Read(ref refuse) ? 400 : 200;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:Tries=2", "Webhooks:FirstPauseSeconds=3600");
        var one = await MakeAsync(server, site.Url);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Tries == 1);
        Volatile.Write(ref refuse, false);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Status == "delivered");
        Volatile.Write(ref refuse, true);
        server.Time.Advance(TimeSpan.FromSeconds(5000));
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[1].Status == "failed");
        (await StatusAsync(server)).ShouldBe("active");
    }

    [Fact]
    public async Task What_waits_when_a_webhook_is_switched_off_is_dropped()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:FirstPauseSeconds=3600");
        var one = await MakeAsync(server, site.Url);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Tries == 1);
        await server.Api("PATCH", one, """{"active":false}""");
        (await Deliveries(server, one))[0].Status.ShouldBe("dropped");
        await server.Api("POST", "datasets", Definition);
        (await Deliveries(server, one)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_webhook_that_lets_too_much_wait_is_suspended()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:FirstPauseSeconds=3600", "Webhooks:MostPending=3");
        var one = await MakeAsync(server, site.Url);
        for (var i = 0; i < 4; i++)
            await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => await StatusAsync(server) == "suspended");
        (await Deliveries(server, one)).ShouldAllBe(delivery => delivery.Status == "dropped");
    }

    [Fact]
    public async Task What_waits_survives_a_restart_and_what_is_old_goes()
    {
        var good = false;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = good ? 200 : 500;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here, "Webhooks:FirstPauseSeconds=60");
        var one = await MakeAsync(server, site.Url);
        await server.Api("POST", "datasets", Definition);
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Tries == 1);
        await server.RestartAsync();
        good = true;
        server.Time.Advance(TimeSpan.FromSeconds(100));
        await Soon.HoldsAsync(async () => (await Deliveries(server, one))[0].Status == "delivered");

        await server.Get<WebhookSender>().SweepAsync(server.Time.GetUtcNow().AddDays(6), Ct);
        (await Deliveries(server, one)).Count.ShouldBe(1);
        await server.Get<WebhookSender>().SweepAsync(server.Time.GetUtcNow().AddDays(8), Ct);
        (await Deliveries(server, one)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Everything_that_was_committed_is_told_although_the_server_is_killed()
    {
        var good = false;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = Volatile.Read(ref good) ? 200 : 500;
            return Task.CompletedTask;
        });
        using var server = await ServerProcess.PrepareAsync(["T1"], "--" + Here, "--Webhooks:FirstPauseSeconds=1", "--Webhooks:TimeoutSeconds=1");
        server.Start();
        await server.ReadyAsync();
        using var api = server.Client("T1");
        using var own = new HttpClient();
        using var making = new HttpRequestMessage(HttpMethod.Post, server.Url + E) { Content = new StringContent($$"""{"url":"{{site.Url}}/","events":["DatasetCreate"]}""", null, "application/json") };
        making.Headers.Authorization = new("Bearer", server.Token);
        ((int)(await own.SendAsync(making, Ct)).StatusCode).ShouldBe(201);
        var made = new List<string>();
        for (var kill = 0; kill < 2; kill++)
        {
            for (var i = 0; i < 10; i++)
                made.Add(await api.CreateDatasetAsync(Definition));
            server.Kill();
            server.Start();
            await server.ReadyAsync();
        }
        Volatile.Write(ref good, true);

        HashSet<string> Told() => [.. site.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("datasetId").GetString()!)];
        await Soon.HoldsAsync(() => made.TrueForAll(Told().Contains));
        Told().ShouldBe(made, ignoreOrder: true);
    }

    [Fact]
    public async Task A_webhook_that_never_answers_holds_up_neither_commits_nor_other_webhooks()
    {
        var never = new TaskCompletionSource();
        await using var slow = await Site.StartAsync(_ => never.Task);
        await using var quick = await Site.StartAsync(_ => Task.CompletedTask);
        await using var server = await TestServer.StartAsync(Here, "Webhooks:TimeoutSeconds=60");
        await MakeAsync(server, slow.Url);
        await MakeAsync(server, quick.Url);
        for (var i = 0; i < 20; i++)
            (await server.Api("POST", "datasets", Definition)).Status.ShouldBe(201);
        await WebhookTests.ReceivedAsync(quick, 20);
        await WebhookTests.ReceivedAsync(slow, 1);
        slow.Requests.Count.ShouldBe(1);
        never.SetResult();
    }

    static async Task<string> MakeAsync(TestServer server, string url)
    {
        var made = await server.Api("POST", E, $$"""{"url":"{{url}}/","events":["DatasetCreate"]}""");
        made.Status.ShouldBe(201, made.Text);
        return $"{E}/{made.Json.GetProperty("webhookId")}";
    }

    static async Task<string> StatusAsync(TestServer server) => (await server.Api("GET", E)).Json[0].GetProperty("status").GetString()!;

    static async Task<IReadOnlyList<Seen>> Deliveries(TestServer server, string one) =>
        [.. (await server.Api("GET", $"{one}/deliveries")).Json.EnumerateArray().Select(d => new Seen(
            d.GetProperty("eventType").GetString()!, d.GetProperty("status").GetString()!, d.GetProperty("tries").GetInt32(),
            d.TryGetProperty("answer", out var answer) ? answer.GetInt32() : 0,
            d.TryGetProperty("dueAt", out var due) && d.TryGetProperty("triedAt", out var tried) ? (due.GetDateTimeOffset() - tried.GetDateTimeOffset()).TotalSeconds : 0))];

    sealed record Seen(string Type, string Status, int Tries, int Answer, double Pause);
}
