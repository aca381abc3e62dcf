using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores.People;

/// <summary>Sessions in SQL.</summary>
public sealed class SqlSessionStore(IDatabase database) : ISessionStore
{
    const string Columns = """
        session_id AS SessionId, email AS Email, method AS Method, created_at AS CreatedAt, seen_at AS SeenAt, address AS Address, device AS Device
        """;

    public Task AddAsync(Session session, string secretHash, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO session (session_id, secret_hash, email_key, email, method, created_at, seen_at, address, device)
                VALUES (@id, @secretHash, @key, @Email, @Method, @created, @seen, @Address, @Device)
                """,
                new
                {
                    id = Ids.Print(session.Id),
                    secretHash,
                    key = Account.KeyOf(session.Email),
                    session.Email,
                    session.Method,
                    created = session.CreatedAt.ToUnixTimeMilliseconds(),
                    seen = session.SeenAt.ToUnixTimeMilliseconds(),
                    session.Address,
                    session.Device,
                },
                transaction),
            ct);

    public async Task<Session?> FindAsync(string secretHash, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(
                $"SELECT {Columns} FROM session WHERE secret_hash = @secretHash", new { secretHash }),
            ct))?.ToSession();

    public async Task<IReadOnlyList<Session>> ListAsync(string email, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM session WHERE email_key = @key ORDER BY seen_at DESC, session_id", new { key = Account.KeyOf(email) }),
            ct)).Select(row => row.ToSession())];

    public Task SeenAsync(Guid id, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE session SET seen_at = @at WHERE session_id = @id AND seen_at < @at",
                new { id = Ids.Print(id), at = at.ToUnixTimeMilliseconds() }, transaction),
            ct, durable: false);

    public Task<bool> DeleteAsync(string email, Guid id, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "DELETE FROM session WHERE session_id = @id AND email_key = @key",
                new { id = Ids.Print(id), key = Account.KeyOf(email) }, transaction) == 1,
            ct);

    public Task DeleteOthersAsync(string email, Guid kept, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM session WHERE email_key = @key AND session_id <> @kept",
                new { key = Account.KeyOf(email), kept = Ids.Print(kept) }, transaction),
            ct);

    public Task SweepAsync(DateTimeOffset createdBefore, DateTimeOffset seenBefore, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM session WHERE created_at <= @created OR seen_at <= @seen",
                new { created = createdBefore.ToUnixTimeMilliseconds(), seen = seenBefore.ToUnixTimeMilliseconds() }, transaction),
            ct, durable: false);

    sealed class Row
    {
        public required string SessionId { get; init; }
        public required string Email { get; init; }
        public required string Method { get; init; }
        public required long CreatedAt { get; init; }
        public required long SeenAt { get; init; }
        public required string Address { get; init; }
        public required string Device { get; init; }

        public Session ToSession() => new(
            Guid.Parse(SessionId), Email, Method, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(SeenAt), Address, Device);
    }
}
