using System.Text.Unicode;
using Espalier.Engine.Changes.Actions;

namespace Espalier.Server.Imports.Payloads;

/// <summary>
/// A stream on its way to a reader: counts what passes, lets its beginning be looked at, and, when it is to be text,
/// refuses what is too long or not UTF-8 and tells where.
/// </summary>
/// <param name="blocking">
/// The source is a file or memory: it is read at once instead of by the thread pool, so that a long import stays on its thread.
/// </param>
sealed class PayloadStream(Stream source, bool blocking) : Stream
{
    readonly byte[] _peeked = new byte[4096];
    readonly byte[] _carry = new byte[4];
    int _peekedAt;
    int _peekedEnd;
    int _carried;
    long _most = long.MaxValue;
    bool _isText;

    /// <summary>Bytes that the reader has taken.</summary>
    public long Taken { get; private set; }

    /// <summary>From now on what passes must be UTF-8, and no more than <paramref name="most"/> bytes.</summary>
    public void ExpectText(long most) => (_isText, _most) = (true, most);

    /// <summary>Up to 4 KiB from the beginning, which will be read again. Call it before reading.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken ct)
    {
        while (_peekedEnd < _peeked.Length)
        {
            var got = await FetchAsync(_peeked.AsMemory(_peekedEnd), ct);
            if (got == 0)
                break;
            _peekedEnd += got;
        }
        return _peeked.AsMemory(0, _peekedEnd);
    }

    /// <summary>Drops bytes that were peeked at; they count as taken.</summary>
    public void Skip(int count)
    {
        _peekedAt += count;
        Taken += count;
    }

    public override int Read(Span<byte> buffer)
    {
        var got = _peekedAt < _peekedEnd ? Give(buffer) : Fetch(buffer);
        return Pass(buffer[..got], atEnd: got == 0 && buffer.Length > 0);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var got = _peekedAt < _peekedEnd ? Give(buffer.Span) : await FetchAsync(buffer, cancellationToken);
        return Pass(buffer.Span[..got], atEnd: got == 0 && buffer.Length > 0);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
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
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _peekedEnd - _peekedAt);
        _peeked.AsSpan(_peekedAt, given).CopyTo(buffer);
        _peekedAt += given;
        return given;
    }

    int Fetch(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw NotGzip(e);
        }
    }

    async ValueTask<int> FetchAsync(Memory<byte> buffer, CancellationToken ct)
    {
        if (blocking)
            return Fetch(buffer.Span);
        try
        {
            return await source.ReadAsync(buffer, ct);
        }
        catch (InvalidDataException e)
        {
            throw NotGzip(e);
        }
    }

    PayloadException NotGzip(InvalidDataException e) =>
        new($"The payload is damaged or cut short: its gzip data cannot be unpacked ({e.Message.TrimEnd('.')}).", Taken);

    int Pass(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        if (_isText)
        {
            if (Taken + bytes.Length > _most)
                throw new PayloadException($"The payload is larger than {_most} bytes.", _most);
            Check(bytes, atEnd);
        }
        Taken += bytes.Length;
        return bytes.Length;
    }

    /// <summary>Validates UTF-8 in runs; a character that is cut by the end of a run is carried over.</summary>
    void Check(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        var at = 0;
        while (_carried > 0 && at < bytes.Length)
        {
            _carry[_carried++] = bytes[at++];
            if (_carried < LengthOf(_carry[0]))
                continue;
            if (!Utf8.IsValid(_carry.AsSpan(0, _carried)))
                throw NotUtf8(Taken + at - _carried);
            _carried = 0;
        }
        if (atEnd && _carried > 0)
            throw NotUtf8(Taken - _carried);

        var rest = bytes[at..];
        var cut = CutLength(rest);
        if (!Utf8.IsValid(rest[..^cut]))
            throw NotUtf8(Taken + at + FirstInvalid(rest[..^cut]));
        if (cut == 0)
            return;
        rest[^cut..].CopyTo(_carry);
        _carried = cut;
    }

    /// <summary>How many bytes at the end may be the beginning of a character.</summary>
    static int CutLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return back < LengthOf(b) ? back : 0;
        }
        return 0;
    }

    static int LengthOf(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    static PayloadException NotUtf8(long offset) => new($"The payload is not valid UTF-8 at byte {offset}.", offset);
}
