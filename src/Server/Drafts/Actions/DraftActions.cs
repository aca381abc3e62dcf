using Espalier.Engine.Drafts;
using Espalier.Server.Access;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Http;

namespace Espalier.Server.Drafts.Actions;

/// <summary>What layers come to as item actions, as far as a caller may see what is in them.</summary>
public sealed class DraftActions(DraftViews views)
{
    /// <exception cref="Refused">A draft is not there, or the caller may not know of it.</exception>
    public async Task<IReadOnlyList<DraftAction>> FoldAsync(
        Caller caller, IReadOnlyList<DraftLayer> layers, FoldScheme scheme, CancellationToken ct)
    {
        List<IReadOnlyList<DraftAction>> actions = [];
        foreach (var layer in layers)
            actions.Add(DraftAction.Of((await views.OpenAsync(caller, layer.DraftId, calculates: false, ct)).Seen.Items));
        return DraftFold.Of(scheme, actions);
    }
}
