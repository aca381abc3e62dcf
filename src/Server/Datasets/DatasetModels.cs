using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Drafts;
using Espalier.Server.Http;

namespace Espalier.Server.Datasets;

/// <summary>Something that can be done next.</summary>
/// <param name="Type">The content type of what is sent and answered.</param>
public sealed record DatasetLink(string Url, string Method, string Type = Json.ContentType);

/// <summary>A dataset in the list.</summary>
public sealed record DatasetEntry(bool IsPermissionedView, string DatasetId, string Name, string Type)
{
    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, DatasetLink> Links { get; init; }

    public static DatasetEntry Of(DatasetListing dataset, DatasetUrls urls) =>
        new(dataset.IsPermissionedView, Ids.Print(dataset.DatasetId), dataset.Name, dataset.Type)
        {
            Links = new Dictionary<string, DatasetLink>
            {
                ["dataset:retrieve"] = new(urls.Of(dataset.DatasetId), "GET"),
                ["dataset:export"] = new($"{urls.Of(dataset.DatasetId)}/export", "POST"),
            },
        };
}

/// <summary>Where a tenant's datasets are on the wire.</summary>
public sealed record DatasetUrls(string Base, string TenantId)
{
    public string Of(Guid datasetId) => $"{Base}/api/v1/{TenantId}/datasets/{Ids.Print(datasetId)}";
}

/// <summary>A dataset's definition and what is around it.</summary>
public sealed record DatasetResource(string DatasetId, string CacheKey)
{
    static readonly string[] ExportFormats = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];

    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public bool? IsPermissionedView { get; init; }
    public string? AutoId { get; init; }
    public string? LabelId { get; init; }
    public string? TreeId { get; init; }
    public string? TreeParentId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public required IReadOnlyList<PropertyResource> Properties { get; init; }
    public required ItemsResource Items { get; init; }

    /// <summary>Drafts on the dataset that the caller may read.</summary>
    public IReadOnlyList<DatasetDraft> Drafts { get; init; } = [];

    /// <summary>Links datasets that join this one with another.</summary>
    public IReadOnlyList<object> LinkingRelationships { get; init; } = [];

    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, DatasetLink> Links { get; init; }

    public static DatasetResource Of(DatasetState state, DatasetUrls urls)
    {
        var definition = state.Definition;
        var url = urls.Of(state.DatasetId);
        return new(Ids.Print(state.DatasetId), KeyOf(state, urls.TenantId))
        {
            CreatedAt = Timestamps.Print(state.CreatedAt),
            CreatedBy = state.CreatedBy,
            ModifiedAt = Timestamps.Print(state.ModifiedAt),
            ModifiedBy = state.ModifiedBy,
            Name = definition.Name,
            Type = definition.Type,
            IsPermissionedView = state.IsPermissionedView ? true : null,
            // A caller may not see the property of a role.
            AutoId = definition.AutoId.Length == 0 ? null : definition.AutoId,
            LabelId = definition.LabelId.Length == 0 ? null : definition.LabelId,
            TreeId = definition.TreeId,
            TreeParentId = definition.TreeParentId,
            Tags = definition.Tags.IsEmpty ? null : definition.Tags,
            Properties = [.. definition.Properties.Select(p => PropertyResource.Of(p, definition))],
            Items = new(Ids.Print(state.ItemsTransaction), Timestamps.Print(state.ItemsModifiedAt)),
            Links = new Dictionary<string, DatasetLink>(
            [
                new("self", new(url, "GET")),
                .. ExportFormats.Select(format => KeyValuePair.Create($"dataset:export:{format}", new DatasetLink($"{url}/export/{format}", "POST"))),
            ]),
        };
    }

    /// <summary>Equal as long as nothing has changed that the caller could see.</summary>
    static string KeyOf(DatasetState state, string tenantId) =>
        Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(
            $"{tenantId}\n{state.DatasetId}\n{state.DefinitionTransaction}\n{state.ItemsTransaction}\n{state.RightsKey}")));
}

/// <summary>A draft on a dataset.</summary>
public sealed record DatasetDraft(string DraftId, string Name)
{
    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, DatasetLink> Links { get; init; }

    public static DatasetDraft Of(Draft draft, DatasetUrls urls) => new(Ids.Print(draft.DraftId), draft.Name)
    {
        Links = new Dictionary<string, DatasetLink>
        {
            ["draft:retrieve"] = new($"{urls.Base}/api/v1/{urls.TenantId}/drafts/{Ids.Print(draft.DraftId)}", "GET"),
        },
    };
}

/// <summary>The last change of a dataset's items.</summary>
public sealed record ItemsResource(string LastTransactionId, string ModifiedAt);

/// <summary>A property; what it is used as shows only where it is so used.</summary>
public sealed record PropertyResource(string Key, string Type, string Name, bool IsRequired)
{
    public bool? IsAutoId { get; init; }
    public bool? IsLabelId { get; init; }
    public bool? IsTreeId { get; init; }
    public bool? IsTreeParentId { get; init; }
    public bool? IsCore { get; init; }
    public string? Description { get; init; }
    public string? Format { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>What the values are calculated from, in Gizmo.</summary>
    public string? Expression { get; init; }

    /// <summary><c>emptyCells</c>, <c>newNodes</c>, <c>allNodes</c> or <c>inherited</c>.</summary>
    public string? ExpressionMode { get; init; }

    /// <summary><c>none</c>, <c>preFilter</c>, <c>postFilter</c>, <c>onDemand</c> or <c>script</c>.</summary>
    public string? EvaluationMode { get; init; }

    public LookupResource? Lookup { get; init; }

    public static PropertyResource Of(Property property, DatasetDefinition definition) =>
        new(property.Key, PropertyPatch.Print(property.Type), property.Name, property.IsRequired)
        {
            IsAutoId = WhenTrue(property.Key == definition.AutoId),
            IsLabelId = WhenTrue(property.Key == definition.LabelId),
            IsTreeId = WhenTrue(property.Key == definition.TreeId),
            IsTreeParentId = WhenTrue(property.Key == definition.TreeParentId),
            IsCore = WhenTrue(definition.IsCore(property.Key)),
            Description = property.Description,
            Format = property.Format,
            Tags = property.Tags.IsEmpty ? null : property.Tags,
            Aliases = property.Aliases.IsEmpty ? null : property.Aliases,
            Expression = property.Expression,
            ExpressionMode = CalculationPatch.Print(property.ExpressionMode),
            EvaluationMode = CalculationPatch.Print(property.EvaluationMode),
            Lookup = property.Lookup is null ? null : LookupResource.Of(property.Lookup),
        };

    static bool? WhenTrue(bool value) => value ? true : null;
}

/// <summary>Where a property's values come from.</summary>
/// <param name="Mode"><c>none</c>, <c>auto</c>, <c>dataset</c>, <c>expression</c> or <c>master</c>.</param>
/// <param name="DatasetId">The dataset whose ids are the values.</param>
/// <param name="Expression">Gives the list of values, in Gizmo.</param>
/// <param name="Restrict">Whether editors refuse other values.</param>
/// <param name="Sort">Whether editors sort the values.</param>
public sealed record LookupResource(string Mode, string? DatasetId, string? Expression, bool? Restrict, bool? Sort)
{
    public static LookupResource Of(PropertyLookup lookup) => new(CalculationPatch.Print(lookup.Mode),
        lookup.DatasetId is { } id ? Ids.Print(id) : null, lookup.Expression, lookup.Restrict, lookup.Sort);
}
