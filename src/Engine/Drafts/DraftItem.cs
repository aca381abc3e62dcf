using System.Collections.Immutable;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Drafts;

/// <summary>What a draft does with an item, all in all.</summary>
public enum DraftKind : byte
{
    Update,
    Create,
    Delete,
}

/// <summary>Which change it is, who made it and when (milliseconds since 1970-01-01 UTC).</summary>
/// <param name="Sequence">The order of the changes within their draft.</param>
public sealed record ChangeMark(Guid ChangeId, long Sequence, long At, string By);

/// <summary>A cell that a draft changes.</summary>
/// <param name="Key">A property's key, or <c>_sortOrder</c>.</param>
/// <param name="Base">What the dataset had when the change was made.</param>
public sealed record DraftCell(string Key, Cell Base, Cell Value, ChangeMark Mark);

/// <summary>What a draft does with one item: the sum of all that was done in it.</summary>
public sealed record DraftItem(Guid Id, DraftKind Kind)
{
    /// <summary>Of a creation or deletion; null for an update, whose cells have theirs.</summary>
    public ChangeMark? Mark { get; init; }

    /// <summary>Changed cells of an update, values of a created item; by sequence. A deletion has none.</summary>
    public ImmutableArray<DraftCell> Cells { get; init; } = [];

    /// <summary>Where a created item stands among the others of the draft.</summary>
    public double SortOrder { get; init; }

    /// <summary>Whether a created item was simply put at the end.</summary>
    public bool IsAtEnd { get; init; } = true;

    /// <summary>When a deleted item had last been changed in the dataset.</summary>
    public long BaseModifiedAt { get; init; }

    /// <summary>The order of items within the draft.</summary>
    public long First => Mark?.Sequence ?? Cells[0].Mark.Sequence;

    /// <summary>Whether it says where the item stands, so that ends are not all the same.</summary>
    internal bool IsPlaced => Kind == DraftKind.Create ? !IsAtEnd : Find(Changes.ChangeSet.SortOrderKey) is not null;

    /// <summary>Changes as they are listed: one for each cell, and one for a creation or deletion itself.</summary>
    public int ChangeCount => Cells.Length + (Mark is null ? 0 : 1);

    public DraftCell? Find(string key)
    {
        foreach (var cell in Cells)
            if (cell.Key == key)
                return cell;
        return null;
    }

    internal DraftItem Without(string key) => Find(key) is { } cell ? this with { Cells = Cells.Remove(cell) } : this;

    internal DraftItem With(DraftCell cell) => Without(cell.Key) is var item ? item with { Cells = item.Cells.Add(cell) } : this;

    /// <summary>What is left when some of its changes are taken back; null when nothing is.</summary>
    public DraftItem? Revert(IReadOnlySet<Guid> changes)
    {
        if (Mark is not null && changes.Contains(Mark.ChangeId))
            return null;
        var item = this with { Cells = Cells.RemoveAll(cell => changes.Contains(cell.Mark.ChangeId)) };
        return item.ChangeCount == 0 ? null : item;
    }
}
