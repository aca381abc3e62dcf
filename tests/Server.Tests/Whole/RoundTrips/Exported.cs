using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Espalier.Server.Tests.Whole.RoundTrips;

/// <summary>Makes actions of an export, in the simplest way there is: what people's scripts do.</summary>
static class Exported
{
    /// <summary>The payload and its target type.</summary>
    public static (string TargetType, byte[] Payload) AsActions(string format, byte[] export) => format switch
    {
        "csv" => ("csv", Separated(export, ',')),
        "tsv" => ("tsv", Separated(export, '\t')),
        "jsonObjects" => ("json", Actions(JsonNode.Parse(export)!.AsArray().Select(node => node!.AsObject()))),
        "jsonRows" => ("json", Actions(Rows(JsonNode.Parse(export)!))),
        _ => ("json", Actions(Columns(JsonNode.Parse(export)!))),
    };

    /// <summary>One more column at the left; a line break in a quoted cell is not the end of a row.</summary>
    static byte[] Separated(byte[] export, char separator)
    {
        var text = new StringBuilder("\uFEFF_action");
        var quoted = false;
        var atStart = true;
        foreach (var c in Encoding.UTF8.GetString(export).TrimStart('\uFEFF'))
        {
            if (atStart)
                text.Append(text.Length == 8 ? "" : "createOrUpdate").Append(separator);
            text.Append(c);
            quoted ^= c == '"';
            atStart = !quoted && c == '\n';
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<JsonObject> Rows(JsonNode export)
    {
        var keys = Keys(export);
        foreach (var row in export["rows"]!.AsArray())
        {
            row!.AsArray().Count.ShouldBe(keys.Count);
            yield return new(keys.Select((key, i) => KeyValuePair.Create(key, row[i]?.DeepClone())));
        }
    }

    static IEnumerable<JsonObject> Columns(JsonNode export)
    {
        var keys = Keys(export);
        var columns = export["columns"]!.AsArray().Select(column => column!.AsArray()).ToList();
        columns.Count.ShouldBe(keys.Count);
        for (var row = 0; row < columns[0].Count; row++)
            yield return new(keys.Select((key, i) => KeyValuePair.Create(key, columns[i][row]?.DeepClone())));
    }

    static List<string> Keys(JsonNode export) => [.. export["headers"]!.AsArray().Select(header => header!["key"]!.GetValue<string>())];

    static byte[] Actions(IEnumerable<JsonObject> items) => JsonSerializer.SerializeToUtf8Bytes(items.Select(item =>
    {
        var action = item.DeepClone().AsObject();
        action["_action"] = "createOrUpdate";
        return action;
    }));
}
