using System.Collections.Concurrent;
using Espalier.Server.Jobs;
using Espalier.Server.Jobs.Work;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Jobs;

/// <summary>Which job runs when, and what becomes of interrupted ones.</summary>
public sealed class JobOrderTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_that_write_one_dataset_go_one_at_a_time_in_order_of_acceptance()
    {
        var order = new ConcurrentQueue<string>();
        var now = 0;
        await using var server = await JobTests.StartAsync(
            async (run, ct) =>
            {
                Interlocked.Increment(ref now).ShouldBe(1);
                order.Enqueue(run.Job.Input);
                await Task.Delay(Random.Shared.Next(30), ct);
                Interlocked.Decrement(ref now);
            },
            "Jobs:Workers=4");
        var dataset = Guid.NewGuid();
        var tickets = new List<Ticket>();
        for (var i = 0; i < 20; i++)
            tickets.Add(await JobTests.Add(server, JobTests.New(server, $"{i}") with { DatasetId = dataset, Writes = true }));
        foreach (var ticket in tickets)
            (await JobTests.Ended(server, ticket)).GetProperty("jobStatus").GetString().ShouldBe("completed");
        order.ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Reading_jobs_and_other_datasets_do_not_wait()
    {
        var stop = new TaskCompletionSource();
        await using var server = await JobTests.StartAsync(
            (run, ct) => run.Job.Input == "\"long\"" ? stop.Task.WaitAsync(ct) : Task.CompletedTask, "Jobs:Workers=2");
        var dataset = Guid.NewGuid();
        var first = await JobTests.Add(server, JobTests.New(server, "\"long\"") with { DatasetId = dataset, Writes = true });
        var second = await JobTests.Add(server, JobTests.New(server) with { DatasetId = dataset, Writes = true });
        var reading = await JobTests.Add(server, JobTests.New(server) with { DatasetId = dataset });
        var other = await JobTests.Add(server, JobTests.New(server) with { DatasetId = Guid.NewGuid(), Writes = true });
        await JobTests.Ended(server, reading);
        await JobTests.Ended(server, other);
        (await server.Api("GET", second.Links.Self.Url, token: "")).Json.GetProperty("jobStatus").GetString().ShouldBe("created");
        stop.SetResult();
        await JobTests.Ended(server, first);
        await JobTests.Ended(server, second);
    }

    [Fact]
    public async Task A_tenants_long_jobs_do_not_hold_up_another_tenants_small_ones()
    {
        var stop = new TaskCompletionSource();
        await using var server = await JobTests.StartAsync(
            (run, ct) => run.Job.Input == "\"long\"" ? stop.Task.WaitAsync(ct) : Task.CompletedTask, "Jobs:Workers=2");
        var held = new List<Ticket>();
        for (var i = 0; i < 5; i++)
            held.Add(await JobTests.Add(server, JobTests.New(server, "\"long\"")));
        await JobTests.Until(server, held[1], ticket => ticket.GetProperty("jobStatus").GetString() == "running");
        await JobTests.Ended(server, await JobTests.Add(server, JobTests.New(server), "T2"));
        await JobTests.Ended(server, await JobTests.Add(server, JobTests.New(server), "T3"));
        (await server.Api("GET", held[4].Links.Self.Url, token: "")).Json.GetProperty("jobStatus").GetString().ShouldBe("created");
        stop.SetResult();
        foreach (var ticket in held)
            await JobTests.Ended(server, ticket);
    }

    [Fact]
    public async Task A_stopped_server_gives_its_jobs_back_and_that_is_no_interruption()
    {
        var begun = 0;
        var last = false;
        await using var server = await JobTests.StartAsync((_, ct) =>
        {
            Interlocked.Increment(ref begun);
            return last ? Task.CompletedTask : Task.Delay(Timeout.Infinite, ct);
        });
        var ticket = await JobTests.Add(server, JobTests.New(server));
        for (var stops = 1; stops <= 5; stops++)
        {
            await Soon.HoldsAsync(() => begun == stops);
            last = stops == 5;
            await server.RestartAsync();
        }
        (await JobTests.Ended(server, ticket)).GetProperty("jobStatus").GetString().ShouldBe("completed");
        begun.ShouldBe(6);
    }

    [Fact]
    public async Task A_killed_servers_jobs_are_taken_over_when_it_starts_again()
    {
        await using var server = await JobTests.StartAsync((run, ct) => FakeRunner.SealAsync(run, "done", ct), "Jobs:LeaseSeconds=3600");
        var ticket = await AddKilled(server, times: 2);
        await server.RestartAsync();
        (await JobTests.Ended(server, ticket)).GetProperty("jobStatus").GetString().ShouldBe("completed");
    }

    [Fact]
    public async Task A_job_that_was_interrupted_three_times_is_given_up()
    {
        await using var server = await JobTests.StartAsync((run, ct) => FakeRunner.SealAsync(run, "done", ct));
        var ticket = await AddKilled(server, times: 3);
        await server.RestartAsync();
        var ended = await JobTests.Ended(server, ticket);
        ended.GetProperty("jobStatus").GetString().ShouldBe("failed");
        ended.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("50001");
    }

    [Fact]
    public async Task Another_servers_job_is_taken_over_only_when_its_lease_has_lapsed()
    {
        await using var server = await JobTests.StartAsync((run, ct) => FakeRunner.SealAsync(run, "done", ct));
        var store = server.Get<IJobStore>();
        var job = Accepted(server);
        await store.AddAsync(job, Ct);
        await Claim(store, "other:1", server.Time.GetUtcNow(), TimeSpan.FromSeconds(30));
        await Task.Delay(1500, Ct);
        (await store.FindAsync(job.TenantId, job.JobId, Ct))!.Status.ShouldBe(JobStatus.Running);
        server.Time.Advance(TimeSpan.FromSeconds(31));
        await Soon.HoldsAsync(() => store.FindAsync(job.TenantId, job.JobId, Ct).GetAwaiter().GetResult()!.Status == JobStatus.Completed);

        // The one who lost it can do nothing in its name any more.
        (await store.RenewAsync(job, "other:1", server.Time.GetUtcNow().AddMinutes(1), null, Ct)).ShouldBeFalse();
        (await store.EndAsync(new Ending(job with { Status = JobStatus.Failed }, server.Time.GetUtcNow(), server.Time.GetUtcNow()), "other:1", Ct))
            .Ended.ShouldBeFalse();
        await Should.ThrowAsync<LeaseLostException>(() => store.SealAsync(
            job, "other:1", new SealedResult(new("abc", 1), "text/csv", false), Ct));
    }

    [Fact]
    public async Task A_sealed_result_of_a_reading_job_is_not_made_again()
    {
        var runs = 0;
        await using var server = await JobTests.StartAsync(async (run, ct) =>
        {
            runs++;
            await FakeRunner.SealAsync(run, "done", ct);
            if (!run.Job.Writes && runs == 1)
                await Task.Delay(Timeout.Infinite, ct);
        });
        var ticket = await JobTests.Add(server, JobTests.New(server));
        await Soon.HoldsAsync(() => runs == 1 && server.Get<IJobStore>().FindAsync(TestServer.Tenant, TicketId(server, ticket), Ct).GetAwaiter().GetResult()!.Sealed is not null);
        await server.RestartAsync();
        var ended = await JobTests.Ended(server, ticket);
        ended.GetProperty("jobStatus").GetString().ShouldBe("completed");
        runs.ShouldBe(1);
        (await server.Api("GET", ended.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "")).Text.ShouldBe("done");
    }

    [Fact]
    public async Task A_writing_job_that_had_committed_ends_with_the_result_it_had_sealed()
    {
        var committed = false;
        await using var server = await JobTests.StartAsync(async (run, ct) =>
        {
            if (committed)
            {
                run.Sealed.ShouldNotBeNull();
                return;
            }
            await FakeRunner.SealAsync(run, "first", ct);
            committed = true;
            await Task.Delay(Timeout.Infinite, ct);
        });
        var ticket = await JobTests.Add(server, JobTests.New(server) with { Writes = true, DatasetId = Guid.NewGuid() });
        await Soon.HoldsAsync(() => committed);
        await server.RestartAsync();
        var ended = await JobTests.Ended(server, ticket);
        (await server.Api("GET", ended.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "")).Text.ShouldBe("first");
    }

    [Fact]
    public async Task Each_job_is_claimed_once_however_many_ask()
    {
        await using var server = await TestServer.StartAsync();
        var store = server.Get<IJobStore>();
        await server.StopWorkAsync();
        for (var i = 0; i < 5; i++)
            await store.AddAsync(Accepted(server), Ct);
        var now = server.Time.GetUtcNow();
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.ClaimAsync($"w{i}", now, now.AddMinutes(1), false, Ct)));
        claims.OfType<Job>().Select(job => job.JobId).Distinct().Count().ShouldBe(5);
        claims.OfType<Job>().Count().ShouldBe(5);
        claims.OfType<Job>().Select(job => job.Sequence).Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    static Guid TicketId(TestServer server, Ticket ticket) =>
        server.Get<Server.Files.UrlTokens>().TryRead(ticket.Links.Self.Url.Split("token=")[1], out var token) ? token.Id : Guid.Empty;

    static Job Accepted(TestServer server) => new(TestServer.Tenant, Guid.NewGuid(), "test")
    {
        BaseUrl = server.Url,
        TraceId = "Root=1-0-0",
        CreatedBy = TestServer.Admin,
        CreatedAt = server.Time.GetUtcNow(),
    };

    /// <summary>A job that an earlier process of this server had begun so often when it was killed.</summary>
    static async Task<Ticket> AddKilled(TestServer server, int times)
    {
        await server.StopWorkAsync();
        var store = server.Get<IJobStore>();
        var job = Accepted(server);
        await store.AddAsync(job, Ct);
        for (var i = 0; i < times; i++)
            await Claim(store, $"{server.Get<JobNode>().Name}:{i}", server.Time.GetUtcNow(), i == times - 1 ? TimeSpan.FromHours(1) : TimeSpan.FromHours(-1));
        return Ticket.Of(job, server.Get<Server.Files.UrlTokens>());
    }

    static async Task Claim(IJobStore store, string owner, DateTimeOffset now, TimeSpan lease) =>
        (await store.ClaimAsync(owner, now, now + lease, false, Ct)).ShouldNotBeNull();
}
