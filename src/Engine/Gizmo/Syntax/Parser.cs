using System.Collections.Immutable;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Turns a text into nodes. After a mistake it goes on, so that all mistakes are told at once.</summary>
sealed partial class Parser
{
    /// <summary>Deeper nesting is refused: no text may exhaust the stack.</summary>
    const int MostDepth = 200;

    static readonly string[][] Levels =
    [
        ["??"], ["||"], ["&&"], ["==", "!=", "===", "!=="], ["<", ">", "<=", ">=", "in"], ["+", "-"], ["*", "/", "%"],
    ];

    static readonly string[] Assignments = ["=", "+=", "-=", "*=", "/=", "%="];

    readonly string _source;
    readonly DiagnosticBag _problems;
    readonly List<Token> _tokens;
    int _at;
    int _depth;

    Parser(string source, List<Token> tokens, DiagnosticBag problems)
    {
        _source = source;
        _tokens = tokens;
        _problems = problems;
    }

    public static Script Parse(string source, DiagnosticBag problems) =>
        new Parser(source, Lexer.Read(source, problems), problems).ReadScript();

    Token Now => _tokens[_at];

    Token Next() => Now.Kind == TokenKind.End ? Now : _tokens[_at++];

    Span Last => _at == 0 ? new(0, 0) : _tokens[_at - 1].Span;

    bool Take(string sign)
    {
        if (!Now.Is(sign))
            return false;
        _at++;
        return true;
    }

    bool TakeWord(string word)
    {
        if (!Now.IsWord(word))
            return false;
        _at++;
        return true;
    }

    void Expect(string sign)
    {
        if (!Take(sign))
            Error(Now.Kind == TokenKind.End ? $"`{sign}` is missing at the end" : $"`{sign}` is missing before `{Show(Now)}`");
    }

    void Error(string message, string? suggestion = null) => _problems.Error("E-SYNTAX", Now.Span, message, suggestion);

    string Show(Token token) => token.Kind == TokenKind.End ? "the end" : _source[token.Span.Start..Math.Min(token.Span.End, token.Span.Start + 20)];

    /// <summary>expr = assign { "," assign }</summary>
    Node ReadExpression()
    {
        var first = ReadAssign();
        if (!Now.Is(","))
            return first;
        var items = ImmutableArray.CreateBuilder<Node>();
        items.Add(first);
        while (Take(","))
            items.Add(ReadAssign());
        return new SequenceNode(first.Span.To(Last), items.ToImmutable());
    }

    Node ReadAssign()
    {
        if (++_depth > MostDepth)
            return TooDeep();
        var node = IsLambda() ? ReadLambda() : ReadConditional();
        if (Now.Kind == TokenKind.Sign && Assignments.Contains(Now.Text))
        {
            if (node is not (NameNode or MemberNode or IndexNode))
                Error("only a variable or a field can be given a value", Now.Text == "=" ? "==" : null);
            var sign = Next().Text;
            var value = ReadAssign();
            node = new AssignNode(node.Span.To(value.Span), sign, node, value);
        }
        _depth--;
        return node;
    }

    BlankNode TooDeep()
    {
        _problems.Error("E-DEPTH", Now.Span, "this is nested too deeply");
        _at = _tokens.Count - 1;
        _depth--;
        return new BlankNode(Now.Span);
    }

    bool IsLambda()
    {
        if (Now.Kind == TokenKind.Name && !Now.IsKeyword)
            return _tokens[_at + 1].Is("=>");
        if (!Now.Is("("))
            return false;
        var at = _at + 1;
        while (_tokens[at] is { Kind: TokenKind.Name } || _tokens[at].Is(","))
            at++;
        return _tokens[at].Is(")") && _tokens[at + 1].Is("=>");
    }

    FunctionNode ReadLambda()
    {
        var start = Now.Span;
        var parameters = Now.Is("(") ? ReadParameters() : [Next().Text];
        Expect("=>");
        Node body = Now.Is("{") ? ReadBlock() : ReadAssign();
        return new(start.To(body.Span), null, parameters, body, IsLambda: true);
    }

    ImmutableArray<string> ReadParameters()
    {
        Expect("(");
        var names = ImmutableArray.CreateBuilder<string>();
        while (Now.Kind == TokenKind.Name)
        {
            names.Add(Next().Text);
            if (!Take(","))
                break;
        }
        Expect(")");
        return names.ToImmutable();
    }

    Node ReadConditional()
    {
        var condition = ReadBinary(0);
        if (!Take("?"))
            return condition;
        var then = ReadAssign();
        Expect(":");
        var other = ReadAssign();
        return new ConditionalNode(condition.Span.To(other.Span), condition, then, other);
    }

    Node ReadBinary(int level)
    {
        if (level == Levels.Length)
            return ReadUnary();
        var left = ReadBinary(level + 1);
        var terms = 0;
        while (Now.Kind is TokenKind.Sign or TokenKind.Name && Levels[level].Contains(Now.Text))
        {
            if (++terms > 1000)
                return TooDeep();
            var sign = Next().Text;
            var right = ReadBinary(level + 1);
            left = new BinaryNode(left.Span.To(right.Span), sign, left, right);
        }
        return left;
    }

    Node ReadUnary()
    {
        if (!(Now.Is("!") || Now.Is("-") || Now.Is("+") || Now.IsWord("typeof")))
            return ReadPostfix(ReadPrimary());
        if (++_depth > MostDepth)
            return TooDeep();
        var sign = Next();
        var operand = ReadUnary();
        _depth--;
        return new UnaryNode(sign.Span.To(operand.Span), sign.Text, operand);
    }

