using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Datasets.Linking;

/// <summary>Making and changing links datasets. They are listed and described as every dataset is.</summary>
public static class LinkEndpoints
{
    public static void MapLinksDatasets(this IEndpointRouteBuilder tenant)
    {
        Aliases.Map(["POST"], Aliases.OfLinks(), (path, method) => tenant.MapMethods(path, [method], CreateAsync))
            .WithTags("Links").WithName("createLinksDataset").WithSummary("Make a links dataset between two datasets.");
        Aliases.Map(["PATCH", "PUT"], Aliases.OfLinks("/{linksDatasetId}"), (path, method) => tenant.MapMethods(path, [method], UpdateAsync))
            .WithTags("Links").WithName("updateLinksDataset").WithSummary("Change a links dataset's definition.");
    }

    static async Task<Created<LinksResource>> CreateAsync(
        HttpContext context, LinkService links, DatasetService datasets, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        if (body is null)
            problems.ThrowIfAny();

        var datasetId = await links.CreateAsync(context.Caller(), LinksPatch.ReadNew(body!), problems, ct);
        return TypedResults.Created(
            new DatasetUrls(urls.Base(context.Request), context.Caller().TenantId).Of(datasetId), await ResourceAsync(context, datasetId, datasets, ct));
    }

    static async Task<Ok<LinksResource>> UpdateAsync(
        string linksDatasetId, HttpContext context, LinkService links, DatasetService datasets, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(linksDatasetId), problems);
        var deletesOmitted = new RequestQuery(context, problems).Bool("deleteOmittedProperties", false);
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        if (body is null)
            problems.ThrowIfAny();

        await links.UpdateAsync(context.Caller(), id, LinksPatch.ReadChange(body!, deletesOmitted), problems, ct);
        return TypedResults.Ok(await ResourceAsync(context, id, datasets, ct));
    }

    static async Task<LinksResource> ResourceAsync(HttpContext context, Guid id, DatasetService datasets, CancellationToken ct) =>
        LinksResource.Of(await datasets.DescribeAsync(context.Caller(), id, Level.Read, ct), context.Caller().TenantId);
}
