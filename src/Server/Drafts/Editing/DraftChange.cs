using System.Text.Json.Serialization;
using Espalier.Engine.Columns;

namespace Espalier.Server.Drafts.Editing;

/// <summary>One change in a draft, on the wire.</summary>
/// <param name="Key">The property; none for the creation or deletion of the item itself.</param>
public sealed record DraftChange(
    string ChangeId,
    [property: JsonPropertyName("_id")] string Id,
    [property: JsonPropertyName("_action")] string Action,
    string? Label,
    string? Key)
{
    /// <summary>What the dataset had when the change was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? Old { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? New { get; init; }

    public required string At { get; init; }

    /// <summary>The e-mail of whom made it.</summary>
    public required string By { get; init; }

    /// <summary>There when the dataset has moved under the change.</summary>
    public ChangeConflict? Conflict { get; init; }

    /// <summary>A value as JSON shows it.</summary>
    public static object? Print(Cell cell) => cell.Kind switch
    {
        CellKind.Text => cell.Text,
        CellKind.Number => cell.Number,
        CellKind.Date => Dates.Print((long)cell.Number),
        CellKind.Boolean => cell.Number != 0,
        _ => null,
    };
}

/// <summary>The dataset has moved under a change. For a deletion the values are times of the item's last change.</summary>
public sealed record ChangeConflict
{
    /// <summary>What the change was made on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? Base { get; init; }

    /// <summary>What the dataset has now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? Current { get; init; }
}
