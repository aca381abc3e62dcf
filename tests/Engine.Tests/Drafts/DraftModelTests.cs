using Espalier.Engine.Drafts;
using Espalier.Engine.Tests.Oracles;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Drafts;

/// <summary>Drafts against the plainest model there is: doing the same to the dataset itself.</summary>
public sealed class DraftModelTests
{
    static readonly Config Much = Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(12);

    [Fact]
    public void What_a_draft_leaves_and_what_applying_it_leaves_is_what_editing_directly_leaves() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(DraftWorld.StepGen(places: true)), Shrink), steps =>
        {
            var direct = steps.Aggregate(DraftWorld.Start, (snapshot, step) => DraftWorld.Perform(snapshot, step.Actions, step.ImplicitDelete));
            var state = DraftWorld.Draft(DraftWorld.Start, steps);
            DraftWorld.Show(DraftWorld.Drafted(DraftWorld.Start, state)).ShouldBe(DraftWorld.Show(direct));
            var applied = DraftWorld.Perform(DraftWorld.Start, DraftWorld.Payload(DraftAction.Of(state.Items)));
            DraftWorld.Show(applied).ShouldBe(DraftWorld.Show(direct));
        }).Check(Much);

    [Fact]
    public void What_was_put_at_the_end_stays_before_what_is_placed_after_it()
    {
        Step[] steps =
        [
            new([Create(7)], false),
            new([Create(5)], true),
            new([Create(1)], false),
        ];
        var direct = steps.Aggregate(DraftWorld.Start, (snapshot, step) => DraftWorld.Perform(snapshot, step.Actions, step.ImplicitDelete));
        var drafted = DraftWorld.Drafted(DraftWorld.Start, DraftWorld.Draft(DraftWorld.Start, steps));
        DraftWorld.Show(drafted).ShouldBe(DraftWorld.Show(direct));

        static ModelAction Create(int id) => new("createOrReplace", new() { ["_id"] = DraftWorld.Ids[id - 1].ToString(), ["name"] = "x" });
    }

    [Fact]
    public void A_draft_holds_nothing_that_is_not_different() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(DraftWorld.StepGen(places: false)), Shrink), steps =>
        {
            var state = DraftWorld.Draft(DraftWorld.Start, steps);
            foreach (var item in state.Items)
                foreach (var cell in item.Cells)
                    cell.Value.ShouldNotBe(cell.Base);
            var ids = state.Items.SelectMany(item => item.Cells.Select(cell => cell.Mark).Append(item.Mark)).Where(mark => mark is not null).ToList();
            ids.Select(mark => mark!.Sequence).Distinct().Count().ShouldBe(ids.Count);
        }).Check(Much);

    [Fact]
    public void Taking_back_all_changes_one_by_one_leaves_nothing() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(DraftWorld.StepGen(places: true)), Shrink), steps =>
        {
            var state = DraftWorld.Draft(DraftWorld.Start, steps);
            while (state.Count > 0)
            {
                var item = state.Items[^1];
                var mark = item.Cells.IsEmpty ? item.Mark! : item.Cells[^1].Mark;
                var left = state.Items.Sum(i => i.ChangeCount);
                List<Guid> unknown = [];
                state = state.With(state.Revert(new HashSet<Guid> { mark.ChangeId }, unknown));
                unknown.ShouldBeEmpty();
                state.Items.Sum(i => i.ChangeCount).ShouldBe(left - 1);
            }
            DraftWorld.Show(DraftWorld.Drafted(DraftWorld.Start, state)).ShouldBe(DraftWorld.Show(DraftWorld.Start));
        }).Check(Much);

    /// <summary>Layers made one on top of the other, folded in any way, do what they do one after another.</summary>
    [Fact]
    public void Layers_that_build_on_each_other_mean_the_same_in_every_scheme() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.ArrayOf(DraftWorld.StepGen(places: false)))), layers =>
        {
            var (snapshot, actions) = (DraftWorld.Start, new List<IReadOnlyList<DraftAction>>());
            foreach (var layer in layers.Take(4))
            {
                actions.Add(DraftAction.Of(DraftWorld.Draft(snapshot, layer).Items));
                snapshot = DraftWorld.Perform(snapshot, DraftWorld.Payload(actions[^1]));
            }
            var direct = layers.Take(4).SelectMany(layer => layer)
                .Aggregate(DraftWorld.Start, (s, step) => DraftWorld.Perform(s, step.Actions, step.ImplicitDelete));
            foreach (var scheme in Enum.GetValues<FoldScheme>())
                DraftWorld.Show(DraftWorld.Perform(DraftWorld.Start, DraftWorld.Payload(DraftFold.Of(scheme, actions))), inOrder: false)
                    .ShouldBe(DraftWorld.Show(direct, inOrder: false), scheme.ToString());
        }).Check(Much);

    [Fact]
    public void The_marks_tell_what_was_done_to_rows_whose_numbers_stay()
    {
        var start = DraftWorld.Start;
        var step = new Step([new("delete", new() { ["_id"] = start.Ids[1].ToString() }), new("update", new() { ["_id"] = start.Ids[2].ToString(), ["name"] = "new name" }),
            new("create", new() { ["_id"] = Guid.NewGuid().ToString(), ["name"] = "created" })], false);
        var drafted = DraftWorld.Drafted(start, DraftWorld.Draft(start, [step]));
        var column = drafted.Nodes.Find("_change")!.Column;
        Enumerable.Range(0, drafted.RowCount).Select(row => column[row].ToString()).ShouldBe(["none", "deleted", "updated", "none", "new"]);
        DraftMarks.OrderWith(drafted, drafted.Draft!.Deleted).ShouldBe([0, 1, 2, 3, 4]);
        drafted.Order.ToArray().ShouldBe([0, 2, 3, 4]);
    }

    static IEnumerable<Step[]> Shrink(Step[] steps)
    {
        for (var i = 0; i < steps.Length; i++)
            yield return [.. steps[..i], .. steps[(i + 1)..]];
        for (var i = 0; i < steps.Length; i++)
            for (var a = 0; a < steps[i].Actions.Length; a++)
                yield return [.. steps[..i], steps[i] with { Actions = steps[i].Actions.RemoveAt(a) }, .. steps[(i + 1)..]];
    }
}
