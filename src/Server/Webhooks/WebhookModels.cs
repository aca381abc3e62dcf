using System.Globalization;
using System.Text.Json;
using Espalier.Server.Http;

namespace Espalier.Server.Webhooks;

/// <summary>A webhook as its tenant's admins see it.</summary>
/// <param name="Status">active, inactive when a user switched it off, suspended when the server did.</param>
public sealed record WebhookResource(
    string WebhookId, string Url, IReadOnlyList<string> Events, bool Active, string Status, string CreatedAt, string CreatedBy, string ModifiedAt)
{
    /// <summary>What signatures are checked with. It is in the answer to the creation, and nowhere else.</summary>
    public string? Secret { get; init; }

    public static WebhookResource Of(Webhook webhook) => new(
        Ids.Print(webhook.WebhookId), webhook.Url, webhook.Events, webhook.Status == WebhookStatus.Active,
        webhook.Status.ToString().ToLower(CultureInfo.InvariantCulture),
        Print(webhook.CreatedAt), webhook.CreatedBy, Print(webhook.ModifiedAt));

    internal static string Print(DateTimeOffset time) => Timestamps.Print(time.ToUnixTimeMilliseconds());
}

/// <summary>An event on its way to a webhook.</summary>
/// <param name="DeliveryId">The same as the header webhook-id of the message.</param>
/// <param name="Status">pending, delivered, failed when it was tried often enough, dropped when the webhook was switched off.</param>
/// <param name="Body">The message.</param>
public sealed record DeliveryResource(string DeliveryId, string EventType, string Status, int Tries, string CreatedAt, JsonElement Body)
{
    public string? TriedAt { get; init; }

    /// <summary>When it is tried next, while it is pending.</summary>
    public string? DueAt { get; init; }

    /// <summary>The HTTP status that the last try got.</summary>
    public int? Answer { get; init; }

    /// <summary>Why the last try got none.</summary>
    public string? Trouble { get; init; }

    public static DeliveryResource Of(Delivery delivery) => new(
        Ids.Print(delivery.EventId), delivery.EventType, delivery.Status.ToString().ToLower(CultureInfo.InvariantCulture), delivery.Tries,
        WebhookResource.Print(delivery.CreatedAt), JsonElement.Parse(delivery.Payload))
    {
        TriedAt = delivery.TriedAt is { } tried ? WebhookResource.Print(tried) : null,
        DueAt = delivery.Status == DeliveryStatus.Pending ? WebhookResource.Print(delivery.DueAt) : null,
        Answer = delivery.Answer,
        Trouble = delivery.Trouble,
    };
}
