using Espalier.Server.Access;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Jobs;

namespace Espalier.Server.Drafts.Actions;

/// <summary>Writes layers as item actions to the job's result. It changes nothing, so an interrupted one is simply begun again.</summary>
sealed class DraftExportRunner(DraftActions actions, Accounts accounts) : IJobRunner
{
    public const string JobKind = "drafts.export";

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var job = DraftJob.Read(run.Job.Input);
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var pieces = new ActionPieces(await actions.FoldAsync(caller, job.Layers, job.Scheme, ct));
        await using var result = await run.OpenResultAsync(Json.ContentType, job.Gzip, ct);
        await PieceWriter.WriteAsync(pieces, result.Stream, done => run.Progress(pieces.Rows, pieces.Rows, 100.0 * done / pieces.Count), ct);
        await run.SealResultAsync(result, ct);
    }
}
