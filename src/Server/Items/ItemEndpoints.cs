using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;
using Espalier.Server.Access;
using Espalier.Server.Exports;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Reading;

namespace Espalier.Server.Items;

/// <summary>Reading stored items: nothing is calculated.</summary>
public static class ItemEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder tenant)
    {
        tenant.MapGet("/datasets/{datasetId}/items", ReadAll).WithTags("Items").WithName("retrieveItems")
            .WithSummary("All items with their stored values and internal properties.")
            .Produces<Dictionary<string, object>[]>();
        tenant.MapPost("/datasets/{datasetId}/items", Query).WithTags("Items").WithName("queryItems").WithMetadata(ReadsOnly.Mark)
            .WithSummary("Items that pass a filter, with the properties that are asked for.")
            .Accepts<ItemQuery>(isOptional: true, "*/*").Produces<Dictionary<string, object>[]>();
    }

    static Task ReadAll(HttpContext context, Caller caller, DatasetViews views, SyncAnswers answers) =>
        answers.WriteAsync(context, Json.ContentType, async ct =>
        {
            var problems = new Problems();
            var wish = ViewWish.Now.At(new(context, problems));
            var view = (await OpenedView.ReadAsync(context, caller, views, wish, problems, ct)).Demand(problems);
            return Pieces(view.SelectItems(Filter.Everything, ct),
                [.. view.Nodes.Properties, .. view.Nodes.Internal.Where(c => c.Key != NodeColumns.SortOrder)]);
        });

    static Task Query(HttpContext context, Caller caller, DatasetViews views, SyncAnswers answers) =>
        answers.WriteAsync(context, Json.ContentType, async ct =>
        {
            var problems = new Problems();
            var wish = ViewWish.Now.At(new(context, problems));
            var opened = await OpenedView.ReadAsync(context, caller, views, wish, problems, ct);
            var body = (await JsonBody.OptionalAsync(context, problems, ct))?.Object();
            Func<string, NodeColumn?>? find = opened.View is null ? null : opened.View.Nodes.FindStored;
            var filter = FilterReader.Read(body?.Optional("filter"), find);
            var projection = ProjectionReader.ReadForItems(body?.Optional("projection"), find);
            var view = opened.Demand(problems);
            return Pieces(view.SelectItems(filter, ct), projection?.Apply(view.Nodes) ?? view.Nodes.Properties);
        });

    static RowPieces Pieces(Selection selection, ImmutableArray<NodeColumn> columns) =>
        new(selection, columns, new JsonObjectsFormat(columns, areItems: true));
}
