using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;
using Espalier.Server.Access;
using Espalier.Server.Drafts.Comparing;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Exports;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Imports;
using Espalier.Server.Imports.Payloads;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Drafts;

/// <summary>What the original does with drafts in its web pages: making them, working in them, looking at what they change.</summary>
public static class OwnDraftEndpoints
{
    public static void MapOwnDrafts(this IEndpointRouteBuilder own)
    {
        own.MapGet("/drafts", ListAsync).WithTags("Drafts").WithName("listOwnDrafts").WithSummary("List the drafts with their datasets.");
        own.MapPost("/drafts", CreateAsync).WithTags("Drafts").WithName("createDraft").WithSummary("Make a draft on a dataset.");
        own.MapGet("/drafts/{draftId}", FindAsync).WithTags("Drafts").WithName("retrieveOwnDraft").WithSummary("Show a draft with its dataset.");
        own.MapPatch("/drafts/{draftId}", RenameAsync).WithTags("Drafts").WithName("updateDraft").WithSummary("Change a draft's name, description or tags.");
        own.MapDelete("/drafts/{draftId}", DeleteAsync).WithTags("Drafts").WithName("deleteDraft").WithSummary("Delete a draft with all that is in it.");
        own.MapGet("/drafts/{draftId}/items", ReadItems).WithTags("Drafts").WithName("retrieveDraftItems")
            .WithSummary("The items of the dataset as the draft leaves them.").Produces<Dictionary<string, object>[]>();
        own.MapPut("/drafts/{draftId}/items", WriteItems).WithBodyLimit(SyncBody.MostBytesRead).WithTags("Drafts").WithName("updateDraftItems")
            .WithSummary("Create, update, replace and delete items in the draft.")
            .Accepts<Dictionary<string, object>[]>(isOptional: true, "*/*").Produces<Dictionary<string, object>[]>();
        own.MapGet("/drafts/{draftId}/changes", ListChangesAsync).WithTags("Drafts").WithName("listDraftChanges").WithSummary("What is in a draft, change by change.");
        own.MapPost("/drafts/{draftId}/changes/revert", RevertAsync).WithTags("Drafts").WithName("revertDraftChanges")
            .WithSummary("Take single changes back.").Accepts<RevertRequest>(isOptional: true, "*/*");
        own.MapPost("/drafts/{draftId}/compare", CompareAsync).WithTags("Drafts").WithName("compareDraft").WithMetadata(ReadsOnly.Mark)
            .WithSummary("As-is, to-be and net, for any property and measure.");
    }

    static async Task<Ok<OwnDraftResource[]>> ListAsync(HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct) =>
        TypedResults.Ok<OwnDraftResource[]>([.. (await drafts.ListAsync(caller, null, ct)).Select(draft => Resource(draft, urls, context))]);

    static async Task<Created<OwnDraftResource>> CreateAsync(HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var words = body is null ? null : DraftWords.ReadNew(body);
        var id = body?.Required("datasetId");
        var datasetId = Guid.Empty;
        if (id?.Text() is { } text && !Ids.TryParse(text, out datasetId))
            id.Problem(Errors.FieldHasWrongType("a UUID"));
        problems.ThrowIfAny();
        var resource = Resource(await drafts.CreateAsync(caller, datasetId, words!, ct), urls, context);
        return TypedResults.Created(resource.Links.Self.Url, resource);
    }

