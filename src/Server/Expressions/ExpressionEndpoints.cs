using Espalier.Engine.Gizmo;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Reading;
using Espalier.Server.Reading.Calculation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Expressions;

/// <summary>Expressions that are not kept: tried out, or asked once.</summary>
public static class ExpressionEndpoints
{
    public static void MapExpressions(this IEndpointRouteBuilder own)
    {
        own.MapPost("/datasets/{datasetId}/expressions/evaluate", Evaluate).WithTags("Expressions").WithName("evaluateExpression").WithMetadata(ReadsOnly.Mark)
            .WithSummary("Evaluate an expression for nodes of a dataset.")
            .Accepts<EvaluationRequest>("application/json").Produces<EvaluationAnswer>();
        own.MapPost("/datasets/{datasetId}/expressions/complete", Complete).WithTags("Expressions").WithName("completeExpression").WithMetadata(ReadsOnly.Mark)
            .WithSummary("Names that may stand at a place of an expression.")
            .Accepts<CompletionRequest>("application/json").Produces<CompletionAnswer>();
    }

    static async Task Evaluate(HttpContext context, Caller caller, DatasetViews views, LinkedDatasets linked, EvaluationRun run, CancellationToken ct)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var wish = ViewWish.Calculated.At(query) with { Prefilters = query.Bool("prefilter", true) };
        var opened = await OpenedView.ReadAsync(context, caller, views, wish, problems, ct);
        var json = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var body = EvaluationBody.Read(json, problems);
        var links = await linked.ReadAsync(json, caller, opened.View?.DatasetId, ct);
        var view = opened.Demand(problems);
        if (links.Count > 0)
            view = await views.OpenAsync(caller, opened.DatasetId, wish with { Links = links }, ct);
        context.Response.ContentType = Json.ContentType;
        await run.WriteAsync(context.Response.BodyWriter, body, view, caller, ct);
    }

    static async Task<JsonHttpResult<CompletionAnswer>> Complete(HttpContext context, Caller caller, DatasetViews views, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedView.ReadAsync(context, caller, views, ViewWish.Calculated, problems, ct);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("expression", "position");
        var expression = body?.Required("expression")?.Text() ?? "";
        var position = body?.Optional("position")?.Integer() ?? expression.Length;
        var view = opened.Demand(problems);
        var offered = GizmoCompiler.Complete(expression, position, view.Calculated!.Dataset.Schema);
        return TypedResults.Json(new CompletionAnswer([.. offered.Select(c => new CompletionEntry(c.Name, c.Kind, c.Type, c.Help))]), contentType: Json.ContentType);
    }
}
