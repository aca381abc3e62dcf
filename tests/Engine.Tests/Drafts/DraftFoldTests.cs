using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Drafts;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Drafts;

/// <summary>The fold schemes against a slow model: the words of api.md 16.3, item by item.</summary>
public sealed class DraftFoldTests
{
    static readonly Guid[] Ids = [.. Enumerable.Range(1, 3).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]))];

    [Fact]
    public void Folding_does_what_the_model_says() => Prop.ForAll(Arb.From(Gen.ArrayOf(LayerGen())), layers =>
    {
        foreach (var scheme in Enum.GetValues<FoldScheme>())
            Show(DraftFold.Of(scheme, layers)).ShouldBe(Show(Model(scheme, layers)), scheme.ToString());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(8));

    [Theory]
    [InlineData("create a=1;update a=2", "create a=2", "create a=1,update a=2")]
    [InlineData("create a=1;update b=2", "create a=1 b=2", "create a=1 b=2")]
    [InlineData("create a=1;delete", "", "create a=1,delete")]
    [InlineData("update a=1;update a=1 b=2", "update a=1 b=2", "update a=1 b=2")]
    [InlineData("update a=1;delete", "delete", "update a=1,delete")]
    [InlineData("delete;delete", "delete", "delete")]
    [InlineData("delete;create a=1", "createOrReplace a=1", "delete,create a=1")]
    [InlineData("create a=1;delete;create a=2", "create a=2", "create a=1,delete,create a=2")]
    public void Layers_on_one_item_are_folded_so(string layers, string distinct, string lossless)
    {
        var read = layers.Split(';').Select(text => (IReadOnlyList<DraftAction>)[Read(text)]).ToList();
        Show(DraftFold.Of(FoldScheme.Distinct, read)).ShouldBe(distinct);
        Show(DraftFold.Of(FoldScheme.Lossless, read)).ShouldBe(lossless);
        Show(DraftFold.Of(FoldScheme.Ordered, read)).ShouldBe(layers.Replace(';', ','));
    }

    /// <summary>Looks at each item alone, and puts the actions where the item was first met.</summary>
    static List<DraftAction> Model(FoldScheme scheme, IReadOnlyList<DraftAction>[] layers)
    {
        var all = layers.SelectMany(layer => layer).ToList();
        if (scheme == FoldScheme.Ordered)
            return all;
        List<(int At, DraftAction Action)> folded = [];
        foreach (var id in all.Select(action => action.Id).Distinct())
        {
            (int At, DraftAction Action)? open = null;
            foreach (var (action, at) in all.Select((action, at) => (action, at)).Where(entry => entry.action.Id == id))
            {
                if (open is not { } before)
                    open = (at, action);
                else if (scheme == FoldScheme.Lossless && !Agree(before.Action, action))
                {
                    folded.Add(before);
                    open = (at, action);
                }
                else
                    open = Both(before.Action, action) is { } both ? (before.At, both) : null;
            }
            if (open is { } last)
                folded.Add(last);
        }
        return [.. folded.OrderBy(entry => entry.At).Select(entry => entry.Action)];
    }

    static bool Agree(DraftAction a, DraftAction b)
    {
        if (a.Action == ItemAction.Delete || b.Action == ItemAction.Delete)
            return a.Action == b.Action;
        var values = a.Values.ToDictionary();
        return b.Values.All(value => !values.TryGetValue(value.Key, out var other) || other == value.Value);
    }

    static DraftAction? Both(DraftAction a, DraftAction b)
    {
        if (b.Action == ItemAction.Delete)
            return a.Action == ItemAction.Create ? null : b;
        if (a.Action == ItemAction.Delete)
            return b.Action == ItemAction.Update ? b : b with { Action = ItemAction.CreateOrReplace };
        var values = a.Values.ToDictionary();
        foreach (var (key, value) in b.Values)
            values[key] = value;
        return a with
        {
            Action = a.Action == ItemAction.CreateOrReplace ? a.Action : b.Action == ItemAction.Create ? ItemAction.Create : a.Action,
            Values = [.. values],
        };
    }

    static Gen<IReadOnlyList<DraftAction>> LayerGen() =>
        from actions in Gen.ArrayOf(
            from id in Gen.Elements(Ids)
            from action in Gen.Elements(ItemAction.Create, ItemAction.Update, ItemAction.Update, ItemAction.Delete)
            from a in Gen.Choose(0, 3)
            from b in Gen.Choose(0, 3)
            select new DraftAction(id, action, double.NaN, action == ItemAction.Delete ? [] : [.. Values(a, b)]))
        select (IReadOnlyList<DraftAction>)[.. actions.DistinctBy(action => action.Id)];

    static IEnumerable<KeyValuePair<string, Cell>> Values(int a, int b)
    {
        if (a < 3)
            yield return new("a", a == 0 ? Cell.Blank : Cell.Of(a));
        if (b < 3)
            yield return new("b", b == 0 ? Cell.Blank : Cell.Of(b));
    }

    static DraftAction Read(string text)
    {
        var words = text.Split(' ');
        return new(Ids[0], ItemActions.Parse(System.Text.Encoding.UTF8.GetBytes(words[0])), double.NaN,
            [.. words.Skip(1).Select(word => word.Split('=')).Select(pair => KeyValuePair.Create(pair[0], Cell.Of(double.Parse(pair[1]))))]);
    }

    static string Show(IEnumerable<DraftAction> actions) => string.Join(',', actions.Select(action =>
        $"{(action.Id == Ids[0] ? "" : $"{action.Id} ")}{action.Action.Name()}{string.Concat(action.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $" {v.Key}={v.Value}"))}"));
}
