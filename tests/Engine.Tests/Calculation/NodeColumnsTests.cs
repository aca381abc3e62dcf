using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Calculation;

public sealed class NodeColumnsTests
{
    static readonly Snapshot Family = Tables.Of(Tables.Hierarchy(),
    [
        [Cell.Of(1d), Cell.Blank, Cell.Of("Ana")],
        [Cell.Of(2d), Cell.Of(1d), Cell.Of("Bob")],
        [Cell.Of(3d), Cell.Of(2d), Cell.Of("Caz")],
        [Cell.Of(3d), Cell.Of(99d), Cell.Of("Dot")],
        [Cell.Blank, Cell.Blank, Cell.Of("Eve")],
    ]);

    [Fact]
    public void An_export_shows_properties_then_generated_columns_then_the_levels_there_are() =>
        Family.Nodes.Exported.Select(c => c.Key).ShouldBe(
        [
            "id", "parent", "label", "_change", "_has_unique_id", "_is_duplicate", "_is_ghost", "_records", "_depth", "_height", "_layers",
            "_is_leaf", "_is_orphan", "_outgoing_count", "_span", "_level_1", "_level_2", "_level_3",
        ]);

    [Theory]
    [InlineData("_change", "none none none none none")]
    [InlineData("_has_unique_id", "true true false false false")]
    [InlineData("_is_duplicate", "false false true true true")]
    [InlineData("_is_ghost", "false false false false false")]
    [InlineData("_records", "1 1 1 1 1")]
    [InlineData("_depth", "1 2 3 1 1")]
    [InlineData("_height", "2 1 0 0 0")]
    [InlineData("_layers", "2 1 0 0 0")]
    [InlineData("_is_leaf", "false false true true true")]
    [InlineData("_is_orphan", "false false false true true")]
    [InlineData("_outgoing_count", "1 1 0 0 0")]
    [InlineData("_span", "1 1 - - -")]
    [InlineData("_level_1", "Ana Ana Ana Dot Eve")]
    [InlineData("_level_2", "- Bob Bob - -")]
    [InlineData("_level_3", "- - Caz - -")]
    [InlineData("_level_4", "- - - - -")]
    [InlineData("_access", "Item.delete Item.delete Item.delete Item.delete Item.delete")]
    [InlineData("_sortOrder", "0 1 2 3 4")]
    public void A_generated_column_shows(string key, string expected) => Show(Family, key).ShouldBe(expected);

    [Fact]
    public void Hierarchical_columns_of_a_flat_dataset_are_there_and_empty()
    {
        var flat = Tables.Of(Tables.Hierarchy() with { TreeId = null }, [[Cell.Of(1d), Cell.Of(1d), Cell.Of("Ana")]]);
        flat.Nodes.Exported.Select(c => c.Key).Last().ShouldBe("_span");
        foreach (var key in new[] { "_depth", "_height", "_layers", "_is_leaf", "_is_orphan", "_outgoing_count", "_span", "_level_1" })
            Show(flat, key).ShouldBe("-");
        Show(flat, "_has_unique_id").ShouldBe("true");
    }

    [Fact]
    public void Levels_show_labels_of_any_type_as_they_print()
    {
        var dated = Tables.Of(new("D", "PEOPLE", "id", "day", [new("id", PropertyType.Number), new("parent", PropertyType.Number), new("day", PropertyType.Date)])
        {
            TreeId = "id",
            TreeParentId = "parent",
        },
        [[Cell.Of(1d), Cell.Blank, Cell.Date(0)], [Cell.Of(2d), Cell.Of(1d), Cell.Date(Dates.Day)]]);
        Show(dated, "_level_1").ShouldBe("1970-01-01 1970-01-01");
        Show(dated, "_level_2").ShouldBe("- 1970-01-02");
    }

    [Theory]
    [InlineData("_span_of_control", "_span")]
    [InlineData("_is_unique_id", "_has_unique_id")]
    [InlineData("_level_07", null)]
    [InlineData("_level_101", null)]
    [InlineData("_level_", null)]
    [InlineData("_nothing", null)]
    [InlineData("Label", null)]
    public void A_key_may_have_another_spelling(string asked, string? found) => Family.Nodes.Find(asked)?.Key.ShouldBe(found);

    [Theory]
    [InlineData("_change", "Change")]
    [InlineData("_outgoing_count", "Outgoing Count")]
    [InlineData("_level_2", "Level 2")]
    public void A_header_names_a_generated_column_in_words(string key, string name) => Family.Nodes.Find(key)!.Name.ShouldBe(name);

    [Fact]
    public void Ids_print_in_upper_case() => Family.Nodes.Find("_id")!.Column[1].Text.ShouldBe("00000002-0ABC-0DEF-A000-000000000001");

    [Fact]
    public void Only_exports_know_generated_columns()
    {
        Family.Nodes.FindStored("_depth").ShouldBeNull();
        Family.Nodes.FindStored("_id").ShouldNotBeNull();
        Family.Nodes.FindStored("label").ShouldNotBeNull();
    }

    static string Show(Snapshot snapshot, string key)
    {
        var column = snapshot.Nodes.Find(key)!.Column;
        return string.Join(' ', snapshot.Order.ToArray().Select(row => column[row]).Select(c => c.IsBlank ? "-" : c.ToString()));
    }
}