    Node ReadPostfix(Node node, bool calls = true)
    {
        for (var links = 0; ; links++)
        {
            if (links > 1000)
                return TooDeep();
            if (Take("."))
            {
                var name = Now;
                if (name.Kind == TokenKind.Name)
                    _at++;
                else
                    Error("a name is missing after the dot");
                node = new MemberNode(node.Span.To(Last), node, name.Kind == TokenKind.Name ? name.Text : "", name.Span);
            }
            else if (Now.Is("[") && !Now.AfterLine)
            {
                _at++;
                var index = ReadExpression();
                Expect("]");
                node = new IndexNode(node.Span.To(Last), node, index);
            }
            else if (calls && Now.Is("(") && !Now.AfterLine)
            {
                var arguments = ReadArguments();
                node = new CallNode(node.Span.To(Last), node, arguments);
            }
            else
                return node;
        }
    }

    ImmutableArray<Node> ReadArguments()
    {
        Expect("(");
        var arguments = ReadList(")");
        Expect(")");
        return arguments;
    }

    /// <summary>Items with commas between them, and perhaps one behind the last, up to the closing sign.</summary>
    ImmutableArray<Node> ReadList(string close)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!Now.Is(close) && Now.Kind != TokenKind.End)
        {
            var before = _at;
            items.Add(ReadAssign());
            if (!Take(",") || _at == before)
                break;
        }
        return items.ToImmutable();
    }

    Node ReadPrimary()
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new NumberNode(token.Span, token.Number);
            case TokenKind.Text:
                _at++;
                return new TextNode(token.Span, token.Text);
            case TokenKind.Regex:
                _at++;
                return ReadRegex(token);
            case TokenKind.Template:
                _at++;
                return ReadTemplate(token);
            case TokenKind.Name:
                return ReadWord(token);
            case TokenKind.Sign when token.Text == "(":
                _at++;
                var inner = ReadExpression();
                Expect(")");
                return inner;
            case TokenKind.Sign when token.Text == "[":
                _at++;
                var items = ReadList("]");
                Expect("]");
                return new ArrayNode(token.Span.To(Last), items);
            case TokenKind.Sign when token.Text == "{":
                return ReadObject();
            default:
                Error(token.Kind == TokenKind.End ? "something is missing at the end" : $"`{Show(token)}` cannot stand here");
                if (token.Kind == TokenKind.Sign && token.Text is not (")" or "]" or "}" or ";" or ","))
                    _at++;
                return new BlankNode(token.Span);
        }
    }

    Node ReadWord(Token token)
    {
        switch (token.Text)
        {
            case "function":
                return ReadFunction();
            case "new":
                _at++;
                var callee = ReadPostfix(ReadPrimary(), calls: false);
                ImmutableArray<Node> arguments = Now.Is("(") ? ReadArguments() : [];
                return new NewNode(token.Span.To(Last), callee, arguments);
        }
        Node? node = token.Text switch
        {
            "true" or "false" => new BooleanNode(token.Span, token.Text == "true"),
            "null" or "undefined" => new BlankNode(token.Span),
            "this" => new ThisNode(token.Span),
            _ => token.IsKeyword ? null : new NameNode(token.Span, token.Text),
        };
        if (node is null)
        {
            Error($"`{token.Text}` cannot stand here");
            node = new BlankNode(token.Span);
        }
        _at++;
        return node;
    }

    RegexNode ReadRegex(Token token)
    {
        if (token.Flags.Except("gimsuy").Any())
            _problems.Error("E-REGEX", token.Span, $"unknown flags `{token.Flags}`");
        if (Patterns.TryMake(token.Text, token.Flags) is null)
            _problems.Error("E-REGEX", token.Span, "this is not a regular expression");
        return new(token.Span, token.Text, token.Flags);
    }

    TemplateNode ReadTemplate(Token token)
    {
        var parts = ImmutableArray.CreateBuilder<Node>();
        foreach (var tokens in token.Template!.Parts)
        {
            var inner = new Parser(_source, tokens, _problems) { _depth = _depth + 1 };
            parts.Add(inner._depth > MostDepth ? TooDeep() : inner.ReadWhole());
        }
        return new(token.Span, [.. token.Template.Texts], parts.ToImmutable());
    }

    Node ReadWhole()
    {
        var node = ReadExpression();
        if (Now.Kind != TokenKind.End)
            Error($"`{Show(Now)}` cannot stand here");
        return node;
    }

    ObjectNode ReadObject()
    {
        var start = Now.Span;
        Expect("{");
        var fields = ImmutableArray.CreateBuilder<Field>();
        while (!Now.Is("}") && Now.Kind != TokenKind.End)
        {
            if (Now.Kind is not (TokenKind.Name or TokenKind.Text or TokenKind.Number))
            {
                Error("a field's name is missing");
                break;
            }
            var key = Next().Text;
            Expect(":");
            fields.Add(new(key, ReadAssign()));
            if (!Take(","))
                break;
        }
        Expect("}");
        return new(start.To(Last), fields.ToImmutable());
    }

    FunctionNode ReadFunction()
    {
        var start = Next().Span;
        var name = Now.Kind == TokenKind.Name ? Next().Text : null;
        var parameters = ReadParameters();
        var body = ReadBlock();
        return new(start.To(body.Span), name, parameters, body, IsLambda: false);
    }
}
