using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Reading;
using Espalier.Server.Reading.Calculation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Calculations;

/// <summary>Running on-demand properties and saving what they give.</summary>
public static class OnDemandEndpoints
{
    public static void MapOnDemand(this IEndpointRouteBuilder tenant) =>
        tenant.MapMethods("/datasets/{datasetId}/executeOnDemand", ["POST", "PUT"], Start)
            .WithTags("Items").WithName("executeOnDemand").WithSummary("Run on-demand calculations and save their results, as a job; answers its ticket.")
            .Accepts<OnDemandRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);

    static async Task<JsonHttpResult<Ticket>> Start(
        HttpContext context, Caller caller, DatasetService datasets, LinkedDatasets links, JobService jobs, LocationReader locations, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDataset.ReadAsync(context, caller, datasets, Level.Update, problems, ct);
        var gzip = ResultEncoding.IsGzip(new(context, problems));
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var keys = OnDemandKeys.Read(body?.Required("executeOnDemand"), opened.Definition);
        var linked = await links.ReadAsync(body?.Optional("dataset"), caller, opened.Definition is null ? null : opened.DatasetId, ct);
        body?.RefuseOthers("executeOnDemand", "dataset", "callback", "resultLocation", "exportLocation");
        var asked = new NewJob(OnDemandRunner.JobKind, OnDemandRunner.Write(new(opened.DatasetId, keys) { Links = linked, Gzip = gzip }))
        {
            DatasetId = opened.DatasetId,
            Writes = true,
            ResultUrl = body is null ? null : locations.Result(body, caller.TenantId),
            Callback = body is null ? null : locations.Callback(body, "datasetId"),
            CallbackValues = new Dictionary<string, string> { ["datasetId"] = Ids.Print(opened.DatasetId) },
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        };
        OnDemandRunner.Check(caller, opened.Demand(problems));

        var ticket = await jobs.AddAsync(caller, asked, ct);
        return TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
    }
}
