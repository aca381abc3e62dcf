using Espalier.Engine.History;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.History;

/// <summary>A dataset's transactions: listing them, looking at what one changed, undoing one.</summary>
public static class HistoryEndpoints
{
    const int Page = 100, LargestPage = 1000;

    static readonly string[] Rules = ["fail", "skip", "overwrite"];

    public static void MapHistory(this IEndpointRouteBuilder own)
    {
        own.MapGet("/datasets/{datasetId}/transactions", ListAsync).WithTags("History").WithName("listTransactions")
            .WithSummary("List a dataset's transactions, the newest first.");
        own.MapGet("/datasets/{datasetId}/transactions/{transactionId}/changes", ReadAsync).WithTags("History").WithName("retrieveChanges")
            .WithSummary("Show what a transaction changed, key by key.").Produces<Dictionary<string, object>[]>();
        own.MapPost("/datasets/{datasetId}/transactions/{transactionId}/undo", UndoAsync).WithTags("History").WithName("undoTransaction")
            .WithSummary("Undo a transaction by a new one.").Accepts<UndoRequest>(isOptional: true, "*/*");
    }

    static async Task<Ok<TransactionEntry[]>> ListAsync(
        string datasetId, HttpContext context, Caller caller, HistoryService history, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var query = new RequestQuery(context, problems);
        var offset = query.Integer("offset", 0, 0, long.MaxValue);
        var limit = (int)query.Integer("limit", Page, 1, LargestPage);
        problems.ThrowIfAny();

        var transactions = await history.ListAsync(caller, id, offset, limit, ct);
        return TypedResults.Ok<TransactionEntry[]>([.. transactions.Select(TransactionEntry.Of)]);
    }

    static async Task ReadAsync(
        string datasetId, string transactionId, HttpContext context, Caller caller, HistoryService history, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var transaction = PathIds.Uuid(context, nameof(transactionId), problems);
        var query = new RequestQuery(context, problems);
        var offset = query.Integer("offset", 0, 0, long.MaxValue);
        var limit = query.Integer("limit", long.MaxValue, 1, long.MaxValue);
        problems.ThrowIfAny();

        var changes = await history.ReadChangesAsync(caller, id, transaction, ct);
        context.Response.ContentType = Json.ContentType;
        await ChangeWriter.WriteAsync(changes, offset, limit, context.Response.Body, ct);
    }

    static async Task<Ok<UndoAnswer>> UndoAsync(
        string datasetId, string transactionId, HttpContext context, Caller caller, UndoService undo, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(datasetId), problems);
        var transaction = PathIds.Uuid(context, nameof(transactionId), problems);
        var body = (await JsonBody.OptionalAsync(context, problems, ct))?.Object();
        body?.RefuseOthers("conflicts", "dryRun");
        var rule = body?.Optional("conflicts")?.OneOf(Rules) ?? Rules[0];
        var isDry = body?.Optional("dryRun")?.Bool() ?? false;
        problems.ThrowIfAny();

        var outcome = await undo.UndoAsync(caller, id, transaction, (ConflictRule)Array.IndexOf(Rules, rule), isDry, ct);
        return TypedResults.Ok(UndoAnswer.Of(outcome));
    }
}
