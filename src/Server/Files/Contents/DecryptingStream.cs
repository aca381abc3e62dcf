using System.Buffers;

namespace Espalier.Server.Files.Contents;

/// <summary>Reads what <see cref="EncryptingStream"/> wrote, from a stream that knows its length.</summary>
sealed class DecryptingStream : Stream
{
    readonly Stream _inner;
    readonly ChunkCipher _cipher;
    byte[] _plain = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkSize);
    byte[] _sealed = ArrayPool<byte>.Shared.Rent(ChunkCipher.SealedSize);
    long _sealedLeft;
    int _start;
    int _end;

    /// <exception cref="ContentDamagedException">The content does not begin as ours do.</exception>
    public DecryptingStream(Stream inner, ReadOnlySpan<byte> installationKey)
    {
        _inner = inner;
        var header = new byte[ChunkCipher.HeaderSize];
        if (inner.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new ContentDamagedException("The content is shorter than its header.");
        _cipher = ChunkCipher.Resume(installationKey, header);
        _sealedLeft = inner.Length - header.Length;
        if (_sealedLeft < ChunkCipher.TagSize)
            throw new ContentDamagedException("The content is shorter than its last chunk.");
        var chunks = (_sealedLeft + ChunkCipher.SealedSize - 1) / ChunkCipher.SealedSize;
        Size = _sealedLeft - chunks * ChunkCipher.TagSize;
    }

    /// <summary>How many bytes there are to read, all in all.</summary>
    public long Size { get; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        while (_start == _end)
        {
            if (_sealedLeft == 0)
                return 0;
            var chunk = _sealed.AsSpan(0, NextLength());
            _inner.ReadExactly(chunk);
            if (buffer.Length >= chunk.Length)
                return OpenInto(chunk, buffer);
            _start = 0;
            _end = OpenInto(chunk, _plain);
        }
        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0)
            return 0;
        while (_start == _end)
        {
            if (_sealedLeft == 0)
                return 0;
            var chunk = _sealed.AsMemory(0, NextLength());
            await _inner.ReadExactlyAsync(chunk, cancellationToken);
            if (buffer.Length >= chunk.Length)
                return OpenInto(chunk.Span, buffer.Span);
            _start = 0;
            _end = OpenInto(chunk.Span, _plain);
        }
        return Give(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _plain.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
            ArrayPool<byte>.Shared.Return(_sealed);
            _plain = _sealed = [];
            _start = _end = 0;
            _sealedLeft = 0;
            _cipher.Dispose();
            _inner.Dispose();
        }
        base.Dispose(disposing);
    }

    int NextLength() => (int)Math.Min(_sealedLeft, ChunkCipher.SealedSize);

    int OpenInto(ReadOnlySpan<byte> chunk, Span<byte> plain)
    {
        if (chunk.Length < ChunkCipher.TagSize)
            throw new ContentDamagedException("The content ends within a chunk.");
        _sealedLeft -= chunk.Length;
        var length = chunk.Length - ChunkCipher.TagSize;
        _cipher.Open(chunk, plain[..length], last: _sealedLeft == 0);
        return length;
    }

    int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _end - _start);
        _plain.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }
}
