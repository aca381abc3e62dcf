using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Tests.Exports;

/// <summary>Items and snapshots made from rows of cells.</summary>
static class Tables
{
    static readonly TransactionStamp Stamp = TransactionStamp.New(1_600_000_000_000, "tester@example.com", "api");

    public static Snapshot Of(DatasetDefinition definition, IReadOnlyList<Cell[]> rows) =>
        Snapshot.Empty(definition, Stamp).With(new ChangeSet(Stamp) { Created = Items(definition, rows) });

    public static Snapshot With(Snapshot snapshot, DatasetDefinition definition) =>
        snapshot.With(new ChangeSet(Stamp) { Definition = definition });

    public static ItemTable Items(DatasetDefinition definition, IReadOnlyList<Cell[]> rows, int first = 0)
    {
        var columns = definition.Properties.Select((p, at) =>
        {
            var builder = ColumnBuilder.For(p.Type);
            foreach (var row in rows)
                builder.Append(row[at]);
            return new KeyedColumn(p.Key, builder.Build());
        });
        var orders = new ChunkListBuilder(ChunkKind.Number);
        for (var row = 0; row < rows.Count; row++)
            orders.Append(Conversion.Pattern(first + row));
        return new(GuidList.Of(rows.Select(_ => Guid.NewGuid())), orders.Build(), [.. columns]);
    }
}
