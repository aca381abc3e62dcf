using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Access.Sessions;

namespace Espalier.Server.Storage.Stores.People;

/// <summary>Preferences in SQL.</summary>
public sealed class SqlPreferenceStore(IDatabase database, TimeProvider time) : IPreferenceStore
{
    public Task<string?> FindAsync(string email, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(
                "SELECT body FROM preference WHERE email_key = @key", new { key = Account.KeyOf(email) }),
            ct);

    public Task SaveAsync(string email, string json, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO preference (email_key, body, changed_at) VALUES (@key, @json, @now)
                ON CONFLICT (email_key) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at
                """,
                new { key = Account.KeyOf(email), json, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction),
            ct);
}
