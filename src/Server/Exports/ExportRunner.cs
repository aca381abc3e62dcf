using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Jobs;
using Espalier.Server.Reading;

namespace Espalier.Server.Exports;

/// <summary>Writes an export to the job's result. It changes nothing, so an interrupted one is simply begun again.</summary>
sealed class ExportRunner(DatasetViews views, Accounts accounts) : IJobRunner
{
    public const string JobKind = "dataset.export";

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var job = JsonSerializer.Deserialize<ExportJob>(run.Job.Input, Json.Options)!;

        // The caller sees what may be seen now, which may be less than when the job was accepted.
        var caller = await accounts.CallerAsync(run.Job.TenantId, run.Job.CreatedBy, ct);
        var view = await views.OpenAsync(caller, job.DatasetId, job.Wish, ct);

        // The dataset's properties may have changed since.
        var problems = new Problems();
        var output = OutputReader.Read(
            job.Output is { } json ? new JsonField(json, OutputReader.Path, problems) : null, view.Nodes.Find);
        problems.ThrowIfAny();

        var pieces = job.Format.Pieces(view.SelectWithRemoved(output.Filter, ct), output.Projection.Apply(view.Nodes));
        await using var result = await run.OpenResultAsync(job.Format.ContentType, job.Gzip, ct);
        await PieceWriter.WriteAsync(pieces, result.Stream, done =>
        {
            var rows = (long)pieces.Rows * done / pieces.Count;
            run.Progress(rows, rows, 100.0 * done / pieces.Count);
        }, ct);
        await run.SealResultAsync(result, ct);
    }
}
