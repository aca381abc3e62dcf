using Espalier.Engine.Changes;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Http;

namespace Espalier.Server.History;

/// <summary>What an undo came to.</summary>
/// <param name="LabelId">The property that labels items for the caller.</param>
/// <param name="IsDry">Nothing was written.</param>
public sealed record UndoOutcome(Reversal Reversal, string LabelId, bool IsDry);

/// <summary>
/// Undoes transactions, each by a new one. Who may modify the dataset may undo whatever they see in its history; who may
/// update items may undo their own changes of items.
/// </summary>
public sealed class UndoService(
    DatasetService datasets, HistoryService history, PastStates past, TimeProvider time)
{
    /// <exception cref="Refused">There is no such transaction, the caller may not undo it, or there are conflicts.</exception>
    public async Task<UndoOutcome> UndoAsync(
        Caller caller, Guid datasetId, Guid transactionId, ConflictRule rule, bool isDry, CancellationToken ct)
    {
        var transaction = await history.FindAsync(caller, datasetId, transactionId, ct);
        var needed = HistoryService.IsOwn(caller, transaction) && !transaction.ChangesDefinition ? Level.Update : Level.Modify;
        var access = await datasets.AccessAsync(caller, datasetId, needed, ct);
        if (transaction.Sequence == 1)
            throw new Refused(Errors.TransactionNotReversible);

        var done = await history.DecodeAsync(caller.TenantId, transaction, ct);
        var before = transaction.ChangesDefinition ? await past.OpenAsync(access.Live, transaction.Sequence - 1, ct) : null;
        var resourcePath = $"{caller.TenantId}/datasets/{Ids.Print(datasetId)}";

        UndoOutcome Reverse(Snapshot now)
        {
            var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, "undo");
            var reversal = Reversal.Of(now, done, before, rule, stamp);
            if (!new UndoRights(access.Rights.Restriction, now).Allow(done, before?.Definition, reversal.Changes, ct))
                throw new Refused(Errors.DatasetAccessDenied(resourcePath));
            return new(reversal, access.Rights.Restriction.Of(now.Definition).LabelId, isDry);
        }

        if (isDry)
            return Reverse(access.Live.Current);
        UndoOutcome? outcome = null;
        await access.Live.ApplyAsync(now =>
        {
            outcome = Reverse(now);
            if (rule == ConflictRule.Fail && outcome.Reversal.Conflicts.Count > 0)
                throw new Refused(Tell(outcome.Reversal, resourcePath));
            return outcome.Reversal.Changes;
        }, ct);
        return outcome!;
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
