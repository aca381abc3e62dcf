using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Espalier.Server.Docs;

/// <summary>
/// Says of schemas what the wire does: nothing is <c>null</c> but what says so itself, numbers are no texts, and words are
/// one of a list.
/// </summary>
sealed class PlainSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type)
        {
            if (type.HasFlag(JsonSchemaType.Number) || type.HasFlag(JsonSchemaType.Integer))
            {
                type &= ~JsonSchemaType.String;
                schema.Pattern = null;
            }
            if (!OpenTypes.Nullable.Contains((context.JsonPropertyInfo?.DeclaringType, context.JsonPropertyInfo?.Name)))
                type &= ~JsonSchemaType.Null;
            schema.Type = type;
        }
        // A parameter of a record's constructor counts as required, whatever it may be.
        foreach (var member in context.JsonTypeInfo.Properties.Where(member => member.IsGetNullable))
            schema.Required?.Remove(member.Name);
        if (context.JsonPropertyInfo is { } property && SchemaWords.Find(property.DeclaringType, property.Name) is { } words)
            Restrict(schema, words);
        if (context.JsonPropertyInfo is null && OpenTypes.Values.Contains(context.JsonTypeInfo.Type))
            schema.AdditionalProperties = CellValue();
        else if (OpenTypes.Anything.Contains(context.JsonTypeInfo.Type))
            schema.AdditionalProperties = new OpenApiSchema();
        return Task.CompletedTask;
    }

    /// <summary>Says which words there are: for a text, for each of a list of texts, for each value of an object.</summary>
    static void Restrict(OpenApiSchema schema, IReadOnlyList<string> words)
    {
        var one = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array))
            schema.Items = one;
        else if (schema.Type is { } map && map.HasFlag(JsonSchemaType.Object))
            schema.AdditionalProperties = one;
        else
            (schema.Type, schema.Enum) = (one.Type, one.Enum);
    }

    /// <summary>The value of a property of an item.</summary>
    static OpenApiSchema CellValue() => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null,
        Description = "The value of the property with this key.",
    };
}
