using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Tests.Snapshots;

/// <summary>Snapshots made from rows of cells.</summary>
static class Tables
{
    public static readonly TransactionStamp Stamp = TransactionStamp.New(1_600_000_000_000, "tester@example.com", "api");

    public static Snapshot Of(DatasetDefinition definition, IReadOnlyList<Cell[]> rows, IReadOnlyList<double>? sortOrders = null)
    {
        var columns = definition.Properties.Select((p, at) =>
        {
            var builder = ColumnBuilder.For(p.Type);
            foreach (var row in rows)
                builder.Append(row[at]);
            return new KeyedColumn(p.Key, builder.Build());
        });
        var orders = ColumnBuilder.For(PropertyType.Number);
        for (var row = 0; row < rows.Count; row++)
            orders.Append(Cell.Of(sortOrders?[row] ?? row));
        var ids = GuidList.Of(rows.Select((_, row) => new Guid(row + 1, 0xABC, 0xDEF, 0xA0, 0, 0, 0, 0, 0, 0, 1)));
        return Snapshot.Empty(definition, Stamp).With(new ChangeSet(Stamp)
        {
            Created = new(ids, ((IStoredColumn)orders.Build()).Cells, [.. columns]),
        });
    }

    /// <summary>A hierarchy of an id, a parent's id and a label.</summary>
    public static DatasetDefinition Hierarchy(PropertyType id = PropertyType.Number, PropertyType parent = PropertyType.Number) =>
        new("Tree", "PEOPLE", "id", "label", [new("id", id), new("parent", parent), new("label", PropertyType.Text)])
        {
            TreeId = "id",
            TreeParentId = "parent",
        };

    public static Snapshot Without(Snapshot snapshot, params int[] rows) => snapshot.With(new ChangeSet(Stamp)
    {
        Deleted = new(rows.ToImmutableArray(), ItemTable.Empty),
    });
}
