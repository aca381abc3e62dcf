using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Locations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Webhooks;

/// <summary>Webhooks of a tenant, for its admins.</summary>
public static class WebhookEndpoints
{
    const string Tag = "Webhooks";
    const string One = "/webhooks/{webhookId}";

    public static void MapWebhooks(this IEndpointRouteBuilder own)
    {
        own.MapGet("/webhooks", ListAsync).WithTags(Tag).WithName("listWebhooks").WithSummary("List the webhooks.");
        own.MapPost("/webhooks", CreateAsync).WithTags(Tag).WithName("createWebhook").WithSummary("Make a webhook; the answer has its secret.");
        own.MapPatch(One, UpdateAsync).WithTags(Tag).WithName("updateWebhook").WithSummary("Change a webhook, or switch it on or off.");
        own.MapDelete(One, DeleteAsync).WithTags(Tag).WithName("deleteWebhook").WithSummary("Delete a webhook.");
        own.MapGet($"{One}/deliveries", DeliveriesAsync).WithTags(Tag).WithName("listDeliveries").WithSummary("List what a webhook was sent.");
        own.MapPost($"{One}/test", TestAsync).WithTags(Tag).WithName("testWebhook").WithSummary("Send a webhook a test message.");
    }

    static async Task<Ok<WebhookResource[]>> ListAsync(Caller caller, WebhookService webhooks, CancellationToken ct) =>
        TypedResults.Ok<WebhookResource[]>([.. (await webhooks.ListAsync(caller, ct)).Select(WebhookResource.Of)]);

    static async Task<Created<WebhookResource>> CreateAsync(
        HttpContext context, Caller caller, WebhookService webhooks, LocationGuard guard, Urls urls, CancellationToken ct)
    {
        var problems = new Problems();
        var asked = WebhookPatch.Read(await JsonBody.RequiredAsync(context, problems, ct), isNew: true, guard);
        problems.ThrowIfAny();

        var (webhook, secret) = await webhooks.CreateAsync(caller, asked, ct);
        context.Response.Headers.CacheControl = "no-store";
        var resource = WebhookResource.Of(webhook) with { Secret = secret };
        return TypedResults.Created(urls.Absolute(context.Request, $"{context.Request.Path}/{resource.WebhookId}"), resource);
    }

    static async Task<Ok<WebhookResource>> UpdateAsync(
        string webhookId, HttpContext context, Caller caller, WebhookService webhooks, LocationGuard guard, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(webhookId), problems);
        var patch = WebhookPatch.Read(await JsonBody.RequiredAsync(context, problems, ct), isNew: false, guard);
        problems.ThrowIfAny();
        return TypedResults.Ok(WebhookResource.Of(await webhooks.UpdateAsync(caller, id, patch, ct)));
    }

    static async Task<NoContent> DeleteAsync(
        string webhookId, HttpContext context, Caller caller, WebhookService webhooks, CancellationToken ct)
    {
        await webhooks.DeleteAsync(caller, IdOf(context, nameof(webhookId)), ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<DeliveryResource[]>> DeliveriesAsync(
        string webhookId, HttpContext context, Caller caller, WebhookService webhooks, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(webhookId), problems);
        var query = new RequestQuery(context, problems);
        var (offset, limit) = (query.Integer("offset", 0, 0, long.MaxValue), query.Integer("limit", 100, 1, 1000));
        problems.ThrowIfAny();
        return TypedResults.Ok<DeliveryResource[]>(
            [.. (await webhooks.DeliveriesAsync(caller, id, offset, limit, ct)).Select(DeliveryResource.Of)]);
    }

    static async Task<Ok<DeliveryResource>> TestAsync(
        string webhookId, HttpContext context, Caller caller, WebhookService webhooks, CancellationToken ct) =>
        TypedResults.Ok(DeliveryResource.Of(await webhooks.TestAsync(caller, IdOf(context, nameof(webhookId)), ct)));

    static Guid IdOf(HttpContext context, string name)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, name, problems);
        problems.ThrowIfAny();
        return id;
    }
}
