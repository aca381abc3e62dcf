using Espalier.Engine.Drafts;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Drafts;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Reading;

/// <summary>The state that is asked for, when drafts are laid over it: each over what the ones before it leave.</summary>
public sealed class DraftStep(DraftService drafts, DraftStates states)
{
    /// <summary>The dataset, whole, with the drafts. Of a draft of another dataset only what the caller sees there.</summary>
    /// <exception cref="Refused">A draft is not there, or the caller may not know of it.</exception>
    public async Task<Snapshot> LayAsync(Caller caller, DatasetAccess access, Snapshot snapshot, IReadOnlyList<DraftLayer> layers, CancellationToken ct)
    {
        foreach (var layer in layers)
        {
            var opened = await drafts.OpenAsync(caller, layer.DraftId, ct);
            snapshot = opened.Draft.DatasetId == access.DatasetId
                ? states.Lay(snapshot, opened.Draft, opened.Whole)
                : DraftStates.LayPart(snapshot, opened.Draft, opened.Sight(ct).See(opened.Whole));
        }
        return snapshot;
    }

    /// <summary>What is left of the view after taking out what the caller does not see in the dataset itself.</summary>
    /// <param name="restricted">The caller's part of <paramref name="drafted"/>.</param>
    /// <returns>The view, and the rows that drafts delete.</returns>
    public static (Snapshot Snapshot, IReadOnlyList<int> Removed) Hide(
        DatasetAccess access, Snapshot whole, Snapshot drafted, Snapshot restricted, CancellationToken ct)
    {
        if (drafted.Draft is null)
            return (restricted, []);
        var sight = new DraftSight(access.Rights.Restriction, whole, drafted, ct);
        return (sight.Hide(restricted), sight.Removed);
    }
}
