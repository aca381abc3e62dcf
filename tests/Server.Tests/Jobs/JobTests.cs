using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Storage;
using Espalier.Server.Tests.Locations;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Espalier.Server.Tests.Jobs;

public sealed class JobTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_goes_from_created_to_completed_and_links_its_result()
    {
        var go = new TaskCompletionSource();
        await using var server = await StartAsync(async (run, ct) =>
        {
            run.Progress(50, 20, 12.345);
            await go.Task.WaitAsync(ct);
            await FakeRunner.SealAsync(run, "a,b\r\n1,2\r\n", ct);
        });
        var created = await Add(server, new NewJob("test", "{}") { BaseUrl = server.Url, TraceId = "Root=1-2-3" });
        created.JobStatus.ShouldBe("created");
        created.ModifiedAt.ShouldBeNull();
        var json = JsonSerializer.SerializeToElement(created, Json.Options);
        json.EnumerateObject().Select(member => member.Name).ShouldBe(["_links", "jobStatus", "_createdAt", "_createdBy", "X-Amzn-Trace-Id"]);
        json.GetProperty("_links").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("self");
        var self = json.GetProperty("_links").GetProperty("self");
        self.GetProperty("type").GetString().ShouldBe("jobTicket");
        self.GetProperty("contentType").GetString().ShouldBe("application/json; charset=UTF-8");
        self.GetProperty("url").GetString()!.ShouldStartWith($"{server.Url}/api/canon/v1/jobTickets?token=");

        var running = await Until(server, created, ticket => ticket.GetProperty("jobStatus").GetString() == "running"
            && ticket.GetProperty("progress").GetProperty("rowsRead").GetInt64() == 50);
        running.GetProperty("progress").GetRawText().ShouldBe("""{"rowsRead":50,"rowsResolved":20,"percent":12.3}""");
        running.TryGetProperty("_modifiedAt", out _).ShouldBeTrue();
        running.GetProperty("_links").TryGetProperty("result", out _).ShouldBeFalse();

        go.SetResult();
        var completed = await Ended(server, created);
        completed.GetProperty("jobStatus").GetString().ShouldBe("completed");
        completed.GetProperty("progress").GetProperty("percent").GetDouble().ShouldBe(100);
        completed.GetProperty("X-Amzn-Trace-Id").GetString().ShouldBe("Root=1-2-3");
        completed.GetProperty("_createdBy").GetString().ShouldBe(TestServer.Admin);
        completed.TryGetProperty("errors", out _).ShouldBeFalse();
        var result = completed.GetProperty("_links").GetProperty("result");
        result.GetProperty("type").GetString().ShouldBe("downloadLink");
        result.GetProperty("contentType").GetString().ShouldBe("text/csv; charset=UTF-8");
        var file = await server.Api("GET", result.GetProperty("url").GetString()!, token: "");
        (file.Status, file.Text).ShouldBe((200, "a,b\r\n1,2\r\n"));
        (await server.Api("GET", created.Links.Self.Url, token: "")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_token_finds_no_ticket_and_an_old_ticket_is_forgotten()
    {
        await using var server = await StartAsync((_, _) => Task.CompletedTask);
        var ticket = await Add(server, New(server));
        var ended = await Ended(server, ticket);
        ended.GetProperty("jobStatus").GetString().ShouldBe("completed");
        ended.GetProperty("_links").TryGetProperty("result", out _).ShouldBeFalse();

        (await server.Api("GET", ticket.Links.Self.Url + "x", token: "")).Codes.ShouldBe(["404903"]);
        (await server.Api("GET", Ticket.Path, token: "")).Codes.ShouldBe(["404903"]);
        var (get, _) = await Upload(server, "x");
        (await server.Api("GET", get.Replace(TemporaryFiles.Path, Ticket.Path, StringComparison.Ordinal), token: "")).Codes.ShouldBe(["404903"]);
        (await server.Api("GET", ticket.Links.Self.Url.Replace(Ticket.Path, TemporaryFiles.Path, StringComparison.Ordinal), token: "")).Status.ShouldBe(403);

        var sweeper = server.Get<IEnumerable<IHostedService>>().OfType<Sweeper>().Single();
        server.Time.Advance(TimeSpan.FromHours(23));
        await sweeper.SweepAsync(Ct);
        (await server.Api("GET", ticket.Links.Self.Url, token: "")).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromHours(2));
        await sweeper.SweepAsync(Ct);
        (await server.Api("GET", ticket.Links.Self.Url, token: "")).Codes.ShouldBe(["404903"]);
    }

    [Fact]
    public async Task An_imports_result_takes_the_place_of_its_payload()
    {
        await using var server = await StartAsync(async (run, ct) =>
            await FakeRunner.SealAsync(run, $"read: {await FakeRunner.ReadInputAsync(run, ct)}", ct, Json.ContentType));
        var (get, _) = await Upload(server, "payload");
        var ended = await Ended(server, await Add(server, New(server) with { ImportUrl = get }));
        ended.GetProperty("_links").GetProperty("result").GetProperty("url").GetString().ShouldBe(get);
        (await server.Api("GET", get, token: "")).Text.ShouldBe("read: payload");
        Directory.GetFiles(Path.Combine(server.Folder, "files")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Writing_the_file_again_does_not_disturb_the_job_that_reads_it()
    {
        var go = new TaskCompletionSource();
        await using var server = await StartAsync(async (run, ct) =>
        {
            await go.Task.WaitAsync(ct);
            await FakeRunner.SealAsync(run, $"read: {await FakeRunner.ReadInputAsync(run, ct)}", ct);
        });
        var (get, put) = await Upload(server, "first");
        var ticket = await Add(server, New(server) with { ImportUrl = get });
        (await server.Api("PUT", put, new StringContent("second"), token: "")).Status.ShouldBe(200);
        (await server.Api("GET", get, token: "")).Text.ShouldBe("second");

        // However long the job takes, and whatever is swept meanwhile.
        server.Time.Advance(TimeSpan.FromMinutes(40));
        await server.Get<IEnumerable<IHostedService>>().OfType<Sweeper>().Single().SweepAsync(Ct);
        (await server.Api("GET", get, token: "")).Text.ShouldBe("second");
        go.SetResult();
        await Ended(server, ticket);
        (await server.Api("GET", get, token: "")).Text.ShouldBe("read: first");
        server.Time.Advance(TimeSpan.FromMinutes(14));
        (await server.Api("GET", get, token: "")).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromMinutes(2));
        (await server.Api("GET", get, token: "")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_payload_that_is_not_there_fails_the_job_as_a_location_would()
    {
        await using var server = await StartAsync(async (run, ct) => await FakeRunner.ReadInputAsync(run, ct));
        var generated = (await server.Api("POST", "files/generate", """{"targetType":"csv","targetEncoding":"identity"}""")).Json;
        var get = generated.GetProperty("get").GetString()!;
        var ended = await Ended(server, await Add(server, New(server) with { ImportUrl = get }));
        ended.GetProperty("jobStatus").GetString().ShouldBe("failed");
        var error = ended.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe("500901");
        error.GetProperty("errorContent").GetString()!.ShouldContain("404904");
        (await server.Api("GET", get, token: "")).Codes.ShouldBe(["500901"], "the errors stand where the result would");
    }

    [Fact]
    public async Task Errors_are_in_the_ticket_and_in_the_result_file()
    {
        await using var server = await StartAsync((_, _) => throw new Refused(
            [.. Enumerable.Range(0, 1500).Select(row => Errors.ItemNotFound with { JsonBody = $"$[{row}]" })]));
        var ended = await Ended(server, await Add(server, New(server)));
        ended.GetProperty("jobStatus").GetString().ShouldBe("failed");
        var errors = ended.GetProperty("errors");
        errors.GetArrayLength().ShouldBe(1001);
        errors[999].GetProperty("jsonBody").GetString().ShouldBe("$[999]");
        errors[1000].GetProperty("message").GetString()!.ShouldContain("500 more");
        var result = ended.GetProperty("_links").GetProperty("result");
        result.GetProperty("type").GetString().ShouldBe("downloadLink");
        (await server.Api("GET", result.GetProperty("url").GetString()!, token: "")).Codes.Length.ShouldBe(1500);
    }

    [Fact]
    public async Task A_bug_is_told_without_detail()
    {
        await using var server = await StartAsync((_, _) => throw new InvalidOperationException("salary 12345"));
        var ended = await Ended(server, await Add(server, New(server)));
        ended.GetProperty("jobStatus").GetString().ShouldBe("failed");
        ended.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("50001");
        ended.GetRawText().ShouldNotContain("12345");
    }

    [Fact]
    public async Task Gzip_results_say_so_when_served_and_when_put()
    {
        await using var site = await Site.StartAsync(_ => Task.CompletedTask);
        await using var server = await StartAsync((run, ct) => FakeRunner.SealAsync(run, "a,b\r\n", ct, gzip: true), "Locations:Allow:0=127.0.0.1/32");
        var ended = await Ended(server, await Add(server, New(server)));
        var answer = await server.Api("GET", ended.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "");
        answer.ContentHeaders.ContentEncoding.ShouldBe(["gzip"]);
        Gunzip(answer.Bytes).ShouldBe("a,b\r\n");

        ended = await Ended(server, await Add(server, New(server) with { ResultUrl = site.Url + "/r?secret=1" }));
        ended.GetProperty("jobStatus").GetString().ShouldBe("completed");
        var result = ended.GetProperty("_links").GetProperty("result");
        (result.GetProperty("url").GetString(), result.GetProperty("type").GetString()).ShouldBe((site.Url + "/r", "uploadLink"));
        var put = site.Requests.Single();
        (put.Method, put.Path, put.ContentEncoding, put.ContentType).ShouldBe(("PUT", "/r?secret=1", "gzip", "text/csv; charset=UTF-8"));
        Gunzip(put.Body).ShouldBe("a,b\r\n");
    }

    [Fact]
    public async Task A_result_that_cannot_be_put_fails_the_ticket_and_says_what_stays()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync("key used up", Ct);
        });
        await using var server = await StartAsync((run, ct) => FakeRunner.SealAsync(run, "x", ct), "Locations:Allow:0=127.0.0.1/32");
        var ended = await Ended(server, await Add(server, New(server) with { ResultUrl = site.Url + "/r", Writes = true, DatasetId = Guid.NewGuid() }));
        ended.GetProperty("jobStatus").GetString().ShouldBe("failed");
        var error = ended.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe("500902");
        error.GetProperty("errorContent").GetString().ShouldBe("key used up");
        error.GetProperty("errorContentType").GetString().ShouldBe("text/plain");
        error.GetProperty("message").GetString()!.ShouldContain("committed");
        ended.GetProperty("_links").TryGetProperty("result", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_put_url_of_ours_takes_a_result()
    {
        await using var server = await StartAsync((run, ct) => FakeRunner.SealAsync(run, "result", ct));
        var generated = (await server.Api("POST", "files/generate", """{"targetType":"json","targetEncoding":"identity"}""")).Json;
        var ended = await Ended(server, await Add(server, New(server) with { ResultUrl = generated.GetProperty("put").GetString() }));
        ended.GetProperty("_links").GetProperty("result").GetProperty("type").GetString().ShouldBe("uploadLink");
        var answer = await server.Api("GET", generated.GetProperty("get").GetString()!, token: "");
        answer.Text.ShouldBe("result");
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task A_callers_import_location_is_read_once_for_all_attempts()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("theirs", Ct));
        var attempts = 0;
        await using var server = await StartAsync(
            async (run, ct) =>
            {
                var text = await FakeRunner.ReadInputAsync(run, ct);
                if (++attempts == 1)
                    await Task.Delay(Timeout.Infinite, ct);
                await FakeRunner.SealAsync(run, text, ct);
            },
            "Locations:Allow:0=127.0.0.1/32");
        var ticket = await Add(server, New(server) with { ImportUrl = site.Url + "/p" });
        await Soon.HoldsAsync(() => Volatile.Read(ref attempts) > 0);
        await server.RestartAsync();
        var ended = await Ended(server, ticket);
        (await server.Api("GET", ended.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, token: "")).Text.ShouldBe("theirs");
        site.Requests.Count.ShouldBe(1);
        attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_callback_is_called_once_after_the_ticket_shows_the_end()
    {
        var seen = "";
        TestServer? server = null;
        Ticket? ticket = null;
        await using var site = await Site.StartAsync(async _ =>
            seen = (await server!.Api("GET", ticket!.Links.Self.Url, token: "")).Json.GetProperty("jobStatus").GetString()!);
        var go = new TaskCompletionSource();
        await using var started = server = await StartAsync((_, ct) => go.Task.WaitAsync(ct), "Locations:Allow:0=127.0.0.1/32");
        ticket = await Add(server, New(server) with
        {
            Callback = new Callback("POST", site.Url + "/{{datasetId}}?s={{jobStatus}}&t={{traceId}}&n={{tenantId}}"),
            CallbackValues = new Dictionary<string, string> { ["datasetId"] = "ABC" },
        });
        go.SetResult();
        await Soon.HoldsAsync(() => !site.Requests.IsEmpty && seen != "");
        seen.ShouldBe("completed");
        await Task.Delay(1500, Ct);
        var request = site.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path, request.Body.Length).ShouldBe(("POST", "/ABC?s=completed&t=Root%3D1-0-0&n=T1", 0));
    }

    [Fact]
    public async Task A_callback_is_tried_four_times_and_never_changes_the_job()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using var server = await StartAsync((_, _) => Task.CompletedTask, "Locations:Allow:0=127.0.0.1/32");
        var ticket = await Add(server, New(server) with { Callback = new Callback("GET", site.Url + "/") });
        var ended = await Ended(server, ticket);
        await Soon.HoldsAsync(() => site.Requests.Count == 2);
        await Soon.HoldsAsync(async () => (await CallbackAsync(server)).IsWaiting);
        await server.RestartAsync();        // the rest survives
        await Soon.HoldsAsync(async () =>
        {
            // Only when the next try is noted: it is so long after that.
            var (isWaiting, isOver) = await CallbackAsync(server);
            if (isWaiting)
                server.Time.Advance(TimeSpan.FromSeconds(26));
            return isOver;
        });
        site.Requests.Count.ShouldBe(4);
        server.Time.Advance(TimeSpan.FromMinutes(10));
        await Task.Delay(1500, Ct);
        site.Requests.Count.ShouldBe(4);
        (await server.Api("GET", ticket.Links.Self.Url, token: "")).Text.ShouldBe(ended.GetRawText());
    }

    internal static NewJob New(TestServer server, string input = "{}") => new("test", input) { BaseUrl = server.Url, TraceId = "Root=1-0-0" };

    internal static Task<TestServer> StartAsync(Func<JobRun, CancellationToken, Task> run, params string[] settings) =>
        TestServer.StartWithAsync(builder => builder.Services.AddSingleton<IJobRunner>(new FakeRunner("test", run)), settings: settings);

    internal static Task<Ticket> Add(TestServer server, NewJob job, string tenant = TestServer.Tenant) =>
        server.Get<JobService>().AddAsync(Caller.System(tenant, TestServer.Admin), job, Ct);

    internal static Task<JsonElement> Ended(TestServer server, Ticket ticket) =>
        Until(server, ticket, json => json.GetProperty("jobStatus").GetString() is "completed" or "failed");

    internal static Task<JsonElement> Until(TestServer server, Ticket ticket, Func<JsonElement, bool> holds) =>
        Soon.ComesAsync(async () => (await server.Api("GET", ticket.Links.Self.Url, token: "")).Json, holds);

    /// <summary>What is noted of the only callback. Under way it is put off for minutes, and its next try is noted when that has ended.</summary>
    static async Task<(bool IsWaiting, bool IsOver)> CallbackAsync(TestServer server)
    {
        var now = server.Time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), now.AddMinutes(1).ToUnixTimeMilliseconds());
        const string sql = "SELECT CASE WHEN callback_state <> 'pending' THEN 2 WHEN callback_due_at BETWEEN @from AND @to THEN 1 ELSE 0 END FROM job";
        var state = await server.Get<IDatabase>().ReadAsync(connection => connection.ExecuteScalarAsync<int>(sql, new { from, to }), Ct);
        return (state == 1, state == 2);
    }

    static async Task<(string Get, string Put)> Upload(TestServer server, string text)
    {
        var urls = (await server.Api("POST", "files/generate", """{"targetType":"csv","targetEncoding":"identity"}""")).Json;
        (await server.Api("PUT", urls.GetProperty("put").GetString()!, new StringContent(text), token: "")).Status.ShouldBe(200);
        return (urls.GetProperty("get").GetString()!, urls.GetProperty("put").GetString()!);
    }

    static string Gunzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
