using Espalier.Engine.Calculation;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Calculation;

public sealed class IncrementalCalculationTests
{
    const string Other = "{o}";

    static readonly string[] Calculated = ["c1", "c2", "c3", "c4", "c5", "c6"];

    static readonly string[] Expressions =
    [
        "node.pay * 2", "node.d(0).pay.sum", "node.c.{o}.sum", "node.p.{o}", "node.{o} + 1", "node._depth", "node.s.count", "node.grade",
        "node.a.count", "nodes().pay.avg", "node.rollUp('max', n => n.pay)", "node.d.filter(n => n.grade == 'A').count", "node.p._label",
        "node._is_leaf ? 1 : 2", "node['{o}']", "let k = '{o}'; node[k]", "node.root.{o}", "node.descendants.{o}.max", "node._span", "node.id",
        "node.stats('pay').median", "node.d(0).math('pay * {o}').sum", "(node.p.grade ?? '') + node.grade", "node.lookup('grade').x",
        "node.settemporary({c6: node.pay})", "node.{o}.nonsense(1)", "node._modifiedAt", "node.d(0).{o}.first", "node.p.p.{o}", "view.property('{o}').buckets.count",
        "nodes().sort('pay').first.{o}", "let f = n => n.{o}; f(node)", "let f = n => n.c; f(node).{o}.sum", "node.c.count + node.{o}",
    ];

    /// <summary>Also over changes that come one upon the other, of which not each is read.</summary>
    [Fact]
    public void Any_sequence_of_changes_gives_what_computing_all_gives() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Check(new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    /// <summary>Two properties that read each other by names known only at run time.</summary>
    [Theory]
    [InlineData(923337832)]
    public void Sequences_that_went_wrong_once_stay_right(int seed) => Check(new(seed));

    static void Check(Random random)
    {
        var definition = Definition(random);
        var schema = GizmoSchema.Of(definition);
        var context = new CalculationContext(schema, new() { Now = 1_719_705_600_000, Seed = 1 });
        var kept = context with { Cache = new() };
        var snapshot = Tables.Of(definition, [.. Enumerable.Range(1, random.Next(1, 12)).Select(id => Row(random, id))]);
        for (var step = 0; step < 6; step++)
        {
            var plan = new Recalculation(schema, CalculatedProperty.Of(definition), label: definition.LabelId);
            var incremental = plan.Start(snapshot, kept);
            // Exports ask for some columns, in any order.
            if (random.Next(4) == 0)
                incremental.Find(Calculated[random.Next(Calculated.Length)]);
            else
                incremental.All();
            var full = plan.Start(snapshot, context).All();
            foreach (var (key, column) in incremental.Columns)
                foreach (var row in snapshot.Order.ToArray())
                {
                    var reason = $"{key} of row {row} in step {step} of {string.Join("; ", definition.Properties.Select(p => $"{p.Key} {p.ExpressionMode} {p.EvaluationMode}: {p.Expression}"))}";
                    column[row].ShouldBe(full.Columns[key][row], reason);
                    HasError(incremental, key, row).ShouldBe(HasError(full, key, row), reason);
                }
            snapshot = snapshot.With(Change(random, snapshot));
        }
    }

    static bool HasError(CalculatedColumns columns, string key, int row) => columns.Errors.TryGetValue(key, out var errors) && errors.ContainsKey(row);

    static DatasetDefinition Definition(Random random) => new("Model", "PEOPLE", "id", random.Next(4) == 0 ? "c1" : "grade",
    [
        new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("grade", PropertyType.Text),
        .. Calculated.Select(key => new Engine.Snapshots.Property(key, random.Next(3) == 0 ? PropertyType.Text : PropertyType.Number)
        {
            Expression = Expressions[random.Next(Expressions.Length)].Replace(Other, Calculated[random.Next(Calculated.Length)], StringComparison.Ordinal),
            ExpressionMode = (ExpressionMode)random.Next(4),
            EvaluationMode = random.Next(8) switch { 0 => EvaluationMode.Script, 1 => EvaluationMode.None, 2 => EvaluationMode.PostFilter, _ => EvaluationMode.PreFilter },
        }),
    ])
    {
        TreeId = "id",
        TreeParentId = "parent",
    };

    static Cell[] Row(Random random, int id) =>
        [Cell.Of((double)id), .. new[] { "parent", "pay", "grade" }.Concat(Calculated).Select(key => Value(random, key, mostly: key[0] != 'c'))];

    static Cell Value(Random random, string key, bool mostly) => random.Next(4) == 0 == mostly ? Cell.Blank : key switch
    {
        "grade" => Cell.Of(random.Next(2) == 0 ? "A" : "B"),
        "parent" => Cell.Of((double)random.Next(1, 8)),
        _ => Cell.Of((double)random.Next(100)),
    };

    static ChangeSet Change(Random random, Snapshot snapshot)
    {
        var live = snapshot.Order.ToArray();
        switch (random.Next(5))
        {
            case 0 when live.Length > 1:
                return new(Tables.Stamp) { Deleted = new([live[random.Next(live.Length)]], ItemTable.Empty) };
            case 1:
                var made = Tables.Of(snapshot.Definition, [Row(random, snapshot.RowCount + 1)]);
                return new(Tables.Stamp)
                {
                    Created = new(GuidList.Of([Guid.NewGuid()]), Orders(snapshot.RowCount), [.. snapshot.Definition.Properties.Select((p, at) => new KeyedColumn(p.Key, made.Columns[at]))]),
                };
            case 2:
                return Update(snapshot, live[random.Next(live.Length)], ChangeSet.SortOrderKey, Cell.Of((double)random.Next(20)), snapshot.SortOrders);
            default:
                string[] keys = ["parent", "pay", "grade", .. Calculated];
                var key = keys[random.Next(keys.Length)];
                return Update(snapshot, live[random.Next(live.Length)], key, Value(random, key, mostly: true), snapshot.Column(key));
        }
    }

    static ChangeSet Update(Snapshot snapshot, int row, string key, Cell value, Column column)
    {
        var builder = ColumnBuilder.For(column.Type);
        builder.Append(column.Type == PropertyType.Text && !value.IsBlank ? Cell.Of(value.ToString()) : value);
        return new(Tables.Stamp) { Updated = new([row], GuidList.Of([snapshot.Ids[row]]), [new(key, [0], Stored.Gather(column, [row]), builder.Build())]) };
    }

    static ChunkList Orders(int order)
    {
        var builder = ColumnBuilder.For(PropertyType.Number);
        builder.Append(Cell.Of((double)order));
        return ((IStoredColumn)builder.Build()).Cells;
    }
}
