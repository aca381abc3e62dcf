using Espalier.Server.Expressions;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of expressions.</summary>
static class ExpressionTexts
{
    const string Tag = "Expressions";

    public static readonly OperationText[] All =
    [
        new(Tag, "evaluateExpression", """
            Evaluates an expression of the language Gizmo for the nodes with these autoId values, or for every node. Nothing is
            stored. An expression with errors is no failure: the answer has its diagnostics and no results. Trouble of one node
            stands beside its blank result.
            """)
        {
            Query = [HistoryTexts.AsOf, QueryText.Flag("prefilter", true, "Whether nodes that the dataset's prefilter leaves out are not there.")],
            Body = new(typeof(EvaluationRequest), """{"expression": "node.d.salary.sum", "nodes": [1], "today": "2026-06-30"}"""),
            Answer = new(200, "What it gave, node by node.", typeof(EvaluationAnswer))
            {
                Example = """{"diagnostics": [], "plan": "columns", "results": [{"node": 1, "result": 250000}]}""",
            },
            Refusals = [404],
        },
        new(Tag, "completeExpression", "What an editor may offer at a place of an expression: properties, functions, relationships and words.")
        {
            Body = new(typeof(CompletionRequest), """{"expression": "node.sal", "position": 8}"""),
            Answer = new(200, "The names, each with one line of help.", typeof(CompletionAnswer))
            {
                Example = """{"completions": [{"name": "salary", "kind": "property", "type": "number", "help": "Salary"}]}""",
            },
            Refusals = [404],
        },
    ];
}
