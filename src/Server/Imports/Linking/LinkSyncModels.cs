using Espalier.Engine.Changes.Actions;

namespace Espalier.Server.Imports.Linking;

/// <summary>How a links dataset is filled, for the description of the API.</summary>
/// <param name="SourceDatasetId">The linked dataset whose items hold the ids of those at the other end.</param>
/// <param name="TargetDatasetAutoId">The key of the property that holds them.</param>
/// <param name="AllocationId">The key of the property that holds allocations; 1 where there is no number.</param>
public sealed record LinkSyncRequest(
    string SourceDatasetId, string TargetDatasetAutoId, string? AllocationId, ImportPlace? ResultLocation, ImportCallback? Callback);

/// <summary>The filling of a links dataset as a job keeps it.</summary>
/// <param name="Gzip">Whether the result is packed.</param>
sealed record LinkSyncJob(Guid LinksDatasetId, Guid SourceDatasetId, string TargetKey, string? AllocationKey, ImportSettings Settings, bool Gzip);
