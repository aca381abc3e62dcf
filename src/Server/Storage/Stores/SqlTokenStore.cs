using System.Data.Common;
using System.Globalization;
using Dapper;
using Espalier.Server.Access;

namespace Espalier.Server.Storage.Stores;

/// <summary>Tokens in SQL.</summary>
public sealed class SqlTokenStore(IDatabase database) : ITokenStore
{
    const string Columns = """
        jti AS Jti, email AS Email, starts_at AS StartsAt, ends_at AS EndsAt, subnets AS Subnets, created_at AS CreatedAt,
        revoked_at AS RevokedAt, last_used_at AS LastUsedAt, name AS Name, last_ip AS LastIp, last_route AS LastRoute, rolled_to AS RolledTo
        """;

    public async Task<Token?> FindAsync(string jti, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM token WHERE jti = @jti", new { jti }),
            ct))?.ToToken();

    public async Task<IReadOnlyList<Token>> ListAsync(CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM token ORDER BY created_at, jti"), ct))
            .Select(row => row.ToToken())];

    public async Task<IReadOnlyList<Token>> ListOfAsync(string email, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM token WHERE email_key = @key ORDER BY created_at DESC, jti", new { key = Account.KeyOf(email) }), ct))
            .Select(row => row.ToToken())];

    public Task AddAsync(Token token, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => InsertAsync(token, connection, transaction), ct);

    public Task<bool> RollAsync(string jti, DateTimeOffset oldEndsAt, Token next, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var rolled = await connection.ExecuteAsync("""
                    UPDATE token SET rolled_to = @to, ends_at = CASE WHEN ends_at < @at THEN ends_at ELSE @at END
                    WHERE jti = @jti AND revoked_at IS NULL AND rolled_to IS NULL
                    """,
                    new { jti, to = next.Jti, at = oldEndsAt.ToUnixTimeMilliseconds() }, transaction) == 1;
                if (rolled)
                    await InsertAsync(next, connection, transaction);
                return rolled;
            },
            ct);

    public Task<bool> RevokeAsync(string jti, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "UPDATE token SET revoked_at = COALESCE(revoked_at, @at) WHERE jti = @jti",
                new { jti, at = at.ToUnixTimeMilliseconds() },
                transaction) == 1,
            ct);

    public Task NoteCallsAsync(IReadOnlyDictionary<string, IReadOnlyList<TokenCall>> calls, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "UPDATE token SET last_used_at = @at, last_ip = @Address, last_route = @route WHERE jti = @jti AND COALESCE(last_used_at, 0) <= @at",
                    calls.Select(of => new
                    {
                        jti = of.Key,
                        at = of.Value[^1].At.ToUnixTimeMilliseconds(),
                        of.Value[^1].Address,
                        route = $"{of.Value[^1].Method} {of.Value[^1].Path}",
                    }),
                    transaction);
                await connection.ExecuteAsync("""
                    INSERT INTO token_call (jti, at, call_id, address, method, path, status)
                    VALUES (@jti, @at, @id, @Address, @Method, @Path, @Status)
                    """,
                    calls.SelectMany(of => of.Value, (of, call) => new
                    {
                        jti = of.Key,
                        at = call.At.ToUnixTimeMilliseconds(),
                        id = call.CallId.ToString("D19", CultureInfo.InvariantCulture),
                        call.Address,
                        call.Method,
                        call.Path,
                        call.Status,
                    }),
                    transaction);
                return await connection.ExecuteAsync("""
                    DELETE FROM token_call WHERE jti = @jti AND (at, call_id) NOT IN (
                        SELECT at, call_id FROM token_call WHERE jti = @jti ORDER BY at DESC, call_id DESC LIMIT @kept)
                    """,
                    calls.Keys.Select(jti => new { jti, kept = ITokenStore.CallsKept }), transaction);
            },
            ct,
            durable: false);

    public async Task<IReadOnlyList<TokenCall>> ListCallsAsync(string jti, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<(long At, string Address, string Method, string Path, long Status)>(
                "SELECT at, address, method, path, status FROM token_call WHERE jti = @jti ORDER BY at DESC, call_id DESC", new { jti }), ct))
            .Select(row => new TokenCall(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Address, row.Method, row.Path, (int)row.Status))];

    static Task<int> InsertAsync(Token token, DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync("""
            INSERT INTO token (jti, email, email_key, name, starts_at, ends_at, subnets, created_at)
            VALUES (@Jti, @Email, @key, @Name, @starts, @ends, @subnets, @created)
            """,
            new
            {
                token.Jti,
                token.Email,
                key = Account.KeyOf(token.Email),
                token.Name,
                starts = token.StartsAt.ToUnixTimeMilliseconds(),
                ends = token.EndsAt.ToUnixTimeMilliseconds(),
                subnets = token.Subnets.Text,
                created = token.CreatedAt.ToUnixTimeMilliseconds(),
            },
            transaction);

    sealed class Row
    {
        public required string Jti { get; init; }
        public required string Email { get; init; }
        public required long StartsAt { get; init; }
        public required long EndsAt { get; init; }
        public required string Subnets { get; init; }
        public required long CreatedAt { get; init; }
        public long? RevokedAt { get; init; }
        public long? LastUsedAt { get; init; }
        public required string Name { get; init; }
        public string? LastIp { get; init; }
        public string? LastRoute { get; init; }
        public string? RolledTo { get; init; }

        public Token ToToken() =>
            new(Jti, Email, Time(StartsAt), Time(EndsAt), Access.Subnets.Parse(Subnets), Time(CreatedAt))
            {
                RevokedAt = RevokedAt is { } revoked ? Time(revoked) : null,
                LastUsedAt = LastUsedAt is { } used ? Time(used) : null,
                Name = Name,
                LastIp = LastIp,
                LastRoute = LastRoute,
                RolledTo = RolledTo,
            };

        static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
    }
}