    static async Task<Ok<OwnDraftResource>> FindAsync(
        string draftId, HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(draftId), problems);
        problems.ThrowIfAny();
        return TypedResults.Ok(Resource(await drafts.FindAsync(caller, id, ct), urls, context));
    }

    static async Task<Ok<OwnDraftResource>> RenameAsync(
        string draftId, HttpContext context, Caller caller, DraftService drafts, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(draftId), problems);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var words = body is null ? null : DraftWords.ReadChange(body);
        problems.ThrowIfAny();
        return TypedResults.Ok(Resource(await drafts.RenameAsync(caller, id, words!, ct), urls, context));
    }

    static async Task<NoContent> DeleteAsync(string draftId, HttpContext context, Caller caller, DraftService drafts, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(draftId), problems);
        problems.ThrowIfAny();
        await drafts.DeleteAsync(caller, id, ct);
        return TypedResults.NoContent();
    }

    static Task ReadItems(HttpContext context, Caller caller, DraftViews views, SyncAnswers answers) =>
        answers.WriteAsync(context, Json.ContentType, async ct =>
        {
            var problems = new Problems();
            var (offset, limit) = Page(new(context, problems));
            var view = (await OpenedDraft.ReadAsync(context, caller, views, problems, ct)).Demand(problems).Drafted;
            ImmutableArray<NodeColumn> columns = [.. view.Nodes.Properties, .. view.Nodes.Internal.Where(c => c.Key != NodeColumns.SortOrder)];
            return new RowPieces(view.SelectItems(Filter.Everything, ct).Page(offset, limit), columns, new JsonObjectsFormat(columns, areItems: true));
        });

    static async Task WriteItems(HttpContext context, Caller caller, DraftViews views, DraftEditor editor, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDraft.ReadAsync(context, caller, views, problems, ct);
        var definition = opened.View?.Drafted.Snapshot.Definition;
        var settings = ImportQuery.Read(new(context, problems), definition);
        var body = await SyncBody.ReadAsync(context, problems, ct);
        await ImportService.CheckAsync(definition, body, problems, ct);
        var view = opened.Demand(problems);

        var resolution = await editor.WriteAsync(caller, view.Draft.DraftId, settings, body!.Value, ct);
        context.Response.ContentType = Json.ContentType;
        await PieceWriter.WriteAsync(ImportService.ResultOf(resolution, settings), context.Response.Body, null, ct);
    }

    static async Task<Ok<DraftChange[]>> ListChangesAsync(
        HttpContext context, Caller caller, DraftViews views, ChangeList changes, CancellationToken ct)
    {
        var problems = new Problems();
        var (offset, limit) = Page(new(context, problems));
        var view = (await OpenedDraft.ReadAsync(context, caller, views, problems, ct)).Demand(problems);
        return TypedResults.Ok<DraftChange[]>([.. changes.Read(view, offset, limit)]);
    }

    static async Task<Ok<RevertedChanges>> RevertAsync(
        HttpContext context, Caller caller, DraftViews views, DraftEditor editor, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDraft.ReadAsync(context, caller, views, problems, ct);
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        var named = RevertBody.Read(body);
        var view = opened.Demand(problems);

        List<Guid> unknown = [];
        await editor.RevertAsync(caller, view, named.Keys.ToHashSet(), unknown, ct);
        foreach (var id in unknown)
            named[id].Problem(Errors.ChangeNotFound);
        problems.ThrowIfAny();
        return TypedResults.Ok(new RevertedChanges(named.Count));
    }

    static async Task<Ok<ComparedRow[]>> CompareAsync(
        HttpContext context, Caller caller, DraftViews views, DraftComparison comparison, CancellationToken ct)
    {
        var problems = new Problems();
        var opened = await OpenedDraft.ReadAsync(context, caller, views, problems, ct, calculates: true);
        Func<string, NodeColumn?>? find = opened.View is null ? null : opened.View.Drafted.Nodes.Find;
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("groupBy", "measures");
        var groupBy = body?.Optional("groupBy");
        var key = groupBy?.Text();
        if (key is not null && find is not null && find(key) is null)
            groupBy!.Problem(Errors.PropertyNotFound(key));
        var measures = body is null ? [] : Measure.ReadAll(body, find);
        var view = opened.Demand(problems);
        return TypedResults.Ok<ComparedRow[]>([.. comparison.Compare(view, key, measures, ct)]);
    }

    static (long Offset, long Limit) Page(RequestQuery query) =>
        (query.Integer("offset", 0, 0, long.MaxValue), query.Integer("limit", long.MaxValue, 0, long.MaxValue));

    static OwnDraftResource Resource(Draft draft, Urls urls, HttpContext context) => OwnDraftResource.Of(draft, urls.Base(context.Request));
}
