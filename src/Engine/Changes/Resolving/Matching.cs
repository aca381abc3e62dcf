using System.Runtime.CompilerServices;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// Finds the items that actions mean: stored ones through the snapshot's index, created ones through a table of the
/// payload's own. Within one payload an item's identifier never changes, so both stay right as actions are performed.
/// </summary>
sealed class Matching
{
    readonly Snapshot _snapshot;
    readonly PendingItems _items;
    readonly WriteAccess? _access;
    readonly RowIndex _index;
    readonly bool _merges;
    readonly CreatedKeys _created = new();

    /// <param name="access">Items out of the caller's sight are not found. Null: all are seen.</param>
    public Matching(Snapshot snapshot, ImportSettings settings, PendingItems items, WriteAccess? access)
    {
        _snapshot = snapshot;
        _items = items;
        _access = access is { Rows.IsSame: false } ? access : null;
        _merges = settings.Identification == Identification.MergeKey;
        string[] keys = settings.Identification switch
        {
            Identification.Id => [],
            Identification.AutoId => [snapshot.Definition.AutoId],
            _ => [.. settings.Keys.Distinct()],
        };
        Keys = [.. keys.Select(snapshot.Definition.PositionOf)];
        _index = keys.Length == 0 ? snapshot.Index(Snapshot.IdKey) : snapshot.Index(keys);
    }

    /// <summary>The positions of the identifying properties; empty when items are identified by <c>_id</c>.</summary>
    public int[] Keys { get; }

    public bool ById => Keys.Length == 0;

    /// <summary>Reads an action's identifier. False when it has none or one that cannot be read, which is told.</summary>
    /// <param name="id">The internal id, where items are identified by it; empty when a create leaves it to us.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryIdentify(ConvertedBatch batch, int action, out uint hash, out Guid id)
    {
        hash = 0;
        id = Guid.Empty;
        if (ById)
            return TryId(batch, action, out hash, out id);

        var complete = true;
        for (var k = 0; k < Keys.Length; k++)
        {
            var cells = batch.Cells(Keys[k]);
            if (cells is null || cells.Wishes[action] == CellWish.None)
            {
                batch.ProblemsOf(action).Add(new(batch.Batch.First + action,
                    _snapshot.Definition.Properties[Keys[k]].Key, ActionProblemKind.IdentifierMissing));
                complete = false;
                continue;
            }
            if (cells.Wishes[action] == CellWish.Invalid)
            {
                complete = false;
                continue;
            }
            var part = _items.Cells[Keys[k]].Type == PropertyType.Text
                ? Hashing.Of(cells.Text(batch.Batch, action))
                : Hashing.Of(cells.Patterns[action]);
            hash = k == 0 ? part : Hashing.Join(hash, part);
        }
        return complete;
    }

    /// <summary>
    /// How the action identifies its item: a cell for each identifying property, blank where it has none that can be read. Nothing where items are out of the
    /// caller's sight: what stands in a result can then be taken for what the dataset holds.
    /// </summary>
    public Cell[] IdentityOf(ConvertedBatch batch, int action) => _access is not null ? [] :
        Array.ConvertAll(Keys, key => batch.Cells(key) is { } cells && cells.Wishes[action] == CellWish.Set ? cells.CellOf(batch.Batch, action, _items.Cells[key].Type) : Cell.Blank);

    /// <summary>As it is for an action, of an item that the payload created.</summary>
    public Cell[] IdentityOf(int item) => Array.ConvertAll(Keys, key => _items.Cells[key].CellOf(item));

    /// <summary>The stored row that the action means: −1 for none, −2 for several.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindStored(ConvertedBatch batch, int action, uint hash, Guid id)
    {
        var found = -1;
        foreach (var row in _index.Find(hash))
        {
            if (row == found || !IsStored(batch, action, row, id))
                continue;
            if (found >= 0)
                return -2;
            found = row;
        }
        return found;
    }

    /// <summary>All that the action means: stored rows, and created items as <c>~number</c>; each once, in row order.</summary>
    public void FindAll(ConvertedBatch batch, int action, uint hash, Guid id, List<int> found)
    {
        found.Clear();
        foreach (var row in _index.Find(hash))
            if (IsStored(batch, action, row, id) && !_items.IsDeleted(row) && !found.Contains(row))
                found.Add(row);
        found.Sort();
        var at = -1L;
        for (var item = _created.Next(hash, ref at); item >= 0; item = _created.Next(hash, ref at))
            if (!_items.IsDropped(item) && IsCreated(batch, action, item, id))
                found.Add(~item);
    }

    /// <summary>Whether the payload itself created an item with this identifier, be it deleted again or not.</summary>
    public bool IsCreated(ConvertedBatch batch, int action, uint hash, Guid id)
    {
        var at = -1L;
        for (var item = _created.Next(hash, ref at); item >= 0; item = _created.Next(hash, ref at))
            if (IsCreated(batch, action, item, id))
                return true;
        return false;
    }

    /// <summary>Whether an item out of the caller's sight has the identifier, by which there should be one item only.</summary>
    public bool IsUnseen(ConvertedBatch batch, int action, uint hash, Guid id)
    {
        if (_access is null || _merges || (ById && id == Guid.Empty))
            return false;
        foreach (var row in _index.Find(hash))
            if (!_access.Sees(row) && Holds(batch, action, row, id))
                return true;
        return false;
    }

    public void AddCreated(uint hash, int item) => _created.Add(hash, item);

    static bool TryId(ConvertedBatch batch, int action, out uint hash, out Guid id)
    {
        hash = 0;
        id = Guid.Empty;
        var token = batch.Batch.Id is { } cells ? cells.Tokens[action] : CellToken.Absent;
        var text = token == CellToken.Text ? batch.Batch.Text(batch.Batch.Id!, action) : default;
        if (token is CellToken.Absent or CellToken.Null || (token == CellToken.Text && text.IsEmpty))
        {
            if (batch.Actions[action].Creates())
                return true;
            batch.ProblemsOf(action).Add(new(batch.Batch.First + action, "_id", ActionProblemKind.IdentifierMissing));
            return false;
        }
        if (token != CellToken.Text || !Guid.TryParseExact(System.Text.Encoding.UTF8.GetString(text), "D", out id) || id == Guid.Empty)
        {
            batch.ProblemsOf(action).Add(new(batch.Batch.First + action, "_id", ActionProblemKind.IdInvalid));
            return false;
        }
        hash = Hashing.Of(id);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool IsStored(ConvertedBatch batch, int action, int row, Guid id) =>
        (_access is null || _access.Sees(row)) && Holds(batch, action, row, id);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Holds(ConvertedBatch batch, int action, int row, Guid id)
    {
        if (!_snapshot.Live[row])
            return false;
        if (ById)
            return _snapshot.Ids[row] == id;
        foreach (var key in Keys)
            if (!_items.Cells[key].IsStored(row, batch.Cells(key)!, batch.Batch, action))
                return false;
        return true;
    }

    bool IsCreated(ConvertedBatch batch, int action, int item, Guid id)
    {
        if (ById)
            return _items.IdOf(item) == id;
        foreach (var key in Keys)
            if (!_items.Cells[key].IsCreated(item, batch.Cells(key)!, batch.Batch, action))
                return false;
        return true;
    }
}
