using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Espalier.Engine.Columns.Packing;

/// <summary>Fast 32-bit hashes for tables in memory. Not for security, never stored.</summary>
static class Hashing
{
    const ulong K0 = 0x9E3779B97F4A7C15, K1 = 0xD6E8FEB86659FD93;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var h = (ulong)text.Length * K0;
        while (text.Length >= 8)
        {
            h = (h ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * K1;
            h = BitOperations.RotateLeft(h, 29);
            text = text[8..];
        }
        if (text.Length >= 4)
        {
            h = (h ^ BinaryPrimitives.ReadUInt32LittleEndian(text)) * K1;
            h = BitOperations.RotateLeft(h, 29);
            text = text[4..];
        }
        foreach (var b in text)
            h = (h ^ b) * K0;
        return Finish(h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(long value) => Finish(((ulong)value ^ K0) * K1);

    public static uint Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Of(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Join(uint a, uint b) => Finish((((ulong)a << 32) | b) * K1);

    static uint Finish(ulong h)
    {
        h ^= h >> 32;
        h *= K0;
        return (uint)(h >> 32);
    }
}
