using System.Text.Json.Nodes;
using Espalier.Server.Access;
using Espalier.Server.Drafts;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Exports;
using Espalier.Server.Expressions;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Packs;
using Espalier.Server.Palettes;
using Espalier.Server.Rights;
using Espalier.Server.Webhooks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Espalier.Server.Docs;

/// <summary>
/// Says of schemas what the wire does: nothing is <c>null</c> but what says so itself, numbers are no texts, and words are
/// one of a list.
/// </summary>
sealed class PlainSchemas : IOpenApiSchemaTransformer
{
    static readonly Dictionary<(Type, string), string[]> Words = new()
    {
        [(typeof(UserResource), "role")] = ["user", "admin"],
        [(typeof(GrantResource), "level")] = ["read", "update", "modify", "manage"],
        [(typeof(PropertyRightsResource), "default")] = ["inherit", "update", "read", "hidden"],
        [(typeof(RowRightsResource), "level")] = ["read", "update", "delete"],
        [(typeof(LayersRequest), "foldScheme")] = ["distinct", "lossless", "ordered"],
        [(typeof(MeasureRequest), "op")] = ["count", "sum", "avg", "min", "max"],
        [(typeof(DraftChange), "_action")] = ["update", "create", "delete"],
        [(typeof(Ticket), "jobStatus")] = ["created", "running", "completed", "failed"],
        [(typeof(ResultLink), "type")] = ["jobTicket", "downloadLink", "uploadLink"],
        [(typeof(Callback), "method")] = ["GET", "POST", "PUT"],
        [(typeof(ImportCallback), "method")] = ["GET", "POST", "PUT"],
        [(typeof(ExportLocation), "method")] = ["PUT"],
        [(typeof(ExportOutput), "projectionMode")] = ["add", "replace"],
        [(typeof(EvaluationRequest), "mode")] = ["expression", "script"],
        [(typeof(EvaluationAnswer), "plan")] = ["columns", "nodes"],
        [(typeof(ExpressionDiagnostic), "severity")] = ["error", "warning"],
        [(typeof(CompletionEntry), "kind")] = ["property", "generated", "function", "relation", "global", "keyword"],
        [(typeof(FileRequest), "targetType")] = ["json", "csv", "tsv"],
        [(typeof(FileRequest), "targetEncoding")] = ["gzip", "identity"],
        [(typeof(NewProperty), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(ChangedProperty), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(Datasets.PropertyResource), "type")] = ["text", "number", "date", "boolean", "string"],
        [(typeof(ExportHeader), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(ItemAction), "_action")] = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"],
        [(typeof(LinkAction), "_action")] = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"],
        [(typeof(LinkResult), "_action")] = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"],
        [(typeof(LinkResult), "_status")] = ["success", "skipped", "implicitDelete"],
        [(typeof(ItemResult), "_action")] = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"],
        [(typeof(PaletteResource), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(NewPalette), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(PalettePatch), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(PackGrant), "level")] = ["read", "modify"],
        [(typeof(PackEntry), "level")] = ["read", "modify", "manage"],
        [(typeof(PackResource), "level")] = ["read", "modify", "manage"],
        [(typeof(WebhookResource), "status")] = ["active", "inactive", "suspended"],
        [(typeof(DeliveryResource), "status")] = ["pending", "delivered", "failed", "dropped"],
        [(typeof(ItemResult), "_status")] = ["success", "skipped", "implicitDelete"],
    };

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
        if (context.JsonPropertyInfo is { } property && Words.TryGetValue((property.DeclaringType, property.Name), out var words))
            schema.Enum = [.. words.Select(word => (JsonNode)word)];
        if (context.JsonPropertyInfo is null && OpenTypes.Values.Contains(context.JsonTypeInfo.Type))
            schema.AdditionalProperties = CellValue();
        return Task.CompletedTask;
    }

    /// <summary>The value of a property of an item.</summary>
    static OpenApiSchema CellValue() => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null,
        Description = "The value of the property with this key.",
    };
}
