using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Drafts;
using Espalier.Server.Http;
using Espalier.Server.Jobs.Listing;
using Espalier.Server.Rights;

namespace Espalier.Server.Events;

/// <summary>
/// What of what happens one caller is told: of datasets, drafts and jobs that the caller may know of, and no more of them than the
/// caller could read. Asked anew for each event, for rights change while somebody listens.
/// </summary>
public sealed class EventFilter(DatasetService datasets, DraftService drafts)
{
    /// <returns>What to tell, by its type; nothing when the caller may not know, or did not ask.</returns>
    public async Task<IReadOnlyList<(string Type, object Data)>> OfAsync(Caller caller, EventTopics topics, Happening what, CancellationToken ct)
    {
        switch (what)
        {
            case JobMoved job:
                return topics.Jobs && JobView.MaySee(caller, job.CreatedBy) ? [("job", JobMessage.Of(job))] : [];
            case MetaChanged meta:
                var may = topics.Meta && (!meta.IsForAdmins || caller.Role == Role.Admin)
                    && (meta.DatasetId is not { } about || caller.Role == Role.Admin || await AccessAsync(caller, about, ct) is not null);
                return may ? [("meta", new MetaMessage(meta.Kind, Print(meta.DatasetId)))] : [];
            case DraftMoved draft:
                return topics.Drafts.Contains(draft.DraftId) && await drafts.MaySeeAsync(caller, draft.DatasetId, draft.CreatedBy, ct)
                    ? [("draft", new DraftMessage(Print(draft.DraftId)!, Print(draft.DatasetId)!, draft.Kind, draft.By, draft.Revision))]
                    : [];
            case DatasetChanged change:
                return await OfAsync(caller, topics, change, ct);
            default:
                return [];
        }
    }

    async Task<IReadOnlyList<(string Type, object Data)>> OfAsync(Caller caller, EventTopics topics, DatasetChanged change, CancellationToken ct)
    {
        var told = new List<(string, object)>();
        foreach (var id in topics.Datasets)
            if (await AccessAsync(caller, id, ct) is { } access && access.Live.DatasetId == change.DatasetId)
                told.Add(("dataset", Message(caller, id, access.Rights, change)));
        if (topics.Meta && change.Definition && await AccessAsync(caller, change.DatasetId, ct) is not null)
            told.Add(("meta", new MetaMessage(MetaChanged.Datasets, Print(change.DatasetId))));
        return told;
    }

    /// <summary>Who did how much is told to those who may see it in the history.</summary>
    static DatasetMessage Message(Caller caller, Guid datasetId, EffectiveRights rights, DatasetChanged change)
    {
        var isTold = change.By == caller.Email || (rights.Level >= Level.Manage && rights.Restriction.SeesAll);
        return new(Print(datasetId)!, Print(change.TransactionId)!, isTold ? change.By : null, isTold ? change.Channel : null,
            isTold ? new(change.Created, change.Updated, change.Deleted) : null, change.Definition ? true : null);
    }

    async Task<DatasetAccess?> AccessAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        try
        {
            return await datasets.AccessAsync(caller, datasetId, Level.Read, ct);
        }
        catch (Refused)
        {
            return null;
        }
    }

    static string? Print(Guid? id) => id is { } known ? Ids.Print(known) : null;
}
