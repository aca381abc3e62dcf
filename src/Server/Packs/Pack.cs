using System.Text.Json.Serialization;
using Espalier.Server.Rights;

namespace Espalier.Server.Packs;

/// <summary>A board: what somebody made to look at data with. The data are not in it.</summary>
/// <param name="Version">Grows with each change, from 1.</param>
public sealed record Pack(Guid PackId, long Version)
{
    public required string Name { get; init; }
    public required string Owner { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What it was made with.</summary>
    public PackSource Source { get; init; } = PackSource.None;

    /// <summary>Groups that may read or modify it; none: it is private.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>A JSON object of the app's own; null in lists.</summary>
    public string? Document { get; init; }

    public long CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public long ModifiedAt { get; init; }
    public string ModifiedBy { get; init; } = "";
}

/// <summary>The data that a pack was made with: at most one of dataset, view and draft, and the links used with it.</summary>
public sealed record PackSource(Guid? DatasetId, Guid? ViewId, Guid? DraftId, Guid? LinksId)
{
    public static readonly PackSource None = new(null, null, null, null);

    [JsonIgnore]
    public bool IsNone => this == None;
}

/// <summary>Keeps packs.</summary>
public interface IPackStore
{
    /// <summary>All of the tenant, without their documents.</summary>
    Task<IReadOnlyList<Pack>> ListAsync(string tenantId, CancellationToken ct);

    Task<Pack?> FindAsync(string tenantId, Guid packId, CancellationToken ct);

    /// <param name="most">How many one person may have.</param>
    /// <returns>False when the owner has as many; then nothing is added.</returns>
    Task<bool> AddAsync(string tenantId, Pack pack, int most, CancellationToken ct);

    /// <summary>Replaces the version before.</summary>
    /// <returns>False when somebody else was first; then nothing is changed.</returns>
    Task<bool> UpdateAsync(string tenantId, Pack pack, CancellationToken ct);

    /// <returns>False when there is no such pack.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid packId, CancellationToken ct);
}
