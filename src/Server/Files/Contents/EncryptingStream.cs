using System.Buffers;

namespace Espalier.Server.Files.Contents;

/// <summary>
/// Encrypts what is written, chunk by chunk. Only <see cref="CompleteAsync"/> writes the last chunk: what was not
/// completed does not open again.
/// </summary>
sealed class EncryptingStream : Stream
{
    readonly Stream _inner;
    readonly Action? _chunkWritten;
    readonly ChunkCipher _cipher;
    byte[] _plain = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkSize);
    byte[] _sealed = ArrayPool<byte>.Shared.Rent(ChunkCipher.SealedSize);
    int _filled;
    bool _completed;

    public EncryptingStream(Stream inner, ReadOnlySpan<byte> installationKey, Action? chunkWritten = null)
    {
        _inner = inner;
        _chunkWritten = chunkWritten;
        Span<byte> header = stackalloc byte[ChunkCipher.HeaderSize];
        _cipher = ChunkCipher.Begin(installationKey, header);
        _inner.Write(header);
    }

    /// <summary>Bytes written so far, before encryption.</summary>
    public long Size { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => Size;
    public override long Position { get => Size; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_completed || _plain.Length == 0, this);
        Size += buffer.Length;
        while (buffer.Length > 0)
        {
            if (_filled == ChunkCipher.ChunkSize)
                _inner.Write(SealChunk(last: false).Span);
            buffer = Take(buffer);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_completed || _plain.Length == 0, this);
        Size += buffer.Length;
        while (buffer.Length > 0)
        {
            if (_filled == ChunkCipher.ChunkSize)
                await _inner.WriteAsync(SealChunk(last: false), cancellationToken);
            buffer = buffer[^Take(buffer.Span).Length..];
        }
    }

    public async Task CompleteAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_completed || _plain.Length == 0, this);
        _completed = true;
        await _inner.WriteAsync(SealChunk(last: true), ct);
        await _inner.FlushAsync(ct);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: a chunk goes out when it is full, the last one when the content is complete.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _plain.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
            ArrayPool<byte>.Shared.Return(_sealed);
            _plain = _sealed = [];
            _cipher.Dispose();
            _inner.Dispose();
        }
        base.Dispose(disposing);
    }

    ReadOnlySpan<byte> Take(ReadOnlySpan<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, ChunkCipher.ChunkSize - _filled);
        buffer[..taken].CopyTo(_plain.AsSpan(_filled));
        _filled += taken;
        return buffer[taken..];
    }

    ReadOnlyMemory<byte> SealChunk(bool last)
    {
        _cipher.Seal(_plain.AsSpan(0, _filled), _sealed, last);
        var chunk = _sealed.AsMemory(0, _filled + ChunkCipher.TagSize);
        _filled = 0;
        _chunkWritten?.Invoke();
        return chunk;
    }
}
