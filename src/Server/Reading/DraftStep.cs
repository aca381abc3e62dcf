using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Drafts;
using Espalier.Server.Http;

namespace Espalier.Server.Reading;

/// <summary>The state that is asked for, when drafts are laid over it: each over what the ones before it leave.</summary>
public sealed class DraftStep(DraftService drafts, DraftStates states)
{
    /// <exception cref="Refused">A draft is not there, or the caller may not know of it.</exception>
    public async Task<Snapshot> LayAsync(Caller caller, Snapshot snapshot, IReadOnlyList<DraftLayer> layers, CancellationToken ct)
    {
        foreach (var layer in layers)
        {
            var (draft, state) = await drafts.OpenAsync(caller, layer.DraftId, ct);
            snapshot = states.Lay(snapshot, draft, state);
        }
        return snapshot;
    }
}
