using Espalier.Engine.Columns;

namespace Espalier.Engine.Changes.Actions;

/// <summary>How an action ended.</summary>
public enum ResultStatus : byte
{
    Success,

    /// <summary>Nothing changed, or the action failed and failures are skipped.</summary>
    Skipped,

    /// <summary>Not an action: the item was deleted because the payload did not address it.</summary>
    ImplicitDelete,
}

/// <summary>One entry of an import's result.</summary>
/// <param name="Requested">The action asked for; <see cref="ItemAction.None"/> when it is unknown.</param>
/// <param name="Resolved">What it came to: create, update, replace, delete or noop.</param>
/// <param name="Row">The item's row in the base snapshot; <c>~n</c> for created item n; or <see cref="NoRow"/>.</param>
public readonly record struct ActionResult(ResultStatus Status, ItemAction Requested, ItemAction Resolved, int Row)
{
    public const int NoRow = int.MinValue;
}

/// <summary>The entries of an import's result: one an action (several under a merge key), then the implicit deletes.</summary>
public sealed class ActionResults
{
    readonly Dictionary<int, List<ActionProblem>> _problems = [];
    readonly Dictionary<int, Cell[]> _identities = [];
    ActionResult[] _entries = new ActionResult[64];

    public int Count { get; private set; }

    public ActionResult this[int entry] => _entries.AsSpan(0, Count)[entry];

    /// <summary>Why a skipped action failed; empty when it did not.</summary>
    public IReadOnlyList<ActionProblem> ProblemsOf(int entry) => _problems.TryGetValue(entry, out var problems) ? problems : [];

    /// <summary>How the action of an entry without a row identified its item, a cell for each identifying property; empty for others.</summary>
    public IReadOnlyList<Cell> IdentityOf(int entry) => _identities.TryGetValue(entry, out var cells) ? cells : [];

    /// <param name="identity">Of an entry without a row.</param>
    internal int Add(ActionResult result, Cell[]? identity = null)
    {
        if (identity is not null)
            _identities[Count] = identity;
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        _entries[Count] = result;
        return Count++;
    }

    internal void Set(int entry, ActionResult result) => _entries[entry] = result;

    internal void Fail(int entry, IEnumerable<ActionProblem> problems) => _problems[entry] = [.. problems];

    /// <summary>Created items that were deleted again are gone from the change set; the others move up.</summary>
    /// <param name="identity">Of a created item.</param>
    internal void Renumber(int[] numbers, Func<int, Cell[]> identity)
    {
        for (var e = 0; e < Count; e++)
        {
            if (_entries[e].Row is not (< 0 and not ActionResult.NoRow))
                continue;
            var item = ~_entries[e].Row;
            if (numbers[item] < 0)
                _identities[e] = identity(item);
            _entries[e] = _entries[e] with { Row = numbers[item] < 0 ? ActionResult.NoRow : ~numbers[item] };
        }
    }
}
