using System.Collections.Immutable;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>The statements. The value of the last expression statement is kept as the result.</summary>
sealed partial class Evaluator
{
    /// <summary>How a statement ended.</summary>
    enum Completion : byte
    {
        Normal,
        Return,
        Break,
        Continue,
    }

    Value _result;

    Completion RunAll(ImmutableArray<Node> statements, Scope scope)
    {
        foreach (var statement in statements)
            if (statement is FunctionDeclaration { Function: { Name: { } name } function })
                scope.Declare(name, Value.Of(new Closure(function, scope, _implicit)));
        foreach (var statement in statements)
            if (Run(statement, scope) is var ended and not Completion.Normal)
                return ended;
        return Completion.Normal;
    }

    Value RunFunction(Block body, Scope scope)
    {
        var outer = _result;
        _result = Value.Blank;
        RunAll(body.Statements, scope);
        var result = _result;
        _result = outer;
        return result;
    }

    Completion Run(Node statement, Scope scope)
    {
        Budget.Step();
        switch (statement)
        {
            case ExpressionStatement n:
                _result = Evaluate(n.Expression, scope);
                return Completion.Normal;
            case Declaration n:
                foreach (var variable in n.Variables)
                    if (variable.Value is { } value)
                        scope.Declare(variable.Name, Evaluate(value, scope), n.Keyword);
                    else if (n.Keyword != "var" || !scope.TryGet(variable.Name, out _))
                        scope.Declare(variable.Name, Value.Blank, n.Keyword);
                return Completion.Normal;
            case Block n:
                return RunAll(n.Statements, new Scope(scope, isFunction: false));
            case If n:
                _result = Value.Blank;
                return Coercion.IsTrue(Evaluate(n.Condition, scope)) ? Run(n.Then, scope)
                    : n.Else is { } other ? Run(other, scope) : Completion.Normal;
            case Return n:
                _result = n.Value is { } returned ? Evaluate(returned, scope) : Value.Blank;
                return Completion.Return;
            case Jump n:
                return n.IsBreak ? Completion.Break : Completion.Continue;
            case For n:
                return RunFor(n, new Scope(scope, isFunction: false));
            case ForOf n:
                return RunForOf(n, scope);
            case While n:
                return RunWhile(n, scope);
            case Switch n:
                return RunSwitch(n, new Scope(scope, isFunction: false));
            default:
                return Completion.Normal;
        }
    }

    Completion RunFor(For loop, Scope scope)
    {
        if (loop.First is Declaration declaration)
            Run(declaration, scope);
        else if (loop.First is { } first)
            Evaluate(first, scope);
        while (loop.Condition is null || Coercion.IsTrue(Evaluate(loop.Condition, scope)))
        {
            var ended = Run(loop.Body, scope);
            if (ended == Completion.Return)
                return ended;
            if (ended == Completion.Break)
                break;
            if (loop.Step is { } step)
                Evaluate(step, scope);
            Budget.Step();
        }
        return Completion.Normal;
    }

    Completion RunForOf(ForOf loop, Scope scope)
    {
        foreach (var item in ItemsOf(Evaluate(loop.Items, scope)))
        {
            var inner = new Scope(scope, isFunction: false);
            if (loop.Keyword is { } keyword)
                inner.Declare(loop.Name, item, keyword);
            else
                scope.Assign(loop.Name, item);
            var ended = Run(loop.Body, inner);
            if (ended == Completion.Return)
                return ended;
            if (ended == Completion.Break)
                break;
        }
        return Completion.Normal;
    }

    /// <summary>What a loop runs over: the items of a list, also those that it adds to an array, or the characters of a text.</summary>
    static IEnumerable<Value> ItemsOf(Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.EnumerateRunes().Select(rune => Value.Of(rune.ToString())),
        ValueKind.Array => ElementsOf(value.Array),
        _ => Members.LambdaItems(value),
    };

    static IEnumerable<Value> ElementsOf(ArrayValue array)
    {
        for (var i = 0; i < array.Count; i++)
            yield return array[i];
    }

    Completion RunWhile(While loop, Scope scope)
    {
        for (var first = loop.BodyFirst; first || Coercion.IsTrue(Evaluate(loop.Condition, scope)); first = false)
        {
            var ended = Run(loop.Body, scope);
            if (ended == Completion.Return)
                return ended;
            if (ended == Completion.Break)
                break;
            Budget.Step();
        }
        return Completion.Normal;
    }

    Completion RunSwitch(Switch node, Scope scope)
    {
        var value = Evaluate(node.Value, scope);
        var start = -1;
        for (var i = 0; i < node.Cases.Length && start < 0; i++)
            if (node.Cases[i].Test is { } test && Coercion.StrictEquals(Coercion.Scalar(value), Coercion.Scalar(Evaluate(test, scope))))
                start = i;
        for (var i = 0; i < node.Cases.Length && start < 0; i++)
            if (node.Cases[i].Test is null)
                start = i;
        for (var i = start; i >= 0 && i < node.Cases.Length; i++)
        {
            var ended = RunAll(node.Cases[i].Statements, scope);
            if (ended is Completion.Return or Completion.Continue)
                return ended;
            if (ended == Completion.Break)
                break;
        }
        return Completion.Normal;
    }
}
