using System.Data.Common;
using System.Text.Json;
using Dapper;
using Espalier.Engine.Drafts;
using Espalier.Server.Drafts;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Stores.Drafts;

/// <summary>Drafts in SQL. A draft's revision decides who was first when two change it at once.</summary>
public sealed class SqlDraftStore(IDatabase database) : IDraftStore
{
    const string Columns = """
        draft_id AS DraftId, dataset_id AS DatasetId, name AS Name, description AS Description, tags AS Tags,
        created_at AS CreatedAt, created_by AS CreatedBy, modified_at AS ModifiedAt, revision AS Revision
        """;

    const string Counted = $"""
        {Columns}, (SELECT COUNT(*) FROM draft_item WHERE draft_item.tenant_id = draft.tenant_id AND draft_item.draft_id = draft.draft_id) AS ChangedItems
        """;

    public Task AddAsync(Draft draft, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO draft (tenant_id, draft_id, dataset_id, name, description, tags, created_at, created_by, modified_at, revision)
                VALUES (@TenantId, @id, @dataset, @Name, @Description, @tags, @CreatedAt, @CreatedBy, @ModifiedAt, @Revision)
                """,
                new
                {
                    draft.TenantId, id = Ids.Print(draft.DraftId), dataset = Ids.Print(draft.DatasetId), draft.Name, draft.Description,
                    tags = JsonSerializer.Serialize(draft.Tags), draft.CreatedAt, draft.CreatedBy, draft.ModifiedAt, draft.Revision,
                },
                transaction),
            ct);

    public async Task<IReadOnlyList<Draft>> ListAsync(string tenantId, Guid? datasetId, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT {Counted} FROM draft WHERE tenant_id = @tenantId AND (@dataset IS NULL OR dataset_id = @dataset)",
                new { tenantId, dataset = datasetId is { } id ? Ids.Print(id) : null }),
            ct);
        // Here, because databases differ in how they order texts.
        return [.. rows.Select(row => row.ToDraft(tenantId)).OrderBy(draft => draft.Name, StringComparer.Ordinal).ThenBy(draft => draft.DraftId)];
    }

    public async Task<Draft?> FindAsync(string tenantId, Guid draftId, CancellationToken ct) =>
        await database.ReadAsync(connection => FindAsync(tenantId, draftId, connection, Counted), ct);

    public Task<bool> RenameAsync(Draft draft, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync("""
                UPDATE draft SET name = @Name, description = @Description, tags = @tags, modified_at = @ModifiedAt
                WHERE tenant_id = @TenantId AND draft_id = @id
                """,
                new
                {
                    draft.TenantId, id = Ids.Print(draft.DraftId), draft.Name, draft.Description,
                    tags = JsonSerializer.Serialize(draft.Tags), draft.ModifiedAt,
                },
                transaction) == 1,
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid draftId, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var key = new { tenantId, id = Ids.Print(draftId) };
                await connection.ExecuteAsync("DELETE FROM draft_item WHERE tenant_id = @tenantId AND draft_id = @id", key, transaction);
                return await connection.ExecuteAsync("DELETE FROM draft WHERE tenant_id = @tenantId AND draft_id = @id", key, transaction) == 1;
            },
            ct);

    public Task<(Draft Draft, DraftState State)?> ReadAsync(string tenantId, Guid draftId, CancellationToken ct) =>
        database.ReadAsync<(Draft Draft, DraftState State)?>(
            async connection =>
            {
                while (await FindAsync(tenantId, draftId, connection) is { } draft)
                {
                    var items = await connection.QueryAsync<(string Id, string Action, string Changes)>(
                        "SELECT item_id, action, changes FROM draft_item WHERE tenant_id = @tenantId AND draft_id = @id AND layer_key = @layer",
                        new { tenantId, id = Ids.Print(draftId), layer = DraftLayer.Default });
                    // What was changed while we read is read again, so that draft and items belong together.
                    if ((await FindAsync(tenantId, draftId, connection))?.Revision == draft.Revision)
                        return (draft, DraftState.Of(items.Select(item => DraftItemText.Read(Guid.Parse(item.Id), item.Action, item.Changes))));
                }
                return null;
            },
            ct);

    public async Task<bool> ChangeAsync(IReadOnlyList<(Draft Draft, DraftDelta Delta)> changes, long at, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    foreach (var (draft, delta) in changes)
                        await ChangeAsync(draft, delta, at, connection, transaction);
                    return true;
                },
                ct);
        }
        catch (DraftMoved)
        {
            return false;       // and all of it is rolled back
        }
    }

    static async Task ChangeAsync(Draft draft, DraftDelta delta, long at, DbConnection connection, DbTransaction transaction)
    {
        var id = Ids.Print(draft.DraftId);
        var moved = await connection.ExecuteAsync("""
            UPDATE draft SET revision = revision + 1, modified_at = @at
            WHERE tenant_id = @TenantId AND draft_id = @id AND revision = @Revision
            """,
            new { draft.TenantId, id, draft.Revision, at }, transaction);
        if (moved == 0)
            throw new DraftMoved();
        await connection.ExecuteAsync("""
            INSERT INTO draft_item (tenant_id, draft_id, layer_key, item_id, action, changes)
            VALUES (@TenantId, @id, @layer, @item, @action, @changes)
            ON CONFLICT (tenant_id, draft_id, layer_key, item_id) DO UPDATE SET action = excluded.action, changes = excluded.changes
            """,
            delta.Put.Select(item => new
            {
                draft.TenantId, id, layer = DraftLayer.Default, item = Ids.Print(item.Id),
                action = DraftItemText.Actions[(int)item.Kind], changes = DraftItemText.Write(item),
            }),
            transaction);
        await connection.ExecuteAsync("""
            DELETE FROM draft_item WHERE tenant_id = @TenantId AND draft_id = @id AND layer_key = @layer AND item_id = @item
            """,
            delta.Gone.Select(item => new { draft.TenantId, id, layer = DraftLayer.Default, item = Ids.Print(item) }),
            transaction);
    }

    static async Task<Draft?> FindAsync(string tenantId, Guid draftId, DbConnection connection, string columns = Columns) =>
        (await connection.QuerySingleOrDefaultAsync<Row>(
            $"SELECT {columns} FROM draft WHERE tenant_id = @tenantId AND draft_id = @id",
            new { tenantId, id = Ids.Print(draftId) }))?.ToDraft(tenantId);

    sealed class DraftMoved : Exception;

    sealed class Row
    {
        public required string DraftId { get; init; }
        public required string DatasetId { get; init; }
        public required string Name { get; init; }
        public string? Description { get; init; }
        public required string Tags { get; init; }
        public required long CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public required long ModifiedAt { get; init; }
        public required long Revision { get; init; }
        public long ChangedItems { get; init; }

        public Draft ToDraft(string tenantId) => new(tenantId, Guid.Parse(DraftId), Guid.Parse(DatasetId), Revision)
        {
            Name = Name,
            Description = Description,
            Tags = JsonSerializer.Deserialize<string[]>(Tags)!,
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            ModifiedAt = ModifiedAt,
            ChangedItems = ChangedItems,
        };
    }
}
