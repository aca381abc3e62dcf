using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Rights;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// Says which actions the caller may not perform on what they found. Items out of the caller's sight are not found at all;
/// but no second item gets the identifier of one, which would be harm that the caller cannot see.
/// </summary>
sealed class AccessCheck
{
    readonly WriteAccess? _access;
    readonly Matching _matching;
    readonly bool _keysAreFixed;

    /// <param name="access">Null: everything may be done.</param>
    public AccessCheck(WriteAccess? access, Matching matching, int properties)
    {
        _access = access;
        _matching = matching;
        Kept = new bool[properties];
        for (var p = 0; p < properties; p++)
            Kept[p] = access?.MayChange(p) == false;
        foreach (var key in matching.Keys)
        {
            _keysAreFixed |= Kept[key];
            Kept[key] = true;
        }
    }

    /// <summary>By position: properties that no action changes on an item that is there.</summary>
    public bool[] Kept { get; }

    /// <summary>Everything denied so far.</summary>
    public List<ActionProblem> Denials { get; } = [];

    /// <summary>Whether the action is denied; then it is noted, and why.</summary>
    /// <param name="target">The row it found, a created item as <c>~number</c>, or <see cref="ActionResult.NoRow"/>.</param>
    public bool Denies(ConvertedBatch batch, int i, int target, uint hash, Guid id, out IReadOnlyList<ActionProblem> why)
    {
        why = [];
        if (_access is null)
            return false;
        var action = batch.Actions[i];
        if (action is not (ItemAction.Delete or ItemAction.Noop) && batch.DenialsOf(i) is { Count: > 0 } named)
            why = named;
        else if (target == ActionResult.NoRow ? MayNotCreate(batch, i, hash, id) : MayNotChange(action, target))
            why = [new(batch.Batch.First + i, null, ActionProblemKind.ItemDenied)];
        Denials.AddRange(why);
        return why.Count > 0;
    }

    /// <summary>Whether an item that the payload did not address stays all the same.</summary>
    public bool Spares(int row)
    {
        if (_access is null || !_access.Sees(row))
            return _access is not null;
        if (_access.Rows[row] == ItemRight.Delete)
            return false;
        if (Denials.Count == 0 || Denials[^1].Action >= 0)
            Denials.Add(new(ActionProblem.NoAction, null, ActionProblemKind.ItemDenied));
        return true;
    }

    bool MayNotCreate(ConvertedBatch batch, int i, uint hash, Guid id) =>
        batch.Actions[i].Creates()
        && (_access!.Rows.Most < ItemRight.Update || _keysAreFixed || _matching.IsUnseen(batch, i, hash, id));

    bool MayNotChange(ItemAction action, int target) =>
        target >= 0 && action != ItemAction.Noop
        && _access!.Rows[target] < (action == ItemAction.Delete ? ItemRight.Delete : ItemRight.Update);
}
