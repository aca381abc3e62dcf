using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Writes nodes as text that parses to the same nodes. Equal texts mean equal expressions.</summary>
sealed class Printer
{
    const int Assignment = 1, Condition = 2, Lowest = 3, Unary = 10, Postfix = 11;

    static readonly Dictionary<string, int> Precedence = new(StringComparer.Ordinal)
    {
        ["??"] = 3, ["||"] = 4, ["&&"] = 5, ["=="] = 6, ["!="] = 6, ["==="] = 6, ["!=="] = 6,
        ["<"] = 7, [">"] = 7, ["<="] = 7, [">="] = 7, ["in"] = 7, ["+"] = 8, ["-"] = 8, ["*"] = 9, ["/"] = 9, ["%"] = 9,
    };

    readonly StringBuilder _text = new();

    public static string Print(Node node)
    {
        var printer = new Printer();
        printer.Write(node, 0);
        return printer._text.ToString();
    }

    void Write(Node node, int context)
    {
        var own = PrecedenceOf(node);
        if (own < context)
            _text.Append('(');
        Write(node);
        if (own < context)
            _text.Append(')');
    }

    static int PrecedenceOf(Node node) => node switch
    {
        SequenceNode => 0,
        AssignNode or FunctionNode { IsLambda: true } => Assignment,
        ConditionalNode => Condition,
        BinaryNode b => Precedence[b.Sign],
        UnaryNode => Unary,
        NumberNode { Value: < 0 } => Unary,
        NumberNode or FunctionNode or NewNode => Postfix,
        _ => Postfix + 1,
    };

    void Write(Node node)
    {
        switch (node)
        {
            case Script n: WriteAll(n.Statements, " "); break;
            case NumberNode n: _text.Append(n.Value.ToString("R", CultureInfo.InvariantCulture)); break;
            case TextNode n: WriteText(n.Value); break;
            case BooleanNode n: _text.Append(n.Value ? "true" : "false"); break;
            case BlankNode: _text.Append("null"); break;
            case RegexNode n: _text.Append('/').Append(n.Pattern).Append('/').Append(n.Flags); break;
            case TemplateNode n: WriteTemplate(n); break;
            case NameNode n: _text.Append(n.Name); break;
            case ThisNode: _text.Append("this"); break;
            case ArrayNode n: WriteList("[", n.Items, "]"); break;
            case ObjectNode n: WriteObject(n); break;
            case FunctionNode n: WriteFunction(n); break;
            case UnaryNode n: WriteUnary(n); break;
            case BinaryNode n:
                Write(n.Left, Precedence[n.Sign]);
                _text.Append(' ').Append(n.Sign).Append(' ');
                Write(n.Right, Precedence[n.Sign] + 1);
                break;
            case ConditionalNode n:
                Write(n.Condition, Lowest);
                _text.Append(" ? ");
                Write(n.Then, Assignment);
                _text.Append(" : ");
                Write(n.Else, Assignment);
                break;
            case AssignNode n:
                Write(n.Target, Postfix);
                _text.Append(' ').Append(n.Sign).Append(' ');
                Write(n.Value, Assignment);
                break;
            case MemberNode n:
                Write(n.Target, n.Target is NumberNode ? Postfix + 1 : Postfix);
                _text.Append('.').Append(n.Name);
                break;
            case IndexNode n:
                Write(n.Target, Postfix);
                _text.Append('[');
                Write(n.Index, 0);
                _text.Append(']');
                break;
            case CallNode n:
                Write(n.Callee, n.Callee is FunctionNode or NewNode ? Postfix + 1 : Postfix);
                WriteList("(", n.Arguments, ")");
                break;
            case NewNode n:
                _text.Append("new ");
                Write(n.Callee, Postfix + 1);
                WriteList("(", n.Arguments, ")");
                break;
            case SequenceNode n:
                WriteList("", n.Items, "");
                break;
            default: WriteStatement(node); break;
        }
    }

    void WriteStatement(Node node)
    {
        switch (node)
        {
            case ExpressionStatement n:
                // An object's brace would begin a block, and a function would be declared.
                var bare = !StartsLikeStatement(n.Expression);
                _text.Append(bare ? "" : "(");
                Write(n.Expression, 0);
                _text.Append(bare ? ";" : ");");
                break;
            case Block n:
                _text.Append("{ ");
                WriteAll(n.Statements, " ");
                _text.Append(" }");
                break;
            case Declaration n:
                WriteDeclaration(n);
                _text.Append(';');
                break;
            case FunctionDeclaration n: WriteFunction(n.Function); break;
            case If n:
                WriteHead("if (", n.Condition);
                WriteBody(n.Then);
                if (n.Else is { } other)
                {
                    _text.Append(" else ");
                    WriteBody(other);
                }
                break;
            case Return n:
                _text.Append("return");
                if (n.Value is { } value)
                {
                    _text.Append(' ');
                    Write(value, 0);
                }
                _text.Append(';');
                break;
            case For n: WriteFor(n); break;
            case ForOf n:
                _text.Append("for (").Append(n.Keyword is null ? "" : n.Keyword + " ").Append(n.Name);
                WriteHead(" of ", n.Items);
                WriteBody(n.Body);
                break;
            case While { BodyFirst: true } n:
                _text.Append("do ");
                WriteBody(n.Body);
                WriteHead(" while (", n.Condition);
                _text.Append(';');
                break;
            case While n:
                WriteHead("while (", n.Condition);
                WriteBody(n.Body);
                break;
            case Switch n: WriteSwitch(n); break;
            case Jump n: _text.Append(n.IsBreak ? "break;" : "continue;"); break;
            default: _text.Append(';'); break;
        }
    }

