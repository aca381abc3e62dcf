using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// The items that a payload creates, updates and deletes so far. A created item has a number; an updated one a slot,
/// which it keeps however often it is addressed.
/// </summary>
/// <param name="given">A property, by its position, and the pattern that its cell has in new items when no action gives one.</param>
sealed class PendingItems(Snapshot snapshot, (int Property, long Pattern)? given = null)
{
    readonly List<Guid> _ids = [];
    readonly ChunkListBuilder _sortOrders = new(ChunkKind.Number);
    readonly HashSet<int> _dropped = [];
    readonly List<int> _slotRows = [];
    readonly Dictionary<int, double> _slotSortOrders = [];
    readonly HashSet<int> _deleted = [];
    readonly RowMarks _slots = new(snapshot.RowCount);
    double _lastSortOrder = double.NaN;
    Guid[] _drawn = [];
    int _drawnUsed;

    /// <summary>One for each property.</summary>
    public PendingCells[] Cells { get; } = [.. snapshot.Columns.Select((column, at) =>
        new PendingCells(column, given is { } of && of.Property == at ? of.Pattern : Chunk.Blank))];

    public int Created => _ids.Count;

    public Guid IdOf(int item) => _ids[item];

    public bool IsDropped(int item) => _dropped.Contains(item);

    public bool IsDeleted(int row) => _deleted.Contains(row);

