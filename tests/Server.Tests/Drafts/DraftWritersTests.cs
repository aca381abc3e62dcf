using Espalier.Server.Datasets;
using Espalier.Server.Drafts.Actions;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Files;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Tests.Imports;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Several who write at once, and applying that is interrupted.</summary>
public sealed class DraftWritersTests
{
    const int Rounds = 12;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_writers_of_one_dataset_one_of_whom_applies_drafts_lose_nothing()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.Create();
        await Task.WhenAll(WriteAsync(1), WriteAsync(2), ApplyAsync());
        (await drafting.Staff.Items("salary", "location")).ShouldBe($"1:{Rounds}|London 2:{Rounds}|Leeds 3:-|{Rounds}");

        var id = Guid.Parse(drafting.Staff.DatasetId);
        var log = await drafting.Server.Get<ITransactionLog>().ListAsync(TestServer.Tenant, id, 0, 1000, Ct);
        log.Select(transaction => transaction.Sequence).ShouldBe(Enumerable.Range(1, log.Count).Select(i => (long)i));
        log.Count.ShouldBe(2 + 3 * Rounds);
        log.Count(transaction => transaction.Stamp.Channel == "draft").ShouldBe(Rounds);
        await drafting.Server.RestartAsync();
        (await drafting.Staff.Items("salary", "location")).ShouldBe($"1:{Rounds}|London 2:{Rounds}|Leeds 3:-|{Rounds}");

        async Task WriteAsync(int employee)
        {
            for (var round = 1; round <= Rounds; round++)
                (await drafting.Staff.Write("autoId=true", $$"""[{"_action":"update","employeeID":{{employee}},"salary":{{round}}}]""")).Status.ShouldBe(200);
        }

        async Task ApplyAsync()
        {
            for (var round = 1; round <= Rounds; round++)
            {
                await drafting.Write(draft, $$"""[{"_action":"update","employeeID":3,"location":"{{round}}"}]""");
                (await drafting.Apply("", draft)).GetProperty("jobStatus").GetString().ShouldBe("completed");
            }
        }
    }

    [Fact]
    public async Task Several_writers_of_one_draft_lose_nothing()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = await drafting.Create();
        await Task.WhenAll(Enumerable.Range(10, 4).Select(async writer =>
        {
            for (var round = 0; round < Rounds; round++)
                await drafting.Write(draft, $$"""[{"_action":"create","employeeID":{{writer * 1000 + round}}}]""");
        }));
        (await drafting.Items(draft)).Split(' ').Length.ShouldBe(3 + 4 * Rounds);
        var changes = await drafting.Changes(draft);
        changes.Select(change => change.GetProperty("changeId").GetString()).Distinct().Count().ShouldBe(changes.Length);
        await drafting.Server.RestartAsync();
        (await drafting.Changes(draft)).Length.ShouldBe(changes.Length);
    }

    [Fact]
    public async Task Applying_that_is_interrupted_is_done_once()
    {
        var staff = await Staff.StartWithoutWorkerAsync();
        await using var drafting = new Drafting(staff);
        var draft = await drafting.CreateFilled();
        var started = await drafting.Server.Api("POST", $"datasets/{staff.DatasetId}/drafts/apply", $$"""{{{Drafting.Layers(draft)}}}""");
        started.Status.ShouldBe(202, started.Text);
        var jobs = drafting.Server.Get<IJobStore>();
        var job = (await jobs.ClaimAsync("test", drafting.Server.Time.GetUtcNow(), drafting.Server.Time.GetUtcNow().AddHours(1), false, Ct)).ShouldNotBeNull();
        var runner = drafting.Server.Get<IEnumerable<IJobRunner>>().Single(r => r.Kind == DraftApplyRunner.JobKind);

        using (var cut = new CancellationTokenSource())
        {
            await cut.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => runner.RunAsync(Run(), cut.Token));
        }
        (await staff.Items("salary")).ShouldBe("1:100 2:50 3:-");
        await runner.RunAsync(Run(), Ct);
        (await staff.Items("salary")).ShouldBe("1:100 2:60 4:10");
        var state = await staff.State();

        // A worker that takes over after the commit changes nothing, even when the draft has gone meanwhile.
        await drafting.Server.Api("DELETE", $"{Drafting.Own}/drafts/{draft}");
        await runner.RunAsync(Run(), Ct);
        (await staff.Items("salary")).ShouldBe("1:100 2:60 4:10");
        (await drafting.Server.Get<ITransactionLog>().FindByJobAsync(TestServer.Tenant, job.JobId, Ct)).ShouldNotBeNull().Stamp.Channel.ShouldBe("draft");
        state.ShouldContain("York");

        JobRun Run() => new(job, "test", jobs, drafting.Server.Get<TemporaryFiles>(), drafting.Server.Get<LocationClient>());
    }

    [Fact]
    public async Task A_draft_of_another_tenant_is_not_there()
    {
        await using var drafting = await Drafting.StartAsync();
        var draft = Guid.Parse(await drafting.Create());
        var states = drafting.Server.Get<DraftStates>();
        (await states.FindAsync(TestServer.Tenant, draft, Ct)).ShouldNotBeNull();
        (await states.FindAsync("T2", draft, Ct)).ShouldBeNull();
    }
}
