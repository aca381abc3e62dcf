using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>What the caller may do with each item at most. Without rules by row, whoever may change a dataset may delete its items.</summary>
static class ItemRights
{
    public static Column Of(Snapshot snapshot) => Constants.Of("Item.delete"u8, snapshot.RowCount);
}
