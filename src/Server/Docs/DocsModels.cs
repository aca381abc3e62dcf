using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Docs;

// Bodies that are read field by field or written piece by piece, so that no record of theirs is needed but here.

/// <summary>A new dataset.</summary>
/// <param name="Type">Such as PEOPLE or POSITIONS.</param>
/// <param name="AutoId">The key of the property that identifies items.</param>
/// <param name="LabelId">The key of the property that names items to people.</param>
/// <param name="TreeId">With treeParentId: the key of the property that a child's parent value points to.</param>
/// <param name="TreeParentId">With treeId: the key of the property that holds the parent's treeId value.</param>
sealed record NewDataset(
    string Name, string Type, string AutoId, string LabelId, IReadOnlyList<NewProperty> Properties,
    string? TreeId, string? TreeParentId, IReadOnlyList<string>? Tags);

/// <summary>A new property of a dataset.</summary>
/// <param name="Key">What items, filters and files call it; it must not begin with an underscore.</param>
/// <param name="Name">What people call it; the key when it is left out.</param>
sealed record NewProperty(string Key, string Type, string? Name, bool? IsRequired) : PropertyCalculation;

/// <summary>What shall change of a dataset; the rest stays. Null takes treeId, treeParentId or tags away.</summary>
sealed record DatasetChange(
    string? Name, string? Type, string? AutoId, string? LabelId, IReadOnlyList<ChangedProperty>? Properties,
    string? TreeId, string? TreeParentId, IReadOnlyList<string>? Tags);

/// <summary>A property that changes, known by its key; one with a new key is added and needs a type.</summary>
sealed record ChangedProperty(string Key, string? Type, string? Name, bool? IsRequired) : PropertyCalculation;

