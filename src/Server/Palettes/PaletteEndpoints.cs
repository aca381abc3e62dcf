using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Palettes;

/// <summary>A tenant's palettes of colours.</summary>
public static class PaletteEndpoints
{
    const string Tag = "Settings";

    public static void MapPalettes(this IEndpointRouteBuilder own)
    {
        own.MapGet("/palettes", ListAsync).WithTags(Tag).WithName("listPalettes").WithSummary("List the palettes of colours.");
        own.MapPost("/palettes", CreateAsync).WithTags(Tag).WithName("createPalette").WithSummary("Make a palette.");
        own.MapPatch("/palettes/{paletteId}", UpdateAsync).WithTags(Tag).WithName("updatePalette").WithSummary("Change a palette.");
        own.MapDelete("/palettes/{paletteId}", DeleteAsync).WithTags(Tag).WithName("deletePalette").WithSummary("Delete a palette.");
    }

    static async Task<Ok<PaletteResource[]>> ListAsync(Caller caller, PaletteService palettes, CancellationToken ct) =>
        TypedResults.Ok<PaletteResource[]>([.. (await palettes.ListAsync(caller, ct)).Select(PaletteResource.Of)]);

    static async Task<JsonHttpResult<PaletteResource>> CreateAsync(HttpContext context, Caller caller, PaletteService palettes, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var palette = await palettes.CreateAsync(caller, body, problems, ct);
        return TypedResults.Json(PaletteResource.Of(palette), contentType: Json.ContentType, statusCode: StatusCodes.Status201Created);
    }

    static async Task<Ok<PaletteResource>> UpdateAsync(
        string paletteId, HttpContext context, Caller caller, PaletteService palettes, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(paletteId), problems);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(PaletteResource.Of(await palettes.UpdateAsync(caller, id, body, problems, ct)));
    }

    static async Task<NoContent> DeleteAsync(string paletteId, HttpContext context, Caller caller, PaletteService palettes, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(paletteId), problems);
        problems.ThrowIfAny();
        await palettes.DeleteAsync(caller, id, ct);
        return TypedResults.NoContent();
    }
}
