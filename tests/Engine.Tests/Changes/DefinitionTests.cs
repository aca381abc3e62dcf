using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.Changes;

/// <summary>What a change of the dataset's definition does to what is stored.</summary>
public sealed class DefinitionTests
{
    static readonly DatasetDefinition Start = new("Staff", "PEOPLE", "code", "name",
        [new("code", PropertyType.Text), new("name", PropertyType.Text), new("pay", PropertyType.Number)]);

    [Theory]
    [InlineData(PropertyType.Number)]
    [InlineData(PropertyType.Date)]
    [InlineData(PropertyType.Boolean)]
    public void A_change_of_type_and_back_gives_every_text_back(PropertyType type)
    {
        string[] texts = ["007", "7", "lots", "2020-02-30", "2020-02-29", "TRUE", "true", " 5 ", "1e3", "é"];
        var snapshot = Fill(Start, [.. texts.Select((t, i) => new ModelAction("create", new() { ["code"] = $"c{i}", ["name"] = t }))]);

        var changed = Codec.RoundTrip(Retype(snapshot, "name", type));
        changed.Column("name").Type.ShouldBe(type);
        Shown(changed, "name").ShouldBe(texts);
        var back = Retype(changed, "name", PropertyType.Text);
        Shown(back, "name").ShouldBe(texts);
        back.Column("name").Raw.ShouldBeNull();
    }

    [Fact]
    public void What_does_not_convert_is_blank_to_calculations_and_readable_as_it_was()
    {
        var snapshot = Fill(Start, [new("create", new() { ["code"] = "a", ["name"] = "lots" }), new("create", new() { ["code"] = "b", ["name"] = "007" })]);
        var numbers = (NumberColumn)Retype(snapshot, "name", PropertyType.Number).Column("name");
        numbers.At(0).ShouldBe(double.NaN);
        numbers.Raw![0].ShouldBe("lots");
        numbers.At(1).ShouldBe(7);
        numbers.Raw[1].ShouldBe("007");
    }

    [Fact]
    public void A_raw_text_can_be_cleared_and_replaced_and_its_old_value_is_in_the_log()
    {
        var snapshot = Retype(Fill(Start, [new("create", new() { ["code"] = "a", ["name"] = "lots" }), new("create", new() { ["code"] = "b", ["name"] = "many" })]), "name", PropertyType.Number);
        var changes = Codec.RoundTrip(Resolve(snapshot, [new("update", new() { ["code"] = "a", ["name"] = null }), new("update", new() { ["code"] = "b", ["name"] = 2d })]).Changes);
        var cells = changes.Updated.Cells.ShouldHaveSingleItem();
        cells.Old.Raw![0].ShouldBe("lots");
        var next = snapshot.With(changes);
        next.Column("name").Raw.ShouldBeNull();
        next.Column("name")[0].ShouldBe(Cell.Blank);
        next.Column("name")[1].ShouldBe(Cell.Of(2d));
    }

    [Fact]
    public void Properties_come_and_go()
    {
        var snapshot = Fill(Start, [new("create", new() { ["code"] = "a", ["pay"] = 3d })]);
        var next = With(snapshot, Start with { Properties = [.. Start.Properties.RemoveAt(2), new("grade", PropertyType.Text)] });
        next.Definition.Find("pay").ShouldBeNull();
        next.Column("grade")[0].ShouldBe(Cell.Blank);
        With(next, Start).Column("pay")[0].ShouldBe(Cell.Blank);
    }

    [Fact]
    public void Compaction_keeps_every_item_and_forgets_what_no_cell_shows()
    {
        var snapshot = Fill(Start, [.. Enumerable.Range(0, 6000).Select(i => new ModelAction("create", new() { ["code"] = $"c{i}", ["name"] = $"name {i}", ["pay"] = (double)i }))]);
        var kept = Enumerable.Range(0, 6000).Where(i => i % 3 == 1).ToArray();
        var deletes = Enumerable.Range(0, 6000).Where(i => i % 3 != 1).Select(i => new ModelAction("delete", new() { ["code"] = $"c{i}" })).ToList();
        var next = snapshot.With(Resolve(snapshot, deletes).Changes);
        next.RowCount.ShouldBe(kept.Length);
        next.Live.Dead.ShouldBe(0);
        Shown(next, "name").ShouldBe(kept.Select(i => $"name {i}"));
        ((StoredTexts)next.Column("name")).Pool.Count.ShouldBe(kept.Length);
        next.RowOf(snapshot.Ids[4]).ShouldBe(1);
    }

    static Snapshot Fill(DatasetDefinition definition, List<ModelAction> actions)
    {
        var empty = Snapshot.Empty(definition, Stamp());
        return empty.With(Resolve(empty, actions).Changes);
    }

    static Resolution Resolve(Snapshot snapshot, List<ModelAction> actions)
    {
        var resolver = new Resolver(snapshot, new() { Identification = Identification.AutoId });
        foreach (var batch in Payloads.Batches(snapshot.Definition, actions, [500]))
        {
            using (batch)
                resolver.Add(batch);
        }
        var resolution = resolver.Finish(Stamp());
        resolution.Failed.ShouldBeFalse();
        return resolution;
    }

    static Snapshot Retype(Snapshot snapshot, string key, PropertyType type) => With(snapshot, snapshot.Definition with
    {
        Properties = [.. snapshot.Definition.Properties.Select(p => p.Key == key ? p with { Type = type } : p)],
    });

    static Snapshot With(Snapshot snapshot, DatasetDefinition definition) => snapshot.With(new(Stamp()) { Definition = definition });

    static IEnumerable<string> Shown(Snapshot snapshot, string key) =>
        snapshot.Order.ToArray().Select(row => snapshot.Column(key).Raw?[row] ?? snapshot.Column(key)[row].ToString());

    static TransactionStamp Stamp() => TransactionStamp.New(1, "ana@example.com", "api");
}
