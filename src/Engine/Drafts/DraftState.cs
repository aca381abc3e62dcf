using System.Collections.Immutable;

namespace Espalier.Engine.Drafts;

/// <summary>All that a draft changes, item by item. Immutable.</summary>
public sealed class DraftState
{
    public static readonly DraftState Empty = new(ImmutableDictionary<Guid, DraftItem>.Empty);

    readonly ImmutableDictionary<Guid, DraftItem> _items;
    readonly Lazy<ImmutableArray<DraftItem>> _inOrder;

    DraftState(ImmutableDictionary<Guid, DraftItem> items)
    {
        _items = items;
        _inOrder = new(() => [.. _items.Values.OrderBy(item => item.First)]);
    }

    public static DraftState Of(IEnumerable<DraftItem> items) => new(items.ToImmutableDictionary(item => item.Id));

    public int Count => _items.Count;

    /// <summary>In the order in which the draft came to them.</summary>
    public ImmutableArray<DraftItem> Items => _inOrder.Value;

    public long LastSequence => Items.Max(item => (long?)Math.Max(item.First, item.Cells.IsEmpty ? 0 : item.Cells[^1].Mark.Sequence)) ?? 0;

    public DraftItem? Find(Guid id) => _items.GetValueOrDefault(id);

    public DraftState With(DraftDelta delta) => new(_items.RemoveRange(delta.Gone).SetItems(delta.Put.Select(item => KeyValuePair.Create(item.Id, item))));

    /// <summary>What taking back the changes with these ids comes to; <paramref name="unknown"/> gets those that are not there.</summary>
    public DraftDelta Revert(IReadOnlySet<Guid> changes, ICollection<Guid> unknown)
    {
        var left = changes.ToHashSet();
        List<DraftItem> put = [];
        List<Guid> gone = [];
        foreach (var item in Items)
        {
            var touched = (item.Mark is { } mark && left.Remove(mark.ChangeId)) | item.Cells.Count(cell => left.Remove(cell.Mark.ChangeId)) > 0;
            if (!touched)
                continue;
            if (item.Revert(changes) is { } rest)
                put.Add(rest);
            else
                gone.Add(item.Id);
        }
        foreach (var id in left)
            unknown.Add(id);
        return new([.. put], [.. gone]);
    }
}

/// <summary>How a draft changes: items that it holds from now on so, and items that it lets alone again.</summary>
public sealed record DraftDelta(ImmutableArray<DraftItem> Put, ImmutableArray<Guid> Gone)
{
    public bool IsEmpty => Put.IsEmpty && Gone.IsEmpty;
}
