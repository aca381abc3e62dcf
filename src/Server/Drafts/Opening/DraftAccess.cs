using Espalier.Engine.Drafts;
using Espalier.Engine.Snapshots;
using Espalier.Server.Rights;

namespace Espalier.Server.Drafts.Opening;

/// <summary>A draft that a caller may open, whole, with its dataset: show nothing of it that did not go through its sight.</summary>
/// <param name="Whole">All that is in it.</param>
/// <param name="Base">The dataset as it is.</param>
/// <param name="Drafted">What the draft leaves of it.</param>
public sealed record DraftAccess(Draft Draft, DraftState Whole, DatasetAccess Access, Snapshot Base, Snapshot Drafted)
{
    /// <summary>What the caller sees of it.</summary>
    public DraftSight Sight(CancellationToken ct) => new(Access.Rights.Restriction, Base, Drafted, ct);
}
