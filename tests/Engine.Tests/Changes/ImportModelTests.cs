using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Changes;

/// <summary>The resolver, the snapshots and the codec against the model, on random datasets, payloads and parameters.</summary>
public sealed class ImportModelTests
{
    static readonly DatasetDefinition Definition = new("Staff", "PEOPLE", "code", "name",
    [
        new("code", PropertyType.Text), new("name", PropertyType.Text), new("pay", PropertyType.Number),
        new("born", PropertyType.Date), new("lead", PropertyType.Boolean), new("No 2", PropertyType.Number),
    ]);

    static readonly Guid[] KnownIds = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]))];

    sealed record Import(ImmutableArray<ModelAction> Actions, ImportSettings Settings, ImmutableArray<int> Sizes)
    {
        /// <summary>What narrows the caller, in the engine's words.</summary>
        public Restriction Restriction { get; init; } = Restriction.None;

        public ModelRights Rights => new([.. Restriction.Hidden], [.. Restriction.Fixed], Restriction.Rules is null ? _ => ItemRight.Delete : OnItem);

        static ItemRight OnItem(ModelItem item) =>
            item.Cells.GetValueOrDefault("lead") == Cell.Of(true) ? ItemRight.Delete
            : item.Cells.GetValueOrDefault("pay") == Cell.Of(2d) ? ItemRight.Update
            : item.Cells.GetValueOrDefault("pay") == Cell.Of(1d) ? ItemRight.Read
            : ItemRight.None;

        public override string ToString() => $"{Settings.Identification} [{string.Join(",", Settings.Keys)}] skip={Settings.SkipInvalid} implicit={Settings.ImplicitDelete} {Settings.DateFormat}"
            + $" clear=[{string.Join(",", Settings.ClearTokens)}] noop=[{string.Join(",", Settings.NoopTokens)}] {Restriction} denied={Settings.SkipDeniedItems}/{Settings.SkipDeniedProperties} hidden=[{string.Join(",", Restriction.Hidden)}] fixed=[{string.Join(",", Restriction.Fixed)}] sizes=[{string.Join(",", Sizes)}]\n  {string.Join("\n  ", Actions)}";
    }

    [Fact]
    public void Imports_do_what_the_model_says()
    {
        var imports = Gen.ArrayOf(ImportGen()).Where(a => a.Length is > 0 and < 5);
        var arbitrary = Arb.From(imports, Shrink);
        Prop.ForAll(arbitrary, Check).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));
    }

    [Fact]
    public void Large_imports_do_what_the_model_says()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 4; round++)
            Check([.. Enumerable.Range(0, 4).Select(n => LargeImport(random, n))]);
    }

    /// <summary>Enough actions for columns to be worked side by side, and for several to mean one item now and then.</summary>
    static Import LargeImport(Random random, int n) => new(
        [.. Enumerable.Range(0, 2500).Select(_ => new ModelAction(
            n == 0 || random.Next(8) > 0 ? "createOrUpdate" : ItemActions.Names[random.Next(1, ItemActions.Names.Length)],
            new()
            {
                ["code"] = $"c{random.Next(20_000)}",
                ["name"] = $"name {random.Next(1000)}",
                ["pay"] = random.Next(20) == 0 ? null : (double)random.Next(5),
                [random.Next(2) == 0 ? "lead" : "born"] = random.Next(3) == 0 ? "" : "true",
            }))],
        new() { Identification = Identification.AutoId, SkipInvalid = true, ImplicitDelete = random.Next(3) == 0 }, [random.Next(600, 2600)]);

    [Fact]
    public void Imports_of_callers_whom_rights_narrow_do_what_the_model_says()
    {
        var imports = Gen.ArrayOf(from import in ImportGen() from narrowing in NarrowGen() select Narrow(import, narrowing)).Where(a => a.Length is > 0 and < 6);
        Prop.ForAll(Arb.From(imports, Shrink), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));
    }

    [Fact]
    public void Large_imports_of_such_callers_do_what_the_model_says()
    {
        var random = new Random();
        for (var round = 0; round < 3; round++)
            Check([LargeImport(random, 0), .. Enumerable.Range(1, 3).Select(n => Narrow(LargeImport(random, n), new(
                true, ["born"], [random.Next(2) == 0 ? "name" : "lead"], random.Next(2) == 0, true)))]);
    }

    static readonly string[] AllKeys = [.. Definition.Properties.Select(p => p.Key)];

    sealed record Narrowing(bool HasRules, string[] Hidden, string[] Fixed, bool SkipsProperties, bool SkipsItems);

    static Gen<Narrowing> NarrowGen() =>
        from rules in Gen.Elements(true, true, false)
        from hidden in Gen.SubListOf(AllKeys)
        from fixedKeys in Gen.SubListOf(AllKeys)
        from few in Gen.Elements(true, true, false)
        from properties in Gen.Elements(true, false)
        from items in Gen.Elements(true, true, false)
        select new Narrowing(rules, few ? [.. hidden.Take(1)] : [.. hidden], few ? [.. fixedKeys.Take(1)] : [.. fixedKeys], properties, items);

    /// <summary>What identifies items must be seen, or the parameters would have been refused.</summary>
    static Import Narrow(Import import, Narrowing narrowing)
    {
        string[] keys = import.Settings.Identification == Identification.AutoId ? ["code"] : [.. import.Settings.Keys];
        var hidden = narrowing.Hidden.Except(keys).ToImmutableHashSet();
        return import with
        {
            Settings = import.Settings with { SkipDeniedItems = narrowing.SkipsItems, SkipDeniedProperties = narrowing.SkipsProperties },
            Restriction = new()
            {
                Hidden = hidden,
                Fixed = [.. narrowing.Fixed.Except(hidden)],
                Rules = !narrowing.HasRules ? null :
                [
                    new(new([Condition.Is("pay", Cell.Of(1d))]), ItemRight.Read),
                    new(new([Condition.Is("lead", Cell.Of(true))]), ItemRight.Delete),
                    new(new([Condition.Is("pay", Cell.Of(2d))]), ItemRight.Update),
                    new(new([Condition.Is("gone", Cell.Of(2d))]), ItemRight.Delete),
                ],
            },
        };
    }

    static void Check(Import[] imports)
    {
        var snapshot = Snapshot.Empty(Definition, Stamp(1));
        List<ModelItem> items = [];
        var time = 1L;
        foreach (var import in imports)
        {
            time++;
            var model = new ImportModel(Definition, items, import.Settings, import.Rights);
            model.Run(import.Actions);

            var access = import.Restriction.WritesTo(snapshot, CancellationToken.None);
            var resolver = new Resolver(snapshot, import.Settings, access);
            foreach (var batch in Payloads.Batches(import.Restriction.Of(Definition), import.Actions, import.Sizes))
            {
                using (batch)
                    resolver.Add(batch);
            }
            var resolution = resolver.Finish(Stamp(time));

            Compare(model, resolution, seesAll: access is null or { Rows.IsSame: true });
            if (model.Failed)
                continue;
            var changes = Codec.RoundTrip(resolution.Changes);
            var next = changes.IsEmpty ? snapshot : snapshot.With(changes);
            TakeIds(model, resolution);
            Compare(model, next, snapshot, time);
            snapshot = Codec.RoundTrip(next);
            Compare(model, snapshot, snapshot, time);
            items = model.Items;
            foreach (var item in items)
                item.IsNew = false;
        }
    }

    static void Compare(ImportModel model, Resolution resolution, bool seesAll)
    {
        resolution.Failed.ShouldBe(model.Failed);
        resolution.Problems.Select(p => p.Kind).Order().ShouldBe(model.Problems.Order());
        if (model.Failed)
            return;
        resolution.Results.Count.ShouldBe(model.Results.Count);
        for (var e = 0; e < model.Results.Count; e++)
        {
            var (actual, expected) = (resolution.Results[e], model.Results[e]);
            $"{actual.Status} {actual.Requested.Name()} {actual.Resolved.Name()}".ShouldBe($"{expected.Status} {expected.Requested} {expected.Resolved}");
            resolution.Results.ProblemsOf(e).Select(p => (p.Key, p.Kind)).Order().ShouldBe(expected.Problems.Order());
            if (actual.Row >= 0)
                resolution.Base.Ids[actual.Row].ShouldBe(expected.Item!.Id);
            else if (actual.Row == ActionResult.NoRow && model.Items.Contains(expected.Item!))
                Assert.Fail($"Entry {e} does not tell its item.");
            if (actual.Row == ActionResult.NoRow)
                resolution.Results.IdentityOf(e).ShouldBe(expected.Item is { } item ? [.. model.Keys.Select(key => item.Cells.GetValueOrDefault(key))] : seesAll ? expected.Identity : []);
        }
    }

    /// <summary>The server chooses the ids of created items; the model learns them from the results.</summary>
    static void TakeIds(ImportModel model, Resolution resolution)
    {
        for (var e = 0; e < model.Results.Count; e++)
            if (resolution.Results[e].Row is < 0 and not ActionResult.NoRow)
                model.Results[e].Item!.Id = resolution.Changes.Created.Ids[~resolution.Results[e].Row];
    }

    static void Compare(ImportModel model, Snapshot actual, Snapshot before, long time)
    {
        var expected = model.Items.Select((item, at) => (item, at)).OrderBy(i => i.item.SortOrder).ThenBy(i => i.at).Select(i => i.item).ToList();
        actual.ItemCount.ShouldBe(expected.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var row = actual.Order[i];
            actual.Ids[row].ShouldBe(expected[i].Id);
            actual.SortOrders.At(row).ShouldBe(expected[i].SortOrder);
            actual.RowOf(expected[i].Id).ShouldBe(row);
            foreach (var property in Definition.Properties)
                actual.Column(property.Key)[row].ShouldBe(expected[i].Cells.GetValueOrDefault(property.Key), $"{property.Key} of item {i}");
            if (!ReferenceEquals(actual, before) && before.RowOf(expected[i].Id) is var old and >= 0)
            {
                var same = !expected[i].IsNew && Definition.Properties.All(p => before.Column(p.Key)[old] == actual.Column(p.Key)[row]) && before.SortOrders.At(old) == actual.SortOrders.At(row);
                actual.ModifiedAt.At(row).ShouldBe(same ? before.ModifiedAt.At(old) : time);
            }
        }
    }

    static TransactionStamp Stamp(long at) => TransactionStamp.New(at, "ana@example.com", "api");

    static Gen<Import> ImportGen() =>
        from identification in Gen.Elements(Enum.GetValues<Identification>())
        from keys in Gen.Elements<string[]>(["name"], ["code"], ["name", "lead"], ["No 2"], ["born"], ["code", "name", "code"])
        from skip in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from implicitly in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        from format in Gen.Elements(Enum.GetValues<DateFormat>())
        from clear in Gen.Elements<string[]>([], [], ["x"], ["x", "IGNORE"])
        from noop in Gen.Elements<string[]>([], [], ["IGNORE"], [""])
        from sizes in Gen.ArrayOf(Gen.Choose(1, 9))
        from actions in Gen.ArrayOf(ActionGen(skip))
        select new Import([.. actions], new ImportSettings
        {
            Identification = identification,
            Keys = identification is Identification.IdKey or Identification.MergeKey ? [.. keys] : [],
            SkipInvalid = skip,
            ImplicitDelete = implicitly && identification != Identification.MergeKey,
            DateFormat = format,
            ClearTokens = [.. clear],
            NoopTokens = [.. noop],
        }, [.. sizes]);

    static Gen<ModelAction> ActionGen(bool faults) =>
        from action in Gen.Frequency(
            (20, Gen.Elements(ItemActions.Names.Skip(1).ToArray())), (10, Gen.Constant("createOrUpdate")), (faults ? 1 : 0, Gen.Elements("", "upsert", "Create")))
        from id in Gen.Frequency((6, Gen.Elements(KnownIds).Select(i => (object?)i.ToString("D"))), (1, Gen.Elements<object?>(null, "", "nonsense", 4d)))
        from withId in Gen.Elements(true, true, false)
        from code in Value(Gen.Elements<object?>("a", "b", "c", "1", 1d, true))
        from name in Value(Gen.Elements<object?>("Ana", "Bob", "x", "IGNORE", " Ana ", "é, \"q\"\n", 2.5, false))
        from pay in Value(Gen.Elements<object?>(1d, 2d, 0d, -0.5, 1e300, "3", " 4.5 ", "IGNORE", faults ? "lots" : "5", faults ? true : 6d))
        from born in Value(Gen.Elements<object?>("2001-02-03", "03/04/2001", "1/2/1999", faults ? "2001-02-30" : "", "x"))
        from lead in Value(Gen.Elements<object?>(true, false, "TRUE", "false", faults ? "maybe" : "true"))
        from other in Value(Gen.Elements<object?>(1d, "1", 2d, "x"))
        from order in Gen.Frequency((8, Gen.Constant<object?>("none")), (2, Gen.Elements<object?>(0d, 2.5, 7d, null, faults ? "up" : 3d)))
        from unknown in Gen.Frequency((30, Gen.Constant(false)), (faults ? 1 : 0, Gen.Constant(true)))
        select new ModelAction(action, Members(withId ? id : "none", code, name, pay, born, lead, other, order, unknown));

    static Gen<object?> Value(Gen<object?> values) =>
        Gen.Frequency((4, Gen.Constant<object?>("none")), (6, values), (1, Gen.Elements<object?>(null, "")));

    static Dictionary<string, object?> Members(
        object? id, object? code, object? name, object? pay, object? born, object? lead, object? other, object? order, bool unknown)
    {
        Dictionary<string, object?> members = [];
        foreach (var (key, value) in new[] { ("_id", id), ("code", code), ("name", name), ("pay", pay), ("born", born), ("lead", lead), ("No 2", other), ("_sortOrder", order) })
            if (value is not "none")
                members[key] = value;
        if (unknown)
            members["salry"] = 1d;
        return members;
    }

    static IEnumerable<Import[]> Shrink(Import[] imports)
    {
        for (var i = 0; i < imports.Length; i++)
            yield return [.. imports[..i], .. imports[(i + 1)..]];
        for (var i = 0; i < imports.Length; i++)
        {
            for (var a = 0; a < imports[i].Actions.Length; a++)
            {
                yield return [.. imports[..i], imports[i] with { Actions = imports[i].Actions.RemoveAt(a) }, .. imports[(i + 1)..]];
                foreach (var key in imports[i].Actions[a].Members.Keys)
                {
                    var members = new Dictionary<string, object?>(imports[i].Actions[a].Members);
                    members.Remove(key);
                    yield return [.. imports[..i], imports[i] with { Actions = imports[i].Actions.SetItem(a, imports[i].Actions[a] with { Members = members }) }, .. imports[(i + 1)..]];
                }
            }
        }
    }
}
