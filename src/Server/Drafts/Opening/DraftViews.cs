using Espalier.Engine.Drafts;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Reading;

namespace Espalier.Server.Drafts.Opening;

/// <summary>A draft as one caller sees it, with the dataset before and after it.</summary>
/// <param name="Whole">All that is in the draft.</param>
/// <param name="Seen">What is in it but for items and properties that the caller may not see.</param>
public sealed record DraftView(Draft Draft, DraftState Whole, DraftState Seen, DatasetView Base, DatasetView Drafted);

/// <summary>Opens drafts for looking at them.</summary>
public sealed class DraftViews(DraftService drafts, DatasetViews views)
{
    /// <param name="calculates">Whether calculated values stand in for stored ones.</param>
    /// <exception cref="Refused">There is none with this id, or the caller may not know of it.</exception>
    public async Task<DraftView> OpenAsync(Caller caller, Guid draftId, bool calculates, CancellationToken ct)
    {
        var access = await drafts.OpenAsync(caller, draftId, ct);
        var draft = access.Draft;
        var wish = calculates ? ViewWish.Calculated : ViewWish.Now;
        var @base = await views.OpenAsync(caller, draft.DatasetId, wish, ct);
        var drafted = await views.OpenAsync(caller, draft.DatasetId, wish with { Drafts = [new(draftId)] }, ct);
        return new(draft, access.Whole, access.Sight(ct).See(access.Whole), @base, drafted);
    }
}
