using System.Text.Json;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Jobs;
using Espalier.Server.Reading;

namespace Espalier.Server.Imports.Linking;

/// <summary>
/// Fills a links dataset from a dataset that holds ids of another: makes or replaces a link for each item that names one,
/// and deletes all other links. It seals and commits as <see cref="ImportRunner"/> does.
/// </summary>
sealed class LinkSyncRunner(DatasetService datasets, DatasetViews views, Accounts accounts, ITransactionLog log, TimeProvider time) : IJobRunner
{
    public const string JobKind = "links.sync";

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        if (await log.FindByJobAsync(run.Job.TenantId, run.Job.JobId, ct) is not null)
            return;

        var job = JsonSerializer.Deserialize<LinkSyncJob>(run.Job.Input, Json.Options)!;

        // The caller may do what is allowed now, which may be less than when the job was accepted.
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var access = await datasets.AccessAsync(caller, job.LinksDatasetId, Level.Update, ct);
        var links = access.Live;
        var ends = links.Current.Definition.Ends!;
        var isFrom = job.SourceDatasetId == ends.From;

        // Before the links' writers have to wait for us; and who holds one dataset must not wait for another.
        var source = await views.OpenAsync(caller, job.SourceDatasetId, ViewWish.OfJob, ct);
        var target = await views.OpenAsync(caller, isFrom ? ends.To : ends.From, ViewWish.OfJob, ct);
        var rows = ReaderOf(caller, job, source, target, isFrom);
        try
        {
            if (job.Settings.DryRun)
            {
                await ResolveAsync(run, job, rows(access.Rights.Restriction.Of(links.Current.Definition)), links.Current, access.Rights.Restriction, ct);
                return;
            }
            await links.ApplyAsync(
                async (snapshot, token) => await ResolveAsync(run, job, rows(access.Rights.Restriction.Of(snapshot.Definition)), snapshot, access.Rights.Restriction, token),
                ct);
        }
        catch (JobCommitted)
        {
            // Whoever took this job over has done it.
        }
    }

    static Func<DatasetDefinition, LinkRows> ReaderOf(Caller caller, LinkSyncJob job, DatasetView source, DatasetView target, bool isFrom)
    {
        // The source's properties may have changed since.
        var problems = new Problems();
        if (source.Nodes.Find(job.TargetKey)?.Column is not { } others)
        {
            problems.Add(Errors.PropertyNotFound(job.TargetKey) with { JsonBody = "$.targetDatasetAutoId" });
            others = null;
        }
        var allocations = job.AllocationKey is null ? null : source.Nodes.Find(job.AllocationKey)?.Column;
        if (job.AllocationKey is { } key && allocations is null)
            problems.Add(Errors.PropertyNotFound(key) with { JsonBody = "$.allocationId" });
        problems.ThrowIfAny();

        Column ids = LinkRows.IdsOf(caller, source), otherIds = LinkRows.IdsOf(caller, target);
        var rows = LinkRows.Naming(ids, others!, source.Snapshot.Order, otherIds, target.Snapshot.Order);
        return links => new LinkRows(links, ids, others!, allocations, rows, isFrom);
    }

    async Task<ChangeSet> ResolveAsync(
        JobRun run, LinkSyncJob job, LinkRows rows, Snapshot snapshot, Restriction restriction, CancellationToken ct)
    {
        var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), run.Job.CreatedBy, "import", run.Job.JobId);
        var resolver = new Resolver(snapshot, job.Settings, restriction.WritesTo(snapshot, ct));
        var resolution = await ActionPipe.ResolveAsideAsync(rows, resolver, stamp, null, ct);
        return await ImportRunner.SealAsync(run, resolution, job.Settings, job.Gzip, null, ct);
    }
}
