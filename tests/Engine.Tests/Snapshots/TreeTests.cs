using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Snapshots;

public sealed class TreeTests
{
    /// <summary>An item of a random dataset; ids repeat, parents may be blank, unknown, the item's own, or in a circle.</summary>
    public sealed record Item(int? Id, int? Parent, int SortOrder, bool Deleted);

    static readonly Gen<Item> Items =
        from id in Gen.Frequency((9, Gen.Choose(0, 14).Select(i => (int?)i)), (1, Gen.Constant((int?)null)))
        from parent in Gen.Frequency((8, Gen.Choose(0, 16).Select(i => (int?)i)), (2, Gen.Constant((int?)null)))
        from sortOrder in Gen.Choose(0, 30)
        from deleted in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Item(id, parent, sortOrder, deleted);

    [Theory]
    [InlineData(PropertyType.Number, PropertyType.Number)]
    [InlineData(PropertyType.Text, PropertyType.Text)]
    [InlineData(PropertyType.Number, PropertyType.Text)]
    [InlineData(PropertyType.Text, PropertyType.Number)]
    [InlineData(PropertyType.Date, PropertyType.Date)]
    public void Any_forest_is_what_the_slow_model_says(PropertyType id, PropertyType parent) => Prop.ForAll(
        Items.ListOf().Select(items => items.ToArray()).ToArbitrary(), items =>
        {
            var snapshot = Snapshot(items, id, parent);
            ShouldBe(snapshot.Tree!, TreeModel.Of(items, snapshot.Order.ToArray()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_flat_dataset_has_no_tree() =>
        Tables.Of(Tables.Hierarchy() with { TreeParentId = null }, []).Tree.ShouldBeNull();

    [Fact]
    public void Texts_and_numbers_meet_as_canonical_strings()
    {
        var snapshot = Tables.Of(Tables.Hierarchy(PropertyType.Text, PropertyType.Number),
        [
            [Cell.Of(" 7 "), Cell.Blank, Cell.Of("a")],
            [Cell.Of("8"), Cell.Of(7.0), Cell.Of("b")],
            [Cell.Of("1.5"), Cell.Of(8.0), Cell.Of("c")],
            [Cell.Of("x"), Cell.Of(1.5), Cell.Of("d")],
        ]);
        snapshot.Tree!.Nodes.ToArray().Select(n => n.Parent).ShouldBe([-1, 0, 1, 2]);
    }

    [Fact]
    public void A_chain_of_a_million_nodes_is_no_deeper_than_the_stack()
    {
        const int count = 1_000_000;
        var id = ColumnBuilder.For(PropertyType.Number);
        var parent = ColumnBuilder.For(PropertyType.Number);
        for (var i = 0; i < count; i++)
        {
            id.Append(Cell.Of((double)i));
            parent.Append(i == 0 ? Cell.Blank : Cell.Of(i - 1.0));
        }
        var definition = Tables.Hierarchy();
        var tree = Espalier.Engine.Snapshots.Snapshot.Empty(definition, Tables.Stamp).With(new(Tables.Stamp)
        {
            Created = new(GuidList.Of(Enumerable.Repeat(Guid.Empty, count)), ChunkList.Constant(ChunkKind.Number, 0, count),
                [new("id", id.Build()), new("parent", parent.Build())]),
        }).Tree!;

        tree.Levels.ShouldBe(count);
        tree.Nodes[0].Height.ShouldBe(count - 1);
        tree.Nodes[0].Size.ShouldBe(count);
        tree.AncestorAt(count - 1, 500_000).ShouldBe(499_999);
        tree.Branch(count - 2).ToArray().ShouldBe([count - 2, count - 1]);
    }

    static Snapshot Snapshot(Item[] items, PropertyType id, PropertyType parent)
    {
        // Texts of more than eight bytes are compared in another way than shorter ones; of 10 and above they are long here.
        var prefix = id == parent ? "person " : "";
        var rows = items.Select(i => new[] { CellOf(i.Id, id, prefix), CellOf(i.Parent, parent, prefix), Cell.Of("x") }).ToArray();
        var snapshot = Tables.Of(Tables.Hierarchy(id, parent), rows, [.. items.Select(i => (double)i.SortOrder)]);
        return Tables.Without(snapshot, [.. Enumerable.Range(0, items.Length).Where(row => items[row].Deleted)]);
    }

    static Cell CellOf(int? value, PropertyType type, string prefix) => value is not { } number ? Cell.Blank : type switch
    {
        PropertyType.Text => Cell.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{number}")),
        PropertyType.Date => Cell.Date(number * Dates.Day),
        _ => Cell.Of((double)number),
    };

    static void ShouldBe(Tree tree, TreeModel model)
    {
        tree.Rows.ToArray().ShouldBe(model.PreOrder);
        tree.Roots.ShouldBe(model.Roots);
        tree.Levels.ShouldBe(model.PreOrder.Select(model.Depth).DefaultIfEmpty().Max());
        foreach (var row in model.PreOrder)
        {
            tree.Nodes[row].Parent.ShouldBe(model.Parents[row]);
            tree.Nodes[row].Depth.ShouldBe(model.Depth(row));
            tree.Nodes[row].Height.ShouldBe(model.Height(row));
            tree.Nodes[row].ChildCount.ShouldBe(model.Children(row).Count());
            tree.Branch(row).ToArray().ShouldBe(model.Branch(row));
            tree.Nodes[row].Position.ShouldBe(Array.IndexOf(model.PreOrder, row));
            for (var depth = 1; depth <= tree.Levels + 1; depth++)
                tree.AncestorAt(row, depth).ShouldBe(model.AncestorAt(row, depth));
        }
    }

    /// <summary>The rules of the hierarchy, slow and obvious.</summary>
    sealed class TreeModel
    {
        readonly int[] _order;

        TreeModel(int[] order, Dictionary<int, int> parents)
        {
            _order = order;
            Parents = parents;
            Roots = [.. order.Where(row => parents[row] < 0)];
            PreOrder = [.. Roots.SelectMany(Branch)];
        }

        public Dictionary<int, int> Parents { get; }

        public int[] Roots { get; }

        public int[] PreOrder { get; }

        public static TreeModel Of(Item[] items, int[] order)
        {
            var parents = order.ToDictionary(row => row, row => items[row].Parent is not { } id
                ? -1
                : order.Where(other => items[other].Id == id).DefaultIfEmpty(-1).First() is var first && first == row ? -1 : first);
            foreach (var row in order)
            {
                // Whoever comes to itself by going up stands on a cycle; the first one of it is cut.
                var at = parents[row];
                for (var steps = 0; steps <= order.Length && at >= 0 && at != row; steps++)
                    at = parents[at];
                if (at == row)
                    parents[row] = -1;
            }
            return new(order, parents);
        }

        public IEnumerable<int> Children(int row) => _order.Where(other => Parents[other] == row);

        public IEnumerable<int> Branch(int row) => Children(row).SelectMany(Branch).Prepend(row);

        public int Depth(int row) => Parents[row] < 0 ? 1 : Depth(Parents[row]) + 1;

        public int Height(int row) => Children(row).Select(child => Height(child) + 1).DefaultIfEmpty().Max();

        public int AncestorAt(int row, int depth) =>
            depth > Depth(row) ? -1 : Depth(row) == depth ? row : AncestorAt(Parents[row], depth);
    }
}
