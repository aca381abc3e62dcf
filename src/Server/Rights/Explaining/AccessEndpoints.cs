using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Rights.Explaining;

/// <summary>Why somebody sees what they see.</summary>
public static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder own) =>
        own.MapGet("/datasets/{datasetId}/access", ExplainAsync)
            .WithTags("Rights").WithName("explainAccess").WithSummary("Explain what somebody may do with a dataset.");

    static async Task<JsonHttpResult<AccessAnswer>> ExplainAsync(
        string datasetId, HttpContext context, Caller caller, AccessExplained explained, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var query = new RequestQuery(context, problems);
        var user = query.Text("user");
        if (user is null)
            query.Problem("user", Errors.FieldIsRequired);
        problems.ThrowIfAny();
        return TypedResults.Json(AccessAnswer.Of(await explained.OfAsync(caller, id, user!, ct)), RightsJson.Options, Json.ContentType);
    }
}
