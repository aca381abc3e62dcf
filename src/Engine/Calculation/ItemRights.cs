using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>What the caller may do with each item at most, and which items are there only to hold the tree together.</summary>
static class ItemRights
{
    public static Column Of(Snapshot snapshot)
    {
        var rights = snapshot.Rights;
        if (rights.IsSame)
            return Constants.Of(NameOf(rights.Most), snapshot.RowCount);

        var pool = new TextPool();
        long[] codes = [.. Enum.GetValues<ItemRight>().Select(right => (long)pool.Add(NameOf(right)))];
        var cells = new ChunkListBuilder(ChunkKind.Whole);
        for (var row = 0; row < snapshot.RowCount; row++)
            cells.Append(codes[(int)rights[row]]);
        return new StoredTexts(cells.Build(), pool);
    }

    public static Column Ghosts(Snapshot snapshot)
    {
        var rights = snapshot.Rights;
        if (!rights.HasGhosts)
            return Constants.Of(false, snapshot.RowCount);

        var cells = new ChunkListBuilder(ChunkKind.Whole);
        for (var row = 0; row < snapshot.RowCount; row++)
            cells.Append(rights[row] == ItemRight.Ghost ? 1 : 0);
        return new StoredFlags(cells.Build());
    }

    static ReadOnlySpan<byte> NameOf(ItemRight right) => right switch
    {
        ItemRight.Delete => "Item.delete"u8,
        ItemRight.Update => "Item.update"u8,
        _ => "Item.read"u8,
    };
}
