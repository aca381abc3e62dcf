using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Imports.Payloads;

/// <summary>The body of a request whose actions are performed at once.</summary>
static class SyncBody
{
    const long MostBytes = 6 * 1024 * 1024;

    /// <summary>
    /// A body that is larger than allowed is read to its end all the same, up to here: a caller who is still sending would
    /// see a broken connection instead of our answer.
    /// </summary>
    public const long MostBytesRead = 24 * 1024 * 1024;

    /// <exception cref="Refused">The body is too large.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, Problems problems, CancellationToken ct)
    {
        var announced = context.Request.ContentLength;
        if (announced > MostBytes)
            await context.Request.Body.CopyToAsync(Stream.Null, ct);
        var body = announced > MostBytes ? null : await JsonBody.BytesAsync(context, problems, ct);
        return announced > MostBytes || body?.Length > MostBytes
            ? throw new Refused(Errors.RequestBodyTooLarge(MostBytes))
            : body;
    }
}
