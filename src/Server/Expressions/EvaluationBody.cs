using System.Globalization;
using System.Text.Json;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Expressions;

/// <summary>What a request to evaluate an expression asks for.</summary>
/// <param name="Nodes">The autoId values as they were sent; null: every node.</param>
/// <param name="Today">Midnight of the day that is to be today; null: the real one.</param>
sealed record EvaluationBody(string Expression, IReadOnlyList<JsonElement>? Nodes, bool IsScript, DateTimeOffset? Today)
{
    /// <summary>Reads the body, an object, and notes all that is wrong with it but links.</summary>
    public static EvaluationBody Read(JsonField? body, Problems problems)
    {
        body?.RefuseOthers("expression", "nodes", "mode", "linkingRelationships", "today");
        var expression = body?.Required("expression")?.Text();
        var nodes = body?.Optional("nodes")?.Array();
        foreach (var node in nodes ?? [])
            if (node.Element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                node.Problem(Errors.FieldHasWrongType("the autoId value of a node"));
        var isScript = body?.Optional("mode")?.OneOf("expression", "script") == "script";
        return new(expression ?? "", nodes is null ? null : [.. nodes.Select(n => n.Element)], isScript, Day(body?.Optional("today")));
    }

    static DateTimeOffset? Day(JsonField? field)
    {
        if (field?.Text() is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
            return day;
        field.Problem(Errors.FieldHasWrongType("a day: yyyy-mm-dd"));
        return null;
    }
}
