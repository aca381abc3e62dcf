using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Imports.Payloads;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Imports.Linking;

/// <summary>Writing links: at once, as a job, or from what a linked dataset itself holds.</summary>
public static class LinkImportEndpoints
{
    public static void MapLinkImports(this IEndpointRouteBuilder tenant)
    {
        Aliases.Map(["PUT"], Aliases.OfLinks("/{linksDatasetId}/items"), (path, method) => tenant.MapMethods(path, [method], Write).WithBodyLimit(SyncBody.MostBytesRead))
            .WithTags("Links").WithName("updateLinks").WithSummary("Create, update, replace and delete links at once.")
            .Accepts<Dictionary<string, object>[]>(isOptional: true, "*/*").Produces<Dictionary<string, object>[]>();
        Aliases.Map(["PUT"], Aliases.OfLinks("/{linksDatasetId}/items/import"), (path, method) => tenant.MapMethods(path, [method], Import))
            .WithTags("Links").WithName("importLinks").WithSummary("Write many links as a job; answers its ticket.")
            .Accepts<ImportRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
        Aliases.Map(["PUT", "POST"], Aliases.OfLinks("/{linksDatasetId}/items/sync"), (path, method) => tenant.MapMethods(path, [method], Fill))
            .WithTags("Links").WithName("syncLinks").WithSummary("Fill a links dataset from a linked dataset as a job; answers its ticket.")
            .Accepts<LinkSyncRequest>(isOptional: true, "*/*").Produces<Ticket>(StatusCodes.Status202Accepted);
    }

    static async Task Write(HttpContext context, Caller caller, DatasetService datasets, LinkService links, ImportService imports, CancellationToken ct)
    {
        var problems = new Problems();
        var (opened, types) = await OpenedLinks.ReadAsync(context, caller, datasets, links, problems, ct);
        var settings = ImportQuery.ReadForLinks(new(context, problems), types);
        await ImportEndpoints.WriteAsync(context, caller, opened, settings, imports, problems, ct);
    }

    static async Task<JsonHttpResult<Ticket>> Import(HttpContext context, Caller caller, DatasetService datasets, LinkService links,
        JobService jobs, LocationReader locations, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var (opened, types) = await OpenedLinks.ReadAsync(context, caller, datasets, links, problems, ct);
        var query = new RequestQuery(context, problems);
        var settings = ImportQuery.ReadForLinks(query, types);
        return await ImportEndpoints.StartAsync(context, caller, opened, settings, query, jobs, locations, urls, problems, ["linksDatasetId"], ct);
    }

    static async Task<JsonHttpResult<Ticket>> Fill(HttpContext context, Caller caller, DatasetService datasets, LinkService links,
        LinkSyncReader reader, JobService jobs, CancellationToken ct)
    {
        var problems = new Problems();
        var (opened, types) = await OpenedLinks.ReadAsync(context, caller, datasets, links, problems, ct);
        var asked = await reader.ReadAsync(context, caller, opened, types, problems, ct);
        var ticket = await jobs.AddAsync(caller, asked, ct);
        return TypedResults.Json(ticket, contentType: Json.ContentType, statusCode: StatusCodes.Status202Accepted);
    }
}
