using System.Data.Common;
using System.Text.Json;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores;

/// <summary>Accounts in SQL.</summary>
public sealed class SqlUserStore(IDatabase database, TimeProvider time) : IUserStore
{
    const string Columns = """
        tenant_id AS TenantId, account_id AS AccountId, email AS Email, role AS Role, user_groups AS Groups,
        token_access AS TokenAccess, enabled AS Enabled, expires_at AS ExpiresAt, subnets AS Subnets
        """;

    public Task<IReadOnlyList<Account>> FindAsync(string tenantId, string email, CancellationToken ct) =>
        QueryAsync("tenant_id = @tenantId AND email_key = @key", new { tenantId, key = Account.KeyOf(email) }, ct);

    public Task<IReadOnlyList<Account>> FindPersonAsync(string email, CancellationToken ct) =>
        QueryAsync("email_key = @key", new { key = Account.KeyOf(email) }, ct);

    public Task<IReadOnlyList<Account>> ListAsync(string tenantId, CancellationToken ct) =>
        QueryAsync("tenant_id = @tenantId", new { tenantId }, ct);

    // The write lock is held from the transaction's start, so nobody adds the same e-mail between the look and the insert.
    public Task<bool> AddAsync(Account account, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                INSERT INTO account (tenant_id, account_id, email, email_key, role, user_groups, token_access, enabled,
                                     expires_at, subnets, created_at)
                SELECT @TenantId, @id, @email, @key, @role, @groups, @tokenAccess, @enabled, @expires, @subnets, @now
                WHERE NOT EXISTS (SELECT 1 FROM account WHERE tenant_id = @TenantId AND email_key = @key)
                """,
                Parameters(account),
                transaction) == 1,
            ct);

    public async Task<(Account Account, bool IsNew)?> SaveAsync(Account account, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct) =>
        await SaveManyAsync(account.TenantId, [account], allows, ct) is [var saved] ? saved : null;

    public Task<IReadOnlyList<(Account Account, bool IsNew)>?> SaveManyAsync(
        string tenantId, IReadOnlyList<Account> accounts, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<(Account, bool)>?>(
            async (connection, transaction) =>
            {
                var keys = accounts.Select(account => Account.KeyOf(account.Email)).ToHashSet(StringComparer.Ordinal);
                var others = (await connection.QueryAsync<Row>($"SELECT {Columns} FROM account WHERE tenant_id = @tenantId", new { tenantId }, transaction))
                    .Select(row => row.ToAccount()).Where(account => !keys.Contains(Account.KeyOf(account.Email)));
                if (!allows([.. others, .. accounts]))
                    return null;
                var saved = new List<(Account, bool)>();
                foreach (var account in accounts)
                    saved.Add((account, await SaveAsync(account, connection, transaction)));
                return saved;
            },
            ct);

    /// <returns>Whether it is new.</returns>
    async Task<bool> SaveAsync(Account account, DbConnection connection, DbTransaction transaction)
    {
        var changed = await connection.ExecuteAsync("""
            UPDATE account SET role = @role, user_groups = @groups, token_access = @tokenAccess, enabled = @enabled,
                               expires_at = @expires, subnets = @subnets
            WHERE tenant_id = @TenantId AND email_key = @key
            """,
            Parameters(account), transaction);
        if (changed == 0)
            await connection.ExecuteAsync("""
                INSERT INTO account (tenant_id, account_id, email, email_key, role, user_groups, token_access, enabled,
                                     expires_at, subnets, created_at)
                VALUES (@TenantId, @id, @email, @key, @role, @groups, @tokenAccess, @enabled, @expires, @subnets, @now)
                """,
                Parameters(account), transaction);
        return changed == 0;
    }

    public Task<bool> DeleteAsync(string tenantId, string email, Func<IReadOnlyList<Account>, bool> allows, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!allows(await OthersAsync(tenantId, email, connection, transaction)))
                    return false;
                await connection.ExecuteAsync("DELETE FROM account WHERE tenant_id = @tenantId AND email_key = @key",
                    new { tenantId, key = Account.KeyOf(email) }, transaction);
                return true;
            },
            ct);

    static async Task<IReadOnlyList<Account>> OthersAsync(string tenantId, string email, DbConnection connection, DbTransaction transaction) =>
        [.. (await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM account WHERE tenant_id = @tenantId AND email_key <> @key",
            new { tenantId, key = Account.KeyOf(email) }, transaction)).Select(row => row.ToAccount())];

    object Parameters(Account account) => new
    {
        account.TenantId,
        id = Ids.Print(account.Id),
        email = account.Email.Trim(),
        key = Account.KeyOf(account.Email),
        role = account.Role == Role.Admin ? "admin" : "user",
        groups = JsonSerializer.Serialize(account.Groups),
        tokenAccess = account.TokenAccess ? 1 : 0,
        enabled = account.Enabled ? 1 : 0,
        expires = account.ExpiresAt?.ToUnixTimeMilliseconds(),
        subnets = account.Subnets.Text,
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    async Task<IReadOnlyList<Account>> QueryAsync(string condition, object parameters, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM account WHERE {condition} ORDER BY tenant_id, email_key", parameters),
            ct)).Select(row => row.ToAccount())];

    sealed class Row
    {
        public required string TenantId { get; init; }
        public required string AccountId { get; init; }
        public required string Email { get; init; }
        public required string Role { get; init; }
        public required string Groups { get; init; }
        public required long TokenAccess { get; init; }
        public required long Enabled { get; init; }
        public long? ExpiresAt { get; init; }
        public required string Subnets { get; init; }

        public Account ToAccount() =>
            new(TenantId, Guid.Parse(AccountId), Email, Role == "admin" ? Access.Role.Admin : Access.Role.User)
            {
                Groups = JsonSerializer.Deserialize<string[]>(Groups)!,
                TokenAccess = TokenAccess == 1,
                Enabled = Enabled == 1,
                ExpiresAt = ExpiresAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                Subnets = Access.Subnets.Parse(Subnets),
            };
    }
}
