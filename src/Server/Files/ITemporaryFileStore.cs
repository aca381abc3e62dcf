using Espalier.Server.Files.Contents;

namespace Espalier.Server.Files;

/// <summary>Keeps which temporary files there are, and which content each has.</summary>
public interface ITemporaryFileStore
{
    Task AddAsync(TemporaryFile file, CancellationToken ct);

    Task<TemporaryFile?> FindAsync(string tenantId, Guid fileId, CancellationToken ct);

    /// <summary>Gives the file another content.</summary>
    /// <returns>Whether the file is (still) there, and the content that nothing needs any more, if any.</returns>
    Task<(bool Switched, string? Dropped)> SwitchAsync(
        string tenantId, Guid fileId, StoredContent content, string contentType, bool gzip, CancellationToken ct);

    /// <summary>Forgets the files that nobody may read any more.</summary>
    /// <returns>Their contents.</returns>
    Task<IReadOnlyList<string>> ForgetExpiredAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Every content that a file or a job needs.</summary>
    Task<IReadOnlySet<string>> NeededContentsAsync(CancellationToken ct);
}
