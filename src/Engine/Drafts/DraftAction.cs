using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using System.Collections.Immutable;

namespace Espalier.Engine.Drafts;

/// <summary>An item action that an import understands, as a draft comes to it.</summary>
/// <param name="SortOrder">NaN when it says nothing of the item's place.</param>
/// <param name="Values">By property key; blank clears. A deletion has none.</param>
public sealed record DraftAction(Guid Id, ItemAction Action, double SortOrder, ImmutableArray<KeyValuePair<string, Cell>> Values)
{
    /// <summary>The actions of one layer: one for each item, in the draft's order.</summary>
    public static IReadOnlyList<DraftAction> Of(IReadOnlyList<DraftItem> items)
    {
        // New items go to the end, wherever that is then; unless items of the draft have been placed among each other.
        var isPlaced = items.Any(item => item.IsPlaced);
        return [.. items.Select(item => Of(item, isPlaced))];
    }

    static DraftAction Of(DraftItem item, bool isPlaced) => new(
        item.Id,
        item.Kind switch { DraftKind.Create => ItemAction.Create, DraftKind.Delete => ItemAction.Delete, _ => ItemAction.Update },
        item.Kind == DraftKind.Create && isPlaced ? item.SortOrder : item.Find(ChangeSet.SortOrderKey)?.Value.Number ?? double.NaN,
        [.. item.Cells.Where(cell => cell.Key != ChangeSet.SortOrderKey).Select(cell => KeyValuePair.Create(cell.Key, cell.Value))]);
}
