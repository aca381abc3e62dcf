using System.Security.Cryptography;
using Espalier.Server.Storage;

namespace Espalier.Server.Access.Passwords;

/// <summary>Encrypts what only this installation may read, and finds out when somebody changed it.</summary>
public sealed class Seal(DataFolder folder, string purpose)
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly Lazy<byte[]> _key = new(() => folder.Key(purpose, 32));

    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        var closed = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key.Value, TagBytes);
        aes.Encrypt(closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(NonceBytes, plain.Length), closed.AsSpan(NonceBytes + plain.Length));
        return closed;
    }

    /// <summary>Null when it is not what was closed here.</summary>
    public byte[]? Open(ReadOnlySpan<byte> closed)
    {
        if (closed.Length < NonceBytes + TagBytes)
            return null;
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key.Value, TagBytes);
        try
        {
            aes.Decrypt(closed[..NonceBytes], closed[NonceBytes..^TagBytes], closed[^TagBytes..], plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
