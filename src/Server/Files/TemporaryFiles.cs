using System.Diagnostics.CodeAnalysis;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Files;

/// <summary>Temporary files and their URLs.</summary>
public sealed class TemporaryFiles(
    ITemporaryFileStore store, ContentStore contents, UrlTokens tokens, IOptions<TemporaryFileOptions> options, TimeProvider time)
{
    public const string Path = "/api/canon/v1/temporaryStore";

    /// <summary>A new, empty file.</summary>
    public async Task<TemporaryFile> CreateAsync(string tenantId, string targetType, string targetEncoding, CancellationToken ct)
    {
        var file = New(tenantId, TargetTypes.ContentTypeOf(targetType)) with { TargetType = targetType, TargetEncoding = targetEncoding };
        await store.AddAsync(file, ct);
        return file;
    }

    /// <summary>A new file with a content, for a caller who may then be told its get URL.</summary>
    public async Task<TemporaryFile> CreateAsync(
        string tenantId, StoredContent content, string contentType, bool gzip, CancellationToken ct)
    {
        var file = New(tenantId, contentType) with { ContentId = content.ContentId, Size = content.Size, Gzip = gzip };
        await store.AddAsync(file, ct);
        return file;
    }

    /// <summary>A file that is not stored yet.</summary>
    internal TemporaryFile New(string tenantId, string contentType)
    {
        var now = time.GetUtcNow();
        var end = now + options.Value.Life;
        return new TemporaryFile(tenantId, Guid.NewGuid(), TargetTypes.Of(contentType), "identity")
        {
            ContentType = contentType,
            CreatedAt = now,
            UrlsExpireAt = end,
            ReadableUntil = end,
        };
    }

    /// <summary>The same at each call, also after a restart.</summary>
    public TemporaryFileUrls UrlsOf(TemporaryFile file, string baseUrl) =>
        new(Url(file, UrlPurpose.ReadFile, baseUrl), Url(file, UrlPurpose.WriteFile, baseUrl));

    /// <summary>Reads a URL of this server's temporary files, whatever host it names: a good signature is proof enough.</summary>
    public bool TryReadOwnUrl(string url, [NotNullWhen(true)] out UrlToken? token)
    {
        token = null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.AbsolutePath.EndsWith(Path, StringComparison.Ordinal)
            && QueryHelpers.ParseQuery(uri.Query).TryGetValue("token", out var text)
            && tokens.TryRead(text.ToString(), out token);
    }

    /// <summary>The file that a get URL's token opens, with a content.</summary>
    /// <exception cref="Refused">403 or 404.</exception>
    public async Task<TemporaryFile> FindReadableAsync(string? tokenText, CancellationToken ct) =>
        tokens.TryRead(tokenText, out var token)
            ? await FindReadableAsync(token, ct)
            : throw new Refused(Errors.TemporaryFileTokenInvalid);

    internal async Task<TemporaryFile> FindReadableAsync(UrlToken token, CancellationToken ct)
    {
        if (token.Purpose != UrlPurpose.ReadFile
            || await store.FindAsync(token.TenantId, token.Id, ct) is not { } file
            || (file.ReadableUntil < time.GetUtcNow() && !file.Held))
            throw new Refused(Errors.TemporaryFileTokenInvalid);
        return file.ContentId is not null ? file : throw new Refused(Errors.TemporaryFileEmpty);
    }

    /// <summary>The file that a put URL's token may write.</summary>
    /// <exception cref="Refused">403.</exception>
    public async Task<TemporaryFile> FindWritableAsync(string? tokenText, CancellationToken ct) =>
        tokens.TryRead(tokenText, out var token)
            ? await FindWritableAsync(token, ct)
            : throw new Refused(Errors.TemporaryFileTokenInvalid);

    internal async Task<TemporaryFile> FindWritableAsync(UrlToken token, CancellationToken ct) =>
        token.Purpose == UrlPurpose.WriteFile && token.ExpiresAt >= time.GetUtcNow()
        && await store.FindAsync(token.TenantId, token.Id, ct) is { } file
            ? file
            : throw new Refused(Errors.TemporaryFileTokenInvalid);

    public Task<TemporaryFile?> FindAsync(string tenantId, Guid fileId, CancellationToken ct) => store.FindAsync(tenantId, fileId, ct);

    /// <summary>Begins a content; it belongs to nothing until it is switched into a file.</summary>
    public ContentWriter BeginContent() => contents.Begin();

    /// <exception cref="FileNotFoundException">The content is gone.</exception>
    public Stream OpenContent(string contentId) => contents.Open(contentId);

    internal DecryptingStream OpenSized(string contentId) => contents.OpenSized(contentId);

    internal void DropContent(string contentId) => contents.Delete(contentId);

    /// <summary>Gives a file another content; the old one is dropped, unless a job works with it.</summary>
    /// <exception cref="Refused">The file is gone.</exception>
    public async Task SwitchContentAsync(TemporaryFile file, StoredContent content, string contentType, bool gzip, CancellationToken ct)
    {
        var (switched, dropped) = await store.SwitchAsync(file.TenantId, file.FileId, content, contentType, gzip, ct);
        if (dropped is not null)
            contents.Delete(dropped);
        if (!switched)
            throw new Refused(Errors.TemporaryFileTokenInvalid);
    }

    string Url(TemporaryFile file, UrlPurpose purpose, string baseUrl) =>
        $"{baseUrl}{Path}?token={tokens.Print(new UrlToken(purpose, file.TenantId, file.FileId, file.UrlsExpireAt))}";
}
