using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Drafts;

/// <summary>How several layers become one list of actions, api.md 16.3.</summary>
public enum FoldScheme : byte
{
    /// <summary>One action for each item; value by value the later layer wins.</summary>
    Distinct,

    /// <summary>As distinct where nothing gets lost by it; else both actions stay, in the layers' order.</summary>
    Lossless,

    /// <summary>The layers' actions one after another.</summary>
    Ordered,
}

/// <summary>Folds layers of actions.</summary>
public static class DraftFold
{
    public static IReadOnlyList<DraftAction> Of(FoldScheme scheme, IEnumerable<IReadOnlyList<DraftAction>> layers)
    {
        if (scheme == FoldScheme.Ordered)
            return [.. layers.SelectMany(layer => layer)];

        List<DraftAction?> folded = [];
        var last = new Dictionary<Guid, int>();
        foreach (var action in layers.SelectMany(layer => layer))
        {
            if (last.TryGetValue(action.Id, out var at) && folded[at] is { } earlier && (scheme == FoldScheme.Distinct || LosesNothing(earlier, action)))
            {
                folded[at] = Join(earlier, action);
                continue;
            }
            last[action.Id] = folded.Count;
            folded.Add(action);
        }
        return [.. folded.OfType<DraftAction>()];
    }

    /// <summary>What two actions on one item come to; null when it is nothing.</summary>
    static DraftAction? Join(DraftAction earlier, DraftAction later) => (earlier.Action, later.Action) switch
    {
        (ItemAction.Create, ItemAction.Delete) => null,
        (_, ItemAction.Delete) => later,
        (ItemAction.Delete, ItemAction.Update) => later,
        // The item is there, so it cannot be created, and may be gone where the actions are performed.
        (ItemAction.Delete, _) => later with { Action = ItemAction.CreateOrReplace },
        (ItemAction.Update, ItemAction.Create) => Merge(earlier, later) with { Action = ItemAction.Create },
        _ => Merge(earlier, later),
    };

    static DraftAction Merge(DraftAction earlier, DraftAction later) => earlier with
    {
        SortOrder = double.IsNaN(later.SortOrder) ? earlier.SortOrder : later.SortOrder,
        Values = [.. earlier.Values.Where(value => Find(later, value.Key) is null), .. later.Values],
    };

    static bool LosesNothing(DraftAction earlier, DraftAction later) =>
        earlier.Action == ItemAction.Delete || later.Action == ItemAction.Delete
            ? earlier.Action == later.Action
            : (double.IsNaN(earlier.SortOrder) || double.IsNaN(later.SortOrder) || earlier.SortOrder == later.SortOrder)
            && earlier.Values.All(value => Find(later, value.Key) is not { } other || other == value.Value);

    static Cell? Find(DraftAction action, string key)
    {
        foreach (var value in action.Values)
            if (value.Key == key)
                return value.Value;
        return null;
    }
}
