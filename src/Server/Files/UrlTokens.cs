using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Espalier.Server.Files;

/// <summary>What the bearer of a URL may do; a token is good for one of these only.</summary>
public enum UrlPurpose : byte
{
    ReadFile = 1,
    WriteFile = 2,
    ReadTicket = 3,
}

/// <summary>What a URL's token says, once its signature is known to be ours.</summary>
/// <param name="ExpiresAt">Null: as long as the thing itself is there.</param>
public sealed record UrlToken(UrlPurpose Purpose, string TenantId, Guid Id, DateTimeOffset? ExpiresAt);

/// <summary>Makes and reads the tokens in URLs that need no Authorization header: signed, single-purpose, opaque.</summary>
public sealed class UrlTokens(byte[] key)
{
    const byte Version = 1;
    const int FixedSize = 1 + 1 + 8 + 16;

    /// <summary>The same token always gives the same text.</summary>
    public string Print(UrlToken token)
    {
        var tenant = Encoding.UTF8.GetByteCount(token.TenantId);
        var bytes = new byte[FixedSize + tenant + HMACSHA256.HashSizeInBytes];
        bytes[0] = Version;
        bytes[1] = (byte)token.Purpose;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), token.ExpiresAt?.ToUnixTimeMilliseconds() ?? 0);
        token.Id.TryWriteBytes(bytes.AsSpan(10), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(token.TenantId, bytes.AsSpan(FixedSize));
        var signed = bytes.AsSpan(0, FixedSize + tenant);
        HMACSHA256.HashData(key, signed, bytes.AsSpan(signed.Length));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Checks the signature only: what the token is for and whether it has expired is the caller's question.</summary>
    public bool TryRead(string? text, [NotNullWhen(true)] out UrlToken? token)
    {
        token = null;
        if (text is null || text.Length > 512 || !Base64Url.IsValid(text))
            return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= FixedSize + HMACSHA256.HashSizeInBytes || Base64Url.EncodeToString(bytes) != text)
            return false;
        var signed = bytes.AsSpan(0, bytes.Length - HMACSHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, signed), bytes.AsSpan(signed.Length)) || bytes[0] != Version)
            return false;
        var expires = BinaryPrimitives.ReadInt64BigEndian(signed[2..]);
        token = new UrlToken(
            (UrlPurpose)bytes[1],
            Encoding.UTF8.GetString(signed[FixedSize..]),
            new Guid(signed.Slice(10, 16), bigEndian: true),
            expires == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(expires));
        return true;
    }
}
