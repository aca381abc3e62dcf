using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets.Settings;

/// <summary>Whether a dataset is in use, put away, or on its way out.</summary>
public enum DatasetStanding
{
    Active,
    Archived,
    Deleted,
}

/// <summary>A dataset as lists of the settings show it. Times are unix milliseconds.</summary>
public sealed record DatasetSummary(Guid DatasetId, DatasetDefinition Definition)
{
    public required long CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required long ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }
    public required long ItemsModifiedAt { get; init; }

    /// <summary>The last transaction.</summary>
    public required Guid Version { get; init; }

    /// <summary>All of them, whoever asks.</summary>
    public required long Items { get; init; }
    public required long Views { get; init; }
    public required long Drafts { get; init; }
    public long? ArchivedAt { get; init; }
    public long? DeletedAt { get; init; }
    public string? DeletedBy { get; init; }

    /// <summary>As it is kept.</summary>
    public string? Prefilter { get; init; }
}

/// <summary>Keeps where datasets stand.</summary>
public interface IDatasetStandingStore
{
    Task<IReadOnlyList<DatasetSummary>> ListAsync(string tenantId, DatasetStanding standing, CancellationToken ct);

    /// <summary>One that is deleted and can still come back.</summary>
    Task<DatasetSummary?> FindDeletedAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <param name="at">Null: it is in use again.</param>
    /// <returns>False when there is no such dataset.</returns>
    Task<bool> ArchiveAsync(string tenantId, Guid datasetId, DateTimeOffset? at, CancellationToken ct);

    /// <returns>False when there is no such dataset.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid datasetId, DateTimeOffset at, string by, CancellationToken ct);

    /// <returns>False when it is not deleted.</returns>
    Task<bool> RestoreAsync(string tenantId, Guid datasetId, DateTimeOffset at, string by, CancellationToken ct);

    /// <summary>The filter with which a dataset is opened, as it is kept; null: none.</summary>
    Task<string?> FindPrefilterAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <returns>False when there is no such dataset.</returns>
    Task<bool> SavePrefilterAsync(string tenantId, Guid datasetId, string? filter, CancellationToken ct);

    /// <summary>Ends one dataset, with all that belongs to it, that was deleted before the time.</summary>
    /// <returns>The dataset; null when there is none.</returns>
    Task<(string TenantId, Guid DatasetId)?> ForgetOneAsync(DateTimeOffset deletedBefore, CancellationToken ct);
}
