using System.Text.Json;

namespace Espalier.Server.Rights;

/// <summary>Who may do what with a dataset.</summary>
/// <param name="Owner">The e-mail of who may do everything with it, beside the admins.</param>
/// <param name="Grants">What groups may do. Without any, only the owner and admins know of the dataset.</param>
/// <param name="Properties">What groups may do with single properties, at most as much as with the dataset.</param>
/// <param name="Rows">Narrow their groups to rows; several rules for one person add up.</param>
public sealed record RightsResource(
    string? Owner, IReadOnlyList<GrantResource>? Grants, IReadOnlyList<PropertyRightsResource>? Properties,
    IReadOnlyList<RowRightsResource>? Rows);

/// <summary>What a group may do with the dataset. Everybody in the tenant is in the group <c>user</c>.</summary>
/// <param name="Level">Each level holds the ones before it: reading; writing items; changing the definition and rights; making views.</param>
public sealed record GrantResource(string Group, string Level);

/// <summary>What may be done with a property. A hidden one is not there: nowhere.</summary>
/// <param name="Default">What holds for those in none of the groups; <c>inherit</c> when it is left out.</param>
/// <param name="Groups">Rights by group; of several groups the highest right counts.</param>
public sealed record PropertyRightsResource(string Key, string? Default, Dictionary<string, string>? Groups);

/// <summary>Whoever is in one of the groups sees no rows but those that pass a filter of such a rule.</summary>
/// <param name="Filter">Conditions by property key, on stored values.</param>
public sealed record RowRightsResource(IReadOnlyList<string> Groups, Dictionary<string, JsonElement> Filter, string Level);

/// <summary>Rights as they are written; the document describes them as <see cref="RightsResource"/>.</summary>
sealed record RightsBody(
    string Owner, IReadOnlyList<Grant> Grants, IReadOnlyList<PropertyRule> Properties, IReadOnlyList<RowNarrowing> Rows);
