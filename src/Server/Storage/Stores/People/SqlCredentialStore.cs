using System.Data.Common;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Access.Passwords;

namespace Espalier.Server.Storage.Stores.People;

/// <summary>Credentials in SQL.</summary>
public sealed class SqlCredentialStore(IDatabase database, TimeProvider time) : ICredentialStore
{
    public async Task<Credentials?> FindAsync(string email, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>("""
                SELECT email AS Email, password_hash AS PasswordHash, totp_secret AS TotpSecret, totp_pending AS TotpPending,
                       installation_admin AS InstallationAdmin
                FROM person WHERE email_key = @key
                """,
                new { key = Account.KeyOf(email) }),
            ct))?.ToCredentials();

    public Task<bool> AnyPasswordAsync(CancellationToken ct) =>
        database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<long>(
                "SELECT EXISTS (SELECT 1 FROM person WHERE password_hash IS NOT NULL)") == 1,
            ct);

    public Task SetPasswordAsync(string email, string passwordHash, CancellationToken ct) =>
        database.WriteAsync<object?>(
            async (connection, transaction) =>
            {
                await SetPasswordAsync(connection, transaction, email, passwordHash, removeTotp: false, time.GetUtcNow());
                return null;
            },
            ct);

    /// <summary>Sets the password and ends all sessions and links, in somebody's transaction.</summary>
    public static async Task SetPasswordAsync(
        DbConnection connection, DbTransaction transaction, string email, string passwordHash, bool removeTotp, DateTimeOffset now)
    {
        await AddAsync(connection, transaction, email, now);
        await connection.ExecuteAsync("""
            UPDATE person SET password_hash = @passwordHash, changed_at = @now,
                              totp_secret = CASE WHEN @remove = 1 THEN NULL ELSE totp_secret END,
                              totp_pending = NULL
            WHERE email_key = @key
            """,
            new { key = Account.KeyOf(email), passwordHash, remove = removeTotp ? 1 : 0, now = now.ToUnixTimeMilliseconds() }, transaction);
        await connection.ExecuteAsync("DELETE FROM session WHERE email_key = @key", new { key = Account.KeyOf(email) }, transaction);
        await connection.ExecuteAsync("DELETE FROM one_time_link WHERE email_key = @key AND used_at IS NULL", new { key = Account.KeyOf(email) }, transaction);
    }

    public Task RehashAsync(string email, string before, string after, CancellationToken ct) =>
        ChangeAsync("password_hash = @after", "password_hash = @before", new { key = Account.KeyOf(email), before, after }, ct);

    public Task SetInstallationAdminAsync(string email, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await AddAsync(connection, transaction, email, time.GetUtcNow());
                return await connection.ExecuteAsync(
                    "UPDATE person SET installation_admin = 1 WHERE email_key = @key", new { key = Account.KeyOf(email) }, transaction);
            },
            ct);

    public Task SetPendingTotpAsync(string email, byte[] secret, CancellationToken ct) =>
        ChangeAsync("totp_pending = @secret", "1 = 1", new { key = Account.KeyOf(email), secret }, ct);

    public Task<bool> ConfirmTotpAsync(string email, byte[] pending, long step, CancellationToken ct) =>
        ChangeAsync(
            "totp_secret = totp_pending, totp_pending = NULL, totp_step = @step", "totp_pending = @pending",
            new { key = Account.KeyOf(email), pending, step }, ct);

    public Task RemoveTotpAsync(string email, CancellationToken ct) =>
        ChangeAsync("totp_secret = NULL, totp_pending = NULL", "1 = 1", new { key = Account.KeyOf(email) }, ct);

    public Task<bool> UseTotpAsync(string email, long step, CancellationToken ct) =>
        ChangeAsync("totp_step = @step", "totp_step < @step", new { key = Account.KeyOf(email), step }, ct);

    Task<bool> ChangeAsync(string change, string condition, object parameters, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                $"UPDATE person SET {change} WHERE email_key = @key AND {condition}", parameters, transaction) == 1,
            ct);

    static Task<int> AddAsync(DbConnection connection, DbTransaction transaction, string email, DateTimeOffset now) =>
        connection.ExecuteAsync("""
            INSERT INTO person (email_key, email, totp_step, installation_admin, created_at, changed_at)
            VALUES (@key, @email, 0, 0, @now, @now)
            ON CONFLICT (email_key) DO NOTHING
            """,
            new { key = Account.KeyOf(email), email = email.Trim(), now = now.ToUnixTimeMilliseconds() }, transaction);

    sealed class Row
    {
        public required string Email { get; init; }
        public string? PasswordHash { get; init; }
        public byte[]? TotpSecret { get; init; }
        public byte[]? TotpPending { get; init; }
        public required long InstallationAdmin { get; init; }

        public Credentials ToCredentials() => new(Email)
        {
            PasswordHash = PasswordHash,
            TotpSecret = TotpSecret,
            TotpPending = TotpPending,
            IsInstallationAdmin = InstallationAdmin == 1,
        };
    }
}
