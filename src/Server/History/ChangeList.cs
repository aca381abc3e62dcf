using System.Text.Json.Nodes;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.History;

/// <summary>One changed key of an item, or of the dataset's definition.</summary>
/// <param name="Action">create, update or delete; configure when it is about the definition.</param>
/// <param name="Item">Null when it is about the definition.</param>
/// <param name="Key">Null for an item that has no values.</param>
readonly record struct ChangeEntry(string Action, Guid? Item, string? Key)
{
    /// <summary>The column that labels the item, and the item's place in it.</summary>
    public (Column? Column, int At) Label { get; init; }

    public (Column? Column, int At) Old { get; init; }

    public (Column? Column, int At) New { get; init; }

    /// <summary>Old and new of a setting.</summary>
    public (JsonNode? Old, JsonNode? New) Setting { get; init; }
}

/// <summary>
/// A transaction key by key, as far as it can be seen in the states before and after it: rows and properties that are not in
/// these are passed over.
/// </summary>
/// <param name="before">Null for the transaction that made the dataset.</param>
sealed class ChangeList(ChangeSet changes, Snapshot? before, Snapshot after)
{
    public TransactionStamp Stamp => changes.Stamp;

    public IEnumerable<ChangeEntry> Entries() => Settings().Concat(Created()).Concat(Updated()).Concat(Deleted());

    IEnumerable<ChangeEntry> Settings() =>
        changes.Definition is null ? [] : DefinitionDifference.Of(before?.Definition, after.Definition)
            .Select(d => new ChangeEntry("configure", null, d.Key) { Setting = (AsTold(d.Old), AsTold(d.New)) });

    /// <summary>A property's type is written as in the API.</summary>
    static JsonNode? AsTold(JsonNode? setting)
    {
        if (setting is not JsonObject property || property["type"] is not JsonValue type)
            return setting;
        var told = property.DeepClone();
        told["type"] = type.GetValue<string>().ToLowerInvariant();
        return told;
    }

    IEnumerable<ChangeEntry> Created()
    {
        var items = changes.Created;
        var label = Labels(after);
        var columns = items.Columns.Where(c => after.Definition.Find(c.Key) is not null).ToArray();
        for (var i = 0; i < items.Count; i++)
        {
            var row = ItemRows.Find(after, items.Ids[i], after.RowCount - items.Count + i);
            if (row < 0)
                continue;
            var isEmpty = true;
            foreach (var column in columns)
            {
                if (!HasValue(column.Column, i))
                    continue;
                isEmpty = false;
                yield return new("create", items.Ids[i], column.Key) { Label = (label, row), New = (column.Column, i) };
            }
            if (isEmpty)
                yield return new("create", items.Ids[i], null) { Label = (label, row) };
        }
    }

    IEnumerable<ChangeEntry> Updated()
    {
        var label = Labels(after);
        foreach (var change in changes.Updated.Cells)
        {
            if (before is null || (change.Key != ChangeSet.SortOrderKey && after.Definition.Find(change.Key) is null))
                continue;
            for (var i = 0; i < change.Positions.Length; i++)
            {
                var (id, hint) = (changes.Updated.Ids[change.Positions[i]], changes.Updated.Rows[change.Positions[i]]);
                if (ItemRows.Find(before, id, hint) >= 0 && ItemRows.Find(after, id, hint) is var row and >= 0)
                    yield return new("update", id, change.Key) { Label = (label, row), Old = (change.Old, i), New = (change.New, i) };
            }
        }
    }

    IEnumerable<ChangeEntry> Deleted()
    {
        if (before is null)
            yield break;
        var items = changes.Deleted.Items;
        var label = Labels(before);
        var columns = items.Columns.Where(c => before.Definition.Find(c.Key) is not null).ToArray();
        for (var i = 0; i < items.Count; i++)
        {
            var row = ItemRows.Find(before, items.Ids[i], changes.Deleted.Rows[i]);
            if (row < 0)
                continue;
            var isEmpty = true;
            foreach (var column in columns)
            {
                if (!HasValue(column.Column, i))
                    continue;
                isEmpty = false;
                yield return new("delete", items.Ids[i], column.Key) { Label = (label, row), Old = (column.Column, i) };
            }
            if (isEmpty)
                yield return new("delete", items.Ids[i], null) { Label = (label, row) };
        }
    }

    /// <summary>Null when the caller may not see it.</summary>
    static Column? Labels(Snapshot snapshot) =>
        snapshot.Definition.PositionOf(snapshot.Definition.LabelId) is var at and >= 0 ? snapshot.Columns[at] : null;

    static bool HasValue(Column column, int at) => !column.IsBlank(at) || column.Raw?[at] is not null;
}
