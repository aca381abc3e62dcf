namespace Espalier.Server.Webhooks;

/// <summary>Whether a webhook is told anything.</summary>
public enum WebhookStatus
{
    Active,

    /// <summary>A user switched it off.</summary>
    Inactive,

    /// <summary>The server switched it off, because nothing arrived there for long.</summary>
    Suspended,
}

/// <summary>A URL of the tenant's that is told of events.</summary>
public sealed record Webhook(string TenantId, Guid WebhookId)
{
    public required string Url { get; init; }

    /// <summary>Names of <see cref="EventTypes"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public WebhookStatus Status { get; init; }

    /// <summary>From <see cref="WebhookSecrets"/>.</summary>
    public required byte[] SealedSecret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryStatus
{
    Pending,
    Delivered,

    /// <summary>It was tried as often as it may be.</summary>
    Failed,

    /// <summary>The webhook was switched off before it arrived.</summary>
    Dropped,
}

/// <summary>One event on its way to one webhook.</summary>
/// <param name="Payload">The body, byte for byte as it is signed and sent.</param>
public sealed record Delivery(string TenantId, Guid WebhookId, Guid EventId, string EventType, string Payload, DateTimeOffset CreatedAt)
{
    public DeliveryStatus Status { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When it is tried next, while it is pending.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The HTTP status of the last try.</summary>
    public int? Answer { get; init; }

    /// <summary>Why the last try got no answer.</summary>
    public string? Trouble { get; init; }
}
