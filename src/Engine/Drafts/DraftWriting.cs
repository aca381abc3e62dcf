using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Drafts;

/// <summary>
/// Takes into a draft what was resolved against the draft's view of the dataset. A cell that comes back to what the dataset
/// has is no change any more; one that is written again is written against the dataset as it is now.
/// </summary>
/// <param name="base">The dataset without the draft, whole.</param>
public sealed class DraftWriting(DraftState state, Snapshot @base, long at, string by)
{
    readonly Dictionary<Guid, DraftItem?> _touched = [];
    long _sequence = state.LastSequence;

    /// <summary>Created items whose ids belong to items that the draft does not delete: nobody may do that.</summary>
    public IReadOnlyList<Guid> Taken => _taken;

    readonly List<Guid> _taken = [];

    /// <param name="seen">The view that the changes were resolved against.</param>
    public DraftDelta Take(ChangeSet changes, Snapshot seen)
    {
        foreach (var id in changes.Deleted.Items.Ids.All())
            _touched[id] = Delete(id);
        TakeUpdated(changes.Updated);
        TakeCreated(changes.Created, seen);
        if (_touched.Values.Any(item => item is { IsPlaced: true }) && !state.Items.Any(item => item.IsPlaced))
            KeepPlaces(seen);
        return new(
            [.. _touched.Values.OfType<DraftItem>()],
            [.. _touched.Where(item => item.Value is null && state.Find(item.Key) is not null).Select(item => item.Key)]);
    }

    /// <summary>Once something is placed, what was simply at the end stays where it was seen.</summary>
    void KeepPlaces(Snapshot seen)
    {
        foreach (var item in state.Items.Where(item => item.Kind == DraftKind.Create))
            if ((_touched.TryGetValue(item.Id, out var touched) ? touched : item) is { Kind: DraftKind.Create, IsAtEnd: true } created && created.Mark == item.Mark && seen.RowOf(item.Id) is var row and >= 0)
                _touched[item.Id] = created with { SortOrder = seen.SortOrders.At(row) };
    }

    void TakeCreated(ItemTable created, Snapshot seen)
    {
        var last = seen.LastSortOrder;
        for (var i = 0; i < created.Count; i++)
        {
            var (id, order) = (created.Ids[i], BitConverter.Int64BitsToDouble(created.SortOrders[i]));
            // The end that deletions in the draft have left is a place like any other.
            var isAtEnd = order == Math.Floor(last) + 1 && order > @base.LastSortOrder;
            last = Math.Max(last, order);
            var row = @base.RowOf(id);
            var isTouched = _touched.TryGetValue(id, out var known);
            known = isTouched ? known : state.Find(id);
            if (known is { Kind: not DraftKind.Delete } || (known is null && row >= 0 && !isTouched))
            {
                _taken.Add(id);
                continue;
            }
            var values = created.Columns.Select(column => KeyValuePair.Create(column.Key, column.Column[i]));
            _touched[id] = row < 0
                ? new(id, DraftKind.Create)
                {
                    Mark = NewMark(),
                    SortOrder = order,
                    IsAtEnd = isAtEnd,
                    Cells = [.. values.Where(value => !value.Value.IsBlank).Select(value => new DraftCell(value.Key, Cell.Blank, value.Value, NewMark()))],
                }
                : Renew(id, row, values.ToDictionary(StringComparer.Ordinal), order);
        }
    }

    /// <summary>An item that was deleted in the draft and made again is an update of all that it holds.</summary>
    DraftItem? Renew(Guid id, int row, Dictionary<string, Cell> values, double order)
    {
        var item = new DraftItem(id, DraftKind.Update);
        foreach (var property in @base.Definition.Properties)
            item = Put(item, property.Key, values.GetValueOrDefault(property.Key), row);
        item = Put(item, ChangeSet.SortOrderKey, Cell.Of(order), row);
        return item.Cells.IsEmpty ? null : item;
    }

    void TakeUpdated(ItemUpdates updated)
    {
        foreach (var change in updated.Cells)
            for (var i = 0; i < change.Positions.Length; i++)
            {
                var id = updated.Ids[change.Positions[i]];
                var item = (_touched.TryGetValue(id, out var touched) ? touched : state.Find(id)) ?? new(id, DraftKind.Update);
                _touched[id] = Put(item, change.Key, change.New[i], @base.RowOf(id));
            }
        foreach (var id in updated.Ids.All())
            if (_touched[id] is { Kind: DraftKind.Update, Cells.IsEmpty: true })
                _touched[id] = null;
    }

    DraftItem Put(DraftItem item, string key, Cell value, int row)
    {
        if (row < 0 && item.Kind == DraftKind.Create && key == ChangeSet.SortOrderKey)
            return item with { SortOrder = value.Number, IsAtEnd = false };
        var old = row < 0 ? Cell.Blank : CellValues.Of(@base, key, row);
        // A created item that has come into the dataset meanwhile stays whole in the draft.
        var isNothing = item.Kind == DraftKind.Create ? value.IsBlank && old.IsBlank : value == old;
        return isNothing ? item.Without(key) : item.With(new(key, old, value, NewMark()));
    }

    DraftItem? Delete(Guid id) => @base.RowOf(id) is var row and >= 0
        ? new(id, DraftKind.Delete) { Mark = NewMark(), BaseModifiedAt = @base.ModifiedAt.At(row) }
        : null;

    ChangeMark NewMark() => new(Guid.NewGuid(), ++_sequence, at, by);
}
