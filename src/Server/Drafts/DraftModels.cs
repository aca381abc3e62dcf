using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Server.Http;

namespace Espalier.Server.Drafts;

/// <summary>A draft on the wire. Members that were not asked for are left out.</summary>
public sealed record DraftResource
{
    public string? DraftId { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? CreatedBy { get; init; }
    public string? ModifiedAt { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonPropertyName("_links")]
    public required DraftLinks Links { get; init; }

    /// <summary>The members that can be asked for.</summary>
    internal static readonly string[] Members = ["draftId", "name", "description", "createdBy", "modifiedAt", "tags"];

    /// <param name="members">Those that are wanted; null: all.</param>
    public static DraftResource Of(Draft draft, string baseUrl, IReadOnlySet<string>? members = null)
    {
        return new()
        {
            DraftId = When("draftId", Ids.Print(draft.DraftId)),
            Name = When("name", draft.Name),
            Description = When("description", draft.Description),
            CreatedBy = When("createdBy", draft.CreatedBy),
            ModifiedAt = When("modifiedAt", Timestamps.Print(draft.ModifiedAt)),
            Tags = When("tags", draft.Tags),
            Links = DraftLinks.Of(draft, baseUrl),
        };

        T? When<T>(string member, T? value) where T : class => members is null || members.Contains(member) ? value : null;
    }
}

/// <summary>A draft with its dataset, as Espalier's own answers have it.</summary>
/// <param name="CreatedBy">The e-mail of whom it belongs to.</param>
/// <param name="ChangedItems">How many items are new, other or gone in it.</param>
public sealed record OwnDraftResource(
    string DraftId, string DatasetId, string Name, string? Description, IReadOnlyList<string> Tags, string CreatedAt, string CreatedBy,
    string ModifiedAt, long ChangedItems, [property: JsonPropertyName("_links")] DraftLinks Links)
{
    public static OwnDraftResource Of(Draft draft, string baseUrl) => new(
        Ids.Print(draft.DraftId), Ids.Print(draft.DatasetId), draft.Name, draft.Description, draft.Tags, Timestamps.Print(draft.CreatedAt),
        draft.CreatedBy, Timestamps.Print(draft.ModifiedAt), draft.ChangedItems, DraftLinks.Of(draft, baseUrl));
}

/// <summary>What can be done with a draft.</summary>
/// <param name="Actions">Its body is to be sent as it is.</param>
public sealed record DraftLinks(DraftLink Self, [property: JsonPropertyName("draft:actions")] DraftLink Actions)
{
    public static DraftLinks Of(Draft draft, string baseUrl)
    {
        var drafts = $"{baseUrl}/api/v1/{draft.TenantId}/drafts";
        var id = Ids.Print(draft.DraftId);
        return new(
            new($"{drafts}/{id}", "GET"),
            new($"{drafts}/actions", "POST") { JsonBody = new([new(id, DraftLayer.Default)]) });
    }
}

/// <summary>Something that can be done next.</summary>
/// <param name="Type">The content type of what is sent and answered.</param>
public sealed record DraftLink(string Url, string Method, string Type = Json.ContentType)
{
    public DraftLayers? JsonBody { get; init; }
}

/// <summary>Layers, in the order in which they apply.</summary>
public sealed record DraftLayers(IReadOnlyList<NamedLayer> Layers);

/// <summary>A layer of a draft; <c>default</c> is the only one there is.</summary>
public sealed record NamedLayer(string DraftId, string? LayerKey);

/// <summary>What became of a layer that was to be cleared.</summary>
public sealed record ClearedLayer(string Status, string DraftId, string LayerKey);

/// <summary>How many changes were taken back.</summary>
public sealed record RevertedChanges(int Reverted);

/// <summary>Which drafts are wanted, and what of them.</summary>
/// <param name="Filter">Conditions on name, description and createdBy, all of which must hold.</param>
/// <param name="Projection">Members, each with 1.</param>
public sealed record DraftQuery(Dictionary<string, JsonElement>? Filter, Dictionary<string, int>? Projection);

/// <summary>Layers and what to do with them. The older name of resultLocation is exportLocation.</summary>
/// <param name="FoldScheme">How several layers become one list: <c>distinct</c>, <c>lossless</c> or <c>ordered</c>.</param>
public sealed record LayersRequest(
    IReadOnlyList<NamedLayer> Layers, string? FoldScheme, DraftResultPlace? ResultLocation, DraftCallback? Callback);

/// <summary>Where the result is put.</summary>
public sealed record DraftResultPlace(string Method, string Url);

/// <summary>Whom to tell at the end.</summary>
public sealed record DraftCallback(string Method, string UrlTemplate);

/// <summary>Layers to be emptied.</summary>
/// <param name="Filter">Conditions on items as the draft leaves them; without it everything goes.</param>
public sealed record ClearRequest(IReadOnlyList<NamedLayer> Layers, Dictionary<string, JsonElement>? Filter);

/// <summary>A new draft.</summary>
public sealed record NewDraft(string DatasetId, string Name, string? Description, IReadOnlyList<string>? Tags);

/// <summary>What shall change of a draft; the rest stays. Null takes description or tags away.</summary>
public sealed record DraftPatch(string? Name, string? Description, IReadOnlyList<string>? Tags);

/// <summary>Changes to be taken back.</summary>
public sealed record RevertRequest(IReadOnlyList<string> ChangeIds);

/// <summary>What is compared.</summary>
/// <param name="GroupBy">A property by whose values items are grouped.</param>
public sealed record CompareRequest(string? GroupBy, IReadOnlyList<MeasureRequest>? Measures);

/// <summary>How a property's values become one.</summary>
/// <param name="Key">Left out to count items.</param>
/// <param name="Op"><c>count</c>, <c>sum</c>, <c>avg</c>, <c>min</c> or <c>max</c>.</param>
public sealed record MeasureRequest(string? Key, string Op);
