using System.Text.Json;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores.Settings;

/// <summary>The audit in SQL.</summary>
public sealed class SqlAuditStore(IDatabase database) : IAuditStore
{
    public Task AddAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO audit (tenant_id, at, audit_id, kind, person, person_key, address, channel, target, dataset_id, counts)
                VALUES (@TenantId, @at, @id, @Kind, @Person, @key, @Address, @Channel, @Target, @dataset, @counts)
                """,
                entries.Select(entry => new
                {
                    entry.TenantId,
                    at = entry.At.ToUnixTimeMilliseconds(),
                    id = Ids.Print(entry.AuditId),
                    entry.Kind,
                    entry.Person,
                    key = Account.KeyOf(entry.Person),
                    entry.Address,
                    entry.Channel,
                    entry.Target,
                    dataset = entry.DatasetId is { } id ? Ids.Print(id) : null,
                    counts = entry.Counts is null ? null : JsonSerializer.Serialize(entry.Counts, Json.Options),
                }),
                transaction),
            ct);

    public async Task<(long Total, IReadOnlyList<AuditEntry> Entries)> FindAsync(string tenantId, AuditQuery query, CancellationToken ct)
    {
        var where = "tenant_id = @tenantId"
            + (query.From is null ? "" : " AND at >= @from")
            + (query.To is null ? "" : " AND at < @to")
            + (query.Person is null ? "" : " AND person_key = @person")
            + (query.Kinds.Count == 0 ? "" : " AND kind IN @kinds");
        var values = new
        {
            tenantId,
            from = query.From?.ToUnixTimeMilliseconds(),
            to = query.To?.ToUnixTimeMilliseconds(),
            person = query.Person is null ? null : Account.KeyOf(query.Person),
            kinds = query.Kinds,
            query.Offset,
            query.Limit,
        };
        return await database.ReadAsync<(long, IReadOnlyList<AuditEntry>)>(
            async connection =>
            (
                await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM audit WHERE {where}", values),
                [
                    .. (await connection.QueryAsync<Row>(
                        $"""
                        SELECT at AS At, audit_id AS Id, kind AS Kind, person AS Person, address AS Address, channel AS Channel, target AS Target,
                               dataset_id AS DatasetId, counts AS Counts
                        FROM audit WHERE {where} ORDER BY at DESC, audit_id DESC LIMIT @Limit OFFSET @Offset
                        """,
                        values)).Select(row => row.ToEntry(tenantId)),
                ]
            ),
            ct);
    }

    sealed class Row
    {
        public required long At { get; init; }
        public required string Id { get; init; }
        public required string Kind { get; init; }
        public required string Person { get; init; }
        public string? Address { get; init; }
        public required string Channel { get; init; }
        public string? Target { get; init; }
        public string? DatasetId { get; init; }
        public string? Counts { get; init; }

        public AuditEntry ToEntry(string tenantId) => new(tenantId, DateTimeOffset.FromUnixTimeMilliseconds(At), Kind, Person, Channel)
        {
            AuditId = Guid.Parse(Id),
            Address = Address,
            Target = Target,
            DatasetId = DatasetId is null ? null : Guid.Parse(DatasetId),
            Counts = Counts is null ? null : JsonSerializer.Deserialize<Dictionary<string, long>>(Counts, Json.Options),
        };
    }
}
