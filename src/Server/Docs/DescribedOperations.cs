using System.Text.Json.Nodes;
using Espalier.Server.Http;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace Espalier.Server.Docs;

/// <summary>
/// Describes operations by their texts. Handlers read requests themselves, so as to tell all problems at once; what
/// ASP.NET finds out by looking at them is not enough.
/// </summary>
sealed class DescribedOperations : IOpenApiOperationTransformer
{
    const string JsonType = "application/json";
    const string UuidPattern = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

    static readonly string[] Formats = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];
    static readonly string[] FileTypes = ["text/csv", "text/tab-separated-values"];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (OperationTexts.Find(operation.OperationId) is not { } text)
            return;

        var schemas = new Schemas(context, cancellationToken);
        var isAlias = context.Description.HttpMethod == "PUT" && operation.OperationId is "updateDataset" or "executeOnDemand";
        operation.OperationId += isAlias ? "ByPut" : "";
        operation.Description = isAlias ? $"The same as {(text.Id == "updateDataset" ? "PATCH" : "POST")}. " + text.Text : text.Text;
        operation.Tags = new HashSet<OpenApiTagReference> { new(text.Tag, context.Document) };
        operation.Parameters = [.. PathParameters(context), .. text.Query.Select(Parameter)];
        operation.RequestBody = text.Body is { } body ? await RequestAsync(body, schemas) : null;
        operation.Responses = new OpenApiResponses
        {
            [Print(text.Answer.Status)] = await AnswerAsync(text.Answer, schemas),
        };
        foreach (var status in Refusals(text).Order())
            operation.Responses.Add(Print(status), await RefusalAsync(status, schemas));
        if (text.IsForPerson)
            operation.Security = [new OpenApiSecurityRequirement { [new(DocumentFrame.Session, context.Document)] = [] }];
        else if (!text.IsOpen)
            operation.Security = [new OpenApiSecurityRequirement { [new(DocumentFrame.Scheme, context.Document)] = [] }];
    }

    static HashSet<int> Refusals(OperationText text)
    {
        HashSet<int> statuses = [.. text.Refusals, 500];
        if (text.IsForPerson)
            statuses.UnionWith([401, 403]);
        else if (!text.IsOpen)
            statuses.UnionWith([400, 401, 403, 429]);
        if (text.Body is not null)
            statuses.Add(413);
        if (text.Body is { Type: not null })
            statuses.Add(415);
        return statuses;
    }

    static IEnumerable<OpenApiParameter> PathParameters(OpenApiOperationTransformerContext context) =>
        RoutePatternFactory.Parse(context.Description.RelativePath ?? "").Parameters.Select(parameter => new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Path,
            Required = true,
            Description = parameter.Name switch
            {
                "tenantId" => "The tenant's id.",
                "datasetId" => "The dataset's id, in any letter case.",
                "webhookId" => "The webhook's id, in any letter case.",
                "transactionId" => "The transaction's id, in any letter case.",
                "viewId" => "The view's id, in any letter case.",
                "draftId" => "The draft's id, in any letter case.",
                "sessionId" => "The session's id, in any letter case.",
                "email" => "The user's e-mail address, in any letter case.",
                "jobId" => "The job's id, in any letter case.",
                "jti" => "The token's id.",
                "key" => "The property's key.",
                "linksDatasetId" => "The links dataset's id, in any letter case.",
                _ => "The format of the export.",
            },
            Example = parameter.Name switch
            {
                "tenantId" => "DEMO",
                "datasetId" or "viewId" or "draftId" or "linksDatasetId" => "F97434FC-D1B0-701E-D310-A44CC4C84947",
                "webhookId" => "0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11",
                "sessionId" => "5B0E3A52-0C0D-4A0B-8A53-3D7C4B6E9F10",
                "transactionId" => "00000172-5FD0-4411-9F1C-3A5B7D2E4C60",
                "email" => "ana@example.com",
                "jobId" => "3C1E5C0E-8A11-4A39-9F43-0B9F4C7E6F0B",
                "jti" => "0b9f4c7e6f0b4a399f433c1e5c0e8a11",
                "key" => "salary",
                _ => "csv",
            },
            Schema = parameter.Name switch
            {
                "tenantId" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Tenant.IdPattern },
                "email" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "email" },
                "jti" or "key" => new OpenApiSchema { Type = JsonSchemaType.String },
                "exportFormat" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Formats.Select(word => (JsonNode)word)] },
                _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = UuidPattern },
            },
        });

    static OpenApiParameter Parameter(QueryText text)
    {
        var isFlag = text.Otherwise is "true" or "false";
        var value = new OpenApiSchema { Type = isFlag ? JsonSchemaType.Boolean : text.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String };
        if (text.Words.Count > 0)
            value.Enum = [.. text.Words.Select(word => (JsonNode)word)];
        if (text.Otherwise is not null)
            value.Default = isFlag ? text.Otherwise == "true" : Value(text, text.Otherwise);
        return new OpenApiParameter
        {
            Name = text.Name,
            In = ParameterLocation.Query,
            Required = text.IsRequired,
            Description = text.Text,
            Style = ParameterStyle.Form,
            Explode = true,
            Example = Example(text),
            Schema = text.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
    }

    static JsonNode? Example(QueryText text) =>
        text.Example is null ? null : text.IsRepeatable ? new JsonArray(text.Example) : Value(text, text.Example);

    static JsonNode Value(QueryText text, string value) =>
        text.IsNumber ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : value;

    static async Task<OpenApiRequestBody> RequestAsync(BodyText body, Schemas schemas) => new()
    {
        Required = !body.IsOptional,
        Content = body.Type is { } type
            ? new Dictionary<string, OpenApiMediaType>
            {
                [JsonType] = new OpenApiMediaType
                {
                    Schema = await schemas.OfAsync(type),
                    Example = body.Example is null ? null : JsonNode.Parse(body.Example),
                },
            }
            : Files(),
    };

    static async Task<OpenApiResponse> AnswerAsync(AnswerText answer, Schemas schemas)
    {
        var content = answer.IsFile ? Files() : [];
        if (answer.Types.Length > 0)
            content[JsonType] = new OpenApiMediaType
            {
                Schema = await schemas.AnyOfAsync(answer.Types),
                Example = answer.Example is null ? null : JsonNode.Parse(answer.Example),
            };
        return new OpenApiResponse
        {
            Description = answer.Text,
            Content = content,
            Headers = new Dictionary<string, IOpenApiHeader>
            {
                [Http.Middleware.TraceIds.Header] = new OpenApiHeader
                {
                    Description = "The request's id.",
                    Example = "Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        };
    }

    static async Task<OpenApiResponse> RefusalAsync(int status, Schemas schemas) => new()
    {
        Description = status switch
        {
            400 => "The request is not valid; the errors say where.",
            401 => "The token is missing or not valid.",
            403 => "The token, the account or the tenant does not allow it, or the caller lacks the right.",
            404 => "There is no such thing, or no longer.",
            409 => "It conflicts with what has happened meanwhile; the errors say where.",
            413 => "The body is too large.",
            415 => "The body is not JSON in UTF-8, or packed in an unknown way.",
            429 => "Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again.",
            500 => "An internal error; the log knows more under the answer's trace id.",
            504 => "It took too long. The asynchronous way has no such limit.",
            _ => "Refused.",
        },
        Content = new Dictionary<string, OpenApiMediaType> { [JsonType] = new OpenApiMediaType { Schema = await schemas.OfAsync(typeof(ErrorBody)) } },
    };

    static Dictionary<string, OpenApiMediaType> Files() => FileTypes.Prepend(JsonType).ToDictionary(
        type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });

    static string Print(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Schemas of records, each kept once in the document.</summary>
    sealed class Schemas(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        public async Task<IOpenApiSchema> AnyOfAsync(Type[] types)
        {
            if (types is [var only])
                return await OfAsync(only);
            var any = new OpenApiSchema { AnyOf = [] };
            foreach (var type in types)
                any.AnyOf.Add(await OfAsync(type));
            return any;
        }

        public async Task<IOpenApiSchema> OfAsync(Type type)
        {
            if (type.IsArray)
                return new OpenApiSchema { Type = JsonSchemaType.Array, Items = await OfAsync(type.GetElementType()!) };
            var schema = await context.GetOrCreateSchemaAsync(type, null, ct);
            context.Document!.AddComponent(type.Name, schema);
            return new OpenApiSchemaReference(type.Name, context.Document);
        }
    }
}
