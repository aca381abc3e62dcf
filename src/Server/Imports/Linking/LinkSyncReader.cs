using System.Text.Json;
using Espalier.Engine.Linking;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Jobs;
using Espalier.Server.Locations;
using Espalier.Server.Reading;

namespace Espalier.Server.Imports.Linking;

/// <summary>Reads the request to fill a links dataset and notes all that is wrong with it.</summary>
sealed class LinkSyncReader(DatasetViews views, LocationReader locations, Urls urls)
{
    /// <param name="types">Null when the links dataset could not be opened.</param>
    /// <exception cref="Refused">Something is wrong.</exception>
    public async Task<NewJob> ReadAsync(
        HttpContext context, Caller caller, OpenedDataset links, LinkIdTypes? types, Problems problems, CancellationToken ct)
    {
        var query = new RequestQuery(context, problems);
        var gzip = ResultEncoding.IsGzip(query);
        var policies = ImportQuery.ReadPolicies(query);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("sourceDatasetId", "targetDatasetAutoId", "allocationId", "resultLocation", "exportLocation", "callback");
        var source = SourceOf(body?.Required("sourceDatasetId"), links.Definition?.Ends);
        var target = body?.Required("targetDatasetAutoId");
        var allocation = body?.Optional("allocationId");
        var (targetKey, allocationKey) = (target?.FilledText(), allocation?.FilledText());
        var resultUrl = body is null ? null : locations.Result(body, caller.TenantId);
        var callback = body is null ? null : locations.Callback(body, "linksDatasetId", "datasetId");
        var refusal = source is { } sourceId ? await CheckAsync(sourceId) : null;
        links.Demand(problems);
        if (refusal is not null)
            throw refusal;

        var ends = links.Definition!.Ends!;
        LinkRows.IdsOf(caller, await views.OpenAsync(caller, source == ends.From ? ends.To : ends.From, ViewWish.Calculated, ct));
        var settings = (policies with { ImplicitDelete = true }).ForLinks(types!);
        var job = new LinkSyncJob(links.DatasetId, source!.Value, targetKey!, allocationKey, settings, gzip);
        var id = Ids.Print(links.DatasetId);
        return new NewJob(LinkSyncRunner.JobKind, JsonSerializer.Serialize(job, Json.Options))
        {
            DatasetId = links.DatasetId,
            Writes = !settings.DryRun,
            DryRun = settings.DryRun,
            ResultUrl = resultUrl,
            Callback = callback,
            CallbackValues = new Dictionary<string, string> { ["linksDatasetId"] = id, ["datasetId"] = id },
            BaseUrl = urls.Base(context.Request),
            TraceId = context.TraceId(),
        };

        async Task<Refused?> CheckAsync(Guid sourceId)
        {
            try
            {
                var view = await views.OpenAsync(caller, sourceId, ViewWish.Calculated, ct);
                LinkRows.IdsOf(caller, view);
                var nodes = view.Nodes;
                if (targetKey is not null && nodes.Find(targetKey) is null)
                    target!.Problem(Errors.PropertyNotFound(targetKey));
                if (allocationKey is not null && nodes.Find(allocationKey) is null)
                    allocation!.Problem(Errors.PropertyNotFound(allocationKey));
                return null;
            }
            catch (Refused refused)
            {
                return refused;
            }
        }
    }

    /// <summary>The dataset that the links come from: one that the links dataset joins.</summary>
    static Guid? SourceOf(JsonField? field, LinkEnds? ends)
    {
        if (field?.Text() is not { } text)
            return null;
        if (!Ids.TryParse(text, out var id))
        {
            field.Problem(Errors.FieldHasWrongType("the id of a dataset, a UUID string"));
            return null;
        }
        if (ends is null)
            return null;
        if (id == ends.From || id == ends.To)
            return id;
        field.Problem(Errors.DatasetConfigurationInvalid("The source must be one of the datasets that the links dataset joins."));
        return null;
    }
}
