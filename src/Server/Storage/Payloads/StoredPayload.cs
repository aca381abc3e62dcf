namespace Espalier.Server.Storage.Payloads;

/// <summary>Where a payload is: its bytes, when it is small, or the id under which its parts are.</summary>
/// <param name="Checksum">Over all its bytes; see <see cref="Crc"/>.</param>
public sealed record StoredPayload(long Size, long Checksum, byte[]? Bytes, string? PayloadId);

/// <summary>The running checksum of a payload (CRC-32C, which processors compute by themselves).</summary>
public static class Crc
{
    public const uint Start = uint.MaxValue;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = System.Numerics.BitOperations.Crc32C(crc, System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            crc = System.Numerics.BitOperations.Crc32C(crc, b);
        return crc;
    }
}

/// <summary>
/// A stored payload is not what was written: bytes changed, or parts are missing. The data behind it cannot be shown.
/// </summary>
public sealed class LogDamaged(string message, Exception? inner = null) : Exception(message, inner);
