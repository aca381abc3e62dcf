using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Drafts;
using Espalier.Server.Access;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Http;
using Espalier.Server.Imports;
using Espalier.Server.Reading.Calculation;

namespace Espalier.Server.Drafts.Editing;

/// <summary>
/// Changes what is in a draft. Whoever comes second to a change of the same draft does its work again on what the first one
/// left, so that nothing is lost.
/// </summary>
public sealed class DraftEditor(DraftService drafts, DraftStates states, NewNodeValues newNodes, TimeProvider time)
{
    /// <summary>Performs item actions on the dataset as the draft leaves it, and takes what they change into the draft.</summary>
    /// <exception cref="Refused">The body cannot be read, or an action cannot be performed and nothing was.</exception>
    public async Task<Resolution> WriteAsync(
        Caller caller, Guid draftId, ImportSettings settings, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        DraftService.CheckWrites(caller);
        while (true)
        {
            var opened = await drafts.OpenAsync(caller, draftId, ct);
            var complete = await newNodes.PrepareAsync(caller, opened.Access, ct);
            var sight = opened.Sight(ct);
            var resolution = await ImportService.ResolveAsync(
                opened.Drafted, sight.Definition, sight.Writes, settings, body, TransactionStamp.New(Now, caller.Email, "draft"), ct);
            var writing = new DraftWriting(opened.Whole, opened.Base, Now, caller.Email);
            var delta = writing.Take(complete(opened.Drafted, resolution.Changes), opened.Drafted);
            if (writing.Taken.Count > 0)
                throw new Refused(Errors.ItemAccessDenied with { JsonBody = "$" });
            if (settings.DryRun || delta.IsEmpty || await states.ChangeAsync([(opened.Draft, delta)], Now, caller.Email, ct))
                return resolution;
        }
    }

    /// <summary>Takes single changes back: what they changed is as in the dataset again.</summary>
    /// <param name="view">The draft, and the changes that the caller may see.</param>
    /// <param name="unknown">Gets the ids that are no changes of the draft; then nothing is taken back.</param>
    public async Task RevertAsync(Caller caller, DraftView view, IReadOnlySet<Guid> changes, ICollection<Guid> unknown, CancellationToken ct)
    {
        DraftService.CheckWrites(caller);
        view.Seen.Revert(changes, unknown);
        if (unknown.Count > 0)
            return;
        var (draft, gone) = (view.Draft, new List<Guid>());
        while (await states.FindAsync(draft.TenantId, draft.DraftId, ct) is { } now)
        {
            // What somebody else has taken back meanwhile is as it should be.
            var delta = now.State.Revert(changes, gone);
            if (delta.IsEmpty || await states.ChangeAsync([(now.Draft, delta)], Now, caller.Email, ct))
                return;
        }
        throw new Refused(Errors.DraftNotFound(draft.TenantId, draft.DraftId));
    }

    long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
