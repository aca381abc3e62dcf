using System.Text.Json;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>Snapshots from JSON objects, as a person would load them: numbers stay numbers, what is not becomes raw text.</summary>
static class JsonTables
{
    public static Snapshot Of(string name, JsonElement rows, string autoId, string labelId, string? parent, IReadOnlyCollection<string> dates)
    {
        string[] keys = [.. rows.EnumerateArray().SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct()];
        var properties = keys.Select(k => new Property(k, TypeOf(rows, k, dates))).ToArray();
        var definition = new DatasetDefinition(name, "PEOPLE", autoId, labelId, [.. properties])
        {
            TreeId = parent is null ? null : autoId,
            TreeParentId = parent,
        };
        // Texts first; then each property is given its type, so that what does not convert is kept.
        var texts = definition with { Properties = [.. properties.Select(p => p with { Type = PropertyType.Text })] };
        var cells = rows.EnumerateArray().Select(row => keys.Select(k => Text(row, k)).ToArray()).ToArray();
        return Tables.Of(texts, cells).With(new(Tables.Stamp) { Definition = definition });
    }

    static PropertyType TypeOf(JsonElement rows, string key, IReadOnlyCollection<string> dates) =>
        dates.Contains(key) ? PropertyType.Date
        : rows.EnumerateArray().Any(r => r.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.Number) ? PropertyType.Number : PropertyType.Text;

    static Cell Text(JsonElement row, string key) => !row.TryGetProperty(key, out var value) ? Cell.Blank : value.ValueKind switch
    {
        JsonValueKind.Null => Cell.Blank,
        JsonValueKind.String => Cell.Of(value.GetString()!),
        _ => Cell.Of(value.GetRawText()),
    };
}

/// <summary>Datasets of a fixture file: a hierarchy of roles, processes, the links between them, and lookups.</summary>
sealed class Fixture
{
    readonly Dictionary<string, GizmoDataset> _datasets = [];

    public Fixture(JsonElement json)
    {
        Today = DateTime.Parse(json.GetProperty("today").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        string[] dates = [.. json.GetProperty("date_properties").EnumerateArray().Select(d => d.GetString()!)];
        Dictionary<string, GizmoDataset> lookups = [];
        foreach (var lookup in json.GetProperty("lookups").EnumerateObject())
            lookups[lookup.Name] = new(JsonTables.Of(lookup.Name, lookup.Value, "id", "id", null, dates));
        foreach (var label in json.GetProperty("label").EnumerateObject())
        {
            var snapshot = JsonTables.Of(label.Name, json.GetProperty(label.Name), "id", label.Value.GetString()!, "parent_id", dates);
            var schema = GizmoSchema.Of(snapshot.Definition, p => Find(lookups, p.Key)?.Schema);
            _datasets[label.Name] = new(snapshot, schema, lookups: key => Find(lookups, key));
        }
        var links = new GizmoDataset(JsonTables.Of("links", json.GetProperty("links_roles_to_processes"), "from_id", "from_id", null, []));
        _ = new LinkTable("links", links, _datasets["roles"], _datasets["processes"]);
    }

    public DateTime Today { get; }

    public GizmoDataset this[string name] => _datasets[name];

    public EvaluationOptions Options => new() { Now = new DateTimeOffset(Today, TimeSpan.Zero).ToUnixTimeMilliseconds() };

    /// <summary>The result of an expression for a node, as JSON.</summary>
    public string Run(string expression, string dataset, string node, bool script = false)
    {
        var compilation = GizmoCompiler.Compile(expression, this[dataset].Schema);
        if (compilation.HasErrors)
            return compilation.Diagnostics[0].ParseError(expression);
        var result = compilation.Start(this[dataset], Options with { IsScript = script }).Run(this[dataset].RowOf(node));
        return result.Error ?? Show(result.Value);
    }

    public static string Show(Value value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ValueJson.Write(writer, value);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    static GizmoDataset? Find(Dictionary<string, GizmoDataset> lookups, string key) =>
        lookups.FirstOrDefault(l => l.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
}
