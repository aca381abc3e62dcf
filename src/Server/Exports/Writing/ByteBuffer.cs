using System.Buffers;

namespace Espalier.Server.Exports.Writing;

/// <summary>Bytes being written, in a rented array that grows.</summary>
sealed class ByteBuffer(int capacity) : IDisposable
{
    byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    int _used;

    public int Length => _used;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _used);

    /// <summary>Room for at least so many bytes; <see cref="Advance"/> tells how many were written.</summary>
    public Span<byte> Room(int length)
    {
        if (_bytes.Length - _used < length)
            Grow(length);
        return _bytes.AsSpan(_used);
    }

    public void Advance(int length) => _used += length;

    public void Write(byte value)
    {
        if (_used == _bytes.Length)
            Grow(1);
        _bytes[_used++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    void Grow(int length)
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(_used + length, _bytes.Length * 2));
        _bytes.AsSpan(0, _used).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
