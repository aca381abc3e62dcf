using System.Text.Json;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Imports.Payloads;
using Espalier.Server.Jobs;
using Espalier.Server.Reading.Calculation;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Imports;

/// <summary>
/// Imports a payload. The result is sealed before the change is kept, and the change carries the job's id: a job that was
/// interrupted has changed nothing and is begun again, or has done all and only needs to be ended.
/// </summary>
sealed class ImportRunner(DatasetService datasets, NewNodeValues newNodes, ITransactionLog log, IOptions<ImportOptions> options, TimeProvider time) : IJobRunner
{
    public const string JobKind = "items.import";

    public string Kind => JobKind;

    public static string Write(ImportJob job) => JsonSerializer.Serialize(job, Json.Options);

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        if (await log.FindByJobAsync(run.Job.TenantId, run.Job.JobId, ct) is not null)
            return;

        var job = JsonSerializer.Deserialize<ImportJob>(run.Job.Input, Json.Options)!;

        // What the caller may do was checked when the job was accepted.
        var caller = Caller.System(run.Job.TenantId, run.Job.CreatedBy);
        var dataset = await datasets.OpenAsync(caller, job.DatasetId, Level.Update, ct);
        var input = await run.OpenInputAsync(ct);       // before the dataset's writers have to wait for us
        var complete = await newNodes.PrepareAsync(caller, dataset, ct);
        var used = false;
        try
        {
            await dataset.ApplyAsync(async (snapshot, token) =>
            {
                if (used)
                {
                    await input.DisposeAsync();
                    input = await run.OpenInputAsync(token);
                }
                used = true;
                return complete(snapshot, await ResolveAsync(run, job, input, snapshot, token));
            }, ct);
        }
        catch (JobCommitted)
        {
            // Whoever took this job over has done it.
        }
        finally
        {
            await input.DisposeAsync();
        }
    }

    async Task<ChangeSet> ResolveAsync(JobRun run, ImportJob job, JobInput input, Snapshot snapshot, CancellationToken ct)
    {
        var progress = new ImportProgress(run, input.Size);
        var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), run.Job.CreatedBy, "import", run.Job.JobId);
        var resolution = await ResolveAsync(input, job.Settings, snapshot, stamp, progress, ct);
        if (resolution.Failed)
            throw new Refused(ProblemTexts.Of(resolution.Problems, job.Settings));

        var pieces = new ImportResultPieces(resolution, job.Settings, echoesRequest: false);
        await using var result = await run.OpenResultAsync(Json.ContentType, job.Gzip, ct);
        await PieceWriter.WriteAsync(pieces, result.Stream, done => progress.Written((double)done / pieces.Count), ct);
        await run.SealResultAsync(result, ct);
        return resolution.Changes;
    }

    async Task<Resolution> ResolveAsync(
        JobInput input, ImportSettings settings, Snapshot snapshot, TransactionStamp stamp, ImportProgress progress, CancellationToken ct)
    {
        var limits = new PayloadLimits { Bytes = options.Value.MaxBytes, ActionBytes = options.Value.MaxActionBytes };
        try
        {
            await using var reader = await PayloadReader.OpenAsync(
                input.Stream, PayloadReader.FormatOf(input.ContentType), snapshot.Definition, limits, ct);
            return await ActionPipe.ResolveAsideAsync(reader, snapshot, settings, stamp, progress, ct);
        }
        catch (PayloadException e)
        {
            throw new Refused(ProblemTexts.Of(e));
        }
    }
}
