namespace Espalier.Server.Rights;

/// <summary>Keeps who may do what with datasets.</summary>
public interface IRightsStore
{
    /// <summary>Null when nobody has said anything about the dataset's rights.</summary>
    Task<DatasetRights?> FindAsync(string tenantId, Guid datasetId, CancellationToken ct);

    /// <summary>Those of all datasets of the tenant that have some.</summary>
    Task<IReadOnlyDictionary<Guid, DatasetRights>> ListAsync(string tenantId, CancellationToken ct);

    /// <summary>Replaces them, whose version must be the one after what is kept.</summary>
    /// <returns>False when somebody else was first; then nothing is changed.</returns>
    Task<bool> SaveAsync(string tenantId, Guid datasetId, DatasetRights rights, string by, CancellationToken ct);
}
