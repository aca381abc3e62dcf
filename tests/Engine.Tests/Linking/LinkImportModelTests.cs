using System.Globalization;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Changes;
using Espalier.Engine.Tests.Oracles;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Linking;

/// <summary>Random payloads of actions on links do what they do to a dictionary.</summary>
public sealed class LinkImportModelTests
{
    static readonly DatasetDefinition Definition = LinkProperties.Definition("L", new(Guid.NewGuid(), Guid.NewGuid())) is var core
        ? core with { Properties = [.. core.Properties, new("note", PropertyType.Text)] } : null!;

    static readonly string[] Actions = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop", "mist"];

    static Gen<ModelAction> OneAction =>
        from action in Gen.Elements(Actions)
        from f in Gen.Elements<object?>(1.0, "1", " 1 ", "1.0", 2.0, "2", "x", null, true, "")
        from t in Gen.Elements<object?>("a", "b", 7.0, "7", true, "q\"\\\n", null)
        from allocation in Gen.Elements<object?>("absent", 0.5, "0.25", null, "", 1.0)
        from note in Gen.Elements<object?>("absent", "n", "m", null)
        select new ModelAction(action, Members(f, t, allocation, note));

    static Dictionary<string, object?> Members(object? f, object? t, object? allocation, object? note)
    {
        Dictionary<string, object?> members = new() { ["from_id"] = f, ["to_id"] = t, ["link_id"] = "whatever" };
        if (!Equals(allocation, "absent"))
            members["allocation"] = allocation;
        if (!Equals(note, "absent"))
            members["note"] = note;
        return members;
    }

    [Fact]
    public void Payloads_do_what_they_do_to_a_dictionary() => Prop.ForAll(
        (from payloads in Gen.ListOf(Gen.ListOf(OneAction)) from sizes in Gen.ListOf(Gen.Choose(1, 4)) from deletes in Gen.Elements(true, false)
         select (payloads, sizes, deletes)).ToArbitrary(), sample =>
        {
            var snapshot = Snapshot.Empty(Definition, Tables.Stamp);
            Dictionary<string, (double? Allocation, string? Note)> model = [];
            foreach (var payload in sample.payloads)
            {
                var settings = new ImportSettings { SkipInvalid = true, ImplicitDelete = sample.deletes }.ForLinks(new(PropertyType.Number, PropertyType.Text));
                var resolver = new Resolver(snapshot, settings);
                foreach (var batch in Payloads.Batches(Definition, [.. payload], [.. sample.sizes]))
                    using (batch)
                        resolver.Add(batch);
                var resolution = resolver.Finish(Tables.Stamp);
                snapshot = snapshot.With(resolution.Changes);

                var addressed = new HashSet<string>();
                for (var i = 0; i < payload.Count; i++)
                {
                    resolution.Results[i].Requested.Name().ShouldBe(payload[i].Action == "mist" ? "" : payload[i].Action);
                    Perform(model, payload[i], addressed);
                }
                if (sample.deletes)
                    foreach (var id in model.Keys.Where(id => !addressed.Contains(id)).ToArray())
                        model.Remove(id);
                Stored(snapshot).ShouldBe(model.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}|{l.Value.Allocation}|{l.Value.Note}"));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(20));

    static void Perform(Dictionary<string, (double?, string?)> model, ModelAction action, HashSet<string> addressed)
    {
        var members = action.Members;
        if (IdOf(members["from_id"], members["to_id"]) is not { } id)
            return;
        addressed.Add(id);
        var exists = model.TryGetValue(id, out var link);
        var replaces = action.Action is "replace" or "createOrReplace";
        switch (action.Action)
        {
            case "mist" or "noop":
            case "create" when exists:
            case "replace" when !exists:
                return;
            case "delete":
                model.Remove(id);
                return;
        }
        if (!exists || replaces)
            link = (null, null);
        if (members.TryGetValue("allocation", out var allocation))
            link.Item1 = allocation is null or "" ? null : Convert.ToDouble(allocation, CultureInfo.InvariantCulture);
        if (members.TryGetValue("note", out var note))
            link.Item2 = (string?)note;
        if (!exists)
            link.Item1 ??= 1;
        model[id] = link;
    }

    static string? IdOf(object? from, object? to)
    {
        var number = from switch
        {
            double d => d,
            string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => double.NaN,
        };
        if (double.IsNaN(number) || to is null)
            return null;
        var text = to switch { double d => d.ToString(CultureInfo.InvariantCulture), bool b => b ? "true" : "false", _ => (string)to };
        return $"[{number.ToString(CultureInfo.InvariantCulture)},{System.Text.Json.JsonSerializer.Serialize(text, Relaxed)}]";
    }

    static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string[] Stored(Snapshot snapshot)
    {
        var rows = new List<string>();
        foreach (var row in snapshot.Order)
            rows.Add($"{snapshot.Column("link_id")[row]}|{snapshot.Column("allocation")[row]}|{snapshot.Column("note")[row]}");
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
