using System.Text.Json;

namespace Espalier.Server.Rights.Views;

/// <summary>A live, read-only part of a dataset. Its id stands for a dataset's wherever something is read.</summary>
/// <param name="Filter">Conditions on stored values; absent: all items.</param>
/// <param name="Properties">The keys it shows; absent: all.</param>
/// <param name="Ghosts">Keys that ancestors outside the filter show, which then hold the tree together; absent: they are not there.</param>
/// <param name="Grants">The groups that may read it.</param>
public sealed record ViewResource(
    string ViewId, string DatasetId, string Name, Dictionary<string, JsonElement>? Filter, IReadOnlyList<string>? Properties,
    IReadOnlyList<string>? Ghosts, IReadOnlyList<GrantResource> Grants, string CreatedAt, string CreatedBy, string ModifiedAt,
    string ModifiedBy);

/// <summary>What a view with a filter would show.</summary>
/// <param name="Items">All items of the dataset.</param>
/// <param name="Shown">Those that pass.</param>
/// <param name="Ghosts">Ancestors of these that do not pass.</param>
public sealed record ViewPreview(int Items, int Shown, int Ghosts);

/// <summary>A view as it is written; the document describes it as <see cref="ViewResource"/>.</summary>
sealed record ViewBody(
    string ViewId, string DatasetId, string Name, JsonElement? Filter, IReadOnlyList<string>? Properties, IReadOnlyList<string>? Ghosts,
    IReadOnlyList<Grant> Grants)
{
    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }
}
