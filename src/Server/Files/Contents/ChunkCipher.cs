using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Espalier.Server.Files.Contents;

/// <summary>
/// How a content is encrypted: a header (version, salt), then AES-GCM chunks of 64 KiB. Each content has its own key,
/// derived from the installation's key and the salt, so a chunk's number is nonce enough. The last chunk says so under
/// its tag: a content that was cut, reordered or lengthened does not open.
/// </summary>
sealed class ChunkCipher : IDisposable
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int SealedSize = ChunkSize + TagSize;
    public const int HeaderSize = 1 + SaltSize;

    const byte Version = 1;
    const int SaltSize = 32;

    readonly AesGcm _aes;
    ulong _chunk;

    ChunkCipher(ReadOnlySpan<byte> installationKey, ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, installationKey, key, salt, "espalier content 1"u8);
        _aes = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
    }

    public static ChunkCipher Begin(ReadOnlySpan<byte> installationKey, Span<byte> header)
    {
        header[0] = Version;
        RandomNumberGenerator.Fill(header[1..HeaderSize]);
        return new ChunkCipher(installationKey, header[1..HeaderSize]);
    }

    public static ChunkCipher Resume(ReadOnlySpan<byte> installationKey, ReadOnlySpan<byte> header) =>
        header.Length == HeaderSize && header[0] == Version
            ? new ChunkCipher(installationKey, header[1..])
            : throw new ContentDamagedException("The content's header is not one of ours.");

    public void Seal(ReadOnlySpan<byte> plain, Span<byte> sealedChunk, bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        NextNonce(nonce);
        var tag = sealedChunk.Slice(plain.Length, TagSize);
        _aes.Encrypt(nonce, plain, sealedChunk[..plain.Length], tag, [Version, last ? (byte)1 : (byte)0]);
    }

    /// <exception cref="ContentDamagedException">The chunk is not the one that was written here.</exception>
    public void Open(ReadOnlySpan<byte> sealedChunk, Span<byte> plain, bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        NextNonce(nonce);
        try
        {
            var tag = sealedChunk[^TagSize..];
            _aes.Decrypt(nonce, sealedChunk[..^TagSize], tag, plain, [Version, last ? (byte)1 : (byte)0]);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new ContentDamagedException("The content has been changed or cut since it was written.", e);
        }
    }

    public void Dispose() => _aes.Dispose();

    void NextNonce(Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], _chunk++);
    }
}

/// <summary>An encrypted content is not what was written: tampered with, cut short, or of another installation.</summary>
public sealed class ContentDamagedException(string message, Exception? inner = null) : IOException(message, inner);
