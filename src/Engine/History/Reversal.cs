using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.History;

/// <summary>What it takes to reverse a transaction, on the dataset as it is now.</summary>
/// <param name="Base">The snapshot it was made on.</param>
/// <param name="Changes">A transaction of its own; empty when there is nothing left to reverse.</param>
public sealed record Reversal(Snapshot Base, ChangeSet Changes, ReversalConflicts Conflicts)
{
    /// <summary>
    /// Reverses a transaction: what it created is deleted, what it deleted is created again with its id and values, cells
    /// that it changed get their old values, and so does the definition. Whether something has happened since is told by
    /// values: what was changed and changed back is no conflict.
    /// </summary>
    /// <param name="before">The dataset before the transaction; needed only when that changed the definition.</param>
    public static Reversal Of(Snapshot now, ChangeSet done, Snapshot? before, ConflictRule rule, TransactionStamp stamp)
    {
        var conflicts = new ReversalConflicts(rule);
        var changes = new Maker(now, done, before, conflicts).Make(stamp);
        return new(now, rule == ConflictRule.Fail && conflicts.Count > 0 ? new(stamp) : changes, conflicts);
    }

    sealed class Maker(Snapshot now, ChangeSet done, Snapshot? before, ReversalConflicts conflicts)
    {
        DatasetDefinition _target = now.Definition;
        IReadOnlySet<string> _restored = new HashSet<string>();
        RestoredCells _cells = null!;
        HashSet<int> _leaving = [];

        public ChangeSet Make(TransactionStamp stamp)
        {
            if (done.Definition is { } after && before is not null)
            {
                var definition = new DefinitionReversal(before.Definition, after, now.Definition, conflicts);
                _target = definition.Reverse(IsFilled);
                _restored = definition.Restored;
            }
            _cells = new(now, _target);
            var deleted = DeleteCreated();
            var created = CreateDeleted();
            RestoreUpdated();
            RestoreProperties();
            return new(stamp)
            {
                Definition = _target.Equals(now.Definition) ? null : _target,
                Created = created,
                Updated = _cells.Build(),
                Deleted = deleted,
            };
        }

        /// <summary>Whether an added property holds more than what the transaction itself put there.</summary>
        bool IsFilled(string key)
        {
            var column = now.Column(key);
            var filled = now.Live.Rows().Count(row => Cells.HasValue(column, row));
            if (filled == 0)
                return false;
            var own = 0;
            if (done.Updated.Cells.FirstOrDefault(c => c.Key == key) is { } updated)
                own += Own(column, [.. updated.Positions.Select(p => done.Updated.Ids[p])], updated.New);
            if (done.Created.Columns.FirstOrDefault(c => c.Key == key) is { } made)
                own += Own(column, [.. done.Created.Ids.All()], made.Column);
            return own < filled;
        }

        int Own(Column column, Guid[] ids, Column wrote)
        {
            wrote = Stored.Convert(wrote, column.Type);
            return ids.Where((id, at) => Cells.HasValue(wrote, at) && now.RowOf(id) is var row and >= 0 && Cells.AreSame(column, row, wrote, at)).Count();
        }

        ItemDeletes DeleteCreated()
        {
            var created = done.Created;
            if (created.Count == 0)
                return ItemDeletes.Empty;
            var wrote = now.Definition.Properties
                .Select(p => created.Columns.FirstOrDefault(c => c.Key == p.Key) is { } column
                    ? Stored.Convert(column.Column, p.Type) : Stored.Blanks(p.Type, created.Count)).ToArray();
            List<int> rows = [];
            var last = -2;
            for (var i = 0; i < created.Count; i++)
            {
                var row = ItemRows.Find(now, created.Ids[i], last + 1);
                if (row < 0)
                    continue;
                last = row;
                if (IsAsCreated(row, i, wrote)
                    || conflicts.Overwrites(new(ReversalConflictKind.ItemChanged, created.Ids[i], null) { Row = row }))
                    rows.Add(row);
            }
            _leaving = [.. rows];
            int[] ascending = [.. rows.Order()];
            return ascending.Length == 0 ? ItemDeletes.Empty
                : new([.. ascending], new(now.Ids.Gather(ascending), now.SortOrders.Cells.Gather(ascending),
                    [.. now.Definition.Properties.Select((p, at) => new KeyedColumn(p.Key, Stored.Gather(now.Columns[at], ascending)))]));
        }

        bool IsAsCreated(int row, int item, Column[] wrote)
        {
            if (now.SortOrders.Cells[row] != done.Created.SortOrders[item])
                return false;
            for (var p = 0; p < wrote.Length; p++)
                if (!Cells.AreSame(now.Columns[p], row, wrote[p], item))
                    return false;
            return true;
        }

