using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Rights;

/// <summary>Who may do what with a dataset.</summary>
public static class RightsEndpoints
{
    public static void MapRights(this IEndpointRouteBuilder own)
    {
        own.MapGet("/datasets/{datasetId}/rights", ShowAsync)
            .WithTags("Rights").WithName("retrieveRights").WithSummary("Show who may do what with a dataset.");
        own.MapPut("/datasets/{datasetId}/rights", SaveAsync)
            .WithTags("Rights").WithName("updateRights").WithSummary("Replace a dataset's rights.");
    }

    static async Task<JsonHttpResult<RightsBody>> ShowAsync(HttpContext context, Caller caller, RightsService rights, CancellationToken ct)
    {
        var problems = new Problems();
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        problems.ThrowIfAny();
        return Answer(await rights.FindAsync(caller, datasetId, ct));
    }

    static async Task<JsonHttpResult<RightsBody>> SaveAsync(HttpContext context, Caller caller, RightsService rights, CancellationToken ct)
    {
        var problems = new Problems();
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return Answer(await rights.SaveAsync(caller, datasetId, body, problems, ct));
    }

    static JsonHttpResult<RightsBody> Answer(DatasetRights rights) => TypedResults.Json(
        new RightsBody(rights.Owner, rights.Rules.Grants, rights.Rules.Properties, rights.Rules.Rows), RightsJson.Options, Json.ContentType);
}
