using Espalier.Engine.Calculation;
using Espalier.Engine.Calculation.Saving;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Definitions;

namespace Espalier.Server.Reading.Calculation;

/// <summary>
/// The last step of a view: what is calculated over the rows and properties that are left. Columns are computed when
/// somebody reads them, and kept with the dataset for the next view.
/// </summary>
public sealed class CalculationStep(LookupDatasets lookups, LinkedDatasets links, TimeProvider time)
{
    public async Task<DatasetView> TakeAsync(Caller caller, LiveDataset dataset, Snapshot snapshot, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        var opened = await lookups.OpenAsync(caller, snapshot.Definition, wish.LookupDepth, open, ct);
        var linked = await links.OpenAsync(caller, dataset.DatasetId, wish.Links, open, ct);
        var context = linked.AddTo(ContextOf(caller, dataset, snapshot.Definition, opened, ct));
        snapshot = OnDemand.Run(snapshot, wish.OnDemand, context);
        var plan = new Recalculation(context.Schema, CalculatedProperty.Of(snapshot.Definition), label: snapshot.Definition.LabelId);
        var calculated = plan.Start(snapshot, context);
        return new(dataset.DatasetId, snapshot, NodeColumns.Of(snapshot, calculated, opened.Shown))
        {
            Calculated = calculated,
            Sources = plan.Compiled.Count == 0 && opened.Sources is { } sources ? [snapshot, .. sources] : null,
        };
    }

    /// <summary>What calculations over a dataset are given.</summary>
    public CalculationContext ContextOf(Caller caller, LiveDataset dataset, DatasetDefinition definition, OpenedLookups opened, CancellationToken ct) =>
        new(CalculationSchema.Of(definition, opened.SchemaOf), new EvaluationOptions
        {
            Now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            User = new(caller.Email, caller.Email, [caller.Role.ToString().ToLowerInvariant(), .. caller.Groups]),
            Cancel = ct,
        })
        {
            Lookups = opened.Find,
            Others = opened.Sources,
            Cache = dataset.Calculations,
        };
}
