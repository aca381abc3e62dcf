using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Calculations;

/// <summary>What becomes of a dataset's calculated properties: exports show only blanks where something went wrong.</summary>
public static class CalculationEndpoints
{
    public static void MapCalculations(this IEndpointRouteBuilder own) =>
        own.MapGet("/datasets/{datasetId}/calculations", ReportAsync)
            .WithTags("Exports").WithName("retrieveCalculations").WithSummary("How calculated properties are computed, and why cells of theirs are blank.");

    static async Task<Ok<CalculationReport>> ReportAsync(HttpContext context, Caller caller, DatasetViews views, CancellationToken ct)
    {
        var problems = new Problems();
        var view = (await OpenedView.ReadAsync(context, caller, views, ViewWish.Calculated, problems, ct)).Demand(problems);
        return TypedResults.Ok(CalculationReport.Of(view.Calculated!.All(), view.Snapshot.Definition));
    }
}
