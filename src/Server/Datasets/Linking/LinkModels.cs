using System.Text.Json.Serialization;
using Espalier.Engine.Linking;
using Espalier.Server.Http;

namespace Espalier.Server.Datasets.Linking;

/// <summary>
/// A links dataset that touches a dataset, in the dataset's description. Of source, link and target there are those two
/// that the described dataset is not.
/// </summary>
public sealed record LinkingRelationship(string DatasetId, string Name, string Type)
{
    public LinkedDataset? Source { get; init; }
    public LinkedDataset? Link { get; init; }
    public LinkedDataset? Target { get; init; }

    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, LinkingExport> Links { get; init; }

    public static LinkingRelationship Of(Relationship relationship, Guid seenFrom, DatasetUrls urls)
    {
        var (links, from, to) = relationship;
        var id = Ids.Print(links.DatasetId);
        return new(id, links.Name, LinkProperties.Type)
        {
            Source = seenFrom == from.DatasetId ? null : LinkedDataset.Of(from, urls),
            Link = seenFrom == links.DatasetId ? null : LinkedDataset.Of(links, urls),
            Target = seenFrom == to.DatasetId ? null : LinkedDataset.Of(to, urls),
            Links = new Dictionary<string, LinkingExport>
            {
                ["export"] = new($"{urls.Of(seenFrom)}/export", "POST", Json.ContentType, new(new([new(id)]))),
            },
        };
    }
}

/// <summary>One of the datasets of a relationship.</summary>
public sealed record LinkedDataset(string Name, string DatasetId, string Type)
{
    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, DatasetLink> Links { get; init; }

    public static LinkedDataset Of(DatasetListing dataset, DatasetUrls urls) => new(dataset.Name, Ids.Print(dataset.DatasetId), dataset.Type)
    {
        Links = new Dictionary<string, DatasetLink> { ["dataset:retrieve"] = new(urls.Of(dataset.DatasetId), "GET") },
    };
}

/// <summary>How to export a dataset with its calculations over links: post the body as it is.</summary>
public sealed record LinkingExport(string Url, string Method, string ContentType, LinkingExportBody JsonBody);

/// <summary>The body of an export with calculations over links.</summary>
public sealed record LinkingExportBody(LinkingExportDataset Dataset);

/// <summary>The part of that body that names links datasets.</summary>
public sealed record LinkingExportDataset(IReadOnlyList<LinkingDatasetId> LinkingRelationships);

/// <summary>The id of a links dataset.</summary>
public sealed record LinkingDatasetId(string DatasetId);

/// <summary>A links dataset.</summary>
public sealed record LinksResource(string DatasetId, string Name, string Type, string CacheKey)
{
    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }
    public required string FromDatasetId { get; init; }
    public required string ToDatasetId { get; init; }
    public required string AutoId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public required IReadOnlyList<PropertyResource> Properties { get; init; }

    public static LinksResource Of(DatasetState state, string tenantId)
    {
        var definition = state.Definition;
        return new(Ids.Print(state.DatasetId), definition.Name, definition.Type, DatasetResource.KeyOf(state, tenantId))
        {
            CreatedAt = Timestamps.Print(state.CreatedAt),
            CreatedBy = state.CreatedBy,
            ModifiedAt = Timestamps.Print(state.ModifiedAt),
            ModifiedBy = state.ModifiedBy,
            FromDatasetId = Ids.Print(definition.Ends!.From),
            ToDatasetId = Ids.Print(definition.Ends.To),
            AutoId = definition.AutoId,
            Tags = definition.Tags.IsEmpty ? null : definition.Tags,
            Properties = [.. definition.Properties.Select(p => PropertyResource.Of(p, definition))],
        };
    }
}
