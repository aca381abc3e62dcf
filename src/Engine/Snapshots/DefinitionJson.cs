using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Engine.Snapshots;

/// <summary>A dataset's definition as it is stored: JSON, to which later versions may add members.</summary>
public static class DefinitionJson
{
    public static byte[] Write(DatasetDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(definition, DefinitionContext.Default.DatasetDefinition);

    public static DatasetDefinition Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, DefinitionContext.Default.DatasetDefinition)
        ?? throw new JsonException("A dataset's definition is not null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetDefinition))]
sealed partial class DefinitionContext : JsonSerializerContext;
