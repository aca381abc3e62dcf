using System.Text.Json.Nodes;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.History;

/// <summary>What differs between two definitions of a dataset, setting by setting and property by property, in their stored form.</summary>
/// <param name="Key">A setting such as <c>labelId</c>, or <c>properties/</c> with a property's key.</param>
public sealed record DefinitionDifference(string Key, JsonNode? Old, JsonNode? New)
{
    /// <param name="before">Null: there was none.</param>
    public static IEnumerable<DefinitionDifference> Of(DatasetDefinition? before, DatasetDefinition after)
    {
        var (was, became) = (before is null ? [] : Flatten(before), Flatten(after));
        foreach (var key in was.Keys.Union(became.Keys))
            if ((was.GetValueOrDefault(key), became.GetValueOrDefault(key)) is var (old, made) && !JsonNode.DeepEquals(old, made))
                yield return new(key, old, made);
    }

    static Dictionary<string, JsonNode?> Flatten(DatasetDefinition definition)
    {
        var flat = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in JsonNode.Parse(DefinitionJson.Write(definition))!.AsObject())
        {
            if (name != "properties")
                flat[name] = value is JsonArray { Count: 0 } ? null : value;
            else
                foreach (var property in value!.AsArray())
                    flat[$"properties/{property!["key"]!.GetValue<string>()}"] = property;
        }
        return flat;
    }
}
