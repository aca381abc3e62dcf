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
public sealed class CalculationStep(LookupDatasets lookups, TimeProvider time)
{
    public async Task<DatasetView> TakeAsync(Caller caller, LiveDataset dataset, Snapshot snapshot, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        var opened = await lookups.OpenAsync(caller, snapshot.Definition, wish, open, ct);
        var context = ContextOf(caller, dataset, snapshot.Definition, wish, opened, ct);
        snapshot = OnDemand.Run(snapshot, wish.OnDemand, context);
        var plan = new Recalculation(context.Schema, CalculatedProperty.Of(snapshot.Definition), label: snapshot.Definition.LabelId);
        var calculated = plan.Start(snapshot, context);
        return new(dataset.DatasetId, snapshot, NodeColumns.Of(snapshot, calculated, opened.Shown))
        {
            Calculated = calculated,
            Sources = plan.Compiled.Count == 0 && opened.Sources is { } sources ? [snapshot, .. sources] : null,
        };
    }

    /// <summary>What calculations that are saved are given, by the definition of the time; lookups are opened now.</summary>
    public async Task<Func<DatasetDefinition, CalculationContext>> PrepareAsync(Caller caller, LiveDataset dataset, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        var opened = await lookups.OpenAsync(caller, dataset.Current.Definition, wish, open, ct);
        return definition => ContextOf(caller, dataset, definition, wish, opened, ct);
    }

    CalculationContext ContextOf(Caller caller, LiveDataset dataset, DatasetDefinition definition, ViewWish wish, OpenedLookups opened, CancellationToken ct) =>
        new(CalculationSchema.Of(definition, opened.SchemaOf), new EvaluationOptions
        {
            Now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            User = new(caller.Email, caller.Email, [caller.Role.ToString().ToLowerInvariant(), .. caller.Groups]),
            Cancel = ct,
            Limits = Limits.Default with { Time = wish.ExpressionTime },
        })
        {
            Lookups = opened.Find,
            Others = opened.Sources,
            Cache = dataset.Calculations,
        };
}
