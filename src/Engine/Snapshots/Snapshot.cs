using System.Collections.Concurrent;
using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Drafts;
using Espalier.Engine.Rights;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// A dataset as one transaction left it: definition and columns, never changing. A row keeps its number from one
/// snapshot to the next, until a compaction, which happens at the same transaction wherever the log is read.
/// </summary>
public sealed class Snapshot
{
    /// <summary>Rows are compacted when more than a quarter of them are dead, and at least this many.</summary>
    const int LeastDead = 1024;

    readonly ConcurrentDictionary<string, RowIndex> _indexes = new(StringComparer.Ordinal);
    readonly Lazy<int[]> _order;
    readonly Lazy<Tree?> _tree;
    readonly Lazy<NodeColumns> _nodes;
    readonly Lazy<bool[]> _uniqueIds;
    readonly Lazy<double> _lastSortOrder;

    internal Snapshot(long sequence, DatasetDefinition definition, SnapshotStamps stamps, ImmutableArray<Column> columns,
        GuidList ids, ChunkList sortOrders, ChunkList modifiedAt, LiveRows live,
        Snapshot? sameOrder = null, Snapshot? sameTree = null, DraftMarks? draft = null)
    {
        Sequence = sequence;
        Definition = definition;
        Stamps = stamps;
        Columns = columns;
        Ids = ids;
        SortOrders = new StoredNumbers(sortOrders);
        ModifiedAt = new StoredDates(modifiedAt);
        Live = live;
        Draft = draft;
        // What was already found for the snapshot before, and is not touched, is taken over. What was not found yet is
        // not: it would keep that snapshot in memory.
        _order = Known(sameOrder?._order) ?? new(InOrder);
        _lastSortOrder = Known(sameOrder?._lastSortOrder) ?? new(GreatestSortOrder);
        _tree = Known(sameTree?._tree) ?? new(() => Definition.IsHierarchical ? Tree.Of(this) : null);
        _uniqueIds = Known(sameTree?._uniqueIds) ?? new(FindUniqueIds);
        _nodes = new(() => NodeColumns.Of(this));
    }

    /// <summary>The number of the transaction in the dataset's log; the first has 1.</summary>
    public long Sequence { get; }

    public DatasetDefinition Definition { get; }

    public SnapshotStamps Stamps { get; }

    /// <summary>A stored column for each property, in the definition's order.</summary>
    public ImmutableArray<Column> Columns { get; }

    public GuidList Ids { get; }

    /// <summary>Where an item stands among the others; a new item goes to the end unless it says otherwise.</summary>
    public StoredNumbers SortOrders { get; }

    public StoredDates ModifiedAt { get; }

    public LiveRows Live { get; }

    /// <summary>What drafts have done to it; null for what is in a log.</summary>
    public DraftMarks? Draft { get; }

    /// <summary>What the caller may do with the items; everything, unless the snapshot was made for one caller.</summary>
    public RowRights Rights { get; private init; } = RowRights.All;

    /// <summary>All rows, deleted ones included.</summary>
    public int RowCount => Ids.Count;

    public int ItemCount => RowCount - Live.Dead;

    /// <summary>The live rows by sort order, then by creation.</summary>
    public ReadOnlySpan<int> Order => _order.Value;

    /// <summary>The same, for those who keep it beyond a method.</summary>
    internal ReadOnlyMemory<int> OrderedRows => _order.Value;

    /// <summary>The hierarchy; null in a flat dataset.</summary>
    public Tree? Tree => _tree.Value;

    /// <summary>All that a row shows: stored, generated and internal columns.</summary>
    public NodeColumns Nodes => _nodes.Value;

    /// <summary>By row: whether it has an autoId that no other live row has.</summary>
    internal bool[] UniqueIds => _uniqueIds.Value;

    /// <summary>The greatest sort order of an item, at least 0.</summary>
    public double LastSortOrder => _lastSortOrder.Value;

    /// <summary>Builds what the next export will need, so that it does not have to.</summary>
    public void Prepare()
    {
        _ = _tree.Value;
        _ = _uniqueIds.Value;
    }

    /// <summary>Bytes held in memory, about.</summary>
    public long Size => Columns.Sum(c => ((IStoredColumn)c).Size) + SortOrders.Size + ModifiedAt.Size + RowCount * 20L + _indexes.Values.Sum(i => i.Size)
        + (_tree.IsValueCreated && Tree is not null ? RowCount * 40L : 0);

    /// <summary>The stored column of a property. A role that no property fills, for the caller may not see it, is blank everywhere.</summary>
    public Column Column(string key) =>
        Definition.PositionOf(key) is var at and >= 0 ? Columns[at] : Stored.Blanks(PropertyType.Text, RowCount);

