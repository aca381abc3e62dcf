using Espalier.Engine.Drafts;

namespace Espalier.Server.Drafts;

/// <summary>Keeps drafts and what is in them.</summary>
public interface IDraftStore
{
    Task AddAsync(Draft draft, CancellationToken ct);

    /// <summary>The tenant's drafts by name, then by id.</summary>
    /// <param name="datasetId">Only those of this dataset.</param>
    Task<IReadOnlyList<Draft>> ListAsync(string tenantId, Guid? datasetId, CancellationToken ct);

    Task<Draft?> FindAsync(string tenantId, Guid draftId, CancellationToken ct);

    /// <summary>Keeps the draft's name, description and tags.</summary>
    /// <returns>Whether there still is such a draft.</returns>
    Task<bool> RenameAsync(Draft draft, CancellationToken ct);

    /// <returns>Whether there was such a draft.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid draftId, CancellationToken ct);

    /// <summary>All that is in the draft, with the draft as it is in the same moment; null when there is none.</summary>
    Task<(Draft Draft, DraftState State)?> ReadAsync(string tenantId, Guid draftId, CancellationToken ct);

    /// <summary>Changes what is in drafts, all of them or none: on disk when this returns.</summary>
    /// <param name="changes">Drafts as they were read, each once.</param>
    /// <returns>False, and nothing is changed, when one of them has been changed or deleted since it was read.</returns>
    Task<bool> ChangeAsync(IReadOnlyList<(Draft Draft, DraftDelta Delta)> changes, long at, CancellationToken ct);
}