        ItemTable CreateDeleted()
        {
            var items = done.Deleted.Items;
            if (items.Count == 0)
                return ItemTable.Empty;
            KeyedColumn[] columns = [.. items.Columns.Where(c => _target.Find(c.Key) is not null)
                .Select(c => c with { Column = Stored.Convert(c.Column, _target.Find(c.Key)!.Type) })];
            var orders = new StoredNumbers(items.SortOrders);
            List<int> missing = [];
            for (var i = 0; i < items.Count; i++)
            {
                var row = ItemRows.Find(now, items.Ids[i], done.Deleted.Rows[i]);
                if (row < 0 || _leaving.Contains(row))      // an item may have been replaced by one with its id
                {
                    missing.Add(i);
                    continue;
                }
                if (IsAsDeleted(row, i, columns, orders)
                    || !conflicts.Overwrites(new(ReversalConflictKind.ItemExists, items.Ids[i], null) { Row = row }))
                    continue;
                foreach (var column in columns)
                    RestoreIfOther(column.Key, row, column.Column, i);
                RestoreIfOther(ChangeSet.SortOrderKey, row, orders, i);
            }
            int[] again = [.. missing];
            return again.Length == 0 ? ItemTable.Empty
                : new(items.Ids.Gather(again), items.SortOrders.Gather(again),
                    [.. columns.Select(c => c with { Column = Stored.Gather(c.Column, again) })]);
        }

        bool IsAsDeleted(int row, int item, KeyedColumn[] columns, StoredNumbers orders) =>
            Cells.AreSame(now.SortOrders, row, orders, item)
            && columns.All(c => Current(c.Key) is { } current && current.Type == c.Column.Type && Cells.AreSame(current, row, c.Column, item));

        void RestoreUpdated()
        {
            foreach (var change in done.Updated.Cells)
            {
                var isOrder = change.Key == ChangeSet.SortOrderKey;
                var property = _target.Find(change.Key);
                if (!isOrder && (property is null ? now.Definition.Find(change.Key) is not null : Current(change.Key) is null))
                    continue;       // it goes, or comes back, as a whole
                var current = Current(change.Key);
                var wrote = current is null ? change.New : Stored.Convert(change.New, current.Type);
                var was = current is null ? change.Old : Stored.Convert(change.Old, current.Type);
                var wanted = isOrder || current is null ? was : Stored.Convert(change.Old, property!.Type);
                for (var i = 0; i < change.Positions.Length; i++)
                {
                    var at = change.Positions[i];
                    var id = done.Updated.Ids[at];
                    var row = ItemRows.Find(now, id, done.Updated.Rows[at]);
                    if (current is null || row < 0)
                        conflicts.Overwrites(Conflict(current is null ? ReversalConflictKind.PropertyGone : ReversalConflictKind.ItemDeleted));
                    else if (!Cells.AreSame(current, row, was, i)
                        && (Cells.AreSame(current, row, wrote, i) || conflicts.Overwrites(Conflict(ReversalConflictKind.CellChanged))))
                        _cells.Add(change.Key, row, wanted, i);

                    ReversalConflict Conflict(ReversalConflictKind kind) => new(kind, id, change.Key)
                    {
                        Row = row,
                        Base = Cells.Shown(wrote, i),
                        Current = current is null || row < 0 ? Cell.Blank : Cells.Shown(current, row),
                    };
                }
            }
        }

        /// <summary>Gives properties that come back the values they had, on items that are still there.</summary>
        void RestoreProperties()
        {
            var remade = done.Deleted.Items.Ids.All().ToHashSet();      // which have got them already
            foreach (var key in _restored)
            {
                var values = Stored.Convert(before!.Column(key), _target.Find(key)!.Type);
                foreach (var old in before.Live.Rows())
                    if (!remade.Contains(before.Ids[old]) && ItemRows.Find(now, before.Ids[old], old) is var row and >= 0)
                        RestoreIfOther(key, row, values, old);
            }
        }

        void RestoreIfOther(string key, int row, Column values, int at)
        {
            var current = Current(key);
            if (current is null ? Cells.HasValue(values, at) : current.Type != values.Type || !Cells.AreSame(current, row, values, at))
                _cells.Add(key, row, values, at);
        }

        /// <summary>The column as it is now; null when there is none.</summary>
        Column? Current(string key) =>
            key == ChangeSet.SortOrderKey ? now.SortOrders
            : now.Definition.PositionOf(key) is var at and >= 0 ? now.Columns[at] : null;
    }
}