    /// <summary>An id that nobody has; drawn in blocks, for a call to the system for each would be what costs.</summary>
    public Guid NewId()
    {
        if (_drawnUsed == _drawn.Length)
        {
            _drawn = new Guid[_drawn.Length == 0 ? 4 : 1024];
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(_drawn.AsSpan()));
            _drawnUsed = 0;
        }
        return _drawn[_drawnUsed++];
    }

    /// <summary>Adds an item and gives its number. Without a sort order it goes to the end.</summary>
    public int Create(Guid id, double sortOrder)
    {
        if (double.IsNaN(_lastSortOrder))
            _lastSortOrder = snapshot.LastSortOrder;
        if (double.IsNaN(sortOrder))
            sortOrder = Math.Floor(_lastSortOrder) + 1;
        _lastSortOrder = Math.Max(_lastSortOrder, sortOrder);
        _ids.Add(id);
        _sortOrders.Append(Conversion.Pattern(sortOrder));
        return _ids.Count - 1;
    }

    /// <summary>The updated row's slot, or −1.</summary>
    public int SlotOf(int row) => _slots.NumberOf(row);

    public int OpenSlot(int row)
    {
        if (_slots.Mark(row, _slotRows.Count))
            _slotRows.Add(row);
        return _slots.NumberOf(row);
    }

    public double SortOrderOf(int row) =>
        SlotOf(row) is var slot and >= 0 && _slotSortOrders.TryGetValue(slot, out var order) ? order : snapshot.SortOrders.At(row);

    public void SetSortOrder(int row, double order)
    {
        _slotSortOrders[OpenSlot(row)] = order;
        _lastSortOrder = Math.Max(double.IsNaN(_lastSortOrder) ? snapshot.LastSortOrder : _lastSortOrder, order);
    }

    public double SortOrderOfCreated(int item) => BitConverter.Int64BitsToDouble(_sortOrders[item]);

    public void SetSortOrderOfCreated(int item, double order)
    {
        _sortOrders[item] = Conversion.Pattern(order);
        _lastSortOrder = Math.Max(_lastSortOrder, order);
    }

    public void Delete(int row) => _deleted.Add(row);

    public void Drop(int item) => _dropped.Add(item);

    /// <summary>Everything as one change set; cells and items that end up as they were are not in it.</summary>
    public ChangeSet Build(TransactionStamp stamp) => new(stamp)
    {
        Created = BuildCreated(),
        Updated = BuildUpdated(),
        Deleted = BuildDeleted(),
    };

    /// <summary>The number each created item has in the change set, −1 when it was deleted again; null when none was.</summary>
    public int[]? Numbers()
    {
        if (_dropped.Count == 0)
            return null;
        var next = 0;
        return [.. Enumerable.Range(0, _ids.Count).Select(item => _dropped.Contains(item) ? -1 : next++)];
    }

    ItemTable BuildCreated()
    {
        if (_ids.Count == 0)
            return ItemTable.Empty;
        List<KeyedColumn> columns = [];
        for (var p = 0; p < Cells.Length; p++)
            if (Cells[p].AnyCreated)
                columns.Add(new(snapshot.Definition.Properties[p].Key, Cells[p].BuildCreated(_ids.Count)));
        var table = new ItemTable(GuidList.Of(_ids), _sortOrders.Build(), [.. columns]);
        if (_dropped.Count == 0)
            return table;

        int[] kept = [.. Enumerable.Range(0, _ids.Count).Where(item => !_dropped.Contains(item))];
        return new(table.Ids.Gather(kept), table.SortOrders.Gather(kept),
            [.. table.Columns.Select(c => c with { Column = Stored.Gather(c.Column, kept) })]);
    }

    ItemUpdates BuildUpdated()
    {
        var slots = Enumerable.Range(0, _slotRows.Count).Where(slot => !_deleted.Contains(_slotRows[slot])).ToArray();
        var rows = slots.Select(slot => _slotRows[slot]).ToArray();
        Array.Sort(rows, slots);

        List<(string Key, List<int> Positions, Column New)> changes = [];
        var changed = new bool[rows.Length];
        void Keep(string key, List<int> positions, Column values)
        {
            if (positions.Count == 0)
                return;
            changes.Add((key, positions, values));
            foreach (var position in positions)
                changed[position] = true;
        }

        for (var p = 0; p < Cells.Length; p++)
        {
            if (!Cells[p].AnyUpdated)
                continue;
            List<int> positions = [];
            Keep(snapshot.Definition.Properties[p].Key, positions, Cells[p].BuildUpdated(slots, rows, positions));
        }
        if (_slotSortOrders.Count > 0)
        {
            List<int> positions = [];
            var orders = ColumnBuilder.For(PropertyType.Number);
            for (var i = 0; i < rows.Length; i++)
            {
                if (!_slotSortOrders.TryGetValue(slots[i], out var order) || order == snapshot.SortOrders.At(rows[i]))
                    continue;
                positions.Add(i);
                orders.Append(Cell.Of(order));
            }
            Keep(ChangeSet.SortOrderKey, positions, orders.Build());
        }
        if (changes.Count == 0)
            return ItemUpdates.Empty;

        // Items whose every cell came back to what it was drop out, and the others move up.
        var moved = new int[rows.Length];
        List<int> kept = [];
        for (var i = 0; i < rows.Length; i++)
        {
            moved[i] = kept.Count;
            if (changed[i])
                kept.Add(rows[i]);
        }
        return new([.. kept], snapshot.Ids.Gather(kept), [.. changes.Select(change =>
        {
            int[] cellRows = [.. change.Positions.Select(position => rows[position])];
            Column stored = change.Key == ChangeSet.SortOrderKey ? snapshot.SortOrders : snapshot.Column(change.Key);
            return new CellChanges(change.Key, [.. change.Positions.Select(position => moved[position])], Stored.Gather(stored, cellRows), change.New);
        })]);
    }

    ItemDeletes BuildDeleted()
    {
        if (_deleted.Count == 0)
            return ItemDeletes.Empty;
        var rows = _deleted.ToArray();
        Array.Sort(rows);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(rows), new(snapshot.Ids.Gather(rows), snapshot.SortOrders.Cells.Gather(rows),
            [.. snapshot.Definition.Properties.Select((p, at) => new KeyedColumn(p.Key, Stored.Gather(snapshot.Columns[at], rows)))]));
    }
}
