using System.Data.Common;
using Dapper;
using Espalier.Server.Files;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores;

/// <summary>Temporary files in SQL. The job store uses the statements within its own transactions.</summary>
sealed class SqlFileStore(IDatabase database) : ITemporaryFileStore
{
    public Task AddAsync(TemporaryFile file, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => InsertAsync(connection, transaction, file), ct);

    public Task<TemporaryFile?> FindAsync(string tenantId, Guid fileId, CancellationToken ct) =>
        database.ReadAsync(connection => FindAsync(connection, null, tenantId, Ids.Print(fileId)), ct);

    public Task<(bool Switched, string? Dropped)> SwitchAsync(
        string tenantId, Guid fileId, StoredContent content, string contentType, bool gzip, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => SwitchAsync(connection, transaction, tenantId, Ids.Print(fileId), content, contentType, gzip), ct);

    public Task<IReadOnlyList<string>> ForgetExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async (connection, transaction) =>
            [
                .. (await connection.QueryAsync<string?>(
                    """
                    DELETE FROM temporary_file
                    WHERE readable_until < @now
                      AND NOT EXISTS (SELECT 1 FROM temporary_hold h
                                      WHERE h.tenant_id = temporary_file.tenant_id AND h.file_id = temporary_file.file_id)
                    RETURNING content_id
                    """,
                    new { now = now.ToUnixTimeMilliseconds() }, transaction)).OfType<string>(),
            ],
            ct);

    public Task<IReadOnlySet<string>> NeededContentsAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlySet<string>>(
            async connection => (await connection.QueryAsync<string>(
                """
                SELECT content_id FROM temporary_file WHERE content_id IS NOT NULL
                UNION SELECT content_id FROM temporary_hold
                """)).ToHashSet(StringComparer.Ordinal),
            ct);

    internal static Task<int> InsertAsync(DbConnection connection, DbTransaction transaction, TemporaryFile file) =>
        connection.ExecuteAsync(
            """
            INSERT INTO temporary_file (tenant_id, file_id, target_type, target_encoding, content_id, content_type, gzip, size,
                created_at, urls_expire_at, readable_until)
            VALUES (@TenantId, @FileId, @TargetType, @TargetEncoding, @ContentId, @ContentType, @Gzip, @Size,
                @CreatedAt, @UrlsExpireAt, @ReadableUntil)
            """,
            new
            {
                file.TenantId,
                FileId = Ids.Print(file.FileId),
                file.TargetType,
                file.TargetEncoding,
                file.ContentId,
                file.ContentType,
                Gzip = file.Gzip ? 1 : 0,
                file.Size,
                CreatedAt = file.CreatedAt.ToUnixTimeMilliseconds(),
                UrlsExpireAt = file.UrlsExpireAt.ToUnixTimeMilliseconds(),
                ReadableUntil = file.ReadableUntil.ToUnixTimeMilliseconds(),
            },
            transaction);

    internal static async Task<TemporaryFile?> FindAsync(
        DbConnection connection, DbTransaction? transaction, string tenantId, string fileId)
    {
        var row = await connection.QuerySingleOrDefaultAsync<FileRow>(
            """
            SELECT target_type AS TargetType, target_encoding AS TargetEncoding, content_id AS ContentId, content_type AS ContentType,
                gzip AS Gzip, size AS Size, created_at AS CreatedAt, urls_expire_at AS UrlsExpireAt, readable_until AS ReadableUntil,
                (SELECT COUNT(*) FROM temporary_hold h WHERE h.tenant_id = f.tenant_id AND h.file_id = f.file_id) AS Holds
            FROM temporary_file f WHERE tenant_id = @tenantId AND file_id = @fileId
            """,
            new { tenantId, fileId }, transaction);
        return row is null ? null : new TemporaryFile(tenantId, Guid.Parse(fileId), row.TargetType, row.TargetEncoding)
        {
            ContentId = row.ContentId,
            ContentType = row.ContentType,
            Gzip = row.Gzip != 0,
            Size = row.Size,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
            UrlsExpireAt = DateTimeOffset.FromUnixTimeMilliseconds(row.UrlsExpireAt),
            ReadableUntil = DateTimeOffset.FromUnixTimeMilliseconds(row.ReadableUntil),
            Held = row.Holds > 0,
        };
    }

    internal static async Task<(bool Switched, string? Dropped)> SwitchAsync(
        DbConnection connection, DbTransaction transaction, string tenantId, string fileId,
        StoredContent content, string contentType, bool gzip)
    {
        if (await FindAsync(connection, transaction, tenantId, fileId) is not { } old)
            return (false, content.ContentId);
        await connection.ExecuteAsync(
            """
            UPDATE temporary_file SET content_id = @ContentId, content_type = @contentType, gzip = @gzip, size = @Size
            WHERE tenant_id = @tenantId AND file_id = @fileId
            """,
            new { tenantId, fileId, content.ContentId, contentType, gzip = gzip ? 1 : 0, content.Size }, transaction);
        return (true, await UnneededAsync(connection, transaction, tenantId, old.ContentId));
    }

    /// <summary>Keeps a file and a content from being deleted until the job ends; either may be missing.</summary>
    internal static Task<int> HoldAsync(
        DbConnection connection, DbTransaction transaction, string tenantId, string jobId, string? fileId, string? contentId) =>
        connection.ExecuteAsync(
            """
            INSERT INTO temporary_hold (tenant_id, job_id, file_id, content_id) VALUES (@tenantId, @jobId, @fileId, @contentId)
            ON CONFLICT DO NOTHING
            """,
            new { tenantId, jobId, fileId = fileId ?? "", contentId = contentId ?? "" }, transaction);

    /// <summary>The job has ended: its files stay readable for a while more.</summary>
    /// <returns>The contents that nothing needs any more.</returns>
    internal static async Task<IReadOnlyList<string>> ReleaseAsync(
        DbConnection connection, DbTransaction transaction, string tenantId, string jobId, long readableUntil)
    {
        await connection.ExecuteAsync(
            """
            UPDATE temporary_file SET readable_until = @readableUntil
            WHERE tenant_id = @tenantId AND readable_until < @readableUntil
              AND file_id IN (SELECT file_id FROM temporary_hold WHERE tenant_id = @tenantId AND job_id = @jobId)
            """,
            new { tenantId, jobId, readableUntil }, transaction);
        var held = await connection.QueryAsync<string>(
            "DELETE FROM temporary_hold WHERE tenant_id = @tenantId AND job_id = @jobId RETURNING content_id",
            new { tenantId, jobId }, transaction);
        var unneeded = new List<string>();
        foreach (var contentId in held.Where(id => id.Length > 0).Distinct())
            if (await UnneededAsync(connection, transaction, tenantId, contentId) is { } dropped)
                unneeded.Add(dropped);
        return unneeded;
    }

    static async Task<string?> UnneededAsync(DbConnection connection, DbTransaction transaction, string tenantId, string? contentId) =>
        contentId is null || await connection.ExecuteScalarAsync<long>(
            """
            SELECT (SELECT COUNT(*) FROM temporary_hold WHERE tenant_id = @tenantId AND content_id = @contentId)
                 + (SELECT COUNT(*) FROM temporary_file WHERE tenant_id = @tenantId AND content_id = @contentId)
            """,
            new { tenantId, contentId }, transaction) > 0 ? null : contentId;

    sealed class FileRow
    {
        public string TargetType { get; set; } = "";
        public string TargetEncoding { get; set; } = "";
        public string? ContentId { get; set; }
        public string ContentType { get; set; } = "";
        public long Gzip { get; set; }
        public long Size { get; set; }
        public long CreatedAt { get; set; }
        public long UrlsExpireAt { get; set; }
        public long ReadableUntil { get; set; }
        public long Holds { get; set; }
    }
}
