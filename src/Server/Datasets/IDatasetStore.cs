using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets;

/// <summary>What is known of datasets without opening them. Their rows are written with their transactions.</summary>
public interface IDatasetStore
{
    /// <summary>The tenant's datasets by name, then by id.</summary>
    Task<IReadOnlyList<DatasetListing>> ListAsync(string tenantId, CancellationToken ct);

    /// <summary>The tenant's links datasets and what they join.</summary>
    Task<IReadOnlyList<LinksListing>> ListLinksAsync(string tenantId, CancellationToken ct);

    Task<DatasetState?> FindAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <summary>Datasets of all tenants, the last changed first.</summary>
    Task<IReadOnlyList<(string TenantId, Guid DatasetId)>> ListRecentAsync(int most, CancellationToken ct);

    /// <summary>Where the dataset's log stands; asked before each request on it.</summary>
    Task<DatasetHead?> FindHeadAsync(string tenantId, Guid datasetId, CancellationToken ct);
}

/// <summary>A dataset in a list.</summary>
/// <param name="IsPermissionedView">Whether it is a part of another one, with an id of its own.</param>
public sealed record DatasetListing(Guid DatasetId, string Name, string Type, string CreatedBy, bool IsPermissionedView = false);

/// <summary>A links dataset in a list.</summary>
public sealed record LinksListing(Guid DatasetId, LinkEnds Ends);

/// <summary>The last transaction of a dataset, and whose the dataset is.</summary>
/// <param name="RightsVersion">The newest version of its rights; 0 for none.</param>
/// <param name="IsArchived">Whether it can only be read.</param>
public sealed record DatasetHead(string CreatedBy, long Sequence, Guid TransactionId, long RightsVersion = 0, bool IsArchived = false);

/// <summary>A dataset's definition with who made and changed it and when. Times are unix milliseconds.</summary>
public sealed record DatasetState(Guid DatasetId, DatasetDefinition Definition)
{
    public required long CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required long ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }

    /// <summary>The transaction that last changed the definition.</summary>
    public required Guid DefinitionTransaction { get; init; }

    /// <summary>The transaction that last changed items; before any, the one that made the dataset.</summary>
    public required Guid ItemsTransaction { get; init; }
    public required long ItemsModifiedAt { get; init; }

    /// <summary>The newest version of the dataset's rights; 0 for none.</summary>
    public long RightsVersion { get; init; }

    /// <summary>Tells callers apart who see different parts; empty in the state that is kept.</summary>
    public string RightsKey { get; init; } = "";

    public bool IsPermissionedView { get; init; }
}
