using System.Globalization;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Quotas;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Espalier.Server.Tests.Quotas;

/// <summary>What a tenant may use: requests in a second, at once, and on a day.</summary>
public sealed class QuotaTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_gets_only_200_and_429()
    {
        await using var server = await TestServer.StartAsync("Quotas:RequestsPerSecond=20", "Quotas:Concurrency=5", "Quotas:RequestsPerDay=1000");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.Api("GET", "datasets")));

        answers.Select(answer => answer.Status).Distinct().Order().ShouldBe([200, 429]);
        answers.Count(answer => answer.Status == 200).ShouldBeInRange(1, 100);
        foreach (var refused in answers.Where(answer => answer.Status == 429))
        {
            refused.Codes.ShouldBe(["42901"]);
            RetryAfter(refused).ShouldBe(1);
            refused.Headers.Contains("X-Amzn-Trace-Id").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Who_waits_a_second_gets_in_again()
    {
        await using var server = await TestServer.StartAsync("Quotas:RequestsPerSecond=3");
        var answers = new List<Answer>();
        while (answers.All(answer => answer.Status != 429) && answers.Count < 500)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.Api("GET", "datasets"))));
        answers.ShouldContain(answer => answer.Status == 429);
        answers.Count(answer => answer.Status == 200).ShouldBeGreaterThanOrEqualTo(3);

        await Task.Delay(TimeSpan.FromSeconds(1.2), Ct);

        (await server.Api("GET", "datasets")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_so_many_requests_are_answered_at_once_and_a_place_becomes_free_however_one_ends()
    {
        var go = new TaskCompletionSource();
        var inside = 0;
        await using var server = await TestServer.StartWithAsync(null, app => app.MapGet("/api/v1/{tenantId}/slow", async () =>
        {
            Interlocked.Increment(ref inside);
            await go.Task;
            throw new InvalidOperationException("on purpose");
        }), "Quotas:Concurrency=2", "Logging:LogLevel:Espalier=None");
        Task<Answer>[] running = [server.Api("GET", "slow"), server.Api("GET", "slow")];
        await Soon.HoldsAsync(() => Volatile.Read(ref inside) == 2);

        (await server.Api("GET", "datasets")).Codes.ShouldBe(["42901"]);
        (await server.Api("GET", "/health", token: "")).Status.ShouldBe(200);
        (await server.Api("GET", "datasets", token: "nobody")).Codes.ShouldBe(["40102"]);

        go.SetResult();
        (await Task.WhenAll(running)).ShouldAllBe(answer => answer.Status == 500);
        for (var i = 0; i < 10; i++)
            (await server.Api("GET", "datasets")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_days_requests_are_counted_across_restarts_and_begin_anew_at_midnight_UTC()
    {
        await using var server = await TestServer.StartAsync("Quotas:RequestsPerDay=5");
        server.Time.Advance(Noon(server.Time.GetUtcNow()));
        var token = await server.TokenFor(TestServer.Admin);
        for (var i = 0; i < 3; i++)
            (await server.Api("GET", i == 0 ? "no/such/route" : "datasets", token: token)).Status.ShouldBe(i == 0 ? 404 : 200);
        await server.RestartAsync();
        for (var i = 0; i < 2; i++)
            (await server.Api("GET", "datasets", token: token)).Status.ShouldBe(200);

        for (var i = 0; i < 3; i++)
        {
            var refused = await server.Api("GET", "datasets", token: token);
            refused.Codes.ShouldBe(["42902"]);
            RetryAfter(refused).ShouldBeInRange(12 * 3600 - 120, 12 * 3600);
        }
        await server.RestartAsync();
        (await server.Api("GET", "datasets", token: token)).Codes.ShouldBe(["42902"]);
        (await Today(server)).ShouldBe(5);

        server.Time.Advance(TimeSpan.FromHours(13));
        (await server.Api("GET", "datasets", token: token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_refused_and_what_needs_no_token_does_not_count()
    {
        await using var server = await TestServer.StartAsync("Quotas:RequestsPerDay=3");
        (await server.Api("GET", "datasets", token: "")).Status.ShouldBe(401);
        (await server.Api("GET", "datasets", token: "x")).Status.ShouldBe(401);
        var urls = (await server.Api("POST", "files/generate", """{"targetType":"csv","targetEncoding":"identity"}""")).Json;
        for (var i = 0; i < 5; i++)
            (await server.Api("PUT", urls.GetProperty("put").GetString()!, "[]", token: "")).Status.ShouldBe(200);
        for (var i = 0; i < 5; i++)
            (await server.Api("GET", urls.GetProperty("get").GetString()!, token: "")).Status.ShouldBe(200);

        (await server.Api("GET", "datasets")).Status.ShouldBe(200);
        (await server.Api("GET", "/api/espalier/v1/T1/webhooks")).Status.ShouldBe(200);
        (await server.Api("GET", "/api/espalier/v1/T1/webhooks")).Codes.ShouldBe(["42902"]);
    }

    [Fact]
    public async Task Tenants_have_limits_of_their_own_which_hold_at_once()
    {
        await using var server = await TestServer.StartAsync(
            "Quotas:RequestsPerDay=2", "Quotas:Tenants:T2:RequestsPerDay=3", "Quotas:Tenants:T3:RequestsPerDay=1");
        var tenants = server.Get<ITenantStore>();
        foreach (var (id, quota) in new[] { ("T2", TenantQuota.Usual), ("T3", new() { RequestsPerDay = 4 }) })
        {
            await tenants.AddAsync(new Tenant(id, id) { Quota = quota }, Ct);
            await server.Get<IUserStore>().AddAsync(new Account(id, Guid.NewGuid(), TestServer.Admin, Role.User) { TokenAccess = true }, Ct);
        }
        foreach (var (id, most) in new[] { ("T1", 2), ("T2", 3), ("T3", 4) })
        {
            for (var i = 0; i < most; i++)
                (await server.Api("GET", $"/api/v1/{id}/datasets")).Status.ShouldBe(200, id);
            (await server.Api("GET", $"/api/v1/{id}/datasets")).Codes.ShouldBe(["42902"], id);
        }

        (await tenants.SetQuotaAsync("T1", new() { RequestsPerDay = 3 }, Ct)).ShouldBeTrue();
        (await server.Api("GET", "datasets")).Status.ShouldBe(200);
        (await server.Api("GET", "datasets")).Codes.ShouldBe(["42902"]);
        await tenants.SetQuotaAsync("T1", new() { RequestsPerDay = 0, Concurrency = 1, RequestsPerSecond = 1 }, Ct);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => server.Api("GET", "datasets")));
        answers.Select(answer => answer.Status).Distinct().Order().ShouldBe([200, 429]);
    }

    [Fact]
    public async Task Of_requests_at_once_exactly_the_days_number_gets_in()
    {
        await using var server = await TestServer.StartAsync();
        var counts = server.Get<DailyCounts>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            var mine = 0;
            for (var i = 0; i < 500; i++)
                mine += await counts.TryAddAsync("T1", 2500, Ct) ? 1 : 0;
            return mine;
        }, Ct)));
        taken.Sum().ShouldBe(2500);
    }

    [Fact]
    public async Task Servers_that_share_a_day_learn_of_each_others_requests()
    {
        await using var server = await TestServer.StartAsync();
        var (store, day) = (server.Get<IUsageStore>(), DailyCounts.DayOf(server.Time.GetUtcNow()));
        (await store.AddAsync("T1", day, 3, Ct)).ShouldBe(3);
        (await store.AddAsync("T1", day, 4, Ct)).ShouldBe(7);
        (await store.FindAsync("T1", day - 1, Ct)).ShouldBe(0);
        (await store.FindAsync("T2", day, Ct)).ShouldBe(0);
        (await store.ForgetAsync(day, Ct)).ShouldBe(0);
        (await store.ForgetAsync(day + 1, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_server_forgets_no_more_than_its_last_requests_and_counts_none_twice()
    {
        using var server = await ServerProcess.PrepareAsync(["T1"], "--Quotas:RequestsPerDay=1000000");
        server.Start();
        await server.ReadyAsync();
        using var api = server.Client("T1");
        var made = 0;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 150; i++, made++)
                await api.DoAsync("GET", "datasets");
            await Soon.HoldsAsync(async () => await WrittenAsync(server) == made);
            server.Kill();
            (await InsideAsync(server)).ShouldBe(made);
            server.Start();
            await server.ReadyAsync();
        }
        for (var i = 0; i < 40; i++)
            await api.DoAsync("GET", "datasets");
        server.Kill();
        (await InsideAsync(server)).ShouldBeInRange(made, made + 40);
    }

    /// <summary>What stands in the database while the server runs.</summary>
    static async Task<long> WrittenAsync(ServerProcess server)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "espalier.db")};Mode=ReadOnly;Pooling=False");
        return await connection.ExecuteScalarAsync<long>("SELECT COALESCE(SUM(requests), 0) FROM tenant_usage WHERE tenant_id = 'T1'");
    }

    static Task<long> InsideAsync(ServerProcess server) => server.InsideAsync(services =>
        services.GetRequiredService<IUsageStore>().FindAsync("T1", DailyCounts.DayOf(TimeProvider.System.GetUtcNow()), Ct));

    static Task<long> Today(TestServer server) =>
        server.Get<IUsageStore>().FindAsync("T1", DailyCounts.DayOf(server.Time.GetUtcNow()), Ct);

    static int RetryAfter(Answer answer) => int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);

    static TimeSpan Noon(DateTimeOffset now) => TimeSpan.FromHours(24 + 12) - now.UtcDateTime.TimeOfDay;
}
