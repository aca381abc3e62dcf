using Dapper;
using Espalier.Server.Access;

namespace Espalier.Server.Storage.Stores;

/// <summary>Tokens in SQL.</summary>
public sealed class SqlTokenStore(IDatabase database) : ITokenStore
{
    const string Columns = """
        jti AS Jti, email AS Email, starts_at AS StartsAt, ends_at AS EndsAt, subnets AS Subnets, created_at AS CreatedAt,
        revoked_at AS RevokedAt, last_used_at AS LastUsedAt
        """;

    public async Task<Token?> FindAsync(string jti, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM token WHERE jti = @jti", new { jti }),
            ct))?.ToToken();

    public async Task<IReadOnlyList<Token>> ListAsync(CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM token ORDER BY created_at, jti"), ct))
            .Select(row => row.ToToken())];

    public Task AddAsync(Token token, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO token (jti, email, starts_at, ends_at, subnets, created_at)
                VALUES (@Jti, @Email, @starts, @ends, @subnets, @created)
                """,
                new
                {
                    token.Jti,
                    token.Email,
                    starts = token.StartsAt.ToUnixTimeMilliseconds(),
                    ends = token.EndsAt.ToUnixTimeMilliseconds(),
                    subnets = token.Subnets.Text,
                    created = token.CreatedAt.ToUnixTimeMilliseconds(),
                },
                transaction),
            ct);

    public Task<bool> RevokeAsync(string jti, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "UPDATE token SET revoked_at = COALESCE(revoked_at, @at) WHERE jti = @jti",
                new { jti, at = at.ToUnixTimeMilliseconds() },
                transaction) == 1,
            ct);

    public Task NoteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE token SET last_used_at = @at WHERE jti = @jti",
                uses.Select(use => new { jti = use.Key, at = use.Value.ToUnixTimeMilliseconds() }),
                transaction),
            ct,
            durable: false);

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

        public Token ToToken() =>
            new(Jti, Email, Time(StartsAt), Time(EndsAt), Access.Subnets.Parse(Subnets), Time(CreatedAt))
            {
                RevokedAt = RevokedAt is { } revoked ? Time(revoked) : null,
                LastUsedAt = LastUsedAt is { } used ? Time(used) : null,
            };

        static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
    }
}
