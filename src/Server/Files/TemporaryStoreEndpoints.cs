using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Files;

/// <summary>Reading and writing a temporary file by its URLs: no Authorization, whoever has the URL has access.</summary>
public static class TemporaryStoreEndpoints
{
    public static void MapTemporaryStore(this IEndpointRouteBuilder root)
    {
        root.MapGet(TemporaryFiles.Path, Read)
            .WithTags("Temporary files").WithName("readTemporaryFile").WithSummary("Read a temporary file.");
        root.MapPut(TemporaryFiles.Path, Write).WithBodyLimit(null)
            .WithTags("Temporary files").WithName("writeTemporaryFile").WithSummary("Write a temporary file; the last write counts.");
    }

    static async Task Read(string? token, HttpResponse response, TemporaryFiles files, CancellationToken ct)
    {
        var file = await files.FindReadableAsync(token, ct);
        await using var content = files.OpenContent(file.ContentId!);
        response.ContentType = file.ContentType;
        response.ContentLength = file.Size;
        response.Headers.CacheControl = "no-store";
        if (file.Gzip)
            response.Headers.ContentEncoding = "gzip";
        await content.CopyToAsync(response.Body, 128 * 1024, ct);
    }

    static async Task Write(
        string? token, HttpRequest request, TemporaryFiles files, IOptions<TemporaryFileOptions> options, CancellationToken ct)
    {
        var limit = options.Value.MaxBytes;
        var file = await files.FindWritableAsync(token, ct);
        if (request.ContentLength > limit)
            throw new Refused(UploadReader.TooLarge(limit));

        await using var content = files.BeginContent();
        var looksGzip = await UploadReader.CopyAsync(request.BodyReader, content, limit, ct);
        var saysGzip = file.TargetEncoding == "gzip"
            || request.Headers.ContentEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        await files.SwitchContentAsync(
            file, await content.CompleteAsync(ct), TargetTypes.ContentTypeOf(file.TargetType), looksGzip && saysGzip, ct);
    }
}