    /// <summary>A dataset that has just been created.</summary>
    public static Snapshot Empty(DatasetDefinition definition, TransactionStamp stamp, long sequence = 1) => new(
        sequence, definition, SnapshotStamps.Of(stamp), [.. definition.Properties.Select(p => Stored.Blanks(p.Type, 0))],
        GuidList.Empty, ChunkList.Blanks(ChunkKind.Number, 0), ChunkList.Blanks(ChunkKind.Date, 0), LiveRows.All(0));

    /// <summary>The row of an item by its internal id, or −1.</summary>
    public int RowOf(Guid id)
    {
        foreach (var row in Index(IdKey).Find(Hashing.Of(id)))
            if (Ids[row] == id && Live[row])
                return row;
        return -1;
    }

    /// <summary>The snapshot after the change set, which was resolved against this one.</summary>
    public Snapshot With(ChangeSet changes)
    {
        var next = Next(changes, null);
        if (next.Live.Dead >= LeastDead && next.Live.Dead > next.RowCount / 4)
            return next.Compact();

        if (changes.Definition is null)
            CarryIndexes(next, changes);
        return next;
    }

    /// <summary>
    /// The snapshot as a draft leaves it. Rows keep their numbers in any case: what is deleted is only dead, and
    /// <see cref="Draft"/> tells what was done.
    /// </summary>
    public Snapshot Drafted(ChangeSet changes)
    {
        var next = Next(changes, DraftMarks.Of(this, changes));
        CarryIndexes(next, changes);
        return next;
    }

    Snapshot Next(ChangeSet changes, DraftMarks? draft)
    {
        var definition = changes.Definition ?? Definition;
        var columns = (changes.Definition is null ? Columns : Reshape(definition)).ToArray();
        var sortOrders = SortOrders.Cells;
        var at = changes.Stamp.At;

        var rows = changes.Updated.Rows.AsSpan();
        foreach (var change in changes.Updated.Cells)
        {
            var changed = new int[change.Positions.Length];
            for (var i = 0; i < changed.Length; i++)
                changed[i] = rows[change.Positions[i]];
            if (change.Key == ChangeSet.SortOrderKey)
                sortOrders = ((IStoredColumn)Stored.With(new StoredNumbers(sortOrders), changed, change.New)).Cells;
            else if (definition.PositionOf(change.Key) is var p and >= 0)
                columns[p] = Stored.With(columns[p], changed, change.New);
        }

        var modified = new long[rows.Length];
        modified.AsSpan().Fill(at);
        var created = changes.Created;
        for (var p = 0; p < columns.Length; p++)
        {
            if (created.Count > 0)
            {
                var more = created.Columns.FirstOrDefault(c => c.Key == definition.Properties[p].Key)?.Column;
                columns[p] = Stored.Append(columns[p], more ?? Stored.Blanks(columns[p].Type, created.Count));
            }
            // Texts that no cell shows any more are dropped once they are the greater part.
            if (columns[p] is StoredTexts text && text.Pool.Count > 2L * text.Count + 4096)
                columns[p] = Stored.Repool(text);
        }

        return new(Sequence + 1, definition, Stamps.With(changes), [.. columns],
            Ids.Append(created.Ids), sortOrders.Append(created.SortOrders),
            ModifiedAt.Cells.With(rows, modified).Append(ChunkList.Constant(ChunkKind.Date, at, created.Count)),
            Live.Without(changes.Deleted.Rows.AsSpan()).Grow(created.Count),
            KeepsOrder(changes) ? this : null, KeepsTree(changes) ? this : null, draft);
    }

    /// <summary>
    /// The snapshot as it would be with other values of some properties: for what is shown, and for what a transaction is
    /// made of, never one itself.
    /// </summary>
    internal Snapshot WithColumns(IReadOnlyDictionary<string, Column> columns)
    {
        var keepsTree = !columns.Keys.Any(key => key == Definition.AutoId || key == Definition.TreeId || key == Definition.TreeParentId);
        return new(Sequence, Definition, Stamps, [.. Definition.Properties.Select((p, at) => columns.GetValueOrDefault(p.Key) ?? Columns[at])],
            Ids, SortOrders.Cells, ModifiedAt.Cells, Live, this, keepsTree ? this : null, Draft);
    }

    /// <summary>The same state with less in it, for one caller. Row numbers stay.</summary>
    internal Snapshot Restricted(
        DatasetDefinition definition, ImmutableArray<Column> columns, RowRights rights, LiveRows live, bool keepsTree) =>
        new(Sequence, definition, Stamps, columns, Ids, SortOrders.Cells, ModifiedAt.Cells, live,
            live.Dead == Live.Dead ? this : null, keepsTree ? this : null, Draft) { Rights = rights };

    /// <summary>The index over an item's internal id.</summary>
    internal const string IdKey = "\0id";

