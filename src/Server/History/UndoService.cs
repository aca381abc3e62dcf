using Espalier.Engine.Changes;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Http;
using Espalier.Server.Reading;

namespace Espalier.Server.History;

/// <summary>What an undo came to.</summary>
/// <param name="Visible">The dataset as the caller saw it.</param>
/// <param name="IsDry">Nothing was written.</param>
public sealed record UndoOutcome(Reversal Reversal, Snapshot Visible, bool IsDry);

/// <summary>
/// Undoes transactions, each by a new one. Who may modify the dataset may undo whatever they see in its history; who may
/// update items may undo their own changes of items.
/// </summary>
public sealed class UndoService(
    DatasetService datasets, HistoryService history, DatasetViews views, PastStates past, TimeProvider time)
{
    /// <exception cref="Refused">There is no such transaction, the caller may not undo it, or there are conflicts.</exception>
    public async Task<UndoOutcome> UndoAsync(
        Caller caller, Guid datasetId, Guid transactionId, ConflictRule rule, bool isDry, CancellationToken ct)
    {
        var transaction = await history.FindAsync(caller, datasetId, transactionId, ct);
        var needed = HistoryService.IsOwn(caller, transaction) && !transaction.ChangesDefinition ? Level.Update : Level.Modify;
        var dataset = await datasets.OpenAsync(caller, datasetId, needed, ct);
        if (transaction.Sequence == 1)
            throw new Refused(Errors.TransactionNotReversible);

        var done = await history.DecodeAsync(caller.TenantId, transaction, ct);
        var before = transaction.ChangesDefinition ? await past.OpenAsync(dataset, transaction.Sequence - 1, ct) : null;
        var visible = (await views.OpenAsync(caller, datasetId, ViewWish.Now, ct)).Snapshot;

        Reversal Reverse(Snapshot now)
        {
            CheckVisible(done, before, now, visible, $"{caller.TenantId}/datasets/{Ids.Print(datasetId)}");
            var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, "undo");
            return Reversal.Of(now, done, before, rule, stamp);
        }

        if (isDry)
            return new(Reverse(dataset.Current), visible, true);
        Reversal? reversal = null;
        await dataset.ApplyAsync(now =>
        {
            reversal = Reverse(now);
            if (rule == ConflictRule.Fail && reversal.Conflicts.Count > 0)
                throw new Refused(Tell(reversal, $"{caller.TenantId}/datasets/{Ids.Print(datasetId)}"));
            return reversal.Changes;
        }, ct);
        return new(reversal!, visible, false);
    }

    /// <summary>
    /// Nobody undoes what they cannot see: items and properties that the transaction touched and that are still there must
    /// be in the caller's own view. Which ones are not is not told.
    /// </summary>
    static void CheckVisible(ChangeSet done, Snapshot? before, Snapshot now, Snapshot visible, string resourcePath)
    {
        IEnumerable<string> keys =
        [
            .. done.Updated.Cells.Select(c => c.Key).Where(key => key != ChangeSet.SortOrderKey),
            .. done.Created.Columns.Select(c => c.Key), .. done.Deleted.Items.Columns.Select(c => c.Key),
            .. before is null ? [] : DefinitionDifference.Of(before.Definition, done.Definition!)
                .Where(d => d.Key.StartsWith("properties/", StringComparison.Ordinal)).Select(d => d.Key["properties/".Length..]),
        ];
        var isVisible = keys.All(key => visible.Definition.Find(key) is not null || now.Definition.Find(key) is null)
            && AreVisible(done.Updated.Ids.All(), at => done.Updated.Rows[at])
            && AreVisible(done.Created.Ids.All(), _ => -1)
            && AreVisible(done.Deleted.Items.Ids.All(), at => done.Deleted.Rows[at]);
        if (!isVisible)
            throw new Refused(Errors.DatasetAccessDenied(resourcePath));

        bool AreVisible(IEnumerable<Guid> ids, Func<int, int> hint) => ReferenceEquals(now, visible) || ids.Select((id, at) => (id, at))
            .All(item => ItemRows.Find(visible, item.id, hint(item.at)) >= 0 || ItemRows.Find(now, item.id, hint(item.at)) < 0);
    }

    static List<ApiError> Tell(Reversal reversal, string resourcePath)
    {
        var told = reversal.Conflicts.First.Select(conflict => Errors.UndoConflict(
            conflict.Item is { } item ? $"{resourcePath}/items/{Ids.Print(item)}" : resourcePath, Sentence(conflict))).ToList();
        if (reversal.Conflicts.Count > told.Count)
            told.Add(Errors.UndoConflict(resourcePath, $"There are {reversal.Conflicts.Count} conflicts in all."));
        return told;
    }

    static string Sentence(ReversalConflict conflict) => conflict.Kind switch
    {
        ReversalConflictKind.CellChanged => $"'{conflict.Key}' of the item has been changed since.",
        ReversalConflictKind.ItemChanged => "The item, which would be deleted, has been changed since.",
        ReversalConflictKind.ItemDeleted => $"The item, whose '{conflict.Key}' would be set, has been deleted since.",
        ReversalConflictKind.ItemExists => "The item, which would be created again, exists again.",
        ReversalConflictKind.PropertyGone => $"The property '{conflict.Key}' has been removed since.",
        ReversalConflictKind.PropertyChanged => $"The property '{conflict.Key}' has been changed since.",
        ReversalConflictKind.PropertyInUse => $"The property '{conflict.Key}', which would be removed, has values.",
        ReversalConflictKind.SettingChanged => $"The dataset's '{conflict.Key}' has been changed since.",
        _ => "The dataset's definition would not be valid.",
    };
}
