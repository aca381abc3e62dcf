using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Drafts;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Changes;
using Espalier.Engine.Tests.Oracles;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Drafts;

/// <summary>A payload of random actions on a few items, by their ids.</summary>
sealed record Step(ImmutableArray<ModelAction> Actions, bool ImplicitDelete)
{
    public override string ToString() => $"{(ImplicitDelete ? "implicit " : "")}{string.Join("\n  ", Actions)}";
}

/// <summary>A small dataset, what can be done to it, and both ways of doing it: directly and in a draft.</summary>
static class DraftWorld
{
    static readonly DatasetDefinition Definition = new("Staff", "PEOPLE", "code", "name",
    [
        new("code", PropertyType.Number), new("name", PropertyType.Text), new("born", PropertyType.Date), new("lead", PropertyType.Boolean),
    ]);

    public static readonly Guid[] Ids = [.. Enumerable.Range(1, 7).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]))];

    /// <summary>The first four ids have items.</summary>
    public static readonly Snapshot Start = Perform(Tables.Of(Definition, []), [.. Ids.Take(4).Select((id, n) => new ModelAction("create", new()
    {
        ["_id"] = id.ToString(), ["code"] = (double)n, ["name"] = $"n{n}", ["lead"] = n % 2 == 0,
    }))]);

    public static Gen<Step> StepGen(bool places) =>
        from actions in Gen.ArrayOf(ActionGen(places))
        from mode in Gen.Choose(0, 9)
        select new Step([.. actions.Take(5)], mode == 0);

    static Gen<ModelAction> ActionGen(bool places) =>
        from action in Gen.Elements("create", "update", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop")
        from id in Gen.Elements(Ids)
        from code in Gen.Elements<object?>(null, "", 1d, 2d, "absent", "absent")
        from name in Gen.Elements<object?>(null, "n0", "n1", "x", "absent", "absent")
        from born in Gen.Elements<object?>("", "2020-01-01", "2020-01-02T03:04:05.678Z", "absent", "absent")
        from lead in Gen.Elements<object?>(true, false, null, "absent")
        from place in Gen.Choose(0, 100_000)
        from isPlaced in Gen.Choose(0, 5)
        select new ModelAction(action, Members(id, code, name, born, lead, places && isPlaced == 0 ? place / 20_000d : null));

    static Dictionary<string, object?> Members(Guid id, object? code, object? name, object? born, object? lead, double? place)
    {
        var members = new Dictionary<string, object?> { ["_id"] = id.ToString() };
        foreach (var (key, value) in new[] { ("code", code), ("name", name), ("born", born), ("lead", lead) })
            if (value is not "absent")
                members[key] = value;
        if (place is { } order)
            members["_sortOrder"] = order;
        return members;
    }

    public static ChangeSet Resolve(Snapshot snapshot, IReadOnlyList<ModelAction> actions, bool implicitDelete)
    {
        var resolver = new Resolver(snapshot, new() { SkipInvalid = true, ImplicitDelete = implicitDelete });
        if (actions.Count > 0)
        {
            using var batch = Payloads.Batch(snapshot.Definition, actions, 0);
            resolver.Add(batch);
        }
        return resolver.Finish(Tables.Stamp).Changes;
    }

    public static Snapshot Perform(Snapshot snapshot, IReadOnlyList<ModelAction> actions, bool implicitDelete = false) =>
        Resolve(snapshot, actions, implicitDelete) is { IsEmpty: false } changes ? snapshot.With(changes) : snapshot;

    public static Snapshot Drafted(Snapshot snapshot, DraftState state) => snapshot.Drafted(DraftOverlay.Of(snapshot, state.Items, Tables.Stamp));

    public static DraftState Draft(Snapshot @base, DraftState state, Step step)
    {
        var seen = Drafted(@base, state);
        var writing = new DraftWriting(state, @base, 1, "tester@example.com");
        var delta = writing.Take(Resolve(seen, step.Actions, step.ImplicitDelete), seen);
        writing.Taken.ShouldBeEmpty();
        return state.With(delta);
    }

    public static DraftState Draft(Snapshot @base, IEnumerable<Step> steps) => steps.Aggregate(DraftState.Empty, (state, step) => Draft(@base, state, step));

    public static IReadOnlyList<ModelAction> Payload(IEnumerable<DraftAction> actions) =>
    [
        .. actions.Select(action =>
        {
            var members = action.Values.ToDictionary(value => value.Key, value => value.Value.Kind switch
            {
                CellKind.Blank => null,
                CellKind.Number => value.Value.Number,
                CellKind.Boolean => value.Value.Number != 0,
                _ => (object?)value.Value.ToString(),
            });
            members["_id"] = action.Id.ToString();
            if (!double.IsNaN(action.SortOrder))
                members["_sortOrder"] = action.SortOrder;
            return new ModelAction(action.Action.Name(), members);
        }),
    ];

    /// <summary>The items in their order.</summary>
    public static string Show(Snapshot snapshot, bool inOrder = true)
    {
        var lines = snapshot.Order.ToArray().Select(row => $"{snapshot.Ids[row]} {string.Join('|', snapshot.Columns.Select(column => column[row]))}");
        return string.Join('\n', inOrder ? lines : lines.Order(StringComparer.Ordinal));
    }
}
