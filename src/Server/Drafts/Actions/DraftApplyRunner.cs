using Espalier.Server.Access;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;

namespace Espalier.Server.Drafts.Actions;

/// <summary>Applies layers to a dataset: the same as an import of the actions that they are exported as, and as safe.</summary>
sealed class DraftApplyRunner(DraftActions actions, DraftService drafts, Accounts accounts, ImportRunner imports) : IJobRunner
{
    public const string JobKind = "drafts.apply";

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var job = DraftJob.Read(run.Job.Input);
        await imports.RunAsync(run, new(job.DatasetId!.Value, job.Settings!, job.Gzip), token => OpenAsync(run, job, token), "draft", ct);
        if (!job.Settings!.DryRun)
            foreach (var layer in job.Layers)
                await drafts.TellAppliedAsync(run.Job.TenantId, layer.DraftId, run.Job.CreatedBy, ct);
    }

    async Task<JobInput> OpenAsync(JobRun run, DraftJob job, CancellationToken ct)
    {
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var stream = new MemoryStream();
        await PieceWriter.WriteAsync(new ActionPieces(await actions.FoldAsync(caller, job.Layers, job.Scheme, ct)), stream, null, ct);
        stream.Position = 0;
        return new(stream, stream.Length, IsGzip: false, Json.ContentType);
    }
}
