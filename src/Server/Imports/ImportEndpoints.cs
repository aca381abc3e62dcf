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
        var body = await SyncBody.ReadAsync(context, problems, ct);
        if (body is { IsEmpty: true })
            problems.Add(Errors.FieldIsRequired with { JsonBody = "$" });
        else if (problems.Any && body is { } bytes && opened.Definition is { } definition
            && await ImportService.CheckAsync(definition, bytes, ct) is { } error)
            problems.Add(error);
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
        var gzip = ImportQuery.WantsGzip(query);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("importLocation", "resultLocation", "exportLocation", "callback");
        var asked = new NewJob(ImportRunner.JobKind, ImportRunner.Write(new(opened.DatasetId, settings, gzip)))
        {
            DatasetId = opened.DatasetId,
            Writes = !settings.DryRun,
            DryRun = settings.DryRun,
            ImportUrl = body is null ? null : locations.Import(body, caller.TenantId),
            ResultUrl = body is null ? null : locations.Result(body, caller.TenantId),
            Callback = body is null ? null : locations.Callback(body, "datasetId"),
            CallbackValues = new Dictionary<string, string> { ["datasetId"] = Ids.Print(opened.DatasetId) },
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        };
        opened.Demand(problems);

        var ticket = await jobs.AddAsync(caller, asked, ct);
        return TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
    }
}
