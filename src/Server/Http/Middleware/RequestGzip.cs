using System.IO.Compression;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Http.Middleware;

/// <summary>
/// Unpacks request bodies of the API that come as gzip. Temporary files are stored as they come, so they are left alone.
/// </summary>
public sealed class RequestGzip(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString().Trim();
        if (encoding.Length == 0 || !context.Request.Path.StartsWithSegments("/api", out var rest)
            || rest.StartsWithSegments("/canon") || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("unknown content encoding", StatusCodes.Status415UnsupportedMediaType);

        var packed = context.Request.Body;
        await using var unpacked = new Unpacked(new GZipStream(packed, CompressionMode.Decompress), BodyLimits.Of(context));
        context.Request.Body = unpacked;
        context.Request.Headers.ContentLength = null;
        await next(context);
        context.Request.Body = packed;
    }

    /// <summary>Counts what comes out, and tells what is no gzip as the caller's mistake.</summary>
    sealed class Unpacked(GZipStream inner, long? limit) : Stream
    {
        long _count;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _count; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                var read = await inner.ReadAsync(buffer, cancellationToken);
                _count += read;
                return _count <= limit.GetValueOrDefault(long.MaxValue)
                    ? read
                    : throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
            }
            catch (InvalidDataException)
            {
                throw new Refused(Errors.RequestBodyMustBeValidJson("it is not gzip, which Content-Encoding says it is"));
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
