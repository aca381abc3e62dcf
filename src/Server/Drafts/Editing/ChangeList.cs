using Espalier.Engine.Columns;
using Espalier.Engine.Drafts;
using Espalier.Engine.Snapshots;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Http;

namespace Espalier.Server.Drafts.Editing;

/// <summary>Lists what is in a draft, change by change, and finds the conflicts: where the dataset has moved meanwhile.</summary>
public sealed class ChangeList
{
    static readonly string[] Actions = ["update", "create", "delete"];

    /// <summary>The changes in the order in which they came to their items.</summary>
    public IReadOnlyList<DraftChange> Read(DraftView view, long offset, long limit)
    {
        List<DraftChange> changes = [];
        foreach (var item in view.Seen.Items)
        {
            if (offset >= item.ChangeCount)
            {
                offset -= item.ChangeCount;
                continue;
            }
            if (changes.Count >= limit)
                break;
            var listed = List(view, item).Skip((int)offset);
            changes.AddRange(listed.Take((int)Math.Min(int.MaxValue, limit - changes.Count)));
            offset = 0;
        }
        return changes;
    }

    static IEnumerable<DraftChange> List(DraftView view, DraftItem item)
    {
        var row = view.Base.Snapshot.RowOf(item.Id);
        var label = LabelOf(view, item, row);
        if (item.Mark is { } mark)
            yield return new(Ids.Print(mark.ChangeId), Ids.Print(item.Id), Actions[(int)item.Kind], label, null)
            {
                At = Print(mark.At),
                By = mark.By,
                Conflict = item.Kind == DraftKind.Delete ? ConflictOf(view.Base.Snapshot, item, row) : null,
            };
        foreach (var cell in item.Cells)
            yield return new(Ids.Print(cell.Mark.ChangeId), Ids.Print(item.Id), Actions[(int)item.Kind], label, cell.Key)
            {
                Old = DraftChange.Print(cell.Base),
                New = DraftChange.Print(cell.Value),
                At = Print(cell.Mark.At),
                By = cell.Mark.By,
                Conflict = ConflictOf(view.Base.Snapshot, item, cell, row),
            };
    }

    static ChangeConflict? ConflictOf(Snapshot now, DraftItem deleted, int row) =>
        row < 0 || now.ModifiedAt.At(row) == deleted.BaseModifiedAt
            ? null
            : new() { Base = Print(deleted.BaseModifiedAt), Current = Print(now.ModifiedAt.At(row)) };

    static ChangeConflict? ConflictOf(Snapshot now, DraftItem item, DraftCell cell, int row)
    {
        if (row < 0 && item.Kind == DraftKind.Create)
            return null;
        var current = row < 0 || !(now.Definition.Find(cell.Key) is not null || cell.Key == Engine.Changes.ChangeSet.SortOrderKey)
            ? Cell.Blank
            : CellValues.Of(now, cell.Key, row);
        // Whoever has made the same change in the dataset, e.g. by applying the draft, has not come into its way.
        return row >= 0 && (current == cell.Base || current == cell.Value)
            ? null
            : new() { Base = DraftChange.Print(cell.Base), Current = DraftChange.Print(current) };
    }

    static string? LabelOf(DraftView view, DraftItem item, int row)
    {
        var key = view.Base.Snapshot.Definition.LabelId;
        var label = item.Find(key)?.Value is { IsBlank: false } value ? value
            : row >= 0 && view.Base.Snapshot.Definition.Find(key) is not null ? CellValues.Of(view.Base.Snapshot, key, row)
            : Cell.Blank;
        return label.IsBlank ? null : label.ToString();
    }

    static string Print(long at) => Timestamps.Print(at);
}
