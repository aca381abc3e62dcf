using Espalier.Server.Access;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Drafts;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Datasets;

/// <summary>Listing, making, changing and describing datasets.</summary>
public static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder tenant)
    {
        tenant.MapGet("/datasets", ListAsync).WithTags("Datasets").WithName("listDatasets").WithSummary("List the datasets.");
        tenant.MapPost("/datasets", CreateAsync).WithTags("Datasets").WithName("createDataset").WithSummary("Make a dataset.");
        tenant.MapMethods("/datasets/{datasetId}", ["PATCH", "PUT"], UpdateAsync)
            .WithTags("Datasets").WithName("updateDataset").WithSummary("Change a dataset's definition.");
        tenant.MapGet("/datasets/{datasetId}", DescribeAsync)
            .WithTags("Datasets").WithName("retrieveDataset").WithSummary("Show a dataset's definition and state.");
    }

    static async Task<Ok<DatasetEntry[]>> ListAsync(HttpContext context, DatasetService datasets, Urls urls, CancellationToken ct)
    {
        var links = urls.OfDatasets(context);
        return TypedResults.Ok<DatasetEntry[]>(
            [.. (await datasets.ListAsync(context.Caller(), ct)).Select(dataset => DatasetEntry.Of(dataset, links))]);
    }

    static async Task<Created<DatasetResource>> CreateAsync(HttpContext context, DatasetService datasets, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var definition = body is null ? null : await datasets.CheckAsync(context.Caller(), DefinitionPatch.ReadNew(body), ct);
        problems.ThrowIfAny();

        var datasetId = await datasets.CreateAsync(context.Caller(), definition!, ct);
        var state = await datasets.DescribeAsync(context.Caller(), datasetId, Level.Read, ct);
        var links = urls.OfDatasets(context);
        return TypedResults.Created(links.Of(datasetId), DatasetResource.Of(state, links, []));
    }

    static async Task<Ok<DatasetResource>> UpdateAsync(
        string datasetId, HttpContext context, DatasetService datasets, DraftService drafts, Relationships relationships, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var deletesOmitted = new RequestQuery(context, problems).Bool("deleteOmittedProperties", false);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        if (body is null)
            problems.ThrowIfAny();

        var patch = DefinitionPatch.ReadChange(body!, deletesOmitted);
        await datasets.UpdateAsync(context.Caller(), id, patch, problems, ct);
        return TypedResults.Ok(await ResourceAsync(context, id, datasets, drafts, relationships, urls, ct));
    }

    static async Task<Ok<DatasetResource>> DescribeAsync(
        string datasetId, HttpContext context, DatasetService datasets, DraftService drafts, Relationships relationships, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        problems.ThrowIfAny();
        return TypedResults.Ok(await ResourceAsync(context, id, datasets, drafts, relationships, urls, ct));
    }

    static async Task<DatasetResource> ResourceAsync(HttpContext context, Guid id, DatasetService datasets,
        DraftService drafts, Relationships relationships, Urls urls, CancellationToken ct)
    {
        var state = await datasets.DescribeAsync(context.Caller(), id, Level.Read, ct);
        var links = urls.OfDatasets(context);
        return DatasetResource.Of(state, links, await relationships.OfAsync(context.Caller(), id, ct)) with
        {
            Drafts = [.. (await drafts.ListAsync(context.Caller(), id, ct)).Select(draft => DatasetDraft.Of(draft, links))],
        };
    }

    static DatasetUrls OfDatasets(this Urls urls, HttpContext context) => new(urls.Base(context.Request), context.Caller().TenantId);
}
