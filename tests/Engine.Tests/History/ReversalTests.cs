using Espalier.Engine.Columns;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.History;

public sealed class ReversalTests
{
    [Fact]
    public void A_conflict_tells_what_was_written_and_what_stands_there_now()
    {
        var world = Filled();
        world.Import(Update(0, "pay", 5d));
        world.Import(Update(0, "pay", 6d));
        var conflict = world.Reverse(2).Conflicts.First.ShouldHaveSingleItem();
        conflict.ShouldBe(new ReversalConflict(ReversalConflictKind.CellChanged, World.Ids[0], "pay") { Row = 0, Base = Cell.Of(5d), Current = Cell.Of(6d) });
        world.Reverse(2).Changes.IsEmpty.ShouldBeTrue();
        world.Reverse(2, ConflictRule.Skip).Changes.IsEmpty.ShouldBeTrue();
        world.Undo(2, ConflictRule.Overwrite);
        world.Now.Column("pay")[0].ShouldBe(Cell.Of(1d));
    }

    [Fact]
    public void What_was_changed_and_changed_back_is_no_conflict()
    {
        var world = Filled();
        world.Import(Update(0, "pay", 5d));
        world.Import(Update(0, "pay", 6d));
        world.Import(Update(0, "pay", 5d));
        world.Undo(2).Conflicts.Count.ShouldBe(0);
        world.Now.Column("pay")[0].ShouldBe(Cell.Of(1d));
        world.Undo(2).Changes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void An_item_that_was_replaced_by_one_with_its_id_comes_back()
    {
        var world = Filled();
        var before = World.Print(world.Now);
        world.Import(new("delete", Member(0)), new("create", new(Member(0)) { ["name"] = "Eve" }));
        world.Log.Count.ShouldBe(3);
        world.Undo(2).Conflicts.Count.ShouldBe(0);
        World.Print(World.Cells(world.Now)).ShouldBe(before[(before.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void A_removed_property_comes_back_with_its_values_to_items_that_are_still_there()
    {
        var world = Filled();
        world.Configure(Without("pay"));
        world.Import(new ModelAction("delete", Member(1)));
        world.Import(Update(0, "name", "Ann"));
        world.Undo(2).Conflicts.Count.ShouldBe(0);
        world.Now.Definition.ShouldBe(World.Definition);
        world.Now.ItemCount.ShouldBe(2);
        world.Now.Column("pay")[0].ShouldBe(Cell.Of(1d));
        world.Now.Column("name")[0].ShouldBe(Cell.Of("Ann"));
    }

    [Fact]
    public void An_added_property_with_values_is_removed_only_by_overwriting()
    {
        var world = Filled();
        world.Configure(World.Definition with { Properties = World.Definition.Properties.Add(new("grade", PropertyType.Text)) });
        world.Import(Update(1, "grade", "A"));
        world.Reverse(2).Conflicts.First.ShouldHaveSingleItem().ShouldBe(new(ReversalConflictKind.PropertyInUse, null, "grade"));
        world.Undo(2, ConflictRule.Skip).Changes.IsEmpty.ShouldBeTrue();
        world.Undo(2, ConflictRule.Overwrite);
        world.Now.Definition.ShouldBe(World.Definition);
        world.Undo(world.Log.Count - 1).Conflicts.Count.ShouldBe(0);
        world.Now.Column("grade")[1].ShouldBe(Cell.Of("A"));
    }

    [Fact]
    public void A_definition_is_merged_with_what_has_changed_since()
    {
        var world = Filled();
        world.Configure(World.Definition with { Name = "Crew", Tags = ["t"] });
        world.Configure(world.Now.Definition with { Name = "Team", Properties = world.Now.Definition.Properties.Add(new("grade", PropertyType.Text)) });
        world.Reverse(2).Conflicts.First.ShouldHaveSingleItem().ShouldBe(new(ReversalConflictKind.SettingChanged, null, "name"));
        world.Undo(2, ConflictRule.Skip);
        (world.Now.Definition.Name, world.Now.Definition.Tags.Length, world.Now.Definition.Properties.Length).ShouldBe(("Team", 0, 5));
    }

    [Fact]
    public void A_definition_that_would_not_be_valid_stays()
    {
        var world = Filled();
        world.Configure(World.Definition with { Properties = World.Definition.Properties.Add(new("grade", PropertyType.Text)) });
        world.Configure(world.Now.Definition with { LabelId = "grade" });
        var reversal = world.Undo(2, ConflictRule.Overwrite);
        reversal.Conflicts.First[^1].Kind.ShouldBe(ReversalConflictKind.DefinitionInvalid);
        reversal.Changes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Cells_whose_property_changed_its_type_get_their_old_text_back()
    {
        var world = Filled();
        world.Import(Update(0, "name", "8"));
        world.Configure(World.Definition with { Properties = [.. World.Definition.Properties.Select(p => p.Key == "name" ? p with { Type = PropertyType.Number } : p)] });
        world.Undo(2).Conflicts.Count.ShouldBe(0);
        world.Now.Column("name")[0].ShouldBe(Cell.Blank);
        world.Now.Column("name").Raw![0].ShouldBe("Ana");

        world.Configure(world.Now.Definition with { Properties = World.Definition.Properties.RemoveAt(1).Add(new("more", PropertyType.Text)), LabelId = "code" });
        world.Reverse(2).Conflicts.First.ShouldHaveSingleItem().Kind.ShouldBe(ReversalConflictKind.PropertyGone);
    }

    [Fact]
    public void Reversals_find_items_after_a_compaction()
    {
        var world = new World();
        world.Import([.. Enumerable.Range(0, 4000).Select(i => new ModelAction("create", new() { ["code"] = $"c{i}", ["pay"] = (double)i }))]);
        var ids = world.Now.Ids.All().ToList();
        world.Import([.. ids.Where((_, i) => i % 2 == 1).Select(id => new ModelAction("update", new() { ["_id"] = id.ToString(), ["name"] = "odd" }))]);
        world.Import([.. ids.Where((_, i) => i % 4 < 2).Select(id => new ModelAction("delete", new() { ["_id"] = id.ToString() }))]);
        world.Now.RowCount.ShouldBe(2000);

        world.Undo(2, ConflictRule.Skip).Conflicts.Count.ShouldBe(1000);
        world.Now.Live.Rows().ShouldAllBe(row => world.Now.Column("name").IsBlank(row));
        world.Undo(3).Conflicts.Count.ShouldBe(0);
        world.Now.ItemCount.ShouldBe(4000);
        World.Cells(world.Now)[ids[1]]["name"].ShouldBe("odd");
        world.Reverse(1).Conflicts.Count.ShouldBe(1000);
        world.Reverse(1).Conflicts.First.Count.ShouldBe(ReversalConflicts.Told);
    }

    static World Filled()
    {
        var world = new World();
        world.Import([.. new[] { "Ana", "Bob", "Caz" }.Select((name, i) => new ModelAction("create", new(Member(i)) { ["name"] = name, ["pay"] = i + 1d }))]);
        return world;
    }

    static DatasetDefinition Without(string key) => World.Definition with { Properties = World.Definition.Properties.RemoveAll(p => p.Key == key) };

    static Dictionary<string, object?> Member(int item) => new() { ["_id"] = World.Ids[item].ToString() };

    static ModelAction Update(int item, string key, object? value) => new("update", new(Member(item)) { [key] = value });
}
