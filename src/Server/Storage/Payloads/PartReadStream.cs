using System.Threading.Channels;

namespace Espalier.Server.Storage.Payloads;

/// <summary>
/// Reads a payload's parts, a few ahead of whoever decodes them. A part is checked before a byte of it is handed out, and
/// the end is only reached when all parts were there.
/// </summary>
public sealed class PartReadStream : Stream
{
    const int Ahead = 3;

    readonly Channel<byte[]> _parts = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
    readonly CancellationTokenSource _stop = new();
    readonly Task _reading;
    ReadOnlyMemory<byte> _part;

    PartReadStream(IDatabase database, string tenantId, StoredPayload payload) =>
        _reading = Task.Run(() => ReadAheadAsync(database, tenantId, payload, _stop.Token));

    /// <exception cref="LogDamaged">The payload stands in its row and is not what was written.</exception>
    public static Stream Open(IDatabase database, string tenantId, StoredPayload payload)
    {
        if (payload.PayloadId is not null)
            return new PartReadStream(database, tenantId, payload);
        if (payload.Bytes is not { } bytes || bytes.Length != payload.Size || Crc.Append(Crc.Start, bytes) != payload.Checksum)
            throw new LogDamaged("A payload of the log is not what was written.");
        return new MemoryStream(bytes, writable: false);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_part.IsEmpty)
        {
            if (!await _parts.Reader.WaitToReadAsync(cancellationToken))
                return 0;
            if (_parts.Reader.TryRead(out var part))
                _part = part;
        }
        var run = Math.Min(buffer.Length, _part.Length);
        _part.Span[..run].CopyTo(buffer.Span);
        _part = _part[run..];
        return run;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _stop.Dispose();
        await base.DisposeAsync();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What fails here is told to the reader, through the channel.</summary>
    async Task ReadAheadAsync(IDatabase database, string tenantId, StoredPayload payload, CancellationToken ct)
    {
        var reading = database.ReadAsync(
            async connection =>
            {
                var crc = Crc.Start;
                var left = payload.Size;
                for (var number = 0; left > 0; number++)
                {
                    if (await PayloadParts.ReadAsync(tenantId, payload.PayloadId!, number, connection) is not { } part)
                        throw new LogDamaged($"Part {number} of the payload {payload.PayloadId} is missing.");
                    crc = Crc.Append(crc, part.Bytes);
                    left -= part.Bytes.Length;
                    if (part.Bytes.Length == 0 || crc != part.Checksum || left < 0 || (left == 0 && crc != payload.Checksum))
                        throw new LogDamaged($"Part {number} of the payload {payload.PayloadId} is not what was written.");
                    await _parts.Writer.WriteAsync(part.Bytes, ct);
                }
                return 0;
            },
            ct);
        await reading.ContinueWith(
            done => _parts.Writer.TryComplete(done.IsCanceled ? new OperationCanceledException(ct) : done.Exception?.InnerException),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
