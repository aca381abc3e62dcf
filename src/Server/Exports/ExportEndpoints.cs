using System.Text.Json;
using Espalier.Engine.Filters;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Jobs;
using Espalier.Server.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Exports;

/// <summary>Reading nodes: items with all that is calculated and generated.</summary>
public static class ExportEndpoints
{

    public static void MapExports(this IEndpointRouteBuilder tenant)
    {
        Get("/datasets/{datasetId}/export/{exportFormat}", "retrieveExport");
        Get("/datasets/{datasetId}/export", "retrieveExportInDefaultFormat");
        Post("/datasets/{datasetId}/export/{exportFormat}", "export");
        Post("/datasets/{datasetId}/export", "exportInDefaultFormat");

        void Get(string route, string name) => tenant.MapGet(route, Answer).WithTags("Exports").WithName(name)
            .WithSummary("Export all nodes at once, with their calculations.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: ["text/csv", "text/tab-separated-values"]);

        void Post(string route, string name) => tenant.MapPost(route, Start).WithTags("Exports").WithName(name)
            .WithSummary("Export nodes as a job; answers its ticket.")
            .Accepts<ExportRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
    }

    static Task Answer(HttpContext context, Caller caller, DatasetViews views, SyncAnswers answers)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var format = ExportFormat.Read(context, query, problems);
        var wish = ViewWish.Calculated.At(query);
        return answers.WriteAsync(context, format.ContentType, async ct =>
        {
            var view = (await OpenedView.ReadAsync(context, caller, views, wish, problems, ct)).Demand(problems);
            return format.Pieces(view.Select(Filter.Everything, ct), Projection.None.Apply(view.Nodes));
        });
    }

    static async Task<JsonHttpResult<Ticket>> Start(
        HttpContext context, Caller caller, DatasetViews views, JobService jobs, ExportBody bodies, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var body = await JsonBody.OptionalAsync(context, problems, ct);
        var wish = ViewWish.OfJob.At(query) with { Drafts = ExportBody.ReadDrafts(body) };
        var opened = await OpenedView.ReadAsync(context, caller, views, wish, problems, ct);
        var format = ExportFormat.Read(context, query, problems);
        var gzip = ResultEncoding.IsGzip(query);
        var wanted = await bodies.ReadAsync(body, caller, opened.View, ct);
        opened.Demand(problems);

        wish = wish with { OnDemand = wanted.OnDemand, Links = wanted.Links };
        var job = new ExportJob(opened.DatasetId, format, gzip, wanted.Output?.Element)
        {
            Wish = await views.PinAsync(caller, opened.DatasetId, wish, ct),
        };
        var ticket = await jobs.AddAsync(caller, new NewJob(ExportRunner.JobKind, JsonSerializer.Serialize(job, Json.Options))
        {
            DatasetId = opened.DatasetId,
            ResultUrl = wanted.ResultUrl,
            Callback = wanted.Callback,
            CallbackValues = new Dictionary<string, string> { ["datasetId"] = Ids.Print(opened.DatasetId) },
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        }, ct);
        return TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
    }
}
