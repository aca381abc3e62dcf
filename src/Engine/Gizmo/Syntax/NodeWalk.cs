namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Goes through the pieces of an expression.</summary>
static class NodeWalk
{
    /// <summary>The node and all within it.</summary>
    public static IEnumerable<Node> All(Node node)
    {
        var waiting = new Stack<Node>();
        waiting.Push(node);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next))
                if (child is not null)
                    waiting.Push(child);
        }
    }

    static IEnumerable<Node?> Children(Node node) => node switch
    {
        Script n => n.Statements,
        TemplateNode n => n.Parts,
        ArrayNode n => n.Items,
        ObjectNode n => n.Fields.Select(f => f.Value),
        FunctionNode n => [n.Body],
        UnaryNode n => [n.Operand],
        BinaryNode n => [n.Left, n.Right],
        ConditionalNode n => [n.Condition, n.Then, n.Else],
        AssignNode n => [n.Target, n.Value],
        MemberNode n => [n.Target],
        IndexNode n => [n.Target, n.Index],
        CallNode n => n.Arguments.Prepend(n.Callee),
        NewNode n => n.Arguments,
        SequenceNode n => n.Items,
        ExpressionStatement n => [n.Expression],
        Block n => n.Statements,
        Declaration n => n.Variables.Select(v => v.Value),
        FunctionDeclaration n => [n.Function],
        If n => [n.Condition, n.Then, n.Else],
        Return n => [n.Value],
        For n => [n.First, n.Condition, n.Step, n.Body],
        ForOf n => [n.Items, n.Body],
        While n => [n.Condition, n.Body],
        Switch n => n.Cases.SelectMany(c => c.Statements.Append(c.Test!)).Append(n.Value),
        _ => [],
    };
}
