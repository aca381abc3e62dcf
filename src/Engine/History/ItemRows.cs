using Espalier.Engine.Snapshots;

namespace Espalier.Engine.History;

/// <summary>Finds items again in another snapshot of their dataset.</summary>
public static class ItemRows
{
    /// <summary>The row of an item, or −1.</summary>
    /// <param name="hint">
    /// The row it probably has. Rows keep their numbers until a compaction, so that mostly no index over all items is needed.
    /// </param>
    public static int Find(Snapshot snapshot, Guid id, int hint) =>
        hint >= 0 && hint < snapshot.RowCount && snapshot.Ids[hint] == id
            ? snapshot.Live[hint] ? hint : snapshot.RowOf(id)
            : snapshot.RowOf(id);
}
