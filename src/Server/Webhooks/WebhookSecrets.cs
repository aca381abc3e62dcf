using System.Security.Cryptography;
using System.Text;
using Espalier.Server.Http;
using Espalier.Server.Storage;

namespace Espalier.Server.Webhooks;

/// <summary>
/// Secrets of webhooks: made here, shown once, and kept sealed with a key of the data folder. A sealed secret opens only
/// for the webhook it was made for.
/// </summary>
public sealed class WebhookSecrets(DataFolder folder)
{
    const string Mark = "whsec_";
    const int SecretBytes = 32;

    static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    readonly Lazy<byte[]> _key = new(() => folder.Key("webhook", 32));

    /// <returns>The secret as the caller gets it, and as it is kept.</returns>
    public (string Shown, byte[] Sealed) New(string tenantId, Guid webhookId)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return (Mark + Convert.ToBase64String(secret), Seal(secret, Name(tenantId, webhookId)));
    }

    /// <summary>The key that a webhook's messages are signed with.</summary>
    public byte[] Open(Webhook webhook)
    {
        var whole = webhook.SealedSecret.AsSpan();
        var secret = new byte[whole.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(_key.Value, TagBytes);
        cipher.Decrypt(
            whole[..NonceBytes], whole[(NonceBytes + TagBytes)..], whole.Slice(NonceBytes, TagBytes), secret,
            Name(webhook.TenantId, webhook.WebhookId));
        return secret;
    }

    byte[] Seal(byte[] secret, byte[] name)
    {
        var whole = new byte[NonceBytes + TagBytes + secret.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key.Value, TagBytes);
        cipher.Encrypt(
            whole.AsSpan(0, NonceBytes), secret, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes), name);
        return whole;
    }

    static byte[] Name(string tenantId, Guid webhookId) => Encoding.UTF8.GetBytes($"{tenantId}/{Ids.Print(webhookId)}");
}
