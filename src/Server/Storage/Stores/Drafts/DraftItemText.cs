using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Engine.Columns;
using Espalier.Engine.Drafts;

namespace Espalier.Server.Storage.Stores.Drafts;

/// <summary>What a draft does with an item, as a text. Later versions may add members.</summary>
static class DraftItemText
{
    public static readonly string[] Actions = ["update", "create", "delete"];

    public static string Write(DraftItem item) => JsonSerializer.Serialize(
        new StoredDraftItem(item.Mark is null ? null : Of(item.Mark), item.SortOrder, item.IsAtEnd, item.BaseModifiedAt,
            [.. item.Cells.Select(cell => new StoredDraftCell(cell.Key, Of(cell.Base), Of(cell.Value), Of(cell.Mark)))]),
        DraftItemContext.Default.StoredDraftItem);

    public static DraftItem Read(Guid id, string action, string text)
    {
        var stored = JsonSerializer.Deserialize(text, DraftItemContext.Default.StoredDraftItem)!;
        return new(id, (DraftKind)Array.IndexOf(Actions, action))
        {
            Mark = stored.Mark is null ? null : Of(stored.Mark),
            SortOrder = stored.SortOrder,
            IsAtEnd = stored.IsAtEnd,
            BaseModifiedAt = stored.BaseModifiedAt,
            Cells = [.. stored.Cells.Select(cell => new DraftCell(cell.Key, Of(cell.Base), Of(cell.Value), Of(cell.Mark)))],
        };
    }

    static StoredMark Of(ChangeMark mark) => new(mark.ChangeId, mark.Sequence, mark.At, mark.By);

    static ChangeMark Of(StoredMark mark) => new(mark.Id, mark.Sequence, mark.At, mark.By);

    static StoredCell? Of(Cell cell) => cell.IsBlank ? null : new(cell.Kind, cell.Text is null ? cell.Number : null, cell.Text);

    static Cell Of(StoredCell? cell) => cell is null ? Cell.Blank : new(cell.Kind, cell.Number ?? 0, cell.Text);
}

/// <summary>One item.</summary>
sealed record StoredDraftItem(StoredMark? Mark, double SortOrder, bool IsAtEnd, long BaseModifiedAt, IReadOnlyList<StoredDraftCell> Cells);

/// <summary>One changed cell.</summary>
sealed record StoredDraftCell(string Key, StoredCell? Base, StoredCell? Value, StoredMark Mark);

/// <summary>A value with its kind; null when it is blank.</summary>
sealed record StoredCell(CellKind Kind, double? Number, string? Text);

/// <summary>Who made a change and when.</summary>
sealed record StoredMark(Guid Id, long Sequence, long At, string By);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredDraftItem))]
sealed partial class DraftItemContext : JsonSerializerContext;
