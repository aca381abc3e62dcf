using System.Text.Json;
using Dapper;
using Espalier.Server.Http;
using Espalier.Server.Palettes;

namespace Espalier.Server.Storage.Stores.Settings;

/// <summary>Palettes in SQL.</summary>
public sealed class SqlPaletteStore(IDatabase database) : IPaletteStore
{
    public async Task<IReadOnlyList<Palette>> ListAsync(string tenantId, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>("""
                SELECT palette_id AS PaletteId, version AS Version, name AS Name, kind AS Kind, colours AS Colours, others AS Others,
                       created_at AS CreatedAt, created_by AS CreatedBy, modified_at AS ModifiedAt, modified_by AS ModifiedBy
                FROM palette WHERE tenant_id = @tenantId
                """,
                new { tenantId }),
            ct);
        return [.. rows.Select(row => row.ToPalette())];
    }

    public Task<bool> SaveAsync(string tenantId, Palette palette, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                palette.Version == 1
                    ? """
                      INSERT INTO palette (tenant_id, palette_id, version, name, name_key, kind, colours, others, created_at, created_by, modified_at, modified_by)
                      VALUES (@tenantId, @id, 1, @Name, @key, @Kind, @colours, @Others, @CreatedAt, @CreatedBy, @ModifiedAt, @ModifiedBy)
                      ON CONFLICT DO NOTHING
                      """
                    : """
                      UPDATE palette SET version = @Version, name = @Name, name_key = @key, kind = @Kind, colours = @colours, others = @Others,
                          modified_at = @ModifiedAt, modified_by = @ModifiedBy
                      WHERE tenant_id = @tenantId AND palette_id = @id AND version = @Version - 1
                        AND NOT EXISTS (SELECT 1 FROM palette p WHERE p.tenant_id = @tenantId AND p.name_key = @key AND p.palette_id <> @id)
                      """,
                new
                {
                    tenantId,
                    id = Ids.Print(palette.PaletteId),
                    palette.Version,
                    palette.Name,
                    key = Palette.KeyOf(palette.Name),
                    palette.Kind,
                    colours = JsonSerializer.Serialize(palette.Colours, Json.Options),
                    palette.Others,
                    palette.CreatedAt,
                    palette.CreatedBy,
                    palette.ModifiedAt,
                    palette.ModifiedBy,
                },
                transaction) == 1,
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid paletteId, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                "DELETE FROM palette WHERE tenant_id = @tenantId AND palette_id = @id", new { tenantId, id = Ids.Print(paletteId) }, transaction) == 1,
            ct);

    sealed class Row
    {
        public required string PaletteId { get; init; }
        public required long Version { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required string Colours { get; init; }
        public string? Others { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required string ModifiedBy { get; init; }

        public Palette ToPalette() => new(Guid.Parse(PaletteId), Version, Name, Kind, JsonSerializer.Deserialize<string[]>(Colours)!)
        {
            Others = Others,
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ModifiedBy = ModifiedBy,
        };
    }
}
