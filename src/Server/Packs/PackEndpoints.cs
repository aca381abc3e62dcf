using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Packs;

/// <summary>Packs: boards that people keep and share.</summary>
public static class PackEndpoints
{
    const string Tag = "Packs";
    const string One = "/packs/{packId}";

    public static void MapPacks(this IEndpointRouteBuilder own)
    {
        own.MapGet("/packs", ListAsync).WithTags(Tag).WithName("listPacks").WithSummary("List the packs.");
        own.MapPost("/packs", CreateAsync).WithTags(Tag).WithName("createPack").WithSummary("Make a pack.");
        own.MapGet(One, FindAsync).WithTags(Tag).WithName("retrievePack").WithSummary("Show a pack with its document.");
        own.MapPatch(One, UpdateAsync).WithTags(Tag).WithName("updatePack").WithSummary("Change a pack.");
        own.MapDelete(One, DeleteAsync).WithTags(Tag).WithName("deletePack").WithSummary("Delete a pack.");
    }

    static async Task<Ok<PackEntry[]>> ListAsync(Caller caller, PackService packs, CancellationToken ct) =>
        TypedResults.Ok<PackEntry[]>([.. (await packs.ListAsync(caller, ct)).Select(PackEntry.Of)]);

    static async Task<JsonHttpResult<PackResource>> CreateAsync(HttpContext context, Caller caller, PackService packs, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var pack = await packs.CreateAsync(caller, body, problems, ct);
        return TypedResults.Json(PackResource.Of(pack), contentType: Json.ContentType, statusCode: StatusCodes.Status201Created);
    }

    static async Task<Ok<PackResource>> FindAsync(string packId, HttpContext context, Caller caller, PackService packs, CancellationToken ct) =>
        TypedResults.Ok(PackResource.Of(await packs.FindAsync(caller, IdOf(context), ct)));

    static async Task<Ok<PackResource>> UpdateAsync(string packId, HttpContext context, Caller caller, PackService packs, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(packId), problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(PackResource.Of(await packs.UpdateAsync(caller, id, body, problems, ct)));
    }

    static async Task<NoContent> DeleteAsync(string packId, HttpContext context, Caller caller, PackService packs, CancellationToken ct)
    {
        await packs.DeleteAsync(caller, IdOf(context), ct);
        return TypedResults.NoContent();
    }

    static Guid IdOf(HttpContext context)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, "packId", problems);
        problems.ThrowIfAny();
        return id;
    }
}