    /// <summary>The index over the given properties, built on first use.</summary>
    public RowIndex Index(params ReadOnlySpan<string> keys)
    {
        var name = string.Join('\0', keys);
        return _indexes.TryGetValue(name, out var index) ? index : _indexes.GetOrAdd(name, BuildIndex);
    }

    RowIndex BuildIndex(string name)
    {
        var hashes = new uint[RowCount];
        var present = new bool[RowCount];
        var keys = new RowKeys(this, name);
        for (var row = 0; row < RowCount; row++)
            present[row] = keys.TryHash(row, out hashes[row]) && Live[row];
        return RowIndex.Build(hashes, present);
    }

    void CarryIndexes(Snapshot next, ChangeSet changes)
    {
        foreach (var (name, index) in _indexes)
        {
            List<int> rows = [];
            var keys = name.Split('\0');
            foreach (var change in changes.Updated.Cells)
                if (keys.Contains(change.Key))
                    rows.AddRange(change.Positions.Select(p => changes.Updated.Rows[p]));
            if (rows.Count + changes.Created.Count > 4096)
                continue;

            if (rows.Count + changes.Created.Count == 0)
            {
                next._indexes.TryAdd(name, index);
                continue;
            }
            rows.AddRange(Enumerable.Range(RowCount, changes.Created.Count));
            var of = new RowKeys(next, name);
            List<uint> hashes = [];
            rows.RemoveAll(row =>
            {
                var has = of.TryHash(row, out var hash);
                if (has)
                    hashes.Add(hash);
                return !has;
            });
            if (index.With([.. hashes], [.. rows]) is { } carried)
                next._indexes.TryAdd(name, carried);
        }
    }

    ImmutableArray<Column> Reshape(DatasetDefinition definition) =>
    [
        .. definition.Properties.Select(p => Definition.PositionOf(p.Key) is var at and >= 0
            ? Stored.Convert(Columns[at], p.Type)
            : Stored.Blanks(p.Type, RowCount)),
    ];

    Snapshot Compact()
    {
        var rows = Live.Rows();
        var columns = Columns.Select(c => Stored.Gather(c, rows)).Select(c => c is StoredTexts t ? Stored.Repool(t) : c);
        return new(Sequence, Definition, Stamps, [.. columns], Ids.Gather(rows),
            SortOrders.Cells.Gather(rows), ModifiedAt.Cells.Gather(rows), LiveRows.All(rows.Length));
    }

    bool[] FindUniqueIds() =>
        Definition.AutoId == Definition.TreeId && Tree?.UniqueIds is { } known
            ? known
            : FirstRows.Of(Column(Definition.AutoId), Order).Unique;

    static Lazy<T>? Known<T>(Lazy<T>? found) => found is { IsValueCreated: true } ? found : null;

    bool KeepsTree(ChangeSet changes) =>
        changes.Definition is null && KeepsOrder(changes) && changes.Updated.Cells.All(c =>
            c.Key != Definition.AutoId && c.Key != Definition.TreeId && c.Key != Definition.TreeParentId);

    static bool KeepsOrder(ChangeSet changes) =>
        changes.Created.Count + changes.Deleted.Count == 0 && changes.Updated.Cells.All(c => c.Key != ChangeSet.SortOrderKey);

    double GreatestSortOrder()
    {
        var greatest = 0d;
        var orders = new double[Chunk.Rows];
        for (var start = 0; start < RowCount; start += Chunk.Rows)
        {
            var open = orders.AsSpan(0, Math.Min(Chunk.Rows, RowCount - start));
            SortOrders.Read(start, open);
            for (var i = 0; i < open.Length; i++)
                if (open[i] > greatest && Live[start + i])
                    greatest = open[i];
        }
        return greatest;
    }

    int[] InOrder()
    {
        var rows = Live.Rows();
        var orders = new double[RowCount];
        SortOrders.Read(0, orders);
        for (var i = 1; i < rows.Length; i++)
        {
            if (orders[rows[i]] >= orders[rows[i - 1]])
                continue;
            // Rows ascend with creation, so they settle what sort orders leave open.
            Array.Sort(rows, Comparer<int>.Create((a, b) =>
                orders[a].CompareTo(orders[b]) is var c && c != 0 ? c : a.CompareTo(b)));
            break;
        }
        return rows;
    }
}

/// <summary>The transactions that made the dataset, last changed its definition, and last changed its items.</summary>
public sealed record SnapshotStamps(TransactionStamp Created, TransactionStamp Configured, TransactionStamp Items)
{
    public static SnapshotStamps Of(TransactionStamp first) => new(first, first, first);

    public SnapshotStamps With(ChangeSet changes) => this with
    {
        Configured = changes.Definition is null ? Configured : changes.Stamp,
        Items = changes.ChangesItems ? changes.Stamp : Items,
    };
}
