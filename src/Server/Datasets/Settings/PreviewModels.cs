using System.Text.Json.Serialization;

namespace Espalier.Server.Datasets.Settings;

/// <summary>What a hierarchy would be.</summary>
/// <param name="Items">All that the caller sees.</param>
/// <param name="Roots">Items that ask for no parent, or for themselves.</param>
/// <param name="Orphans">Items whose parent is not there; they would be roots too.</param>
/// <param name="Cycles">Circles of items that are their own ancestors; each would be cut.</param>
/// <param name="InCycles">Items in these.</param>
/// <param name="DuplicateIds">Items that share their id with others.</param>
/// <param name="Depth">Levels.</param>
/// <param name="LargestSpan">The most children of one item.</param>
public sealed record HierarchyPreview(
    int Items, int Roots, int Orphans, int Cycles, int InCycles, int DuplicateIds, int BlankIds, int Depth, int LargestSpan,
    HierarchyExamples Examples);

/// <summary>Some items of each kind.</summary>
public sealed record HierarchyExamples(
    IReadOnlyList<HierarchyExample> Roots, IReadOnlyList<HierarchyExample> Orphans, IReadOnlyList<HierarchyExample> Cycles,
    IReadOnlyList<HierarchyExample> DuplicateIds);

/// <summary>An item, and the parent it asks for.</summary>
public sealed record HierarchyExample([property: JsonPropertyName("_id")] string Id, string Label, string? Parent);

/// <summary>What becomes of a property's values.</summary>
/// <param name="Total">All items that the caller sees.</param>
/// <param name="Convert">How many values fit the type.</param>
/// <param name="Fail">How many do not: they would count as blank, and come back with the old type.</param>
/// <param name="Examples">Some of those.</param>
public sealed record TypePreview(string From, string To, int Total, int Convert, int Fail, int Blank, IReadOnlyList<TypeExample> Examples);

/// <summary>A value that does not fit.</summary>
public sealed record TypeExample([property: JsonPropertyName("_id")] string Id, string Label, string Value);
