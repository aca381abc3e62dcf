using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo.Binding;

/// <summary>
/// Finds out what names mean, which types and how many values pieces have, and which properties are read. What looks
/// wrong is told as a warning: it never stops an expression.
/// </summary>
sealed partial class Binder(GizmoSchema schema, DiagnosticBag problems)
{
    readonly Dictionary<Node, Known> _known = new(ReferenceEqualityComparer.Instance);
    readonly List<Dictionary<string, Known>> _scopes = [[]];
    Known? _implicit;

    public Reads Reads { get; } = new();

    /// <summary>What is known of a piece; nothing when it was not reached.</summary>
    public Known this[Node node] => _known.GetValueOrDefault(node);

    public Known Bind(Script script)
    {
        var last = Known.Nothing;
        Declare(script.Statements);
        foreach (var statement in script.Statements)
            last = BindStatement(statement);
        return last;
    }

    Known NodeOf(Relation relation, Shape shape) => new(GizmoType.Node, shape, schema, relation, IsOwn: true);

    Known Bind(Node node) => _known[node] = BindOne(node);

    Known BindOne(Node node)
    {
        switch (node)
        {
            case NumberNode: return Known.Raw(GizmoType.Number);
            case TextNode: return Known.Raw(GizmoType.Text);
            case BooleanNode: return Known.Raw(GizmoType.Boolean);
            case BlankNode or ThisNode: return Known.Raw(GizmoType.Blank);
            case RegexNode: return Known.Raw(GizmoType.Function);
            case NameNode n: return BindName(n, isPath: false);
            case MemberNode n: return BindMember(n, BindTarget(n.Target), null);
            case IndexNode n: return BindIndex(n);
            case CallNode n: return BindCall(n);
            case BinaryNode n: return BindBinary(n);
            case UnaryNode n:
                WarnMany(n.Operand, Bind(n.Operand));
                return Known.Raw(n.Sign switch { "!" => GizmoType.Boolean, "typeof" => GizmoType.Text, _ => GizmoType.Number });
            case ConditionalNode n:
                WarnMany(n.Condition, Bind(n.Condition));
                return Either(Bind(n.Then), Bind(n.Else));
            case FunctionNode n:
                BindFunction(n, []);
                return Known.Raw(GizmoType.Function);
            case ArrayNode n:
                BindAll(n.Items);
                return Known.Raw(GizmoType.Array);
            case ObjectNode n:
                foreach (var field in n.Fields)
                    Bind(field.Value);
                return Known.Raw(GizmoType.Object);
            case TemplateNode n:
                BindAll(n.Parts);
                return Known.Raw(GizmoType.Text);
            case AssignNode n: return BindAssign(n);
            case NewNode n:
                BindAll(n.Arguments);
                return Known.Raw(GizmoType.Object);
            case SequenceNode n:
                BindAll(n.Items);
                return _known[n.Items[^1]];
            default: return Known.Nothing;
        }
    }

