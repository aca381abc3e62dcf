using System.Text.Json;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Imports.Payloads;
using Espalier.Server.Jobs;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Imports;

/// <summary>
/// Imports a payload. The result is sealed before the change is kept, and the change carries the job's id: a job that was
/// interrupted has changed nothing and is begun again, or has done all and only needs to be ended.
/// </summary>
sealed class ImportRunner(
    DatasetService datasets, Accounts accounts, ITransactionLog log, IOptions<ImportOptions> options,
    TimeProvider time) : IJobRunner
{
    public const string JobKind = "items.import";

    public string Kind => JobKind;

    public static string Write(ImportJob job) => JsonSerializer.Serialize(job, Json.Options);

    public Task RunAsync(JobRun run, CancellationToken ct)
    {
        var job = JsonSerializer.Deserialize<ImportJob>(run.Job.Input, Json.Options)!;
        return RunAsync(run, job, run.OpenInputAsync, "import", ct);
    }

    /// <summary>Performs actions in the name of a job, at most once.</summary>
    /// <param name="open">Opens the payload; asked again when another server's change came first.</param>
    /// <param name="channel">What the log says that the change came through.</param>
    internal async Task RunAsync(
        JobRun run, ImportJob job, Func<CancellationToken, Task<JobInput>> open, string channel, CancellationToken ct)
    {
        if (await log.FindByJobAsync(run.Job.TenantId, run.Job.JobId, ct) is not null)
            return;

        // The caller may do what is allowed now, which may be less than when the job was accepted.
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var access = await datasets.AccessAsync(caller, job.DatasetId, Level.Update, ct);
        var input = await open(ct);       // before the dataset's writers have to wait for us
        var used = false;
        try
        {
            if (job.Settings.DryRun)
            {
                await ResolveAsync(run, job, input, access.Live.Current, access.Rights.Restriction, channel, ct);
                return;
            }
            await access.Live.ApplyAsync(async (snapshot, token) =>
            {
                if (used)
                {
                    await input.DisposeAsync();
                    input = await open(token);
                }
                used = true;
                return await ResolveAsync(run, job, input, snapshot, access.Rights.Restriction, channel, token);
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

    async Task<ChangeSet> ResolveAsync(
        JobRun run, ImportJob job, JobInput input, Snapshot snapshot, Restriction restriction, string channel, CancellationToken ct)
    {
        var progress = new ImportProgress(run, input.Size);
        var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), run.Job.CreatedBy, channel, run.Job.JobId);
        var resolution = await ResolveAsync(input, job.Settings, snapshot, restriction, stamp, progress, ct);
        return await SealAsync(run, resolution, job.Settings, job.Gzip, progress, ct);
    }

    /// <summary>Writes the result and seals it; gives what is to be committed.</summary>
    /// <exception cref="Refused">Nothing of the payload is performed.</exception>
    internal static async Task<ChangeSet> SealAsync(
        JobRun run, Resolution resolution, ImportSettings settings, bool gzip, ImportProgress? progress, CancellationToken ct)
    {
        if (resolution.Failed)
            throw new Refused(ProblemTexts.Of(resolution.Problems, settings));

        var pieces = new ImportResultPieces(resolution, settings, echoesRequest: false);
        await using var result = await run.OpenResultAsync(Json.ContentType, gzip, ct);
        await PieceWriter.WriteAsync(pieces, result.Stream, done => progress?.Written((double)done / pieces.Count), ct);
        await run.SealResultAsync(result, ct);
        return resolution.Changes;
    }

    async Task<Resolution> ResolveAsync(
        JobInput input, ImportSettings settings, Snapshot snapshot, Restriction restriction, TransactionStamp stamp,
        ImportProgress progress, CancellationToken ct)
    {
        var limits = new PayloadLimits { Bytes = options.Value.MaxBytes, ActionBytes = options.Value.MaxActionBytes };
        try
        {
            await using var reader = await PayloadReader.OpenAsync(
                input.Stream, PayloadReader.FormatOf(input.ContentType), restriction.Of(snapshot.Definition), limits, ct);
            return await ActionPipe.ResolveAsideAsync(
                reader, new(snapshot, settings, restriction.WritesTo(snapshot, ct)), stamp, progress, ct);
        }
        catch (PayloadException e)
        {
            throw new Refused(ProblemTexts.Of(e));
        }
    }
}

/// <summary>An import as a job keeps it.</summary>
/// <param name="Gzip">Whether the result is packed.</param>
sealed record ImportJob(Guid DatasetId, ImportSettings Settings, bool Gzip);
