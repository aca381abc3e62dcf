using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Espalier.Server.Http;
using Espalier.Server.Locations;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Webhooks;

/// <summary>
/// Sends one message to a webhook, signed as "Standard Webhooks" describes it: HMAC-SHA256 over id, time and body, so that
/// neither can be changed, and an old message cannot be sent again as a new one.
/// </summary>
public sealed class WebhookCall(WebhookSecrets secrets, LocationClient locations, IOptions<WebhookOptions> options, TimeProvider time)
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <returns>The delivery after this try; it is delivered, or still pending with what went wrong.</returns>
    public async Task<Delivery> SendAsync(Webhook webhook, Delivery delivery, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (id, at) = (Ids.Print(delivery.EventId), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var (answer, trouble) = await locations.PostAsync(
            webhook.Url, delivery.Payload,
            [(IdHeader, id), (TimeHeader, at), (SignatureHeader, Sign(secrets.Open(webhook), id, at, delivery.Payload))],
            options.Value.TimeoutSeconds, ct);
        return delivery with
        {
            Status = answer is >= 200 and < 300 ? DeliveryStatus.Delivered : DeliveryStatus.Pending,
            Tries = delivery.Tries + 1,
            TriedAt = now,
            Answer = answer,
            Trouble = trouble,
        };
    }

    /// <summary>The value of the signature's header.</summary>
    public static string Sign(byte[] secret, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
}
