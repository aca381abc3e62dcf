using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Filters;

public sealed class ProjectionTests
{
    static readonly Snapshot People = Tables.Of(new("D", "PEOPLE", "id", "name",
        [new("id", PropertyType.Number), new("name", PropertyType.Text), new("age", PropertyType.Number), new("role", PropertyType.Text)]), []);

    [Theory]
    [InlineData("", "id name age role")]
    [InlineData("name=0", "id age role")]
    [InlineData("age=1", "id name age role")]
    [InlineData("id=2 role=0.5", "role name age id")]
    [InlineData("role=-1", "role id name age")]
    [InlineData("_id=1", "id name age role _id")]
    [InlineData("_id=-1 name=0 _modifiedAt=2", "_id id age role _modifiedAt")]
    public void Adding_keeps_what_is_not_named(string entries, string expected) =>
        Keys(ProjectionMode.Add, entries).Where(key => key[0] != '_' || entries.Contains(key)).ShouldBe(Words(expected));

    [Theory]
    [InlineData("", "")]
    [InlineData("id=1 age=0 name=1 role=3 _id=2", "id name _id role")]
    [InlineData("role=1 id=1", "id role")]
    [InlineData("_span_of_control=1 name=1 _change=0", "name _span")]
    [InlineData("_level_2=1 _id=1 _is_leaf=1 _level_1=1 role=1", "role _is_leaf _level_1 _level_2 _id")]
    public void Replacing_shows_nothing_but_what_is_named(string entries, string expected) =>
        Keys(ProjectionMode.Replace, entries).ShouldBe(Words(expected));

    [Fact]
    public void Generated_columns_can_be_removed_and_moved()
    {
        var keys = Keys(ProjectionMode.Add, "_change=0 _records=0.1");
        keys.ShouldNotContain("_change");
        keys[0].ShouldBe("_records");
    }

    static string[] Keys(ProjectionMode mode, string entries) =>
    [
        .. new Projection(mode, [.. Words(entries).Select(word => word.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))])
            .Apply(People.Nodes).Select(c => c.Key),
    ];

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
