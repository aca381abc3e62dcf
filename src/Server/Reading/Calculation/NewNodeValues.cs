using Espalier.Engine.Calculation.Saving;
using Espalier.Engine.Changes;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Rights;

namespace Espalier.Server.Reading.Calculation;

/// <summary>Gives new nodes the values of properties that are calculated once, when a node is created.</summary>
public sealed class NewNodeValues(CalculationStep calculation, DatasetViews views)
{
    /// <summary>
    /// What completes a change set against the snapshot that it was resolved against. To be prepared before writing begins:
    /// other datasets are opened for it. What the caller sees is calculated from what the caller sees.
    /// </summary>
    public async Task<Func<Snapshot, ChangeSet, ChangeSet>> PrepareAsync(Caller caller, DatasetAccess access, CancellationToken ct)
    {
        if (!NewNodes.Concern(access.Live.Current.Definition))
            return (_, changes) => changes;
        var contexts = await calculation.PrepareAsync(caller, access.Live, ViewWish.OfJob, views.OpenAsync, ct);
        var restriction = access.Rights.Restriction;
        return (snapshot, changes) => NewNodes.Complete(snapshot, changes, contexts, restriction.IsNone ? null : whole => restriction.Of(whole, ct));
    }
}
