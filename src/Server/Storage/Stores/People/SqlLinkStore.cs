using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Access.Links;

namespace Espalier.Server.Storage.Stores.People;

/// <summary>One-time links in SQL.</summary>
public sealed class SqlLinkStore(IDatabase database, TimeProvider time) : ILinkStore
{
    public Task AddAsync(OneTimeLink link, string codeHash, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var row = new
                {
                    codeHash,
                    kind = Print(link.Kind),
                    key = Account.KeyOf(link.Email),
                    email = link.Email.Trim(),
                    link.TenantId,
                    removes = link.RemovesTotp ? 1 : 0,
                    link.MadeBy,
                    created = link.CreatedAt.ToUnixTimeMilliseconds(),
                    ends = link.EndsAt.ToUnixTimeMilliseconds(),
                };
                await connection.ExecuteAsync(
                    "DELETE FROM one_time_link WHERE email_key = @key AND kind = @kind AND used_at IS NULL", row, transaction);
                return await connection.ExecuteAsync("""
                    INSERT INTO one_time_link (code_hash, kind, email_key, email, tenant_id, remove_totp, made_by, created_at, ends_at)
                    VALUES (@codeHash, @kind, @key, @email, @TenantId, @removes, @MadeBy, @created, @ends)
                    """,
                    row, transaction);
            },
            ct);

    public async Task<OneTimeLink?> FindAsync(string codeHash, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>("""
                SELECT kind AS Kind, email AS Email, tenant_id AS TenantId, remove_totp AS RemoveTotp, made_by AS MadeBy,
                       created_at AS CreatedAt, ends_at AS EndsAt, used_at AS UsedAt
                FROM one_time_link WHERE code_hash = @codeHash
                """,
                new { codeHash }),
            ct))?.ToLink();

    public Task<bool> UseAsync(string codeHash, string email, string passwordHash, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow();
                var parameters = new { codeHash, now = now.ToUnixTimeMilliseconds() };
                var removes = await connection.QuerySingleOrDefaultAsync<long?>("""
                    UPDATE one_time_link SET used_at = @now WHERE code_hash = @codeHash AND used_at IS NULL AND ends_at > @now
                    RETURNING remove_totp
                    """,
                    parameters, transaction);
                if (removes is null)
                    return false;
                await SqlCredentialStore.SetPasswordAsync(connection, transaction, email, passwordHash, removes == 1, now);
                return true;
            },
            ct);

    public Task SweepAsync(DateTimeOffset endedBefore, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM one_time_link WHERE ends_at <= @before", new { before = endedBefore.ToUnixTimeMilliseconds() }, transaction),
            ct, durable: false);

    static string Print(LinkKind kind) => kind switch
    {
        LinkKind.Setup => "setup",
        LinkKind.Invitation => "invitation",
        _ => "reset",
    };

    sealed class Row
    {
        public required string Kind { get; init; }
        public required string Email { get; init; }
        public required string TenantId { get; init; }
        public required long RemoveTotp { get; init; }
        public required string MadeBy { get; init; }
        public required long CreatedAt { get; init; }
        public required long EndsAt { get; init; }
        public long? UsedAt { get; init; }

        public OneTimeLink ToLink() =>
            new(Kind switch { "setup" => LinkKind.Setup, "invitation" => LinkKind.Invitation, _ => LinkKind.Reset },
                Email, TenantId, RemoveTotp == 1, MadeBy, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
                DateTimeOffset.FromUnixTimeMilliseconds(EndsAt))
            {
                UsedAt = UsedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            };
    }
}
