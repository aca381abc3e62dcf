using Espalier.Engine.Changes;
using Espalier.Engine.History;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.History;

/// <summary>
/// Whether a caller may reverse a transaction: nobody undoes what they cannot see, or may not write. It is all or nothing, and
/// what is in the way is not told, for that could be what the caller must not know of.
/// </summary>
sealed class UndoRights(Restriction restriction, Snapshot now)
{
    /// <param name="before">The definition before the transaction; needed only when that changed it.</param>
    /// <param name="changes">What would be written.</param>
    public bool Allow(ChangeSet done, DatasetDefinition? before, ChangeSet changes, CancellationToken ct)
    {
        if (restriction.IsNone)
            return true;
        if (!Keys(done, before).All(key => restriction.Sees(key) && !restriction.Fixed.Contains(key)))
            return false;
        var rights = restriction.RightsOn(now, ct);
        return May(done.Updated.Ids.All(), at => done.Updated.Rows[at], now, rights, ItemRight.Update)
            && May(done.Deleted.Items.Ids.All(), at => done.Deleted.Rows[at], now, rights, ItemRight.Update)
            && May(done.Created.Ids.All(), _ => -1, now, rights, ItemRight.Delete)
            && (changes.Created.Count == 0 || MayCreate(changes, ct));
    }

    /// <summary>What comes back must not come back out of sight.</summary>
    bool MayCreate(ChangeSet changes, CancellationToken ct)
    {
        var after = now.With(changes);
        return May(changes.Created.Ids.All(), at => after.RowCount - changes.Created.Count + at, after, restriction.RightsOn(after, ct), ItemRight.Update);
    }

    static IEnumerable<string> Keys(ChangeSet done, DatasetDefinition? before) =>
    [
        .. done.Updated.Cells.Select(c => c.Key), .. done.Created.Columns.Select(c => c.Key), .. done.Deleted.Items.Columns.Select(c => c.Key),
        .. before is null ? [] : DefinitionDifference.Of(before, done.Definition!)
            .Where(d => d.Key.StartsWith("properties/", StringComparison.Ordinal)).Select(d => d.Key["properties/".Length..]),
    ];

    /// <summary>Items that are not there any more are in nobody's way.</summary>
    static bool May(IEnumerable<Guid> ids, Func<int, int> hint, Snapshot snapshot, RowRights rights, ItemRight right) => rights.IsSame
        ? rights.Most >= right
        : ids.Select((id, at) => ItemRows.Find(snapshot, id, hint(at))).All(row => row < 0 || rights[row] >= right);
}
