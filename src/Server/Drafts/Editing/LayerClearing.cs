using Espalier.Engine.Changes;
using Espalier.Engine.Drafts;
using Espalier.Server.Access;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Items;

namespace Espalier.Server.Drafts.Editing;

/// <summary>
/// Empties layers, or takes out of them what is done with items that pass a filter. The filter sees items as the draft
/// leaves them; of deleted ones, what the dataset has.
/// </summary>
public sealed class LayerClearing(DraftViews views, DraftStates states, TimeProvider time)
{
    /// <param name="filter">Null: everything. Its keys are those of each layer's own dataset.</param>
    /// <exception cref="Refused">A draft is not there, or the filter is wrong; then nothing is cleared.</exception>
    public async Task ClearAsync(Caller caller, IReadOnlyList<DraftLayer> layers, JsonField? filter, Problems problems, CancellationToken ct)
    {
        DraftService.CheckWrites(caller);
        while (true)
        {
            List<(Draft Draft, DraftDelta Delta)> changes = [];
            foreach (var layer in layers)
            {
                var view = await views.OpenAsync(caller, layer.DraftId, calculates: false, ct);
                if (Delta(view, filter, problems, ct) is { IsEmpty: false } delta)
                    changes.Add((view.Draft, delta));
            }
            problems.ThrowIfAny();
            if (changes.Count == 0 || await states.ChangeAsync(changes, time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, ct))
                return;
        }
    }

    static DraftDelta Delta(DraftView view, JsonField? filter, Problems problems, CancellationToken ct)
    {
        if (filter is null)
            return new([], [.. view.Whole.Items.Select(item => item.Id)]);

        var stamp = new TransactionStamp(view.Draft.DraftId, view.Draft.ModifiedAt, view.Draft.CreatedBy, "draft");
        var shown = view.Base.Snapshot.Drafted(DraftOverlay.Of(view.Base.Snapshot, view.Seen.Items, stamp, keepsAll: true));
        var conditions = FilterReader.Read(filter, shown.Nodes.FindStored);
        problems.ThrowIfAny();
        var passed = new HashSet<Guid>();
        foreach (var row in conditions.Select(shown.Nodes, ct).Rows)
            passed.Add(shown.Ids[row]);
        return new([], [.. view.Seen.Items.Where(item => passed.Contains(item.Id)).Select(item => item.Id)]);
    }
}
