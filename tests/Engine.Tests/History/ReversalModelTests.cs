using System.Collections.Immutable;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;
using FsCheck;
using FsCheck.Fluent;
using Items = System.Collections.Generic.Dictionary<System.Guid, System.Collections.Immutable.ImmutableSortedDictionary<string, string>>;

namespace Espalier.Engine.Tests.History;

/// <summary>Reversals against a model that only looks at the states before, after, and now, cell by cell.</summary>
public sealed class ReversalModelTests
{
    static readonly Gen<object?> Value = Gen.Elements<object?>(null, "", "x", "y", "2020-02-29", "7", 5d, 6d);

    static readonly Gen<ModelAction> Action =
        from action in Gen.Elements("createOrUpdate", "createOrUpdate", "createOrReplace", "delete")
        from cells in Gen.ArrayOf(Gen.Zip(Gen.Elements("name", "pay", "born", "_sortOrder"), Value), 2)
        select new ModelAction(action, cells.DistinctBy(c => c.Item1).Where(c => c.Item1 != "_sortOrder" || c.Item2 is double)
            .ToDictionary(c => c.Item1, c => (object?)c.Item2)!);

    /// <summary>At most one action an item, so that a transaction is what its states differ by.</summary>
    static readonly Gen<ModelAction[]> Transaction =
        from items in Gen.ArrayOf(Gen.Choose(0, World.Ids.Length - 1), 3)
        from actions in Gen.ArrayOf(Action, 3)
        select items.Distinct().Select((item, i) => new ModelAction(actions[i].Action,
            new(actions[i].Members) { ["_id"] = World.Ids[item].ToString() })).ToArray();

    [Fact]
    public void A_reversal_does_what_the_model_says()
    {
        var cases = from log in Gen.ArrayOf(Transaction, 6)
                    from at in Gen.Choose(1, 6)
                    from rule in Gen.Elements(ConflictRule.Fail, ConflictRule.Skip, ConflictRule.Overwrite)
                    select (log, at, rule);
        Prop.ForAll(Arb.From(cases), c => Check(c.log, c.at, c.rule)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    static void Check(ModelAction[][] log, int at, ConflictRule rule)
    {
        var world = new World();
        foreach (var transaction in log)
            world.Import(transaction);
        at = Math.Min(at, world.Log.Count - 1);
        if (at == 0)
            return;

        var was = world.Now;
        var (before, after, now) = (World.Cells(world.States[at - 1]), World.Cells(world.States[at]), World.Cells(was));
        var conflicts = Reverse(before, after, now, rule);
        if (rule == ConflictRule.Fail && conflicts > 0)
            now = World.Cells(was);

        var reversal = world.Undo(at, rule);
        reversal.Conflicts.Count.ShouldBe(conflicts);
        World.Print(World.Cells(world.Now)).ShouldBe(World.Print(now));
        if (reversal.Changes.IsEmpty)
            return;

        var again = world.Undo(world.Log.Count - 1);
        again.Conflicts.Count.ShouldBe(0);
        World.Print(world.Now).ShouldBe(World.Print(was));
    }

    /// <returns>How many conflicts there are.</returns>
    static int Reverse(Items before, Items after, Items now, ConflictRule rule)
    {
        var conflicts = 0;
        bool Wins(bool isConflict, bool canOverwrite = true)
        {
            conflicts += isConflict ? 1 : 0;
            return !isConflict || (canOverwrite && rule == ConflictRule.Overwrite);
        }

        foreach (var id in before.Keys.Union(after.Keys).Order())
        {
            var (old, made, current) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (old is null)
            {
                if (current is not null && Wins(!Same(current, made!)))
                    now.Remove(id);
            }
            else if (made is null)
            {
                if (current is null || (!Same(current, old) && Wins(true)))
                    now[id] = old;
            }
            else
            {
                foreach (var key in old.Keys.Union(made.Keys).Where(key => old.GetValueOrDefault(key) != made.GetValueOrDefault(key)).ToList())
                {
                    var value = current?.GetValueOrDefault(key);
                    if (current is null)
                        Wins(true, canOverwrite: false);
                    else if (value != old.GetValueOrDefault(key) && Wins(value != made.GetValueOrDefault(key)))
                        now[id] = old.TryGetValue(key, out var restored) ? now[id].SetItem(key, restored) : now[id].Remove(key);
                }
            }
        }
        return conflicts;
    }

    static bool Same(ImmutableSortedDictionary<string, string> a, ImmutableSortedDictionary<string, string> b) => a.SequenceEqual(b);

    [Fact]
    public void Reversing_the_last_transaction_and_reversing_that_restores_definition_and_values()
    {
        var cases = Gen.Zip(Gen.ArrayOf(Gen.Zip(Transaction, Gen.Choose(0, 11)), 6), Gen.Choose(0, 1));
        Prop.ForAll(Arb.From(cases), c => CheckBackAndForth(c.Item1)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    static void CheckBackAndForth((ModelAction[] Import, int Shape)[] log)
    {
        var world = new World();
        foreach (var (import, shape) in log)
        {
            world.Import(import.Select(a => new ModelAction(a.Action, a.Members.Where(m => m.Key[0] == '_' || world.Now.Definition.Find(m.Key) is not null)
                .ToDictionary(m => m.Key, m => m.Value))).ToArray());
            world.Configure(Reshape(world.Now.Definition, shape));
            var last = world.Log.Count - 1;
            if (last == 0)
                continue;
            var (was, expected) = (World.Print(world.Now), World.Print(world.States[last - 1]));
            world.Undo(last).Conflicts.Count.ShouldBe(0);
            World.Print(world.Now).ShouldBe(expected);
            world.Undo(world.Log.Count - 1).Conflicts.Count.ShouldBe(0);
            World.Print(world.Now).ShouldBe(was);
        }
    }

    static DatasetDefinition Reshape(DatasetDefinition definition, int shape)
    {
        var properties = definition.Properties;
        var (_, type, key) = (shape, (Engine.Columns.PropertyType)(shape % 4), new[] { "name", "pay", "born" }[shape % 3]);
        return shape switch
        {
            0 => definition with { Name = definition.Name + "!", Tags = ["a", .. definition.Tags] },
            1 or 2 => properties.Length > 3 ? definition with { Properties = properties.RemoveAll(p => p.Key == (shape == 1 ? "pay" : "born")) } : definition,
            3 => definition with { Properties = [.. properties.Reverse()] },
            4 => definition with { Properties = properties.Insert(1, new($"new {Enumerable.Range(0, 99).First(n => definition.Find($"new {n}") is null)}", type)) },
            5 => definition.TreeId is null ? definition with { TreeId = "code", TreeParentId = "name" } : definition with { TreeId = null, TreeParentId = null },
            _ => definition with { Properties = [.. properties.Select(p => p.Key == key ? p with { Type = type } : p)] },
        };
    }
}
