namespace Espalier.Server.Webhooks;

/// <summary>Keeps webhooks and their deliveries. Events come in by the transactions that they tell of.</summary>
public interface IWebhookStore
{
    /// <summary>By the time they were made.</summary>
    Task<IReadOnlyList<Webhook>> ListAsync(string tenantId, CancellationToken ct);

    Task<Webhook?> FindAsync(string tenantId, Guid webhookId, CancellationToken ct);

    /// <returns>False when the tenant has as many as it may; then nothing is added.</returns>
    Task<bool> AddAsync(Webhook webhook, int most, CancellationToken ct);

    /// <summary>Writes URL, events and status. One that is not active loses what is pending.</summary>
    /// <returns>False when there is no such webhook.</returns>
    Task<bool> UpdateAsync(Webhook webhook, CancellationToken ct);

    /// <summary>Deletes it with all its deliveries.</summary>
    /// <returns>False when there is no such webhook.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid webhookId, CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Delivery>> DeliveriesAsync(string tenantId, Guid webhookId, long offset, long limit, CancellationToken ct);

    /// <summary>Adds a delivery that no transaction made.</summary>
    Task AddDeliveryAsync(Delivery delivery, CancellationToken ct);

    /// <summary>Takes active webhooks to which something is to be sent and nobody sends, for a while.</summary>
    Task<IReadOnlyList<Webhook>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken ct);

    /// <summary>Lets others take the webhook again.</summary>
    Task ReleaseAsync(Webhook webhook, CancellationToken ct);

    /// <summary>What is to be sent to the webhook next; null when there is nothing, or it is not active any more.</summary>
    Task<Delivery?> NextAsync(Webhook webhook, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes how a try went.</summary>
    /// <param name="tried">The delivery as it is now.</param>
    /// <param name="busyUntil">Until when the webhook stays taken.</param>
    Task NoteAsync(Delivery tried, DateTimeOffset busyUntil, CancellationToken ct);

    /// <summary>
    /// Suspends the webhook and drops what is pending, if nothing has arrived there since the delivery was made, or more than
    /// so many wait.
    /// </summary>
    /// <returns>Whether it did.</returns>
    Task<bool> SuspendAsync(Delivery failed, bool isGivenUp, int mostPending, DateTimeOffset now, CancellationToken ct);

    /// <summary>Forgets deliveries that have ended and were made before the time.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken ct);
}
