using System.Text.Json;

namespace Espalier.Engine.Tests.Gizmo;

/// <summary>Compares results: numbers within 1e-9 of each other, objects by the members that are expected.</summary>
static class JsonCompare
{
    public static bool Same(JsonElement expected, JsonElement actual, bool ordered = true)
    {
        if (expected.ValueKind != actual.ValueKind)
            return false;
        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                return Near(expected.GetDouble(), actual.GetDouble());
            case JsonValueKind.String:
                return expected.GetString() == actual.GetString();
            case JsonValueKind.Array:
                var a = expected.EnumerateArray().ToList();
                var b = actual.EnumerateArray().ToList();
                if (!ordered)
                    (a, b) = ([.. a.OrderBy(x => x.GetRawText(), StringComparer.Ordinal)], [.. b.OrderBy(x => x.GetRawText(), StringComparer.Ordinal)]);
                return a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second, ordered));
            case JsonValueKind.Object:
                return expected.EnumerateObject().All(p => actual.TryGetProperty(p.Name, out var other) && Same(p.Value, other, ordered));
            default:
                return true;
        }
    }

    public static bool Near(double a, double b) => a == b || Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
}
