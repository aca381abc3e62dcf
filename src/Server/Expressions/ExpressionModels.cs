using System.Text.Json;

namespace Espalier.Server.Expressions;

/// <summary>An expression to be evaluated, as the API's document shows it.</summary>
/// <param name="Nodes">The autoId values of the nodes to evaluate it for; every node when it is left out.</param>
/// <param name="Mode"><c>expression</c>, the default, or <c>script</c>, which may use <c>global</c>.</param>
/// <param name="LinkingRelationships">Links datasets that <c>node.links</c> shall reach.</param>
/// <param name="Today">What <c>today()</c> gives, as yyyy-mm-dd.</param>
public sealed record EvaluationRequest(
    string Expression, IReadOnlyList<JsonElement>? Nodes, string? Mode, IReadOnlyList<EvaluationLink>? LinkingRelationships, string? Today);

/// <summary>A links dataset.</summary>
public sealed record EvaluationLink(string DatasetId);

/// <summary>What an expression gave.</summary>
/// <param name="Error">Why it was not evaluated: the first error of the diagnostics in one line.</param>
/// <param name="Plan"><c>columns</c> when it is computed for all nodes at once, else <c>nodes</c>.</param>
public sealed record EvaluationAnswer(
    IReadOnlyList<ExpressionDiagnostic> Diagnostics, string? Error, string Plan, IReadOnlyList<ExpressionResult> Results);

/// <summary>Something to tell about an expression.</summary>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Code"><c>E-…</c> or <c>W-…</c>.</param>
/// <param name="Line">Counted from 1, as the column is.</param>
/// <param name="Suggestion">A word that would make sense instead.</param>
public sealed record ExpressionDiagnostic(string Severity, string Code, string Message, ExpressionSpan Span, int Line, int Column, string? Suggestion);

/// <summary>A stretch of the expression's text, in UTF-16 units from 0; the end is the first one behind it.</summary>
public sealed record ExpressionSpan(int Start, int End);

/// <summary>The result for one node.</summary>
/// <param name="Node">The node's autoId value.</param>
/// <param name="Result">A scalar as it is, null for blank, an object or an array as such, <c>{"collection": […]}</c> for a collection.</param>
/// <param name="Error">Why the result is blank, if there is a reason.</param>
public sealed record ExpressionResult(JsonElement Node, JsonElement Result, string? Error);

/// <summary>An expression that somebody is writing.</summary>
/// <param name="Position">Where the caret stands, in UTF-16 units from 0; the end when it is left out.</param>
public sealed record CompletionRequest(string Expression, int? Position);

/// <summary>What an editor may offer.</summary>
public sealed record CompletionAnswer(IReadOnlyList<CompletionEntry> Completions);

/// <summary>A word that an editor may offer.</summary>
/// <param name="Kind"><c>property</c>, <c>generated</c>, <c>function</c>, <c>relation</c>, <c>global</c> or <c>keyword</c>.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Help">One line.</param>
public sealed record CompletionEntry(string Name, string Kind, string Type, string Help);
