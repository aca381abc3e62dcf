using System.Text.Json;
using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Packs;
using Espalier.Server.Rights;

namespace Espalier.Server.Storage.Stores.Settings;

/// <summary>Packs in SQL.</summary>
public sealed class SqlPackStore(IDatabase database) : IPackStore
{
    const string Columns = """
        pack_id AS PackId, version AS Version, name AS Name, owner AS Owner, tags AS Tags, source AS Source, grants AS Grants,
        created_at AS CreatedAt, created_by AS CreatedBy, modified_at AS ModifiedAt, modified_by AS ModifiedBy
        """;

    public async Task<IReadOnlyList<Pack>> ListAsync(string tenantId, CancellationToken ct) =>
        [.. (await database.ReadAsync(connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM pack WHERE tenant_id = @tenantId", new { tenantId }), ct))
            .Select(row => row.ToPack())];

    public async Task<Pack?> FindAsync(string tenantId, Guid packId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(
                $"SELECT {Columns}, document AS Document FROM pack WHERE tenant_id = @tenantId AND pack_id = @id",
                new { tenantId, id = Ids.Print(packId) }),
            ct))?.ToPack();

    public Task<bool> AddAsync(string tenantId, Pack pack, int most, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                INSERT INTO pack (tenant_id, pack_id, version, name, owner, owner_key, tags, source, grants, document, created_at, created_by, modified_at, modified_by)
                SELECT @tenantId, @id, @Version, @Name, @Owner, @ownerKey, @tags, @source, @grants, @Document, @CreatedAt, @CreatedBy, @ModifiedAt, @ModifiedBy
                WHERE (SELECT COUNT(*) FROM pack WHERE tenant_id = @tenantId AND owner_key = @ownerKey) < @most
                """,
                Values(tenantId, pack, most), transaction) == 1,
            ct);

    public Task<bool> UpdateAsync(string tenantId, Pack pack, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                UPDATE pack SET version = @Version, name = @Name, owner = @Owner, owner_key = @ownerKey, tags = @tags, source = @source, grants = @grants,
                    document = @Document, modified_at = @ModifiedAt, modified_by = @ModifiedBy
                WHERE tenant_id = @tenantId AND pack_id = @id AND version = @Version - 1
                """,
                Values(tenantId, pack, 0), transaction) == 1,
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid packId, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "DELETE FROM pack WHERE tenant_id = @tenantId AND pack_id = @id", new { tenantId, id = Ids.Print(packId) }, transaction) == 1,
            ct);

    static object Values(string tenantId, Pack pack, int most) => new
    {
        tenantId,
        id = Ids.Print(pack.PackId),
        pack.Version,
        pack.Name,
        pack.Owner,
        ownerKey = Account.KeyOf(pack.Owner),
        tags = JsonSerializer.Serialize(pack.Tags, Json.Options),
        source = JsonSerializer.Serialize(pack.Source, Json.Options),
        grants = JsonSerializer.Serialize(pack.Grants, RightsJson.Options),
        pack.Document,
        pack.CreatedAt,
        pack.CreatedBy,
        pack.ModifiedAt,
        pack.ModifiedBy,
        most,
    };

    sealed class Row
    {
        public required string PackId { get; init; }
        public required long Version { get; init; }
        public required string Name { get; init; }
        public required string Owner { get; init; }
        public required string Tags { get; init; }
        public required string Source { get; init; }
        public required string Grants { get; init; }
        public string? Document { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required string ModifiedBy { get; init; }

        public Pack ToPack() => new(Guid.Parse(PackId), Version)
        {
            Name = Name,
            Owner = Owner,
            Tags = JsonSerializer.Deserialize<string[]>(Tags)!,
            Source = JsonSerializer.Deserialize<PackSource>(Source, Json.Options)!,
            Grants = JsonSerializer.Deserialize<Grant[]>(Grants, RightsJson.Options)!,
            Document = Document,
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ModifiedBy = ModifiedBy,
        };
    }
}
