using Espalier.Server.Datasets;
using Espalier.Server.Files;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Tests.Locations;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Espalier.Server.Tests.Imports;

/// <summary>Imports that are run again after an interruption, and imports from and to other places.</summary>
public sealed class ImportRunnerTests
{
    const string Raise = "_action,employeeID,salary\ncreate,7,70\nupdate,1,101\n";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_runs_again_after_its_commit_changes_nothing()
    {
        await using var staff = await Staff.StartWithoutWorkerAsync();
        var (run, runner) = await Accept(staff, Raise);
        await runner.RunAsync(run, Ct);
        var state = await staff.State();
        var first = run.Sealed.ShouldNotBeNull();

        var again = Again(staff, await staff.Server.Get<IJobStore>().FindAsync(TestServer.Tenant, run.Job.JobId, Ct));
        again.Sealed.ShouldBe(first);
        await runner.RunAsync(again, Ct);
        again.Sealed.ShouldBe(first);
        (await staff.State()).ShouldBe(state);
        (await staff.Items("salary")).ShouldBe("1:101 2:50 3:- 7:70");
    }

    [Fact]
    public async Task A_job_that_was_cut_before_its_commit_is_done_once_by_the_next_run()
    {
        await using var staff = await Staff.StartWithoutWorkerAsync();
        var (run, runner) = await Accept(staff, Raise);
        await using (var result = await run.OpenResultAsync("application/json", false, Ct))
        {
            await result.Stream.WriteAsync("[]"u8.ToArray(), Ct);
            await run.SealResultAsync(result, Ct);
        }
        var state = await staff.State();
        using (var cut = new CancellationTokenSource())
        {
            await cut.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => runner.RunAsync(run, cut.Token));
        }
        (await staff.State()).ShouldBe(state);

        var again = Again(staff, await staff.Server.Get<IJobStore>().FindAsync(TestServer.Tenant, run.Job.JobId, Ct));
        await runner.RunAsync(again, Ct);
        again.Sealed.ShouldNotBe(run.Sealed);
        var transaction = (await staff.Server.Get<ITransactionLog>().FindByJobAsync(TestServer.Tenant, run.Job.JobId, Ct)).ShouldNotBeNull();
        (transaction.CreatedItems, transaction.UpdatedItems, transaction.Stamp.Channel).ShouldBe((1, 1, "import"));
        (await staff.Items("salary")).ShouldBe("1:101 2:50 3:- 7:70");
    }

    [Theory]
    [InlineData("text/tab-separated-values", "_action\temployeeID\tsalary\nupdate\t1\t9\n")]
    [InlineData("text/csv; charset=UTF-8", "_action,employeeID,salary\nupdate,1,9\n")]
    [InlineData("application/octet-stream", "_action,employeeID,salary\nupdate,1,9\n")]
    [InlineData("application/octet-stream", "[{\"_action\":\"update\",\"employeeID\":1,\"salary\":9}]")]
    public async Task Another_location_says_what_it_gives_and_gets_the_result_where_that_was_asked(string contentType, string payload)
    {
        await using var site = await Site.StartAsync(context =>
        {
            if (context.Request.Method == "PUT")
                return Task.CompletedTask;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(payload, Ct);
        });
        await using var staff = await Staff.StartAsync("Locations:Allow:0=127.0.0.1/32");
        var more = """
            ,"resultLocation":{"method":"PUT","url":"SITE/out?key=1"},
            "callback":{"method":"POST","urlTemplate":"SITE/done?s={{jobStatus}}&d={{datasetId}}"}
            """.Replace("SITE", site.Url, StringComparison.Ordinal);
        var ticket = await staff.Ended(await staff.Import("autoId=true", $"{site.Url}/in", more));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString().ShouldBe($"{site.Url}/out");
        var put = site.Requests.Single(request => request.Method == "PUT");
        put.ContentType.ShouldBe("application/json; charset=UTF-8");
        System.Text.Encoding.UTF8.GetString(put.Body).ShouldContain("\"_action\":\"update\",\"employeeID\":1}");
        await Soon.HoldsAsync(() => site.Requests.Any(request => request.Method == "POST"));
        site.Requests.Single(request => request.Method == "POST").Path.ShouldBe($"/done?s=completed&d={staff.DatasetId}");
        (await staff.Items("salary")).ShouldBe("1:9 2:50 3:-");
    }

    /// <summary>Accepts an import and claims it as a worker of our own.</summary>
    static async Task<(JobRun Run, IJobRunner Runner)> Accept(Staff staff, string csv)
    {
        var server = staff.Server;
        var (get, _) = await staff.Upload("csv", csv);
        var input = ImportRunner.Write(new(Guid.Parse(staff.DatasetId), new() { Identification = Engine.Changes.Actions.Identification.AutoId }, Gzip: false));
        server.Get<TemporaryFiles>().TryReadOwnUrl(get, out var token).ShouldBeTrue();
        var file = await server.Get<TemporaryFiles>().FindAsync(TestServer.Tenant, token!.Id, Ct);
        var job = new Job(TestServer.Tenant, Guid.NewGuid(), ImportRunner.JobKind)
        {
            DatasetId = Guid.Parse(staff.DatasetId),
            Writes = true,
            Input = input,
            CreatedBy = TestServer.Admin,
            CreatedAt = server.Time.GetUtcNow(),
            ImportUrl = get,
            ImportFileId = file!.FileId,
            ImportContentId = file.ContentId,
        };
        await server.Get<IJobStore>().AddAsync(job, Ct);
        var claimed = await server.Get<IJobStore>().ClaimAsync("test", server.Time.GetUtcNow(), server.Time.GetUtcNow().AddHours(1), false, Ct);
        return (Again(staff, claimed), server.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Kind == ImportRunner.JobKind));
    }

    static JobRun Again(Staff staff, Job? job) =>
        new(job.ShouldNotBeNull(), "test", staff.Server.Get<IJobStore>(), staff.Server.Get<TemporaryFiles>(), staff.Server.Get<LocationClient>());
}
