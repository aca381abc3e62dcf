using Espalier.Server.Access;
using Espalier.Server.Drafts.Actions;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Drafts;

/// <summary>Drafts as the original's API has them: listing, exporting, applying and clearing.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder tenant)
    {
        tenant.MapGet("/drafts", ListAsync).WithTags("Drafts").WithName("listDrafts").WithSummary("List the drafts.");
        tenant.MapPost("/drafts", QueryAsync).WithTags("Drafts").WithName("queryDrafts").WithMetadata(ReadsOnly.Mark).WithSummary("Drafts that pass a filter.")
            .Accepts<DraftQuery>(isOptional: true, "*/*");
        tenant.MapGet("/drafts/{draftId}", FindAsync).WithTags("Drafts").WithName("retrieveDraft").WithSummary("Show a draft.");
        tenant.MapPost("/drafts/actions", Export).WithTags("Drafts").WithName("exportDraftActions")
            .WithSummary("Export drafts as item actions, as a job; answers its ticket.")
            .Accepts<LayersRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
        tenant.MapPost("/drafts/clear", ClearAsync).WithTags("Drafts").WithName("clearDrafts").WithSummary("Empty drafts, or take a part out of them.")
            .Accepts<ClearRequest>(isOptional: true, "*/*");
        tenant.MapPut("/datasets/{datasetId}/drafts/apply", Apply).ExcludeFromDescription();
        tenant.MapPost("/datasets/{datasetId}/drafts/apply", Apply).WithTags("Drafts").WithName("applyDrafts")
            .WithSummary("Apply drafts to a dataset, as a job; answers its ticket.")
            .Accepts<LayersRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
    }

    static async Task<Ok<DraftResource[]>> ListAsync(HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct) =>
        TypedResults.Ok<DraftResource[]>(
            [.. (await drafts.ListAsync(caller, null, ct)).Select(draft => DraftResource.Of(draft, urls.Base(context.Request)))]);

    static async Task<Ok<DraftResource[]>> QueryAsync(HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var query = DraftSearch.Read((await JsonBody.OptionalAsync(context, problems, ct))?.Object());
        problems.ThrowIfAny();
        var found = query.Select(await drafts.ListAsync(caller, null, ct), ct);
        return TypedResults.Ok<DraftResource[]>([.. found.Select(draft => DraftResource.Of(draft, urls.Base(context.Request), query.Members))]);
    }

    static async Task<Ok<DraftResource>> FindAsync(
        string draftId, HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(draftId), problems);
        problems.ThrowIfAny();
        return TypedResults.Ok(DraftResource.Of(await drafts.FindAsync(caller, id, ct), urls.Base(context.Request)));
    }

    static async Task<JsonHttpResult<Ticket>> Export(
        HttpContext context, Caller caller, DraftService drafts, JobService jobs, LocationReader locations, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var gzip = ResultEncoding.IsGzip(new(context, problems));
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var job = new DraftJob(body is null ? [] : LayerBody.Read(body), body is null ? default : LayerBody.ReadScheme(body), gzip);
        var asked = Ask(DraftExportRunner.JobKind, body, caller, job.Layers, locations, urls, context);
        problems.ThrowIfAny();
        foreach (var layer in job.Layers)
            await drafts.FindAsync(caller, layer.DraftId, ct);
        return Accepted(await jobs.AddAsync(caller, asked with { Input = job.Write() }, ct));
    }

    static async Task<JsonHttpResult<Ticket>> Apply(
        HttpContext context, Caller caller, Datasets.DatasetService datasets, DraftService drafts, JobService jobs, LocationReader locations,
        Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDataset.ReadAsync(context, caller, datasets, Level.Update, problems, ct);
        var query = new RequestQuery(context, problems);
        var settings = ImportQuery.ReadPolicies(query);
        var gzip = ResultEncoding.IsGzip(query);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var job = new DraftJob(body is null ? [] : LayerBody.Read(body), body is null ? default : LayerBody.ReadScheme(body), gzip)
        {
            DatasetId = opened.DatasetId,
            Settings = settings,
        };
        var asked = Ask(DraftApplyRunner.JobKind, body, caller, job.Layers, locations, urls, context, opened.DatasetId);
        opened.Demand(problems);
        foreach (var layer in job.Layers)
            await drafts.FindAsync(caller, layer.DraftId, ct);
        return Accepted(await jobs.AddAsync(
            caller, asked with { Input = job.Write(), DatasetId = opened.DatasetId, Writes = !settings.DryRun, DryRun = settings.DryRun }, ct));
    }

    static async Task<Ok<ClearedLayer[]>> ClearAsync(HttpContext context, Caller caller, LayerClearing clearing, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var layers = body is null ? [] : LayerBody.Read(body);
        var filter = body?.Optional("filter")?.Object();
        problems.ThrowIfAny();
        await clearing.ClearAsync(caller, layers, filter, problems, ct);
        return TypedResults.Ok<ClearedLayer[]>([.. layers.Select(layer => new ClearedLayer("success", Ids.Print(layer.DraftId), layer.LayerKey))]);
    }

    static NewJob Ask(string kind, JsonField? body, Caller caller, IReadOnlyList<DraftLayer> layers, LocationReader locations, Urls urls,
        HttpContext context, Guid? datasetId = null)
    {
        var values = new Dictionary<string, string>();
        if (datasetId is { } id)
            values["datasetId"] = Ids.Print(id);
        // Several drafts have several ids; a placeholder holds the first one's.
        values["draftId"] = layers.Count == 0 ? "" : Ids.Print(layers[0].DraftId);
        return new(kind, "{}")
        {
            ResultUrl = body is null ? null : locations.Result(body, caller.TenantId),
            Callback = body is null ? null : locations.Callback(body, values.Keys),
            CallbackValues = values,
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        };
    }

    static JsonHttpResult<Ticket> Accepted(Ticket ticket) =>
        TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
}
