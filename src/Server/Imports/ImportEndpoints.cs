using Espalier.Engine.Changes.Actions;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Imports.Payloads;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Imports;

/// <summary>Writing items, at once or as a job.</summary>
public static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder tenant)
    {
        tenant.MapPut("/datasets/{datasetId}/items", Write).WithBodyLimit(SyncBody.MostBytesRead)
            .WithTags("Items").WithName("updateItems").WithSummary("Create, update, replace and delete items at once.")
            .Accepts<Dictionary<string, object>[]>(isOptional: true, "*/*").Produces<Dictionary<string, object>[]>();
        tenant.MapPut("/datasets/{datasetId}/items/import", Import)
            .WithTags("Items").WithName("importItems").WithSummary("Write many items as a job; answers its ticket.")
            .Accepts<ImportRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
    }

    static async Task Write(HttpContext context, Caller caller, DatasetService datasets, ImportService imports, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDataset.ReadAsync(context, caller, datasets, Level.Update, problems, ct);
        var settings = ImportQuery.Read(new(context, problems), opened.Definition);
        RefuseLinks(opened, problems);
        await WriteAsync(context, caller, opened, settings, imports, problems, ct);
    }

    /// <summary>Reads the body, performs its actions and answers what became of them.</summary>
    internal static async Task WriteAsync(HttpContext context, Caller caller, OpenedDataset opened, ImportSettings settings,
        ImportService imports, Problems problems, CancellationToken ct)
    {
        var body = await SyncBody.ReadAsync(context, problems, ct);
        await ImportService.CheckAsync(opened.Definition, body, problems, ct);
        var access = opened.Demand(problems);

        var result = await imports.WriteAsync(caller, access, settings, body!.Value, ct);
        context.Response.ContentType = Json.ContentType;
        await PieceWriter.WriteAsync(result, context.Response.Body, null, ct);
    }

    static async Task<JsonHttpResult<Ticket>> Import(
        HttpContext context, Caller caller, DatasetService datasets, JobService jobs, LocationReader locations, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDataset.ReadAsync(context, caller, datasets, Level.Update, problems, ct);
        var query = new RequestQuery(context, problems);
        var settings = ImportQuery.Read(query, opened.Definition);
        RefuseLinks(opened, problems);
        return await StartAsync(context, caller, opened, settings, query, jobs, locations, urls, problems, [], ct);
    }

    /// <summary>Reads the body and accepts the import as a job.</summary>
    /// <param name="names">What the dataset is called in callbacks, beside <c>datasetId</c>.</param>
    internal static async Task<JsonHttpResult<Ticket>> StartAsync(HttpContext context, Caller caller, OpenedDataset opened, ImportSettings settings,
        RequestQuery query, JobService jobs, LocationReader locations, Urls urls, Problems problems, string[] names, CancellationToken ct)
    {
        string[] placeholders = ["datasetId", .. names];
        var gzip = ResultEncoding.IsGzip(query);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("importLocation", "resultLocation", "exportLocation", "callback");
        var asked = new NewJob(ImportRunner.JobKind, ImportRunner.Write(new(opened.DatasetId, settings, gzip)))
        {
            DatasetId = opened.DatasetId,
            Writes = !settings.DryRun,
            DryRun = settings.DryRun,
            ImportUrl = body is null ? null : locations.Import(body, caller.TenantId),
            ResultUrl = body is null ? null : locations.Result(body, caller.TenantId),
            Callback = body is null ? null : locations.Callback(body, placeholders),
            CallbackValues = placeholders.ToDictionary(name => name, _ => Ids.Print(opened.DatasetId)),
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        };
        opened.Demand(problems);

        var ticket = await jobs.AddAsync(caller, asked, ct);
        return TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The ids of links are computed, so links are written through endpoints of their own.</summary>
    static void RefuseLinks(OpenedDataset opened, Problems problems)
    {
        if (opened.Definition?.Ends is not null)
            problems.Add(Errors.PathParameterIsInvalid("datasetId", "names a links dataset, which is written to through the links endpoints"));
    }
}
