using Espalier.Engine.Changes;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using System.Collections.Immutable;

namespace Espalier.Engine.Drafts;

/// <summary>
/// What drafts have done to a snapshot's rows, for <c>_change</c>. Rows that a draft deletes are dead, and keep their
/// cells, so that they can still be shown.
/// </summary>
/// <param name="BaseRows">Rows of the dataset itself; those after them are created.</param>
public sealed record DraftMarks(int BaseRows, ImmutableArray<ItemUpdates> Updates, ImmutableArray<int> Deleted)
{
    /// <summary>The snapshot's live rows and some deleted ones, each where it stands or stood.</summary>
    public static int[] OrderWith(Snapshot snapshot, IEnumerable<int> deleted)
    {
        int[] more = [.. deleted.OrderBy(snapshot.SortOrders.At).ThenBy(row => row)];
        var order = snapshot.Order;
        var rows = new int[order.Length + more.Length];
        for (int at = 0, live = 0, dead = 0; at < rows.Length; at++)
            rows[at] = dead == more.Length || (live < order.Length && Stands(order[live], more[dead])) ? order[live++] : more[dead++];
        return rows;

        bool Stands(int row, int before) =>
            snapshot.SortOrders.At(row).CompareTo(snapshot.SortOrders.At(before)) is var c && (c != 0 ? c < 0 : row < before);
    }

    internal static DraftMarks Of(Snapshot before, ChangeSet changes) => before.Draft is { } earlier
        ? earlier with
        {
            Updates = earlier.Updates.Add(changes.Updated),
            // What an earlier draft created and a later one deletes has never been there.
            Deleted = [.. earlier.Deleted.Concat(changes.Deleted.Rows.Where(row => row < earlier.BaseRows)).Order()],
        }
        : new(before.RowCount, [changes.Updated], changes.Deleted.Rows);

    /// <summary>The column <c>_change</c>. A change of a property that the snapshot does not have does not show.</summary>
    internal Column Show(Snapshot snapshot)
    {
        var pool = new TextPool();
        var (none, created, updated, deleted) = (pool.Add("none"u8), pool.Add("new"u8), pool.Add("updated"u8), pool.Add("deleted"u8));
        var marks = new SortedDictionary<int, long>();
        foreach (var updates in Updates)
            foreach (var change in updates.Cells.Where(change => snapshot.Definition.Has(change.Key)))
                foreach (var position in change.Positions)
                    marks[updates.Rows[position]] = updated;
        foreach (var row in Deleted)
            marks[row] = deleted;
        for (var row = BaseRows; row < snapshot.RowCount; row++)
            marks[row] = created;
        var cells = ChunkList.Constant(ChunkKind.Whole, none, snapshot.RowCount);
        return new StoredTexts(cells.With(marks.Keys.ToArray(), marks.Values.ToArray()), pool);
    }
}
