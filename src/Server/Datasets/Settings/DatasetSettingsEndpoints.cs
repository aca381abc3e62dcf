using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Datasets.Settings;

/// <summary>What the settings do with datasets beside what the API does.</summary>
public static class DatasetSettingsEndpoints
{
    const string Tag = "Settings";
    const string One = "/datasets/{datasetId}";
    const int MostPrefilterBytes = 64 * 1024;

    static readonly string[] States = ["active", "archived", "deleted"];

    public static void MapDatasetSettings(this IEndpointRouteBuilder own)
    {
        own.MapGet("/datasets", ListAsync).WithTags(Tag).WithName("listDatasetSettings").WithSummary("List datasets with what is around them.");
        own.MapDelete(One, DeleteAsync).WithTags(Tag).WithName("deleteDataset").WithSummary("Delete a dataset, for 30 days so that it can come back.");
        own.MapPost($"{One}/restore", RestoreAsync).WithTags(Tag).WithName("restoreDataset").WithSummary("Bring a deleted dataset back.");
        own.MapPost($"{One}/archive", (string datasetId, HttpContext context, Caller caller, DatasetKeeping keeping, CancellationToken ct) =>
                ArchiveAsync(context, caller, keeping, true, ct))
            .WithTags(Tag).WithName("archiveDataset").WithSummary("Put a dataset away.");
        own.MapPost($"{One}/unarchive", (string datasetId, HttpContext context, Caller caller, DatasetKeeping keeping, CancellationToken ct) =>
                ArchiveAsync(context, caller, keeping, false, ct))
            .WithTags(Tag).WithName("unarchiveDataset").WithSummary("Bring a dataset back that was put away.");
        own.MapPost($"{One}/copy", CopyAsync).WithTags(Tag).WithName("copyDataset").WithSummary("Copy a dataset.");
        own.MapPost($"{One}/hierarchyPreview", HierarchyAsync).WithMetadata(ReadsOnly.Mark)
            .WithTags(Tag).WithName("previewHierarchy").WithSummary("Show what a hierarchy would be.");
        own.MapPost($"{One}/properties/{{key}}/typePreview", TypeAsync).WithMetadata(ReadsOnly.Mark)
            .WithTags(Tag).WithName("previewType").WithSummary("Show what another type would do to a property's values.");
        own.MapGet($"{One}/prefilter", FindPrefilterAsync).WithTags(Tag).WithName("retrievePrefilter").WithSummary("Show the filter with which a dataset is opened.");
        own.MapPut($"{One}/prefilter", SavePrefilterAsync).WithBodyLimit(MostPrefilterBytes).WithTags(Tag).WithName("savePrefilter").WithSummary("Set the filter with which a dataset is opened.");
        own.MapGet("/types", ListTypesAsync).WithTags(Tag).WithName("listTypes").WithSummary("List the types of datasets.");
        own.MapPut($"{One}/properties/order", OrderAsync).WithTags(Tag).WithName("orderProperties").WithSummary("Put properties in another order.");
    }

    static async Task<Ok<DatasetSettings[]>> ListAsync(HttpContext context, Caller caller, DatasetOverviews datasets, CancellationToken ct)
    {
        var problems = new Problems();
        var state = new RequestQuery(context, problems).OneOf("state", States, States[0]);
        problems.ThrowIfAny();
        var found = await datasets.ListAsync(caller, (DatasetStanding)Array.IndexOf(States, state), ct);
        return TypedResults.Ok<DatasetSettings[]>([.. found.Select(DatasetSettings.Of)]);
    }

    static async Task<NoContent> DeleteAsync(string datasetId, HttpContext context, Caller caller, DatasetKeeping keeping, CancellationToken ct)
    {
        await keeping.DeleteAsync(caller, IdOf(context), ct);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> RestoreAsync(string datasetId, HttpContext context, Caller caller, DatasetKeeping keeping, CancellationToken ct)
    {
        await keeping.RestoreAsync(caller, IdOf(context), ct);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> ArchiveAsync(HttpContext context, Caller caller, DatasetKeeping keeping, bool isArchived, CancellationToken ct)
    {
        await keeping.ArchiveAsync(caller, IdOf(context), isArchived, ct);
        return TypedResults.NoContent();
    }

    static async Task<JsonHttpResult<CopiedDataset>> CopyAsync(string datasetId, HttpContext context, Caller caller, DatasetKeeping keeping, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("name", "items", "rights");
        var name = body?.Required("name")?.FilledText();
        var (items, rights) = (body?.Optional("items")?.Bool() ?? true, body?.Optional("rights")?.Bool() ?? false);
        problems.ThrowIfAny();
        var copyId = await keeping.CopyAsync(caller, id, name!, items, rights, ct);
        return TypedResults.Json(new CopiedDataset(Ids.Print(copyId), name!), contentType: Json.ContentType, statusCode: StatusCodes.Status201Created);
    }

    static async Task<Ok<HierarchyPreview>> HierarchyAsync(string datasetId, HttpContext context, Caller caller, DatasetPreviews previews, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(await previews.HierarchyAsync(caller, id, body, problems, ct));
    }

    static async Task<Ok<TypePreview>> TypeAsync(
        string datasetId, string key, HttpContext context, Caller caller, DatasetPreviews previews, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(await previews.TypeAsync(caller, id, key, body, problems, ct));
    }

    static async Task<Ok<PropertyOrder>> OrderAsync(string datasetId, HttpContext context, Caller caller, DatasetService datasets, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("keys");
        return TypedResults.Ok(new PropertyOrder(await datasets.OrderPropertiesAsync(caller, id, body?.Required("keys"), problems, ct)));
    }

    static async Task<Ok<PrefilterResource>> FindPrefilterAsync(
        string datasetId, HttpContext context, Caller caller, Prefilters prefilters, CancellationToken ct) =>
        TypedResults.Ok(new PrefilterResource(await prefilters.FindAsync(caller, IdOf(context), ct)));

    static async Task<Ok<PrefilterResource>> SavePrefilterAsync(
        string datasetId, HttpContext context, Caller caller, Prefilters prefilters, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(new PrefilterResource(await prefilters.SaveAsync(caller, id, body, problems, ct)));
    }

    static async Task<Ok<DatasetType[]>> ListTypesAsync(Caller caller, DatasetOverviews datasets, CancellationToken ct) =>
        TypedResults.Ok<DatasetType[]>([.. (await datasets.TypesAsync(caller, ct)).Select(type => new DatasetType(type.Type, type.IsStandard, type.Datasets))]);

    static Guid IdOf(HttpContext context)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, "datasetId", problems);
        problems.ThrowIfAny();
        return id;
    }
}
