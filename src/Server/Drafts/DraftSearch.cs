using Espalier.Engine.Changes;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http.Requests;
using Espalier.Server.Http;
using Espalier.Server.Items;

namespace Espalier.Server.Drafts;

/// <summary>Which drafts are wanted, and which members of them. Filters mean the same as with items.</summary>
/// <param name="Members">Null: all.</param>
public sealed record DraftSearch(Filter Filter, IReadOnlySet<string>? Members)
{
    static readonly string[] Keys = ["name", "description", "createdBy"];

    static readonly DatasetDefinition Table = new("Drafts", "DRAFTS", "name", "name", [.. Keys.Select(key => new Property(key, PropertyType.Text))]);

    /// <param name="body">Null: all of all drafts.</param>
    public static DraftSearch Read(JsonField? body)
    {
        var filter = body?.Optional("filter");
        foreach (var (key, field) in filter?.Object()?.Members() ?? [])
            if (!key.StartsWith('$') && !Keys.Contains(key, StringComparer.Ordinal))
                field.Problem(Errors.FieldIsNotImplemented($"Drafts can be filtered by: {string.Join(", ", Keys)}."));
        var projection = body?.Optional("projection");
        foreach (var (key, field) in projection?.Object()?.Members() ?? [])
            if (!DraftResource.Members.Contains(key, StringComparer.Ordinal))
                field.Problem(Errors.FieldIsNotImplemented($"A draft has no such member; there are: {string.Join(", ", DraftResource.Members)}."));
        return new(
            FilterReader.Read(filter, null),
            ProjectionReader.ReadForItems(projection, null)?.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal));
    }

    public IReadOnlyList<Draft> Select(IReadOnlyList<Draft> drafts, CancellationToken ct)
    {
        if (Filter.Conditions.IsEmpty)
            return drafts;
        var columns = Keys.Select(_ => ColumnBuilder.For(PropertyType.Text)).ToArray();
        var orders = new ChunkListBuilder(ChunkKind.Number);
        foreach (var draft in drafts)
        {
            columns[0].Append(Cell.Of(draft.Name));
            columns[1].Append(Cell.Of(draft.Description ?? ""));
            columns[2].Append(Cell.Of(draft.CreatedBy));
            orders.Append(Conversion.Pattern(orders.Count));
        }
        var stamp = new TransactionStamp(Guid.Empty, 0, "", "");
        var table = Snapshot.Empty(Table, stamp).With(new(stamp)
        {
            Created = new(GuidList.Of(drafts.Select(draft => draft.DraftId)), orders.Build(), [.. Keys.Zip(columns, (key, column) => new KeyedColumn(key, column.Build()))]),
        });
        return [.. Filter.Select(table.Nodes, ct).Rows.ToArray().Select(row => drafts[row])];
    }
}
