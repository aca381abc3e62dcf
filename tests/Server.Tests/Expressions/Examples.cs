using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Expressions;

/// <summary>The documented examples of the language, where the file of them is at hand: set GIZMO_EXAMPLES, or keep it beside the clone.</summary>
static class Examples
{
    public static JsonElement Read()
    {
        var file = Environment.GetEnvironmentVariable("GIZMO_EXAMPLES") is { Length: > 0 } given ? given : Repository.SharedFile("spec", "gizmo-examples.json");
        return JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.Clone();
    }

    public static IEnumerable<JsonElement> With(this JsonElement file, string member) =>
        file.GetProperty("examples").EnumerateArray().Where(e => e.TryGetProperty(member, out _));

    public static string Text(this JsonElement example, string member) => example.GetProperty(member).GetString()!;

    /// <summary>Whether results agree: numbers within 1e-9, or nearer where the example says so; objects by the members that are expected.</summary>
    public static bool Same(JsonElement expected, JsonElement actual, bool ordered = true, double tolerance = 0)
    {
        if (expected.ValueKind != actual.ValueKind)
            return false;
        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                double a = expected.GetDouble(), b = actual.GetDouble();
                return Math.Abs(a - b) <= Math.Max(tolerance, 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))));
            case JsonValueKind.String:
                return expected.GetString() == actual.GetString();
            case JsonValueKind.Array:
                var (first, second) = (expected.EnumerateArray().ToList(), actual.EnumerateArray().ToList());
                if (!ordered)
                    (first, second) = (Sorted(first), Sorted(second));
                return first.Count == second.Count && first.Zip(second).All(p => Same(p.First, p.Second, ordered, tolerance));
            case JsonValueKind.Object:
                return expected.EnumerateObject().All(p => actual.TryGetProperty(p.Name, out var other) && Same(p.Value, other, ordered, tolerance));
            default:
                return true;
        }
    }

    static List<JsonElement> Sorted(List<JsonElement> list) => [.. list.OrderBy(e => e.GetRawText(), StringComparer.Ordinal)];
}
