using Espalier.Engine.Calculation.Saving;
using Espalier.Engine.Changes;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;

namespace Espalier.Server.Reading.Calculation;

/// <summary>Gives new nodes the values of properties that are calculated once, when a node is created.</summary>
public sealed class NewNodeValues(CalculationStep calculation, DatasetViews views)
{
    /// <summary>
    /// What completes a change set against the snapshot that it was resolved against. To be prepared before writing begins:
    /// other datasets are opened for it.
    /// </summary>
    public async Task<Func<Snapshot, ChangeSet, ChangeSet>> PrepareAsync(Caller caller, LiveDataset dataset, CancellationToken ct)
    {
        if (!NewNodes.Concern(dataset.Current.Definition))
            return (_, changes) => changes;
        var contexts = await calculation.PrepareAsync(caller, dataset, ViewWish.OfJob, views.OpenAsync, ct);
        return (snapshot, changes) => changes.Created.Count == 0 ? changes : NewNodes.Complete(snapshot, changes, contexts(snapshot.Definition));
    }
}
