using Espalier.Server.Webhooks;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of webhooks.</summary>
static class WebhookTexts
{
    const string Tag = "Webhooks";

    const string Example = """
        {"webhookId": "0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11", "url": "https://example.com/espalier", "events": ["DatasetItems"],
         "active": true, "status": "active", "createdAt": "2026-06-02T10:01:25.579Z", "createdBy": "admin@example.com",
         "modifiedAt": "2026-06-02T10:01:25.579Z"
        """;

    public static readonly OperationText[] All =
    [
        new(Tag, "listWebhooks", "The tenant's webhooks in the order in which they were made. For admins only, like everything about webhooks.")
        {
            Answer = new(200, "The webhooks, without their secrets.", typeof(WebhookResource[])),
        },
        new(Tag, "createWebhook", """
            Has a URL told of events by a signed POST. The URL must be https, without a port, and public, as a callback's. The secret that
            messages are signed with is in this answer only.
            """)
        {
            Body = new(typeof(NewWebhook), """{"url": "https://example.com/espalier", "events": ["DatasetCreate", "DatasetUpdate", "DatasetItems", "JobEnd"]}"""),
            Answer = new(201, "The webhook with its secret.", typeof(WebhookResource))
            {
                Example = Example + """, "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbWZ7cKtKk7Q="}""",
            },
        },
        new(Tag, "updateWebhook", """
            Changes what the body names. Switched off, a webhook is told nothing, and what waits for it is dropped. Switching it on also
            ends a suspension.
            """)
        {
            Body = new(typeof(WebhookChange), """{"active": true}"""),
            Answer = new(200, "The webhook as it is now.", typeof(WebhookResource)) { Example = Example + "}" },
            Refusals = [404],
        },
        new(Tag, "deleteWebhook", "Deletes the webhook with its deliveries.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
        new(Tag, "listDeliveries", "What the webhook was sent and is to be sent, newest first, with the messages' bodies. Kept for a week.")
        {
            Query =
            [
                QueryText.Number("offset", "How many to leave out.", "0") with { Otherwise = "0" },
                QueryText.Number("limit", "How many to tell, up to 1000.", "100") with { Otherwise = "100" },
            ],
            Answer = new(200, "The deliveries.", typeof(DeliveryResource[])),
            Refusals = [404],
        },
        new(Tag, "testWebhook", "Sends a message of the type Test at once, whether the webhook is active or not, and tells how it went.")
        {
            Answer = new(200, "The delivery: delivered, or failed with the reason.", typeof(DeliveryResource)),
            Refusals = [404],
        },
    ];
}

/// <summary>A new webhook.</summary>
/// <param name="Url">https, without a port, public.</param>
/// <param name="Active">True when it is left out.</param>
sealed record NewWebhook(string Url, IReadOnlyList<string> Events, bool? Active);

/// <summary>What shall change of a webhook; the rest stays.</summary>
sealed record WebhookChange(string? Url, IReadOnlyList<string>? Events, bool? Active);
