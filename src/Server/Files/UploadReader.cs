using System.IO.Pipelines;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;

namespace Espalier.Server.Files;

/// <summary>Moves a request's body into a content as it comes, and notices whether it is gzip.</summary>
static class UploadReader
{
    /// <returns>Whether the bytes begin as gzip does.</returns>
    /// <exception cref="Refused">The body is larger than allowed.</exception>
    public static async Task<bool> CopyAsync(PipeReader body, ContentWriter content, long limit, CancellationToken ct)
    {
        var magic = new byte[2];
        while (true)
        {
            var read = await body.ReadAsync(ct);
            try
            {
                if (content.Size + read.Buffer.Length > limit)
                    throw new Refused(TooLarge(limit));
                foreach (var segment in read.Buffer)
                {
                    if (content.Size < magic.Length)
                        segment.Span[..Math.Min(segment.Length, magic.Length - (int)content.Size)].CopyTo(magic.AsSpan((int)content.Size));
                    content.Stream.Write(segment.Span);
                }
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);        // else the connection could not be used for an answer
            }
            if (read.IsCompleted)
                return magic is [0x1f, 0x8b];
        }
    }

    public static ApiError TooLarge(long limit) =>
        Errors.RequestBodyTooLarge(limit) with { Message = $"The file is larger than {limit} bytes." };
}
