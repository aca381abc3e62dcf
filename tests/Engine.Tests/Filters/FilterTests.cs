using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Filters;

public sealed class FilterTests
{
    static readonly DatasetDefinition Definition = new("D", "PEOPLE", "n", "t",
    [
        new("t", PropertyType.Text), new("n", PropertyType.Number), new("d", PropertyType.Date), new("b", PropertyType.Boolean),
    ]);

    static readonly Gen<Cell> Texts = Gen.Elements("", "a", "A", "ab", "é", "\U0001F600", "\uFFFD", "7", "1.5", "true", "2020-01-01").Select(Cell.Of);
    static readonly Gen<Cell> Numbers = Gen.Elements(-1, 0, 1.5, 7, 1e300).Select(Cell.Of);
    static readonly Gen<Cell> Flags = Gen.Elements(true, false).Select(Cell.Of);
    static readonly Gen<Cell> DateCells = Gen.Elements(-Dates.Day, 0, Dates.Day, 18262 * Dates.Day, 18262 * Dates.Day + 1).Select(Cell.Date);

    static readonly Gen<Cell[]> Rows =
        from t in Texts
        from n in OrBlank(Numbers)
        from d in OrBlank(DateCells)
        from b in OrBlank(Flags)
        select new[] { t, n, d, b };

    static readonly Gen<Cell> OperandCells = Gen.OneOf(Texts, OrBlank(Numbers), Flags,
        Gen.Elements("2020-01-01T00:00:00.001Z", "1970-01-01T01:00:00+01:00", "1970-01-02", " 7 ", "TRUE", "garbage").Select(Cell.Of));

    static readonly Gen<Condition> Conditions =
        from key in Gen.Elements("t", "n", "d", "b")
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from operands in comparison is Comparison.In or Comparison.NotIn
            ? Gen.OneOf(OperandCells.ListOf(), OperandCells.ListOf(12)).Select(list => list.ToArray())
            : OperandCells.Select(cell => new[] { cell })
        select new Condition(key, comparison, [.. operands]);

    [Fact]
    public void Any_filter_selects_what_a_look_at_each_row_does() => Prop.ForAll(
        Rows.ListOf().ToArbitrary(), Conditions.NonEmptyListOf().ToArbitrary(), (rows, conditions) =>
        {
            var snapshot = Tables.Of(Definition, [.. rows]);
            var expected = snapshot.Order.ToArray()
                .Where(row => conditions.All(c => FilterModel.Passes(c, snapshot.Column(c.Key)[row], snapshot.Column(c.Key).Type)));
            Select(snapshot, [.. conditions]).ShouldBe(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Nothing_to_satisfy_selects_all_rows_in_row_order()
    {
        var snapshot = Tables.Without(Tables.Of(Definition, [new Cell[4], new Cell[4], new Cell[4]], [3, 2, 1]), 1);
        Select(snapshot).ShouldBe([2, 0]);
    }

    [Fact]
    public void Selected_rows_keep_row_order_and_leave_out_deleted_ones()
    {
        var rows = Enumerable.Range(0, 4).Select(i => new[] { Cell.Of("x"), Cell.Of((double)i), Cell.Blank, Cell.Blank }).ToArray();
        var snapshot = Tables.Without(Tables.Of(Definition, rows, [4, 3, 2, 1]), 2);
        Select(snapshot, new Condition("n", Comparison.GreaterOrEqual, [Cell.Of(1d)])).ShouldBe([3, 1]);
    }

    [Fact]
    public void Texts_that_are_nearly_unique_are_found_though_the_pool_forgot_them()
    {
        var rows = Enumerable.Range(0, 40_000).Select(i => new[] { Cell.Of($"text {i % 39_000}"), Cell.Blank, Cell.Blank, Cell.Blank }).ToArray();
        var snapshot = Tables.Of(Definition, rows);
        Select(snapshot, Condition.Is("t", Cell.Of("text 500"))).ShouldBe([500, 39_500]);
        Select(snapshot, Condition.IsNot("t", Cell.Of("text 500"))).Length.ShouldBe(39_998);
    }

    [Fact]
    public void A_text_that_did_not_convert_when_the_type_changed_is_that_text()
    {
        var texts = Tables.Of(Definition, [[Cell.Of("007"), Cell.Blank, Cell.Blank, Cell.Blank], [Cell.Of("x"), Cell.Blank, Cell.Blank, Cell.Blank]]);
        var numbers = texts.With(new(Tables.Stamp)
        {
            Definition = Definition with { Properties = Definition.Properties.SetItem(0, new("t", PropertyType.Number)) },
        });
        Select(numbers, Condition.Is("t", Cell.Of(7d))).ShouldBe([0]);
        Select(numbers, Condition.Is("t", Cell.Blank)).ShouldBeEmpty();
        Select(numbers, Condition.IsNot("t", Cell.Blank)).ShouldBe([0, 1]);
        Select(numbers, Condition.Is("t", Cell.Of("x"))).ShouldBe([1]);
        Select(numbers, Condition.IsNot("t", Cell.Of("x"))).ShouldBe([0]);
        Select(numbers, new Condition("t", Comparison.Greater, [Cell.Of(0d)])).ShouldBe([0]);
    }

    [Fact]
    public void Ids_are_found_in_any_letter_case()
    {
        var snapshot = Tables.Of(Definition, [new Cell[4], new Cell[4]]);
        var id = snapshot.Nodes.Find("_id")!.Column[1].Text!;
        Select(snapshot, Condition.Is("_id", Cell.Of(id))).ShouldBe([1]);
        Select(snapshot, Condition.Is("_id", Cell.Of(id.ToLowerInvariant()))).ShouldBe([1]);
        Select(snapshot, new Condition("_id", Comparison.Less, [Cell.Of(id)])).ShouldBe([0]);
    }

    [Fact]
    public void Generated_and_internal_columns_can_be_filtered()
    {
        var snapshot = Tables.Of(Tables.Hierarchy(), [[Cell.Of(1d), Cell.Blank, Cell.Of("Ana")], [Cell.Of(2d), Cell.Of(1d), Cell.Of("Bob")]]);
        Select(snapshot, Condition.Is("_depth", Cell.Of("2"))).ShouldBe([1]);
        Select(snapshot, Condition.Is("_level_2", Cell.Of("Bob"))).ShouldBe([1]);
        Select(snapshot, Condition.Is("_span_of_control", Cell.Blank)).ShouldBe([1]);
        Select(snapshot, Condition.Is("_is_leaf", Cell.Of(false))).ShouldBe([0]);
        Select(snapshot, new Condition("_modifiedAt", Comparison.Greater, [Cell.Of("2020-01-01")])).ShouldBe([0, 1]);
    }

    static Gen<Cell> OrBlank(Gen<Cell> cells) => Gen.Frequency((4, cells), (1, Gen.Constant(Cell.Blank)));

    static int[] Select(Snapshot snapshot, params Condition[] conditions) =>
        new Filter([.. conditions]).Select(snapshot.Nodes, TestContext.Current.CancellationToken).Rows.ToArray();
}
