using System.Buffers;
using System.Runtime.CompilerServices;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// Performs a batch column by column, which only works when each of its actions means an item that nothing in the
/// payload has addressed before: then their order does not matter but for the numbering of created items.
/// </summary>
sealed class FirstTouches(
    Snapshot snapshot, PendingItems items, Matching matching, AccessCheck access, RowMarks addressed, ActionResults results, List<ActionProblem> problems)
{
    const int Several = -2;

    /// <summary>False, with nothing done, when an item is addressed again.</summary>
    public bool TryAdd(ConvertedBatch batch)
    {
        var count = batch.Batch.Count;
        var hashes = new uint[count];
        var ids = matching.ById ? new Guid[count] : [];
        var identified = new bool[count];
        for (var i = 0; i < count; i++)
        {
            identified[i] = matching.TryIdentify(batch, i, out hashes[i], out var id);
            if (matching.ById)
                ids[i] = id;
        }

        var targets = new int[count];
        Work.Each((count + 1023) / 1024, count, part =>
        {
            for (var i = part * 1024; i < Math.Min(count, part * 1024 + 1024); i++)
                targets[i] = identified[i] && !IsNew(ids, i) ? matching.FindStored(batch, i, hashes[i], ids.Length == 0 ? Guid.Empty : ids[i]) : -1;
        });
        if (MovesAndMakes(batch, targets) || ComesBack(batch, identified, hashes, ids, targets))
        {
            // The other way identifies again, and would tell the same problems twice.
            batch.Forget(matching.Keys.Length == 0 ? ["_id"] : [.. matching.Keys.Select(k => snapshot.Definition.Properties[k].Key)]);
            return false;
        }
        Perform(batch, identified, hashes, ids, targets);
        return true;
    }

    bool IsNew(Guid[] ids, int i) => matching.ById && ids[i] == Guid.Empty;

    /// <summary>Whether items are moved and others made: where new ones go depends on where moved ones are by then.</summary>
    static bool MovesAndMakes(ConvertedBatch batch, int[] targets)
    {
        var (moves, makes) = (false, false);
        for (var i = 0; i < targets.Length; i++)
        {
            makes |= targets[i] < 0;
            moves |= targets[i] >= 0 && !double.IsNaN(batch.SortOrder(i));
        }
        return moves && makes;
    }

    /// <summary>Whether an item is addressed for the second time. Marks stored rows as addressed, which stays true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool ComesBack(ConvertedBatch batch, bool[] identified, uint[] hashes, Guid[] ids, int[] targets)
    {
        var seen = new HashSet<uint>();
        for (var i = 0; i < targets.Length; i++)
        {
            if (!identified[i] || IsNew(ids, i))
                continue;
            if (targets[i] == Several || (targets[i] >= 0 && addressed[targets[i]]) || !seen.Add(hashes[i])
                || (targets[i] < 0 && matching.IsCreated(batch, i, hashes[i], matching.ById ? ids[i] : Guid.Empty)))
                return true;
        }
        for (var i = 0; i < targets.Length; i++)
            if (targets[i] >= 0)
                addressed.Mark(targets[i]);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Perform(ConvertedBatch batch, bool[] identified, uint[] hashes, Guid[] ids, int[] targets)
    {
        var count = targets.Length;
        var creates = ArrayPool<int>.Shared.Rent(count);
        var changes = ArrayPool<int>.Shared.Rent(count);
        var (created, changed) = (0, 0);
        var firstItem = items.Created;
        var firstEntry = results.Count;
        for (var i = 0; i < count; i++)
        {
            var (action, row) = (batch.Actions[i], targets[i]);
            if (!batch.IsFaulty(i) && Objection(action, row) is { } objection)
                batch.ProblemsOf(i).Add(new(batch.Batch.First + i, null, objection));

            var status = ResultStatus.Skipped;
            var resolved = identified[i] ? action.Resolve(row >= 0) : action;
            var item = row >= 0 ? row : ActionResult.NoRow;
            if (batch.IsFaulty(i))
            {
                results.Fail(results.Count, batch.ProblemsOf(i));
                problems.AddRange(batch.ProblemsOf(i));
            }
            else if (access.Denies(batch, i, item, hashes[i], matching.ById ? ids[i] : Guid.Empty, out var denials))
            {
                results.Fail(results.Count, denials);
            }
            else if (row < 0 && action.Creates())
            {
                var id = IsNew(ids, i) || !matching.ById ? items.NewId() : ids[i];
                item = ~items.Create(id, batch.SortOrder(i));
                if (!IsNew(ids, i))
                    matching.AddCreated(hashes[i], ~item);
                creates[created++] = i;
                status = ResultStatus.Success;
            }
            else if (row >= 0 && action == ItemAction.Delete)
            {
                items.Delete(row);
                status = ResultStatus.Success;
            }
            else if (row >= 0 && action != ItemAction.Noop)
            {
                changes[changed++] = i;
            }
            results.Add(new(status, action, resolved, item), item == ActionResult.NoRow ? matching.IdentityOf(batch, i) : null);
        }

        if (created > 0)
            Work.Each(items.Cells.Length, created, p => items.Cells[p].Create(firstItem, creates.AsSpan(0, created), batch.Cells(p), batch.Batch));
        Update(batch, changes.AsSpan(0, changed).ToArray(), targets, firstEntry);
        ArrayPool<int>.Shared.Return(creates);
        ArrayPool<int>.Shared.Return(changes);
    }

    static ActionProblemKind? Objection(ItemAction action, int row) => row switch
    {
        >= 0 when action == ItemAction.Create => ActionProblemKind.ItemExists,
        -1 when action is ItemAction.Update or ItemAction.Replace or ItemAction.Delete => ActionProblemKind.ItemMissing,
        _ => null,
    };

    /// <summary>Compares column by column; only items that change in some column get a slot.</summary>
    void Update(ConvertedBatch batch, int[] changes, int[] targets, int firstEntry)
    {
        // Row by row upwards: what is stored is then read forwards, which is what costs least.
        Array.Sort(Array.ConvertAll(changes, i => targets[i]), changes);
        var differs = new bool[targets.Length];
        var found = new List<int>?[items.Cells.Length];
        Work.Each(items.Cells.Length, changes.Length, p =>
        {
            if (access.Kept[p])
                return;
            var cells = batch.Cells(p);
            var pending = items.Cells[p];
            foreach (var i in changes)
            {
                var wish = cells?.Wishes[i] ?? CellWish.None;
                if (wish == CellWish.Keep || (wish == CellWish.None && !batch.Actions[i].Replaces())
                    || !pending.Differs(targets[i], wish == CellWish.Set, cells!, batch.Batch, i))
                    continue;
                (found[p] ??= []).Add(i);
                differs[i] = true;
            }
        });

        foreach (var i in changes)
        {
            var row = targets[i];
            if (batch.SortOrder(i) is var order && !double.IsNaN(order) && order != snapshot.SortOrders.At(row))
            {
                items.SetSortOrder(row, order);
                differs[i] = true;
            }
            if (!differs[i])
                continue;
            items.OpenSlot(row);
            results.Set(firstEntry + i, results[firstEntry + i] with { Status = ResultStatus.Success });
        }
        Work.Each(items.Cells.Length, changes.Length, p =>
        {
            var cells = batch.Cells(p);
            foreach (var i in found[p] ?? [])
                items.Cells[p].Update(items.SlotOf(targets[i]), cells?.Wishes[i] == CellWish.Set, cells, batch.Batch, i);
        });
    }
}