    void BindAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
            Bind(node);
    }

    static Known Either(Known a, Known b) =>
        a.Type == GizmoType.Blank ? b with { Shape = b.Shape == a.Shape ? a.Shape : Shape.Any }
        : b.Type == GizmoType.Blank ? a with { Shape = b.Shape == a.Shape ? a.Shape : Shape.Any }
        : new(a.Type == b.Type ? a.Type : GizmoType.Any, a.Shape == b.Shape ? a.Shape : Shape.Any,
            a.Schema == b.Schema ? a.Schema : null, a.Relation == b.Relation ? a.Relation : Relation.All, a.IsOwn && b.IsOwn);

    /// <summary>What stands before a dot.</summary>
    Known BindTarget(Node node) => node is NameNode name ? _known[node] = BindName(name, isPath: true) : Bind(node);

    Known BindName(NameNode node, bool isPath)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
            if (_scopes[i].TryGetValue(node.Name, out var variable))
                return variable;
        if (_implicit is { } item && TryMember(item, node.Name, isPath) is { } member)
            return member;
        switch (node.Name)
        {
            case "node":
                return NodeOf(Relation.Self, Shape.One);
            case "Blank":
                return Known.Raw(GizmoType.Blank);
            case "global" or "Object":
                return Known.Raw(GizmoType.Object);
        }
        // Who asks, and what is looked at, is not part of the data.
        Reads.IsVolatile |= node.Name is "user" or "view" or "event" or "global" or "api";
        if (Catalogue.HostOf(node.Name) is not null)
            return new(GizmoType.Object, Shape.Any);
        var near = Suggestions.Nearest(node.Name, _scopes.SelectMany(s => s.Keys).Concat(Catalogue.Hosts).Append("node"))
            ?? (schema.Keys.Find(node.Name) is { } property ? "node." + property.Key : null);
        problems.Warn("W-UNDEF", node.Span, $"there is nothing called `{node.Name}`", near);
        return Known.Raw(GizmoType.Blank);
    }

    Known BindBinary(BinaryNode node)
    {
        Known left = Bind(node.Left), right = Bind(node.Right);
        switch (node.Sign)
        {
            case "&&" or "||" or "??":
                WarnMany(node.Left, left);
                return Either(left, right);
            case "==" or "!=" or "===" or "!==" when left.IsCollection && right.IsCollection && (IsNew(node.Left) || IsNew(node.Right)) && schema.Switches.CollectionEquality == CollectionEquality.Identity:
                problems.Warn("W-EQ", node.Span, $"two collections are never the same, so this is always {(node.Sign[0] == '!' ? "true" : "false")}; use `isEq`, or `.value` on the right", "isEq");
                break;
            case "==" or "!=" or "===" or "!==" when left.IsCollection && right.IsCollection && schema.Switches.CollectionEquality == CollectionEquality.Identity:
                break;
            default:
                WarnMany(node.Left, left);
                WarnMany(node.Right, right);
                break;
        }
        if (node.Sign == "+")
            return Known.Raw(_implicit is not null || left.Type == GizmoType.Number && right.Type == GizmoType.Number ? GizmoType.Number
                : left.Type == GizmoType.Text || right.Type == GizmoType.Text ? GizmoType.Text : GizmoType.Any);
        return Known.Raw(node.Sign is "-" or "*" or "/" or "%" ? GizmoType.Number : GizmoType.Boolean);
    }

    /// <summary>Whether a piece gives another collection each time, which a variable does not.</summary>
    public static bool IsNew(Node node) => node is MemberNode or IndexNode or CallNode { Callee: MemberNode { Name: not ("foreach" or "setproperty") } or NameNode };

    void WarnMany(Node node, Known known)
    {
        if (known.Shape == Shape.Many && known.Type != GizmoType.Any)
            problems.Warn("W-MULTI", node.Span, "only the first of several values counts here");
    }

    Known BindAssign(AssignNode node)
    {
        var value = Bind(node.Value);
        if (node.Target is not NameNode name)
        {
            Bind(node.Target);
            return value;
        }
        for (var i = _scopes.Count - 1; i >= 0; i--)
            if (_scopes[i].ContainsKey(name.Name))
            {
                _scopes[i][name.Name] = Known.Nothing;
                return value;
            }
        _scopes[0][name.Name] = value;
        return value;
    }

    Known BindFunction(FunctionNode node, Known[] parameters)
    {
        _scopes.Add([]);
        if (node.Name is { } name)
            _scopes[^1][name] = Known.Raw(GizmoType.Function);
        for (var i = 0; i < node.Parameters.Length; i++)
            _scopes[^1][node.Parameters[i]] = i < parameters.Length ? parameters[i] : Known.Nothing;
        var result = node.Body is Block ? BindStatement(node.Body) : Bind(node.Body);
        _scopes.RemoveAt(_scopes.Count - 1);
        _known[node] = Known.Raw(GizmoType.Function);
        return node.Body is Block ? Known.Nothing : result;
    }

    void Declare(IEnumerable<Node> statements)
    {
        foreach (var statement in statements)
            if (statement is FunctionDeclaration { Function.Name: { } name })
                _scopes[^1][name] = Known.Raw(GizmoType.Function);
    }

    Known BindStatement(Node statement)
    {
        switch (statement)
        {
            case ExpressionStatement n:
                return Bind(n.Expression);
            case Block n:
                _scopes.Add([]);
                Declare(n.Statements);
                var last = Known.Nothing;
                foreach (var inner in n.Statements)
                    last = BindStatement(inner);
                _scopes.RemoveAt(_scopes.Count - 1);
                return last;
            case Declaration n:
                foreach (var variable in n.Variables)
                    _scopes[n.Keyword == "var" ? 0 : ^1][variable.Name] = variable.Value is { } value ? Bind(value) : Known.Nothing;
                return Known.Nothing;
            case If n:
                WarnMany(n.Condition, Bind(n.Condition));
                var then = BindStatement(n.Then);
                return n.Else is { } other ? Either(then, BindStatement(other)) : Either(then, Known.Raw(GizmoType.Blank));
            case FunctionDeclaration n:
                BindFunction(n.Function, []);
                return Known.Nothing;
            case Return n:
                return n.Value is { } returned ? Bind(returned) : Known.Nothing;
            case For n:
                _scopes.Add([]);
                if (n.First is Declaration first)
                    BindStatement(first);
                else if (n.First is not null)
                    Bind(n.First);
                BindAll(new[] { n.Condition, n.Step }.OfType<Node>());
                BindStatement(n.Body);
                _scopes.RemoveAt(_scopes.Count - 1);
                return Known.Nothing;
            case ForOf n:
                _scopes.Add([]);
                var items = Bind(n.Items);
                _scopes[^1][n.Name] = items.IsNodes ? items with { Shape = Shape.One } : Known.Nothing;
                BindStatement(n.Body);
                _scopes.RemoveAt(_scopes.Count - 1);
                return Known.Nothing;
            case While n:
                Bind(n.Condition);
                BindStatement(n.Body);
                return Known.Nothing;
            case Switch n:
                Bind(n.Value);
                foreach (var branch in n.Cases)
                {
                    if (branch.Test is { } test)
                        Bind(test);
                    foreach (var inner in branch.Statements)
                        BindStatement(inner);
                }
                return Known.Nothing;
            default:
                return Known.Nothing;
        }
    }
}
