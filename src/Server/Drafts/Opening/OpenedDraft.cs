using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Drafts.Opening;

/// <summary>
/// The draft of a request whose other parts are still to be read: their keys can be checked against it, and that it cannot
/// be opened is told only when nothing else is wrong.
/// </summary>
sealed class OpenedDraft
{
    readonly Refused? _refusal;

    OpenedDraft(DraftView? view, Refused? refusal) => (View, _refusal) = (view, refusal);

    /// <summary>Null when the draft could not be opened.</summary>
    public DraftView? View { get; }

    public static async Task<OpenedDraft> ReadAsync(
        HttpContext context, Caller caller, DraftViews views, Problems problems, CancellationToken ct, bool calculates = false)
    {
        var draftId = PathIds.Uuid(context, "draftId", problems);
        if (problems.Any)
            return new(null, null);
        try
        {
            return new(await views.OpenAsync(caller, draftId, calculates, ct), null);
        }
        catch (Refused refusal)
        {
            return new(null, refusal);
        }
    }

    /// <exception cref="Refused">There are problems, or the draft could not be opened.</exception>
    public DraftView Demand(Problems problems)
    {
        problems.ThrowIfAny();
        return View ?? throw _refusal!;
    }
}
