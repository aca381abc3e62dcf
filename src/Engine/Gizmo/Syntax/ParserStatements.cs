using System.Collections.Immutable;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>The statements of the language.</summary>
sealed partial class Parser
{
    Script ReadScript()
    {
        var statements = ImmutableArray.CreateBuilder<Node>();
        while (Now.Kind != TokenKind.End)
            ReadInto(statements);
        return new(new(0, _source.Length), statements.ToImmutable());
    }

    /// <summary>One statement, and always at least one token.</summary>
    void ReadInto(ImmutableArray<Node>.Builder statements)
    {
        var before = _at;
        statements.Add(ReadStatement());
        if (_at > before)
            return;
        if (!_problems.HasErrors)
            Error($"`{Show(Now)}` cannot stand here");
        _at++;
    }

    Block ReadBlock()
    {
        var start = Now.Span;
        Expect("{");
        var statements = ImmutableArray.CreateBuilder<Node>();
        while (!Now.Is("}") && Now.Kind != TokenKind.End)
            ReadInto(statements);
        Expect("}");
        return new(start.To(Last), statements.ToImmutable());
    }

    Node ReadStatement()
    {
        if (++_depth > MostDepth)
            return TooDeep();
        var statement = ReadOneStatement();
        _depth--;
        return statement;
    }

    Node ReadOneStatement()
    {
        var token = Now;
        if (token.Kind == TokenKind.Sign)
            switch (token.Text)
            {
                case ";":
                    _at++;
                    return new Empty(token.Span);
                case "{":
                    return ReadBlock();
                case "}":
                    Error("`}` has no beginning");
                    _at++;
                    return new Empty(token.Span);
            }
        if (token.Kind == TokenKind.Name)
            switch (token.Text)
            {
                case "var" or "let" or "const":
                    return ReadDeclaration(needsEnd: true);
                case "if":
                    return ReadIf();
                case "function" when _tokens[_at + 1].Kind == TokenKind.Name:
                    var function = ReadFunction();
                    return new FunctionDeclaration(function.Span, function);
                case "return":
                    return ReadReturn();
                case "for":
                    return ReadFor();
                case "while":
                    return ReadWhile();
                case "do":
                    return ReadDo();
                case "switch":
                    return ReadSwitch();
                case "break" or "continue":
                    _at++;
                    End();
                    return new Jump(token.Span, token.Text == "break");
            }
        var expression = ReadExpression();
        End(expression);
        return new ExpressionStatement(expression.Span, expression);
    }

    /// <summary>A semicolon, or a place where JavaScript would put one; also an <c>else</c>.</summary>
    void End(Node? before = null)
    {
        if (Take(";") || Now.Is("}") || Now.Kind == TokenKind.End || Now.AfterLine || Now.IsWord("else"))
            return;
        var word = (before as CallNode)?.Callee as NameNode ?? before as NameNode;
        var suggestion = word is null ? null : Suggestions.Nearest(word.Name, Keywords.All);
        _problems.Error("E-SYNTAX", suggestion is null ? Now.Span : word!.Span, "missing ; before statement", suggestion);
    }

    Declaration ReadDeclaration(bool needsEnd)
    {
        var start = Next();
        var variables = ImmutableArray.CreateBuilder<Variable>();
        Node? last = null;
        do
        {
            if (Now.Kind != TokenKind.Name || Now.IsKeyword)
            {
                Error("a variable's name is missing");
                break;
            }
            var name = Next().Text;
            variables.Add(new(name, last = Take("=") ? ReadAssign() : null));
        }
        while (Take(","));
        if (needsEnd)
            End(last);
        return new(start.Span.To(Last), start.Text, variables.ToImmutable());
    }

    If ReadIf()
    {
        var start = Next().Span;
        var condition = ReadBracketed();
        TakeWord("then");
        var then = ReadStatement();
        var other = TakeWord("else") ? ReadStatement() : null;
        return new(start.To(Last), condition, then, other);
    }

    Node ReadBracketed()
    {
        Expect("(");
        var inner = ReadExpression();
        Expect(")");
        return inner;
    }

    Return ReadReturn()
    {
        var start = Next().Span;
        var value = Now.Is(";") || Now.Is("}") || Now.AfterLine || Now.IsWord("else") ? null : ReadExpression();
        End(value);
        return new(start.To(Last), value);
    }

    Node ReadFor()
    {
        var start = Next().Span;
        Expect("(");
        var declares = Now.Text is "var" or "let" or "const" && Now.Kind == TokenKind.Name;
        if (_tokens[Math.Min(_at + (declares ? 2 : 1), _tokens.Count - 1)].IsWord("of"))
        {
            var keyword = declares ? Next().Text : null;
            var name = Next().Text;
            _at++;
            var items = ReadExpression();
            Expect(")");
            var each = ReadStatement();
            return new ForOf(start.To(Last), keyword, name, items, each);
        }
        Node? first = Now.Is(";") ? null : declares ? ReadDeclaration(needsEnd: false) : ReadExpression();
        Expect(";");
        var condition = Now.Is(";") ? null : ReadExpression();
        Expect(";");
        var step = Now.Is(")") ? null : ReadExpression();
        Expect(")");
        var body = ReadStatement();
        return new For(start.To(Last), first, condition, step, body);
    }

    While ReadWhile()
    {
        var start = Next().Span;
        var condition = ReadBracketed();
        var body = ReadStatement();
        return new(start.To(Last), condition, body, BodyFirst: false);
    }

    While ReadDo()
    {
        var start = Next().Span;
        var body = ReadStatement();
        if (!TakeWord("while"))
            Error("`while` is missing");
        var condition = ReadBracketed();
        Take(";");
        return new(start.To(Last), condition, body, BodyFirst: true);
    }

    Switch ReadSwitch()
    {
        var start = Next().Span;
        var value = ReadBracketed();
        Expect("{");
        var cases = ImmutableArray.CreateBuilder<Case>();
        while (Now.IsWord("case") || Now.IsWord("default"))
        {
            var test = Next().Text == "case" ? ReadExpression() : null;
            Expect(":");
            var statements = ImmutableArray.CreateBuilder<Node>();
            while (!(Now.IsWord("case") || Now.IsWord("default") || Now.Is("}") || Now.Kind == TokenKind.End))
                ReadInto(statements);
            cases.Add(new(test, statements.ToImmutable()));
        }
        Expect("}");
        return new(start.To(Last), value, cases.ToImmutable());
    }
}
