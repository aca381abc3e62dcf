using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;

namespace Espalier.Server.Rights;

/// <summary>
/// A dataset that a caller may open, and what the caller may see and do there. <see cref="Live"/> itself holds everything:
/// show nothing of it that did not go through <see cref="Rights"/>.
/// </summary>
/// <param name="DatasetId">As the caller names it: a view's id when it was opened through one.</param>
public sealed record DatasetAccess(Guid DatasetId, LiveDataset Live, EffectiveRights Rights)
{
    /// <summary>The definition as the caller sees it.</summary>
    public DatasetDefinition Definition => Rights.Restriction.Of(Live.Current.Definition);
}
