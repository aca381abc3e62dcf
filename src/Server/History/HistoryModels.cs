using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Engine.Columns;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Http;

namespace Espalier.Server.History;

/// <summary>What a transaction came to.</summary>
/// <param name="Cells">Cells of updated items.</param>
public sealed record TransactionCounts(long Created, long Updated, long Deleted, long Cells);

/// <summary>A transaction in the list.</summary>
/// <param name="By">The e-mail of who made it.</param>
/// <param name="Channel">What it came through: api, import, undo, …</param>
public sealed record TransactionEntry(
    string TransactionId, string At, string By, string Channel, TransactionCounts Counts, bool ChangesDefinition)
{
    public static TransactionEntry Of(LoggedTransaction transaction) => new(
        Ids.Print(transaction.Stamp.TransactionId), Timestamps.Print(transaction.Stamp.At), transaction.Stamp.By, transaction.Stamp.Channel,
        new(transaction.CreatedItems, transaction.UpdatedItems, transaction.DeletedItems, transaction.ChangedCells),
        transaction.ChangesDefinition);
}

/// <summary>How a transaction shall be undone.</summary>
/// <param name="Conflicts">Where something has happened since: fail, the default, skip or overwrite.</param>
/// <param name="DryRun">Tell what would be done, and do nothing.</param>
public sealed record UndoRequest(string? Conflicts, bool? DryRun);

/// <summary>What an undo did, or would do.</summary>
/// <param name="TransactionId">Of the new transaction; absent when nothing was left to undo, and in a dry run.</param>
/// <param name="ConflictCount">How many conflicts there are; the first thousand are told.</param>
public sealed record UndoAnswer(
    string? TransactionId, string At, string By, string Channel, TransactionCounts Counts, bool ChangesDefinition,
    bool DryRun, long ConflictCount, IReadOnlyList<ConflictEntry> Conflicts)
{
    public static UndoAnswer Of(UndoOutcome outcome)
    {
        var changes = outcome.Reversal.Changes;
        var counted = LoggedTransaction.Of(default, 0, changes, 0);
        var conflicts = outcome.Reversal.Conflicts;
        return new(
            outcome.IsDry || changes.IsEmpty ? null : Ids.Print(changes.Stamp.TransactionId),
            Timestamps.Print(changes.Stamp.At), changes.Stamp.By, changes.Stamp.Channel,
            new(counted.CreatedItems, counted.UpdatedItems, counted.DeletedItems, counted.ChangedCells),
            counted.ChangesDefinition, outcome.IsDry, conflicts.Count,
            [.. conflicts.First.Select(conflict => ConflictEntry.Of(conflict, outcome.Visible))]);
    }
}

/// <summary>Something that has happened since and stands in the way of an undo.</summary>
/// <param name="Kind">
/// cellChanged, itemChanged, itemDeleted, itemExists, propertyGone, propertyChanged, propertyInUse, settingChanged or definitionInvalid.
/// </param>
/// <param name="Id">The item; absent when it is about the dataset's definition.</param>
/// <param name="Key">The property or setting; absent when it is about the item as a whole.</param>
/// <param name="Base">What the undone transaction wrote.</param>
/// <param name="Current">What stands there now.</param>
public sealed record ConflictEntry(
    string Kind, [property: JsonPropertyName("_id")] string? Id, string? Label, string? Key, JsonElement? Base, JsonElement? Current)
{
    /// <param name="visible">The dataset as the caller sees it.</param>
    public static ConflictEntry Of(ReversalConflict conflict, Snapshot visible)
    {
        var label = visible.Definition.PositionOf(visible.Definition.LabelId);
        var row = conflict.Item is { } id && label >= 0 ? ItemRows.Find(visible, id, conflict.Row) : -1;
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(conflict.Kind.ToString()),
            conflict.Item is null ? null : Ids.Print(conflict.Item.Value),
            row < 0 ? null : visible.Columns[label][row].ToString(),
            conflict.Key, Json(conflict.Base), Json(conflict.Current));
    }

    static JsonElement? Json(Cell cell) => cell.Kind switch
    {
        CellKind.Blank => null,
        CellKind.Number => JsonSerializer.SerializeToElement(cell.Number),
        CellKind.Boolean => JsonSerializer.SerializeToElement(cell.Number != 0),
        _ => JsonSerializer.SerializeToElement(cell.ToString(), Http.Json.Options),
    };
}
