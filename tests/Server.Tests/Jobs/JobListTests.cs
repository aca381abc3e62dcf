using System.Text;
using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Jobs;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Espalier.Server.Tests.Jobs;

/// <summary>Lists of jobs, their results by page, and ending jobs early.</summary>
public sealed class JobListTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_sees_their_own_jobs_and_admins_all()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync("ann@example.com");
        var ann = await server.TokenFor("ann@example.com");
        var (mine, annsId) = (await ImportAsync(server, server.Token), await ImportAsync(server, ann));

        Ids(await server.Own("GET", "jobs", null, ann)).ShouldBe([annsId]);
        Ids(await server.Own("GET", "jobs")).ShouldBe([annsId, mine]);
        Ids(await server.Own("GET", "jobs?mine=true")).ShouldBe([mine]);
        Ids(await server.Own("GET", "jobs?state=failed&state=running")).ShouldBeEmpty();
        Ids(await server.Own("GET", "jobs?state=completed&offset=1&limit=1")).ShouldBe([mine]);
        (await server.Own("GET", "jobs?limit=1")).Json.GetProperty("total").GetInt64().ShouldBe(2);
        (await server.Own("GET", $"jobs/{mine}", null, ann)).Codes.ShouldBe(["404903"]);
        (await server.Own("POST", $"jobs/{mine}/cancel", null, ann)).Codes.ShouldBe(["404903"]);
        (await server.Own("GET", $"jobs/{mine}/rows", null, ann)).Codes.ShouldBe(["404903"]);
        (await server.Own("POST", $"jobs/{mine}/cancel")).Codes.ShouldBe(["409941"]);
        (await server.Own("GET", "jobs?state=odd&limit=0")).Codes.ShouldBe(["400904", "400903"]);

        var job = (await server.Own("GET", $"jobs/{mine}")).Json;
        job.GetProperty("state").GetString().ShouldBe("completed");
        job.GetProperty("endedAt").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(job.GetProperty("startedAt").GetDateTimeOffset());
        job.GetProperty("result").GetProperty("url").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_rows_of_an_import_are_paged_by_status_and_cause()
    {
        await using var server = await TestServer.StartAsync();
        var payload = string.Join(',', Enumerable.Range(1, 30).Select(i => i % 3 == 0
            ? $$"""{"_action":"update","id":{{i}}}""" : $$"""{"_action":"create","id":{{i}}}"""));
        var jobId = await ImportAsync(server, server.Token, $"[{payload}]", "autoId=true&onActionValidationFailure=skipAction");

        var page = (await server.Own("GET", $"jobs/{jobId}/rows?limit=4&offset=2")).Json;
        page.GetProperty("total").GetInt64().ShouldBe(30);
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("row").GetInt64()).ShouldBe([3, 4, 5, 6]);
        page.GetProperty("counts").GetRawText().ShouldBe("""{"success":20,"skipped":0,"implicitDelete":0,"failed":10}""");

        var failed = (await server.Own("GET", $"jobs/{jobId}/rows?status=failed&limit=3")).Json;
        failed.GetProperty("total").GetInt64().ShouldBe(10);
        failed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("row").GetInt64()).ShouldBe([3, 6, 9]);
        var code = failed.GetProperty("items")[0].GetProperty("result").GetProperty("_errors")[0].GetProperty("code").GetString();
        (await server.Own("GET", $"jobs/{jobId}/rows?cause={code}")).Json.GetProperty("total").GetInt64().ShouldBe(10);
        (await server.Own("GET", $"jobs/{jobId}/rows?cause=400999")).Json.GetProperty("total").GetInt64().ShouldBe(0);
        (await server.Own("GET", $"jobs/{jobId}/rows?status=odd")).Codes.ShouldBe(["400904"]);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_and_its_ticket_says_that_it_failed()
    {
        var begun = new TaskCompletionSource();
        var runner = new FakeRunner("test", async (_, ct) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        });
        await using var server = await StartAsync(runner);
        var ticket = await AddAsync(server, "a");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        var jobId = Ids(await server.Own("GET", "jobs?state=running")).Single();

        var cancelled = await server.Own("POST", $"jobs/{jobId}/cancel");
        (cancelled.Status, cancelled.Json.GetProperty("cancelling").GetBoolean()).ShouldBe((202, true));
        (await EndedAsync(server, jobId)).GetProperty("causes")[0].GetProperty("code").GetString().ShouldBe("409942");
        Ids(await server.Own("GET", "jobs?state=cancelled")).ShouldBe([jobId]);
        var told = (await server.Api("GET", ticket, token: "")).Json;
        (told.GetProperty("jobStatus").GetString(), told.GetProperty("errors")[0].GetProperty("code").GetString()).ShouldBe(("failed", "409942"));
    }

    [Fact]
    public async Task A_waiting_job_is_cancelled_at_once_and_never_begun()
    {
        using var gate = new SemaphoreSlim(0);
        var begun = new TaskCompletionSource();
        var runner = new FakeRunner("test", async (run, ct) =>
        {
            begun.TrySetResult();
            await gate.WaitAsync(ct);
        });
        await using var server = await StartAsync(runner);
        var datasetId = Guid.NewGuid();
        await AddAsync(server, "first", datasetId);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        await AddAsync(server, "second", datasetId);
        var jobId = Ids(await server.Own("GET", "jobs?state=created")).Single();

        (await server.Own("POST", $"jobs/{jobId}/cancel")).Status.ShouldBe(202);
        (await EndedAsync(server, jobId)).GetProperty("state").GetString().ShouldBe("cancelled");
        gate.Release();
        runner.Begun.ShouldBe(["\"first\""]);
    }

    [Fact]
    public async Task A_job_that_has_its_result_goes_on_to_its_end()
    {
        using var gate = new SemaphoreSlim(0);
        var begun = new TaskCompletionSource();
        var runner = new FakeRunner("test", async (run, ct) =>
        {
            if (run.Sealed is null)
                await FakeRunner.SealAsync(run, "done", ct);
            begun.TrySetResult();
            await gate.WaitAsync(ct);
        });
        await using var server = await StartAsync(runner);
        await AddAsync(server, "a", Guid.NewGuid());
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        var jobId = Ids(await server.Own("GET", "jobs")).Single();
        (await server.Own("POST", $"jobs/{jobId}/cancel")).Status.ShouldBe(202);
        await Task.Delay(1200, Ct);
        gate.Release(2);
        (await EndedAsync(server, jobId)).GetProperty("state").GetString().ShouldBe("completed");
    }

    static Task<TestServer> StartAsync(FakeRunner runner) =>
        TestServer.StartWithAsync(builder => builder.Services.AddSingleton<IJobRunner>(runner));

    static async Task<string> AddAsync(TestServer server, string input, Guid? datasetId = null)
    {
        var ticket = await server.Get<JobService>().AddAsync(
            Caller.System(TestServer.Tenant, TestServer.Admin),
            new NewJob("test", $"\"{input}\"") { BaseUrl = server.Url, TraceId = "t", DatasetId = datasetId, Writes = datasetId is not null }, Ct);
        return ticket.Links.Self.Url;
    }

    static Task<JsonElement> EndedAsync(TestServer server, string jobId) => Soon.ComesAsync(
        async () => (await server.Own("GET", $"jobs/{jobId}")).Json, job => job.GetProperty("state").GetString() is not ("created" or "running"));

    static async Task<string> ImportAsync(TestServer server, string token, string payload = """[{"_action":"create","id":1}]""", string query = "autoId=true")
    {
        using var client = new ApiClient(server.Url, TestServer.Tenant, token);
        var datasetId = await client.CreateDatasetAsync("""{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""");
        await client.ResultAsync(await client.StartImportAsync(datasetId, query, "json", Encoding.UTF8.GetBytes(payload)));
        return Ids(await server.Own("GET", "jobs?mine=true", null, token))[0];
    }

    static IReadOnlyList<string> Ids(Answer answer) =>
        [.. answer.Json.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("jobId").GetString()!)];
}
