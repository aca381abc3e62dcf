using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Files;

/// <summary>Making temporary files, under a tenant's address.</summary>
public static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder tenant) =>
        tenant.MapPost("/files/generate", Generate).WithTags("Temporary files").WithName("generateFile")
            .WithSummary("Make a temporary file; answers its two URLs.");

    static async Task<JsonHttpResult<TemporaryFileUrls>> Generate(
        HttpContext context, TemporaryFiles files, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var type = body?.Required("targetType")?.OneOf(TargetTypes.All);
        var encoding = body?.Required("targetEncoding")?.OneOf(TargetTypes.Encodings);
        problems.ThrowIfAny();

        var file = await files.CreateAsync(context.Caller().TenantId, type!, encoding!, ct);
        return TypedResults.Json(files.UrlsOf(file, urls.Base(context.Request)), contentType: Json.ContentType);
    }
}
