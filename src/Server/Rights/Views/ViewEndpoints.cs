using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Rights.Views;

/// <summary>Permissioned views of datasets.</summary>
public static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder own)
    {
        own.MapGet("/datasets/{datasetId}/views", ListAsync)
            .WithTags("Rights").WithName("listViews").WithSummary("List a dataset's views.");
        own.MapPost("/datasets/{datasetId}/views", CreateAsync)
            .WithTags("Rights").WithName("createView").WithSummary("Make a view of a dataset.");
        own.MapPost("/datasets/{datasetId}/views/preview", PreviewAsync).WithMetadata(ReadsOnly.Mark)
            .WithTags("Rights").WithName("previewView").WithSummary("Count what a view would show.");
        own.MapPatch("/views/{viewId}", UpdateAsync)
            .WithTags("Rights").WithName("updateView").WithSummary("Change a view.");
        own.MapDelete("/views/{viewId}", DeleteAsync)
            .WithTags("Rights").WithName("deleteView").WithSummary("Delete a view.");
    }

    static async Task<JsonHttpResult<ViewBody[]>> ListAsync(HttpContext context, Caller caller, ViewService views, CancellationToken ct)
    {
        var problems = new Problems();
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        problems.ThrowIfAny();
        return TypedResults.Json<ViewBody[]>(
            [.. (await views.ListAsync(caller, datasetId, ct)).Select(BodyOf)], RightsJson.Options, Json.ContentType);
    }

    static async Task<JsonHttpResult<ViewBody>> CreateAsync(HttpContext context, Caller caller, ViewService views, CancellationToken ct)
    {
        var problems = new Problems();
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var view = await views.CreateAsync(caller, datasetId, body, problems, ct);
        return TypedResults.Json(BodyOf(view), RightsJson.Options, Json.ContentType, StatusCodes.Status201Created);
    }

    static async Task<Ok<ViewPreview>> PreviewAsync(HttpContext context, Caller caller, ViewService views, CancellationToken ct)
    {
        var problems = new Problems();
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(await views.PreviewAsync(caller, datasetId, body, problems, ct));
    }

    static async Task<JsonHttpResult<ViewBody>> UpdateAsync(HttpContext context, Caller caller, ViewService views, CancellationToken ct)
    {
        var problems = new Problems();
        var viewId = PathIds.Uuid(context, "viewId", problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Json(BodyOf(await views.UpdateAsync(caller, viewId, body, problems, ct)), RightsJson.Options, Json.ContentType);
    }

    static async Task<NoContent> DeleteAsync(HttpContext context, Caller caller, ViewService views, CancellationToken ct)
    {
        var problems = new Problems();
        var viewId = PathIds.Uuid(context, "viewId", problems);
        problems.ThrowIfAny();
        await views.DeleteAsync(caller, viewId, ct);
        return TypedResults.NoContent();
    }

    static ViewBody BodyOf(PermissionedView view) => new(
        Ids.Print(view.ViewId), Ids.Print(view.DatasetId), view.Rules.Name, view.Rules.Filter, view.Rules.Properties, view.Rules.Ghosts, view.Rules.Grants)
    {
        CreatedAt = Timestamps.Print(view.CreatedAt),
        CreatedBy = view.CreatedBy,
        ModifiedAt = Timestamps.Print(view.ModifiedAt),
        ModifiedBy = view.ModifiedBy,
    };
}
