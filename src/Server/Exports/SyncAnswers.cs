using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Exports;

/// <summary>Answers requests with results of any size, within a time limit; a caller who goes away stops the work.</summary>
public sealed class SyncAnswers(IOptions<ExportOptions> options)
{
    /// <exception cref="Refused">
    /// The request is refused, or took too long. When a part of the answer is out, the connection is cut instead.
    /// </exception>
    internal async Task WriteAsync(HttpContext context, string contentType, Func<CancellationToken, Task<IPieces>> prepare)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.SyncTimeoutSeconds));
        try
        {
            var pieces = await prepare(limit.Token);
            context.Response.ContentType = contentType;
            await PieceWriter.WriteAsync(pieces, context.Response.Body, null, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new Refused(Errors.SyncRequestTimedOut);
        }
    }
}
