using System.Text.Json;
using Espalier.Engine.Calculation;
using Espalier.Engine.Calculation.Saving;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;
using Espalier.Server.Reading;
using Espalier.Server.Reading.Calculation;
using Espalier.Server.Rights;

namespace Espalier.Server.Calculations;

/// <summary>
/// Runs on-demand properties over the whole dataset and saves what differs as one transaction. Like an import, the result is
/// sealed first and the change carries the job's id, so a job that was interrupted is begun again, or only ended.
/// </summary>
sealed class OnDemandRunner(
    DatasetService datasets, DatasetViews views, CalculationStep calculation, Accounts accounts, ITransactionLog log, TimeProvider time) : IJobRunner
{
    public const string JobKind = "items.executeOnDemand";

    public string Kind => JobKind;

    public static string Write(OnDemandJob job) => JsonSerializer.Serialize(job, Json.Options);

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        if (await log.FindByJobAsync(run.Job.TenantId, run.Job.JobId, ct) is not null)
            return;

        var job = JsonSerializer.Deserialize<OnDemandJob>(run.Job.Input, Json.Options)!;

        // The caller may do what is allowed now, which may be less than when the job was accepted.
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var access = await datasets.AccessAsync(caller, job.DatasetId, Level.Update, ct);
        Check(caller, access);
        var dataset = access.Live;
        // Other datasets are opened before this one's writers have to wait for us.
        var wish = ViewWish.OfJob with { Links = job.Links ?? [] };
        var contexts = await calculation.PrepareAsync(caller, dataset, wish, views.OpenAsync, ct);
        try
        {
            await dataset.ApplyAsync((snapshot, token) => ChangeAsync(run, job, snapshot, contexts(snapshot.Definition), token), ct);
        }
        catch (JobCommitted)
        {
            // Whoever took this job over has done it.
        }
    }

    /// <summary>
    /// Results are saved for everybody, so they are calculated from everything; and a stored result must not tell what is hidden.
    /// </summary>
    /// <exception cref="Refused">Something of the dataset is hidden from the caller, or is not to be changed.</exception>
    public static void Check(Caller caller, DatasetAccess access)
    {
        if (!access.Rights.Restriction.IsNone)
            throw new Refused(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets/{Ids.Print(access.DatasetId)}"));
    }

    async Task<ChangeSet> ChangeAsync(JobRun run, OnDemandJob job, Snapshot snapshot, CalculationContext context, CancellationToken ct)
    {
        // The dataset's properties may have changed since.
        var errors = job.Keys.Where(key => snapshot.Definition.Find(key) is not { } property || !OnDemand.Is(property)).Select(Errors.PropertyNotOnDemand).ToArray();
        if (errors.Length > 0)
            throw new Refused(errors);

        var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), run.Job.CreatedBy, "calculation", run.Job.JobId);
        var resolution = OnDemand.Changes(snapshot, OnDemand.Run(snapshot, job.Keys, context), job.Keys, stamp);
        run.Progress(resolution.Results.Count, resolution.Results.Count, 50);

        var pieces = new ImportResultPieces(resolution, new ImportSettings { Identification = Identification.AutoId }, echoesRequest: false);
        await using var result = await run.OpenResultAsync(Json.ContentType, job.Gzip, ct);
        await PieceWriter.WriteAsync(pieces, result.Stream,
            done => run.Progress(resolution.Results.Count, resolution.Results.Count, 50 + 50.0 * done / pieces.Count), ct);
        await run.SealResultAsync(result, ct);
        return resolution.Changes;
    }
}
