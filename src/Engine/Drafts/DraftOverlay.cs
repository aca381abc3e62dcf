using Espalier.Engine.Changes;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using System.Collections.Immutable;

namespace Espalier.Engine.Drafts;

/// <summary>
/// Lays a draft over a dataset as it is now: a change set that makes of the dataset what the draft leaves. What does not
/// fit any more (an item or a property that has gone, a value that does not convert) is left out.
/// </summary>
public sealed class DraftOverlay
{
    readonly Snapshot _base;
    readonly List<DraftItem> _created = [];
    readonly List<int> _deleted = [];
    readonly Dictionary<string, List<(int Row, Cell Value)>> _cells = new(StringComparer.Ordinal);

    DraftOverlay(Snapshot @base) => _base = @base;

    /// <param name="items">In the draft's order.</param>
    /// <param name="keepsAll">For looking at a draft's changes: deleted items stay, and changed ones that have gone are created.</param>
    public static ChangeSet Of(Snapshot @base, IReadOnlyList<DraftItem> items, TransactionStamp stamp, bool keepsAll = false)
    {
        var overlay = new DraftOverlay(@base);
        foreach (var item in items)
            overlay.Add(item, keepsAll);
        return new(stamp)
        {
            Created = overlay.BuildCreated(items.Any(item => item.IsPlaced)),
            Updated = overlay.BuildUpdated(),
            Deleted = overlay.BuildDeleted(),
        };
    }

    void Add(DraftItem item, bool keepsAll)
    {
        var row = _base.RowOf(item.Id);
        if (item.Kind == DraftKind.Delete)
        {
            if (row >= 0 && !keepsAll)
                _deleted.Add(row);
            else if (row < 0 && keepsAll)
                _created.Add(item);
        }
        else if (row >= 0)
            foreach (var cell in item.Cells)
                AddCell(cell, row);
        else if (item.Kind == DraftKind.Create || keepsAll)
            _created.Add(item);
    }

    void AddCell(DraftCell cell, int row)
    {
        if (!_base.Definition.Has(cell.Key) || CellValues.As(cell.Value, _base.Definition.TypeOf(cell.Key)) is not { } value
            || value == CellValues.Of(_base, cell.Key, row) || (value.IsBlank && cell.Key == ChangeSet.SortOrderKey))
            return;
        if (!_cells.TryGetValue(cell.Key, out var changes))
            _cells[cell.Key] = changes = [];
        changes.Add((row, value));
    }

    /// <param name="isPlaced">Whether somebody has placed items: then all that are new stand where they stood in the draft.</param>
    ItemTable BuildCreated(bool isPlaced)
    {
        if (_created.Count == 0)
            return ItemTable.Empty;
        var orders = new ChunkListBuilder(ChunkKind.Number);
        var last = _base.LastSortOrder;
        var columns = new Dictionary<string, ColumnBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < _created.Count; i++)
        {
            var item = _created[i];
            var order = isPlaced && item.Kind == DraftKind.Create ? item.SortOrder : Math.Floor(last) + 1;
            last = Math.Max(last, order);
            orders.Append(Conversion.Pattern(order));
            foreach (var cell in item.Cells)
            {
                if (_base.Definition.Find(cell.Key) is not { } property || CellValues.As(cell.Value, property.Type) is not { IsBlank: false } value)
                    continue;
                if (!columns.TryGetValue(cell.Key, out var column))
                    columns[cell.Key] = column = ColumnBuilder.For(property.Type);
                column.Cells.PadTo(i);
                column.Append(value);
            }
        }
        foreach (var column in columns.Values)
            column.Cells.PadTo(_created.Count);
        return new(GuidList.Of(_created.Select(item => item.Id)), orders.Build(),
            [.. columns.Select(column => new KeyedColumn(column.Key, column.Value.Build()))]);
    }

    ItemUpdates BuildUpdated()
    {
        if (_cells.Count == 0)
            return ItemUpdates.Empty;
        ImmutableArray<int> rows = [.. _cells.Values.SelectMany(changes => changes.Select(change => change.Row)).Distinct().Order()];
        return new(rows, _base.Ids.Gather(rows), [.. _cells.Select(changes => Build(changes.Key, changes.Value, rows))]);
    }

    CellChanges Build(string key, List<(int Row, Cell Value)> changes, ImmutableArray<int> rows)
    {
        changes.Sort((a, b) => a.Row.CompareTo(b.Row));
        var values = ColumnBuilder.For(_base.Definition.TypeOf(key));
        var positions = ImmutableArray.CreateBuilder<int>(changes.Count);
        foreach (var (row, value) in changes)
        {
            positions.Add(rows.BinarySearch(row));
            values.Append(value);
        }
        Column stored = key == ChangeSet.SortOrderKey ? _base.SortOrders : _base.Column(key);
        return new(key, positions.MoveToImmutable(), Stored.Gather(stored, changes.Select(change => change.Row).ToArray()), values.Build());
    }

    ItemDeletes BuildDeleted()
    {
        if (_deleted.Count == 0)
            return ItemDeletes.Empty;
        ImmutableArray<int> rows = [.. _deleted.Order()];
        return new(rows, new(_base.Ids.Gather(rows), _base.SortOrders.Cells.Gather(rows.AsSpan()),
            [.. _base.Definition.Properties.Select((p, at) => new KeyedColumn(p.Key, Stored.Gather(_base.Columns[at], rows.AsSpan())))]));
    }
}
