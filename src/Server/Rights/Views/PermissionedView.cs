using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Engine.Filters;

namespace Espalier.Server.Rights.Views;

/// <summary>A live, read-only part of a dataset with an id and grants of its own.</summary>
/// <param name="Version">Grows with each change, from 1.</param>
public sealed record PermissionedView(Guid ViewId, Guid DatasetId, long Version, ViewRules Rules)
{
    public required long CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required long ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }

    /// <summary>Which items it shows; null: all.</summary>
    [JsonIgnore]
    public Filter? Filter => Rules.Filter is { } filter ? field ??= RightsJson.FilterOf(filter) : null;
}

/// <summary>What a view shows and to whom, as it is kept.</summary>
/// <param name="Filter">Null: all items.</param>
/// <param name="Properties">Null: all properties.</param>
/// <param name="Ghosts">What is shown of ancestors that the filter leaves out; null: they are not shown.</param>
public sealed record ViewRules(
    string Name, JsonElement? Filter, IReadOnlyList<string>? Properties, IReadOnlyList<string>? Ghosts, IReadOnlyList<Grant> Grants);

/// <summary>Keeps views.</summary>
public interface IViewStore
{
    Task<PermissionedView?> FindAsync(string tenantId, Guid viewId, CancellationToken ct);

    Task<IReadOnlyList<PermissionedView>> ListAsync(string tenantId, CancellationToken ct);

    /// <summary>Adds the view, version 1, or replaces the version before.</summary>
    /// <returns>False when somebody else was first; then nothing is changed.</returns>
    Task<bool> SaveAsync(string tenantId, PermissionedView view, CancellationToken ct);

    /// <returns>False when there is no such view.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid viewId, CancellationToken ct);
}
