using System.Globalization;
using Espalier.Server.Http;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores.Webhooks;

/// <summary>A webhook as it stands in the table.</summary>
sealed class WebhookRow
{
    public const string Columns = """
        w.tenant_id AS TenantId, w.webhook_id AS WebhookId, w.url AS Url, w.status AS Status, w.secret AS Secret,
        w.created_at AS CreatedAt, w.created_by AS CreatedBy, w.modified_at AS ModifiedAt
        """;

    public required string TenantId { get; init; }
    public required string WebhookId { get; init; }
    public required string Url { get; init; }
    public required string Status { get; init; }
    public required byte[] Secret { get; init; }
    public required long CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required long ModifiedAt { get; init; }

    public static string Print<T>(T status) where T : struct, Enum => status.ToString().ToLower(CultureInfo.InvariantCulture);

    /// <param name="events">In any order.</param>
    public Webhook ToWebhook(IEnumerable<string> events) => new(TenantId, Guid.Parse(WebhookId))
    {
        Url = Url,
        Events = [.. EventTypes.All.Intersect(events, StringComparer.Ordinal)],
        Status = Enum.Parse<WebhookStatus>(Status, ignoreCase: true),
        SealedSecret = Secret,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        CreatedBy = CreatedBy,
        ModifiedAt = DateTimeOffset.FromUnixTimeMilliseconds(ModifiedAt),
    };
}

/// <summary>A delivery as it stands in the table.</summary>
sealed class DeliveryRow
{
    public const string Columns = """
        tenant_id AS TenantId, webhook_id AS WebhookId, event_id AS EventId, event_type AS EventType, payload AS Payload,
        created_at AS CreatedAt, status AS Status, tries AS Tries, tried_at AS TriedAt, due_at AS DueAt, answer AS Answer, trouble AS Trouble
        """;

    public required string TenantId { get; init; }
    public required string WebhookId { get; init; }
    public required string EventId { get; init; }
    public required string EventType { get; init; }
    public required string Payload { get; init; }
    public required long CreatedAt { get; init; }
    public required string Status { get; init; }
    public required long Tries { get; init; }
    public long? TriedAt { get; init; }
    public required long DueAt { get; init; }
    public long? Answer { get; init; }
    public string? Trouble { get; init; }

    public static object ValuesOf(Delivery delivery) => new
    {
        delivery.TenantId,
        id = Ids.Print(delivery.WebhookId),
        eventId = Ids.Print(delivery.EventId),
        delivery.EventType,
        delivery.Payload,
        created = delivery.CreatedAt.ToUnixTimeMilliseconds(),
        status = WebhookRow.Print(delivery.Status),
        delivery.Tries,
        tried = delivery.TriedAt?.ToUnixTimeMilliseconds(),
        due = delivery.DueAt.ToUnixTimeMilliseconds(),
        delivery.Answer,
        delivery.Trouble,
    };

    public Delivery ToDelivery() =>
        new(TenantId, Guid.Parse(WebhookId), Guid.Parse(EventId), EventType, Payload, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt))
        {
            Status = Enum.Parse<DeliveryStatus>(Status, ignoreCase: true),
            Tries = (int)Tries,
            TriedAt = TriedAt is { } tried ? DateTimeOffset.FromUnixTimeMilliseconds(tried) : null,
            DueAt = DateTimeOffset.FromUnixTimeMilliseconds(DueAt),
            Answer = (int?)Answer,
            Trouble = Trouble,
        };
}