    static bool StartsLikeStatement(Node node) => node switch
    {
        ObjectNode or FunctionNode { IsLambda: false } => true,
        MemberNode n => StartsLikeStatement(n.Target),
        IndexNode n => StartsLikeStatement(n.Target),
        CallNode n => StartsLikeStatement(n.Callee),
        BinaryNode n => StartsLikeStatement(n.Left),
        ConditionalNode n => StartsLikeStatement(n.Condition),
        AssignNode n => StartsLikeStatement(n.Target),
        SequenceNode n => StartsLikeStatement(n.Items[0]),
        _ => false,
    };

    /// <summary>A branch in braces, for an inner `if` would take the outer one's `else`.</summary>
    void WriteBody(Node body)
    {
        if (body is Block)
            Write(body);
        else
        {
            _text.Append("{ ");
            Write(body);
            _text.Append(" }");
        }
    }

    void WriteHead(string start, Node inner)
    {
        _text.Append(start);
        Write(inner, 0);
        _text.Append(") ");
    }

    void WriteUnary(UnaryNode node)
    {
        _text.Append(node.Sign).Append(node.Sign == "typeof" || node.Operand is UnaryNode ? " " : "");
        Write(node.Operand, Unary);
    }

    void WriteTemplate(TemplateNode node)
    {
        _text.Append('`');
        for (var i = 0; i < node.Texts.Length; i++)
        {
            _text.Append(node.Texts[i].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)
                .Replace("${", "\\${", StringComparison.Ordinal));
            if (i == node.Parts.Length)
                break;
            _text.Append("${");
            Write(node.Parts[i], 0);
            _text.Append('}');
        }
        _text.Append('`');
    }

    void WriteObject(ObjectNode node)
    {
        _text.Append('{');
        var separator = "";
        foreach (var field in node.Fields)
        {
            _text.Append(separator);
            WriteText(field.Key);
            _text.Append(": ");
            Write(field.Value, Assignment);
            separator = ", ";
        }
        _text.Append('}');
    }

    void WriteFunction(FunctionNode node)
    {
        _text.Append(node.IsLambda ? "(" : node.Name is null ? "function(" : $"function {node.Name}(")
            .AppendJoin(", ", node.Parameters).Append(node.IsLambda ? ") => " : ") ");
        if (node.IsLambda && node.Body is not Block && StartsLikeStatement(node.Body))
            WriteList("(", [node.Body], ")");
        else
            Write(node.Body, Assignment);
    }

    void WriteDeclaration(Declaration node)
    {
        _text.Append(node.Keyword).Append(' ');
        var separator = "";
        foreach (var variable in node.Variables)
        {
            _text.Append(separator).Append(variable.Name);
            if (variable.Value is { } value)
            {
                _text.Append(" = ");
                Write(value, Assignment);
            }
            separator = ", ";
        }
    }

    void WriteFor(For node)
    {
        _text.Append("for (");
        if (node.First is Declaration declaration)
            WriteDeclaration(declaration);
        else if (node.First is { } first)
            Write(first, 0);
        _text.Append("; ");
        if (node.Condition is { } condition)
            Write(condition, 0);
        _text.Append("; ");
        if (node.Step is { } step)
            Write(step, 0);
        _text.Append(") ");
        WriteBody(node.Body);
    }

    void WriteSwitch(Switch node)
    {
        WriteHead("switch (", node.Value);
        _text.Append("{ ");
        foreach (var branch in node.Cases)
        {
            _text.Append(branch.Test is null ? "default" : "case ");
            if (branch.Test is { } test)
                Write(test, 0);
            _text.Append(": ");
            WriteAll(branch.Statements, " ");
            _text.Append(' ');
        }
        _text.Append('}');
    }

    void WriteAll(ImmutableArray<Node> nodes, string separator)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            _text.Append(i == 0 ? "" : separator);
            Write(nodes[i]);
        }
    }

    void WriteList(string open, ImmutableArray<Node> items, string close)
    {
        _text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            Write(items[i], Assignment);
        }
        _text.Append(close);
    }

    /// <summary>Half a character, which a text may end with, is written too: so no encoder can be used that refuses it.</summary>
    void WriteText(string text)
    {
        _text.Append('"');
        foreach (var c in text)
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
                _text.Append(c);
            else
                _text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        _text.Append('"');
    }
}
