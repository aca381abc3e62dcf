using System.Buffers;

namespace Espalier.Server.Storage.Payloads;

/// <summary>
/// Takes a payload as it is encoded. What stays small is handed over at the end; else full parts go to the database as
/// they come, so that a payload is never whole in memory.
/// </summary>
public sealed class PartWriteStream(PayloadParts parts, string tenantId) : Stream
{
    /// <summary>A payload up to this stands in the row of what it belongs to.</summary>
    public const int InlineBytes = 64 * 1024;

    byte[] _part = ArrayPool<byte>.Shared.Rent(InlineBytes);
    string? _payloadId;
    int _used;
    int _written;
    long _size;
    uint _crc = Crc.Start;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_used == PayloadParts.PartBytes)
                await WritePartAsync(cancellationToken);
            MakeRoom(Math.Min(_used + buffer.Length, PayloadParts.PartBytes));
            var run = Math.Min(buffer.Length, PayloadParts.PartBytes - _used);
            buffer.Span[..run].CopyTo(_part.AsSpan(_used));
            _used += run;
            buffer = buffer[run..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Ends the payload; from then on its parts wait for <see cref="PayloadParts.KeepAsync"/>.</summary>
    public async Task<StoredPayload> EndAsync(CancellationToken ct)
    {
        if (_payloadId is null && _used <= InlineBytes)
        {
            var bytes = _part.AsSpan(0, _used).ToArray();
            return new(bytes.Length, Crc.Append(Crc.Start, bytes), bytes, null);
        }
        if (_used > 0)
            await WritePartAsync(ct);
        return new(_size, _crc, null, _payloadId);
    }

    /// <summary>Deletes what was written, after all. Who fails and cannot do so leaves it to the sweep.</summary>
    public async Task DiscardAsync(CancellationToken ct)
    {
        if (_payloadId is { } payloadId)
            await parts.DeleteAsync(tenantId, payloadId, ct);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        var part = Interlocked.Exchange(ref _part, []);
        if (part.Length > 0)
            ArrayPool<byte>.Shared.Return(part);
        base.Dispose(disposing);
    }

    async Task WritePartAsync(CancellationToken ct)
    {
        _payloadId ??= PayloadParts.NewId();
        _crc = Crc.Append(_crc, _part.AsSpan(0, _used));
        await parts.WriteAsync(tenantId, _payloadId, _written++, _part.AsMemory(0, _used), _crc, ct);
        _size += _used;
        _used = 0;
    }

    void MakeRoom(int needed)
    {
        if (needed <= _part.Length)
            return;
        var grown = ArrayPool<byte>.Shared.Rent(needed <= InlineBytes ? InlineBytes : PayloadParts.PartBytes);
        _part.AsSpan(0, _used).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_part);
        _part = grown;
    }
}
