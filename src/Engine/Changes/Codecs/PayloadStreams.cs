using System.Buffers;
using System.Buffers.Binary;

namespace Espalier.Engine.Changes.Codecs;

/// <summary>Writes a payload as frames: a length, then that many bytes. What is in a frame is written at once.</summary>
sealed class PayloadWriter(Stream into)
{
    const int FlushAt = 512 * 1024;

    readonly ArrayBufferWriter<byte> _out = new(64 * 1024);
    readonly ArrayBufferWriter<byte> _frame = new(1024);

    public void Byte(byte value)
    {
        _frame.GetSpan(1)[0] = value;
        _frame.Advance(1);
    }

    public void Count(long value)
    {
        var span = _frame.GetSpan(10);
        var at = 0;
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
            span[at++] = (byte)(rest | 0x80);
        span[at++] = (byte)rest;
        _frame.Advance(at);
    }

    public void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_frame.GetSpan(8), value);
        _frame.Advance(8);
    }

    public void Guid(Guid value)
    {
        value.TryWriteBytes(_frame.GetSpan(16), bigEndian: true, out _);
        _frame.Advance(16);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _frame.Write(bytes);

    public void Text(string text)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        Count(utf8.Length);
        Bytes(utf8);
    }

    /// <summary>Ends the frame; hands bytes to the stream once enough have come together.</summary>
    public async ValueTask EndFrameAsync(CancellationToken ct)
    {
        var length = _frame.WrittenCount;
        BinaryPrimitives.WriteInt32LittleEndian(_out.GetSpan(4), length);
        _out.Advance(4);
        if (length > FlushAt)
        {
            await FlushAsync(ct);
            await into.WriteAsync(_frame.WrittenMemory, ct);
        }
        else
        {
            _out.Write(_frame.WrittenSpan);
        }
        _frame.ResetWrittenCount();
        if (_out.WrittenCount >= FlushAt)
            await FlushAsync(ct);
    }

    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await into.WriteAsync(_out.WrittenMemory, ct);
        _out.ResetWrittenCount();
    }
}

/// <summary>Reads the frames that a <see cref="PayloadWriter"/> wrote.</summary>
sealed class PayloadReader(Stream from) : IDisposable
{
    byte[] _frame = ArrayPool<byte>.Shared.Rent(64 * 1024);
    int _length;
    int _at;

    /// <exception cref="EndOfStreamException">The payload ends too early.</exception>
    public async ValueTask NextFrameAsync(CancellationToken ct)
    {
        await from.ReadExactlyAsync(_frame.AsMemory(0, 4), ct);
        _length = BinaryPrimitives.ReadInt32LittleEndian(_frame);
        if (_length < 0)
            throw new InvalidDataException("A frame of the payload has no valid length.");
        if (_length > _frame.Length)
        {
            ArrayPool<byte>.Shared.Return(_frame);
            _frame = ArrayPool<byte>.Shared.Rent(_length);
        }
        await from.ReadExactlyAsync(_frame.AsMemory(0, _length), ct);
        _at = 0;
    }

    public int Left => _length - _at;

    public byte Byte() => Bytes(1)[0];

    public int Count() => checked((int)LongCount());

    public long LongCount()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = Byte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public Guid Guid() => new(Bytes(16), bigEndian: true);

    public string Text() => System.Text.Encoding.UTF8.GetString(Bytes(Count()));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        if (length > Left)
            throw new InvalidDataException("A frame of the payload is shorter than it says.");
        _at += length;
        return _frame.AsSpan(_at - length, length);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_frame);
}
