using System.Text.Json;

namespace Espalier.Server.Items;

/// <summary>Which items are wanted, and what of them.</summary>
/// <param name="Filter">Conditions by property key, all of which must hold.</param>
/// <param name="Projection">Property keys, each with 1; without it all properties and no internal ones.</param>
public sealed record ItemQuery(Dictionary<string, JsonElement>? Filter, Dictionary<string, int>? Projection);
