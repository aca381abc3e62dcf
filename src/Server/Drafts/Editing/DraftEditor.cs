using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Changes;
using Espalier.Engine.Drafts;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Imports;

namespace Espalier.Server.Drafts.Editing;

/// <summary>
/// Changes what is in a draft. Whoever comes second to a change of the same draft does its work again on what the first one
/// left, so that nothing is lost.
/// </summary>
public sealed class DraftEditor(DraftService drafts, DraftStates states, IDraftStore store, DatasetService datasets, TimeProvider time)
{
    /// <summary>Performs item actions on the dataset as the draft leaves it, and takes what they change into the draft.</summary>
    /// <exception cref="Refused">The body cannot be read, or an action cannot be performed and nothing was.</exception>
    public async Task<Resolution> WriteAsync(
        Caller caller, Guid draftId, ImportSettings settings, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        while (true)
        {
            var (draft, state) = await drafts.OpenAsync(caller, draftId, ct);
            var @base = (await datasets.OpenAsync(caller, draft.DatasetId, Level.Read, ct)).Current;
            var seen = states.Lay(@base, draft, state);
            var resolution = await ImportService.ResolveAsync(seen, settings, body, TransactionStamp.New(Now, caller.Email, "draft"), ct);
            var writing = new DraftWriting(state, @base, Now, caller.Email);
            var delta = writing.Take(resolution.Changes, seen);
            if (writing.Taken.Count > 0)
                throw new Refused(Errors.ItemAccessDenied with { JsonBody = "$" });
            if (settings.DryRun || delta.IsEmpty || await store.ChangeAsync([(draft, delta)], Now, ct))
                return resolution;
        }
    }

    /// <summary>Takes single changes back: what they changed is as in the dataset again.</summary>
    /// <param name="view">The draft, and the changes that the caller may see.</param>
    /// <param name="unknown">Gets the ids that are no changes of the draft; then nothing is taken back.</param>
    public async Task RevertAsync(DraftView view, IReadOnlySet<Guid> changes, ICollection<Guid> unknown, CancellationToken ct)
    {
        view.Seen.Revert(changes, unknown);
        if (unknown.Count > 0)
            return;
        var (draft, gone) = (view.Draft, new List<Guid>());
        while (await states.FindAsync(draft.TenantId, draft.DraftId, ct) is { } now)
        {
            // What somebody else has taken back meanwhile is as it should be.
            var delta = now.State.Revert(changes, gone);
            if (delta.IsEmpty || await store.ChangeAsync([(now.Draft, delta)], Now, ct))
                return;
        }
        throw new Refused(Errors.DraftNotFound(draft.TenantId, draft.DraftId));
    }

    long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