/// <summary>How a property gets its values, and what only people read of it.</summary>
abstract record PropertyCalculation
{
    public string? Description { get; init; }
    public string? Format { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Other keys under which expressions know the property.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>What the values are calculated from, in Gizmo.</summary>
    public string? Expression { get; init; }

    /// <summary><c>emptyCells</c>, the default, <c>newNodes</c>, <c>allNodes</c> or <c>inherited</c>.</summary>
    public string? ExpressionMode { get; init; }

    /// <summary><c>none</c>, <c>preFilter</c>, the default, <c>postFilter</c>, <c>onDemand</c> or <c>script</c>.</summary>
    public string? EvaluationMode { get; init; }

    public LookupResource? Lookup { get; init; }
}

/// <summary>A user to be made or changed. What is left out gets its default.</summary>
/// <param name="Email">The login, in any letter case; in a path it stands there.</param>
/// <param name="Expires">A time from which the account is closed; absent: never.</param>
sealed record WantedUser(
    string? Email, string? Role, IReadOnlyList<string>? Groups, bool? Enabled, string? Expires, bool? TokenAccess,
    IReadOnlyList<string>? Subnets);

/// <summary>Users to be made or changed, all of them or none.</summary>
/// <param name="Users">Each with its e-mail.</param>
sealed record ManyUsers(IReadOnlyList<WantedUser> Users);

/// <summary>A new view of a dataset.</summary>
/// <param name="Filter">Conditions on stored values; absent: all items.</param>
/// <param name="Properties">The keys it shows; absent: all.</param>
/// <param name="Ghosts">Keys that ancestors outside the filter show, which then hold the tree together; absent: they are not there.</param>
/// <param name="Grants">The groups that may read it.</param>
sealed record NewView(
    string Name, Dictionary<string, JsonElement>? Filter, IReadOnlyList<string>? Properties, IReadOnlyList<string>? Ghosts,
    IReadOnlyList<GrantResource>? Grants);

/// <summary>Which items a view would show.</summary>
sealed record ViewScope(Dictionary<string, JsonElement>? Filter);

/// <summary>What shall change of a view; the rest stays. Null takes filter, properties or ghosts away.</summary>
sealed record ChangedView(
    string? Name, Dictionary<string, JsonElement>? Filter, IReadOnlyList<string>? Properties, IReadOnlyList<string>? Ghosts,
    IReadOnlyList<GrantResource>? Grants);

/// <summary>What a temporary file will hold.</summary>
sealed record FileRequest(string TargetType, string TargetEncoding);

/// <summary>
/// What to do with one item: further members are property keys with their new values. Null and the empty text clear a value.
/// </summary>
/// <param name="Id">Identifies the item unless autoId, idKey or mergeKey is used.</param>
/// <param name="SortOrder">The item's place among the others; a new item goes to the end.</param>
sealed record ItemAction(
    [property: JsonPropertyName("_action")] string Action,
    [property: JsonPropertyName("_id")] string? Id,
    [property: JsonPropertyName("_sortOrder")] double? SortOrder);

/// <summary>What became of one action, or of one item that implicitDelete deleted. Identifier properties are repeated.</summary>
/// <param name="Status">skipped: nothing changed, or the action failed and there are _errors.</param>
/// <param name="Action">The action asked for in synchronous answers, the one it came to in results of jobs.</param>
sealed record ItemResult(
    [property: JsonPropertyName("_status")] string Status,
    [property: JsonPropertyName("_id")] string? Id,
    [property: JsonPropertyName("_action")] string? Action,
    [property: JsonPropertyName("_errors")] IReadOnlyList<ApiError>? Errors);

/// <summary>A new links dataset.</summary>
/// <param name="FromDatasetId">The dataset whose ids links begin with.</param>
/// <param name="ToDatasetId">The dataset whose ids links end with; of another type.</param>
/// <param name="AdditionalProperties">Properties beside from_id, to_id, link_id and allocation.</param>
sealed record NewLinksDataset(
    string Name, string FromDatasetId, string ToDatasetId, IReadOnlyList<NewProperty>? AdditionalProperties, IReadOnlyList<string>? Tags);

/// <summary>What shall change of a links dataset; the rest stays. Null takes tags away.</summary>
sealed record LinksDatasetChange(string? Name, IReadOnlyList<ChangedProperty>? AdditionalProperties, IReadOnlyList<string>? Tags);

/// <summary>What to do with one link: further members are keys of additional properties with their new values.</summary>
/// <param name="FromId">The id of an item of the dataset that links begin with, as its autoId property holds it.</param>
/// <param name="ToId">The id of an item of the dataset that links end with.</param>
/// <param name="Allocation">A new link without one gets 1.</param>
sealed record LinkAction(
    [property: JsonPropertyName("_action")] string Action,
    [property: JsonPropertyName("from_id")] JsonElement FromId,
    [property: JsonPropertyName("to_id")] JsonElement ToId,
    [property: JsonPropertyName("allocation")] double? Allocation);

/// <summary>What became of one action on a link, or of one link that was deleted because no action named it.</summary>
/// <param name="Status">skipped: nothing changed, or the action failed and there are _errors.</param>
/// <param name="Action">The action asked for in synchronous answers, the one it came to in results of jobs.</param>
/// <param name="LinkId">The ids of both ends as a JSON array.</param>
sealed record LinkResult(
    [property: JsonPropertyName("_status")] string Status,
    [property: JsonPropertyName("_id")] string? Id,
    [property: JsonPropertyName("_action")] string? Action,
    [property: JsonPropertyName("link_id")] string? LinkId,
    [property: JsonPropertyName("_errors")] IReadOnlyList<ApiError>? Errors);

/// <summary>An item's stored values by property key; a property without a value is left out.</summary>
/// <param name="Access">The highest right of the caller on the item.</param>
sealed record StoredItem(
    [property: JsonPropertyName("_id")] string? Id,
    [property: JsonPropertyName("_access")] string? Access,
    [property: JsonPropertyName("_modifiedAt")] string? ModifiedAt);

/// <summary>One changed key of an item, or of the dataset's definition.</summary>
/// <param name="Id">The item; absent when it is about the definition.</param>
/// <param name="Action">create, update or delete; configure when it is about the definition.</param>
/// <param name="Label">What the item is called.</param>
/// <param name="Key">The property or setting; absent when a created or deleted item has no values.</param>
/// <param name="By">The e-mail of who made the transaction.</param>
sealed record TransactionChange(
    string ChangeId,
    [property: JsonPropertyName("_id")] string? Id,
    [property: JsonPropertyName("_action")] string Action,
    string Label, string? Key, JsonElement? Old, JsonElement? New, string At, string By);

/// <summary>A column of an export.</summary>
sealed record ExportHeader(string Key, string Name, string Type);

/// <summary>The format jsonRows: a cell for each header in each row, null where there is no value.</summary>
sealed record ExportRows(IReadOnlyList<ExportHeader> Headers, IReadOnlyList<IReadOnlyList<JsonElement>> Rows);

/// <summary>The format jsonColumns: the cells of each header's column.</summary>
sealed record ExportColumns(IReadOnlyList<ExportHeader> Headers, IReadOnlyList<IReadOnlyList<JsonElement>> Columns);

/// <summary>An object of the format jsonObjects: every column's key, null where there is no value.</summary>
sealed record ExportedNode;

/// <summary>What the records above cannot say of themselves.</summary>
static class OpenTypes
{
    /// <summary>Objects that also have members named by property keys.</summary>
    public static readonly IReadOnlySet<Type> Values =
        new HashSet<Type> { typeof(ItemAction), typeof(ItemResult), typeof(LinkAction), typeof(LinkResult), typeof(StoredItem), typeof(ExportedNode) };

    /// <summary>Objects with any members.</summary>
    public static readonly IReadOnlySet<Type> Anything = new HashSet<Type> { typeof(JsonObject), typeof(Dictionary<string, JsonElement>) };

    /// <summary>Where null means something.</summary>
    public static readonly IReadOnlySet<(Type?, string?)> Nullable = new HashSet<(Type?, string?)>
    {
        (typeof(DatasetChange), "treeId"), (typeof(DatasetChange), "treeParentId"), (typeof(DatasetChange), "tags"),
        (typeof(LinksDatasetChange), "tags"),
        (typeof(Drafts.DraftPatch), "description"), (typeof(Drafts.DraftPatch), "tags"), (typeof(Drafts.Comparing.ComparedRow), "net"),
        (typeof(ChangedView), "filter"), (typeof(ChangedView), "properties"), (typeof(ChangedView), "ghosts"),
        (typeof(Tenants.ChangedTenant), "masterTenantId"), (typeof(Tenants.LimitsResource), "requestsPerSecond"),
        (typeof(Tenants.LimitsResource), "concurrency"), (typeof(Tenants.LimitsResource), "requestsPerDay"),
        (typeof(Datasets.Settings.PrefilterResource), "filter"), (typeof(Palettes.PalettePatch), "others"),
        (typeof(Packs.ChangedPack), "tags"), (typeof(Packs.ChangedPack), "source"), (typeof(Packs.ChangedPack), "grants"),
    };
}
