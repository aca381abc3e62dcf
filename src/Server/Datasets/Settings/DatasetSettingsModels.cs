using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Server.Http;

namespace Espalier.Server.Datasets.Settings;

/// <summary>A dataset, or a view of one, with what is around it.</summary>
/// <param name="State"><c>active</c>, <c>archived</c> or <c>deleted</c>.</param>
/// <param name="Level">What the caller may do with it.</param>
public sealed record DatasetSettings(string DatasetId, string Name, string Type, string Owner, string State, string Level)
{
    public required IReadOnlyList<string> Tags { get; init; }
    public bool? IsPermissionedView { get; init; }
    public bool? IsLinks { get; init; }
    public required bool Hierarchical { get; init; }
    public required int Properties { get; init; }

    /// <summary>Absent where rules hide some from the caller.</summary>
    public long? Items { get; init; }

    /// <summary>Like the drafts, for those who manage it.</summary>
    public long? Views { get; init; }
    public long? Drafts { get; init; }
    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }
    public required string ItemsModifiedAt { get; init; }

    /// <summary>The last transaction.</summary>
    public required string Version { get; init; }

    /// <summary>The filter with which it is opened, as far as the caller sees its properties; absent: all of it is opened.</summary>
    public Dictionary<string, JsonElement>? Prefilter { get; init; }
    public string? ArchivedAt { get; init; }
    public string? DeletedAt { get; init; }
    public string? DeletedBy { get; init; }

    /// <summary>Until then it can come back.</summary>
    public string? RestorableUntil { get; init; }

    public static DatasetSettings Of(DatasetOverview dataset) => new(
        Ids.Print(dataset.DatasetId), dataset.Name, dataset.Type, dataset.Owner,
        dataset.DeletedAt is not null ? "deleted" : dataset.ArchivedAt is not null ? "archived" : "active",
        dataset.Level.ToString().ToLowerInvariant())
    {
        Tags = dataset.Tags,
        IsPermissionedView = dataset.IsPermissionedView ? true : null,
        IsLinks = dataset.IsLinks ? true : null,
        Hierarchical = dataset.IsHierarchical,
        Properties = dataset.Properties,
        Items = dataset.Items,
        Views = dataset.Views,
        Drafts = dataset.Drafts,
        CreatedAt = Timestamps.Print(dataset.CreatedAt),
        CreatedBy = dataset.CreatedBy,
        ModifiedAt = Timestamps.Print(dataset.ModifiedAt),
        ModifiedBy = dataset.ModifiedBy,
        ItemsModifiedAt = Timestamps.Print(dataset.ItemsModifiedAt),
        Version = Ids.Print(dataset.Version),
        Prefilter = dataset.Prefilter,
        ArchivedAt = Print(dataset.ArchivedAt),
        DeletedAt = Print(dataset.DeletedAt),
        DeletedBy = dataset.DeletedBy,
        RestorableUntil = Print(dataset.DeletedAt + (long)DatasetKeeping.Restorable.TotalMilliseconds),
    };

    static string? Print(long? at) => at is { } time ? Timestamps.Print(time) : null;
}

/// <summary>What a copy shall be.</summary>
/// <param name="Items">Whether the items are copied too; they are, unless it says no.</param>
/// <param name="Rights">Whether rights on it are the same; they are not, unless it says so.</param>
public sealed record WantedCopy(string Name, bool? Items, bool? Rights);

/// <summary>A dataset that has just been made.</summary>
public sealed record CopiedDataset(string DatasetId, string Name);

/// <summary>Which properties would make the hierarchy.</summary>
/// <param name="Limit">How many examples of each kind; 20, unless it is given, which is the most.</param>
public sealed record HierarchyQuestion(string TreeId, string TreeParentId, int? Limit);

/// <summary>Which type a property would have.</summary>
public sealed record TypeQuestion(string Type);

/// <summary>The keys of all properties, as they shall stand.</summary>
public sealed record PropertyOrder(IReadOnlyList<string> Keys);

/// <summary>The filter with which a dataset is opened.</summary>
/// <param name="Filter">Conditions by property key on stored values; null: all of it is opened.</param>
public sealed record PrefilterResource(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Dictionary<string, JsonElement>? Filter);

/// <summary>A type of datasets.</summary>
/// <param name="Standard">Whether everybody knows it; others are there as long as a dataset has them.</param>
/// <param name="Datasets">How many the caller may read.</param>
public sealed record DatasetType(string Type, bool Standard, int Datasets);
