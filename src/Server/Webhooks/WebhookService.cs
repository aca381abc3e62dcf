using Espalier.Server.Access;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Webhooks;

/// <summary>What may be done with webhooks: everything by admins, nothing by others.</summary>
public sealed class WebhookService(
    IWebhookStore store, WebhookSecrets secrets, WebhookCall call, IOptions<WebhookOptions> options, TimeProvider time)
{
    public Task<IReadOnlyList<Webhook>> ListAsync(Caller caller, CancellationToken ct)
    {
        Check(caller);
        return store.ListAsync(caller.TenantId, ct);
    }

    /// <returns>The webhook, and its secret, which nobody can ask for again.</returns>
    public async Task<(Webhook Webhook, string Secret)> CreateAsync(Caller caller, WebhookPatch asked, CancellationToken ct)
    {
        Check(caller);
        var now = time.GetUtcNow();
        var webhookId = Guid.NewGuid();
        var (shown, secret) = secrets.New(caller.TenantId, webhookId);
        var webhook = new Webhook(caller.TenantId, webhookId)
        {
            Url = asked.Url!,
            Events = asked.Events!,
            Status = asked.Active ?? true ? WebhookStatus.Active : WebhookStatus.Inactive,
            SealedSecret = secret,
            CreatedAt = now,
            CreatedBy = caller.Email,
            ModifiedAt = now,
        };
        return await store.AddAsync(webhook, options.Value.MostPerTenant, ct)
            ? (webhook, shown)
            : throw new Refused(Errors.TooManyWebhooks(options.Value.MostPerTenant));
    }

    /// <summary>Switching on also ends a suspension.</summary>
    public async Task<Webhook> UpdateAsync(Caller caller, Guid webhookId, WebhookPatch patch, CancellationToken ct)
    {
        var webhook = await FindAsync(caller, webhookId, ct);
        var changed = webhook with
        {
            Url = patch.Url ?? webhook.Url,
            Events = patch.Events ?? webhook.Events,
            Status = patch.Active switch
            {
                null => webhook.Status,
                true => WebhookStatus.Active,
                false => WebhookStatus.Inactive,
            },
            ModifiedAt = time.GetUtcNow(),
        };
        return await store.UpdateAsync(changed, ct) ? changed : throw NotFound(caller, webhookId);
    }

    public async Task DeleteAsync(Caller caller, Guid webhookId, CancellationToken ct)
    {
        Check(caller);
        if (!await store.DeleteAsync(caller.TenantId, webhookId, ct))
            throw NotFound(caller, webhookId);
    }

    /// <summary>What was sent and is to be sent, newest first.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        Caller caller, Guid webhookId, long offset, long limit, CancellationToken ct)
    {
        await FindAsync(caller, webhookId, ct);
        return await store.DeliveriesAsync(caller.TenantId, webhookId, offset, limit, ct);
    }

    /// <summary>Sends a message at once, whether the webhook is active or not, and tells how it went. It is not tried again.</summary>
    public async Task<Delivery> TestAsync(Caller caller, Guid webhookId, CancellationToken ct)
    {
        var webhook = await FindAsync(caller, webhookId, ct);
        var now = time.GetUtcNow();
        var test = new WebhookEvent(caller.TenantId, EventTypes.Test, caller.Email, now, new TestOutcome("This webhook works."));
        var sent = await call.SendAsync(
            webhook, new Delivery(caller.TenantId, webhookId, test.EventId, test.Type, test.Write(), now) { DueAt = now }, ct);
        if (sent.Status == DeliveryStatus.Pending)
            sent = sent with { Status = DeliveryStatus.Failed };
        await store.AddDeliveryAsync(sent, ct);
        return sent;
    }

    async Task<Webhook> FindAsync(Caller caller, Guid webhookId, CancellationToken ct)
    {
        Check(caller);
        return await store.FindAsync(caller.TenantId, webhookId, ct) ?? throw NotFound(caller, webhookId);
    }

    static void Check(Caller caller)
    {
        if (caller.Role != Role.Admin)
            throw new Refused(Errors.WebhookAccessDenied(caller.TenantId));
    }

    static Refused NotFound(Caller caller, Guid webhookId) => new(Errors.WebhookNotFound(caller.TenantId, webhookId));
}
