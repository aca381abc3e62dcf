using Espalier.Engine.Changes.Actions;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>Performs a batch action by action, each on what the payload has made of its items so far.</summary>
sealed class Touches(
    PendingItems items, Matching matching, AccessCheck access, ImportSettings settings, RowMarks addressed,
    ActionResults results, List<ActionProblem> problems)
{
    readonly List<int> _found = [];

    bool Merges => settings.Identification == Identification.MergeKey;

    public void Add(ConvertedBatch batch)
    {
        for (var i = 0; i < batch.Batch.Count; i++)
            Perform(batch, i);
    }

    void Perform(ConvertedBatch batch, int i)
    {
        var action = batch.Actions[i];
        var identified = matching.TryIdentify(batch, i, out var hash, out var id);
        if (identified)
        {
            if (matching.ById && id == Guid.Empty)
                _found.Clear();
            else
                matching.FindAll(batch, i, hash, id, _found);
        }
        else
        {
            _found.Clear();
        }
        foreach (var row in _found)
            if (row >= 0)
                addressed.Mark(row);

        if (!batch.IsFaulty(i) && Objection(action) is { } objection)
            batch.ProblemsOf(i).Add(new(batch.Batch.First + i, objection.Key, objection.Kind));
        if (batch.IsFaulty(i))
        {
            var only = _found.Count == 1 ? _found[0] : ActionResult.NoRow;
            results.Fail(Skip(batch, i, identified ? action.Resolve(_found.Count > 0) : action, only), batch.ProblemsOf(i));
            problems.AddRange(batch.ProblemsOf(i));
            return;
        }

        if (_found.Count == 0)
        {
            if (IsDenied(batch, i, ActionResult.NoRow, hash, id))
                return;
            if (action.Creates())
                Create(batch, i, hash, id);
            else
                Skip(batch, i, action, ActionResult.NoRow);
            return;
        }
        foreach (var target in _found)
            if (!IsDenied(batch, i, target, hash, id))
                Change(batch, i, action, target);
    }

    bool IsDenied(ConvertedBatch batch, int i, int target, uint hash, Guid id)
    {
        if (!access.Denies(batch, i, target, hash, id, out var denials))
            return false;
        results.Fail(Skip(batch, i, batch.Actions[i].Resolve(target != ActionResult.NoRow), target), denials);
        return true;
    }

    int Skip(ConvertedBatch batch, int i, ItemAction resolved, int target) =>
        results.Add(new(ResultStatus.Skipped, batch.Actions[i], resolved, target), target == ActionResult.NoRow ? matching.IdentityOf(batch, i) : null);

    /// <summary>Why an action that is sound in itself cannot be performed on what it found.</summary>
    (string? Key, ActionProblemKind Kind)? Objection(ItemAction action)
    {
        if (Merges)
            return action == ItemAction.Create ? ("_action", ActionProblemKind.ActionUnknown) : null;
        return _found.Count switch
        {
            > 1 => (null, ActionProblemKind.ItemAmbiguous),
            1 when action == ItemAction.Create => (null, ActionProblemKind.ItemExists),
            0 when action is ItemAction.Update or ItemAction.Replace or ItemAction.Delete => (null, ActionProblemKind.ItemMissing),
            _ => null,
        };
    }

    void Create(ConvertedBatch batch, int i, uint hash, Guid id)
    {
        var item = items.Create(id == Guid.Empty ? items.NewId() : id, batch.SortOrder(i));
        for (var p = 0; p < items.Cells.Length; p++)
            items.Cells[p].Create(item, batch.Cells(p), batch.Batch, i);
        if (!matching.ById || id != Guid.Empty)
            matching.AddCreated(hash, item);
        results.Add(new(ResultStatus.Success, batch.Actions[i], ItemAction.Create, ~item));
    }

    void Change(ConvertedBatch batch, int i, ItemAction action, int target)
    {
        switch (action)
        {
            case ItemAction.Noop:
                results.Add(new(ResultStatus.Skipped, action, action, target));
                return;
            case ItemAction.Delete:
                if (target >= 0)
                    items.Delete(target);
                else
                    items.Drop(~target);
                results.Add(new(ResultStatus.Success, action, action, target));
                return;
            default:
                var changed = SetCells(batch, i, action.Replaces(), target) | SetSortOrder(batch.SortOrder(i), target);
                results.Add(new(changed ? ResultStatus.Success : ResultStatus.Skipped, action,
                    action.Resolve(found: true), target));
                return;
        }
    }

    bool SetCells(ConvertedBatch batch, int i, bool replaces, int target)
    {
        var changed = false;
        for (var p = 0; p < items.Cells.Length; p++)
        {
            if (access.Kept[p])
                continue;
            var cells = batch.Cells(p);
            var wish = cells?.Wishes[i] ?? CellWish.None;
            if (wish == CellWish.Keep || (wish == CellWish.None && !replaces))
                continue;

            var set = wish == CellWish.Set;
            var pending = items.Cells[p];
            if (target >= 0)
            {
                if (!pending.DiffersNow(target, items.SlotOf(target), set, cells, batch.Batch, i))
                    continue;
                pending.Update(items.OpenSlot(target), set, cells, batch.Batch, i);
            }
            else
            {
                if (!pending.DiffersCreated(~target, set, cells, batch.Batch, i))
                    continue;
                pending.SetCreated(~target, set, cells, batch.Batch, i);
            }
            changed = true;
        }
        return changed;
    }

    bool SetSortOrder(double order, int target)
    {
        if (double.IsNaN(order) || order == (target >= 0 ? items.SortOrderOf(target) : items.SortOrderOfCreated(~target)))
            return false;
        if (target >= 0)
            items.SetSortOrder(target, order);
        else
            items.SetSortOrderOfCreated(~target, order);
        return true;
    }
}
