using System.Runtime.CompilerServices;
using System.Text;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Runs an expression for one node after the other: the whole language, by its rules and without tricks.</summary>
sealed partial class Evaluator(Frame frame)
{
    Value _current;
    Value? _implicit;

    public Frame Frame => frame;

    public Budget Budget => frame.Budget;

    /// <summary>The node that <c>node</c> means, as a collection.</summary>
    public Value Current => _current;

    /// <summary>The result for one node.</summary>
    /// <exception cref="CellTrouble">Something went wrong at run time.</exception>
    public Value Run(Script script, int row)
    {
        Start(row);
        try
        {
            RunAll(script.Statements, new Scope(null, isFunction: true));
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            throw new CellTrouble("A regular expression takes too much time");
        }
        return _result;
    }

    /// <summary>The value of a piece of an expression at a row, which the names mean.</summary>
    public Value RunPiece(Node piece, int row, IReadOnlyCollection<string> names)
    {
        Start(row);
        var scope = new Scope(null, isFunction: true);
        foreach (var name in names)
            scope.Declare(name, _current);
        return RunPiece(() => names.Count == 0 && row >= 0 ? WithImplicit(_current, piece) : Evaluate(piece, scope));
    }

    /// <summary>The value of a piece that reads nothing but a value, by a name.</summary>
    public Value RunPiece(Node piece, string name, Value value)
    {
        Start(-1);
        var scope = new Scope(null, isFunction: true);
        scope.Declare(name, value);
        return RunPiece(() => Evaluate(piece, scope));
    }

    static Value RunPiece(Func<Value> run)
    {
        try
        {
            return run();
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            throw new CellTrouble("A regular expression takes too much time");
        }
    }

    void Start(int row)
    {
        Budget.Restart();
        Budget.ResetDepth();
        _implicit = null;
        _current = row < 0 ? Value.Of(Items.NoNodes) : Value.Of(Items.One(Value.Node(frame.Dataset, row)));
        _result = Value.Blank;
    }

    public Value Evaluate(Node node, Scope scope)
    {
        // What may be kept in great numbers costs more, for it takes memory.
        Budget.Step(node is ObjectNode or ArrayNode or FunctionNode or RegexNode or NewNode ? 5 : 1);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new CellTrouble("The expression is nested too deeply");
        return node switch
        {
            MemberNode n => Members.Get(this, Target(n.Target, scope), n.Name),
            NumberNode n => Value.Of(n.Value),
            TextNode n => Value.Of(n.Value),
            NameNode n => Name(n.Name, scope, isPath: false),
            CallNode n => Call(n, scope),
            BinaryNode n => Binary(n, scope),
            ConditionalNode n => Coercion.IsTrue(Evaluate(n.Condition, scope)) ? Evaluate(n.Then, scope) : Evaluate(n.Else, scope),
            BooleanNode n => Value.Of(n.Value),
            BlankNode or ThisNode => Value.Blank,
            UnaryNode n => Unary(n, scope),
            IndexNode n => Members.Index(this, Target(n.Target, scope), Evaluate(n.Index, scope)),
            FunctionNode n => Value.Of(new Closure(n, scope, _implicit)),
            ArrayNode n => Value.Of(EvaluateAll(n.Items, scope)),
            ObjectNode n => Object(n, scope),
            TemplateNode n => Template(n, scope),
            RegexNode n => Value.Of(new PatternValue(n.Pattern, n.Flags)),
            AssignNode n => Assign(n, scope),
            NewNode n => New(n),
            SequenceNode n => EvaluateAll(n.Items, scope)[^1],
            _ => throw new System.Diagnostics.UnreachableException($"{node}"),
        };
    }

    /// <summary>Evaluates a formula with the names of an item's properties in scope.</summary>
    public Value WithImplicit(Value item, Node formula)
    {
        var outer = _implicit;
        _implicit = item;
        try
        {
            return Evaluate(formula, new Scope(null, isFunction: true));
        }
        finally
        {
            _implicit = outer;
        }
    }

    /// <summary>What stands before a dot.</summary>
    Value Target(Node node, Scope scope) => node is NameNode { Name: var name } ? Name(name, scope, isPath: true) : Evaluate(node, scope);

    Value Name(string name, Scope scope, bool isPath)
    {
        if (scope.TryGet(name, out var value))
            return value;
        if (_implicit is { } item && Members.TryNamed(this, item, name, isPath, out value))
            return value;
        return name switch
        {
            "node" => _current,
            "Blank" => Value.Blank,
            "global" => Value.Of(frame.Global),
            _ => Catalogue.HostOf(name) is { } host ? Value.Of(host) : Value.Blank,
        };
    }

    Value[] EvaluateAll(System.Collections.Immutable.ImmutableArray<Node> nodes, Scope scope)
    {
        var values = new Value[nodes.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Evaluate(nodes[i], scope);
        return values;
    }

    Value Object(ObjectNode node, Scope scope)
    {
        var value = new ObjectValue();
        foreach (var field in node.Fields)
            value[field.Key] = Evaluate(field.Value, scope);
        return Value.Of(value);
    }

    Value Template(TemplateNode node, Scope scope)
    {
        var text = new StringBuilder(node.Texts[0]);
        for (var i = 0; i < node.Parts.Length; i++)
        {
            text.Append(Coercion.ToText(Coercion.Scalar(Evaluate(node.Parts[i], scope)))).Append(node.Texts[i + 1]);
            Budget.CheckLength(text.Length);
        }
        Budget.Make(text.Length);
        return Value.Of(text.ToString());
    }

    Value Call(CallNode node, Scope scope)
    {
        switch (node.Callee)
        {
            case MemberNode member:
                var target = Target(member.Target, scope);
                return Members.Call(this, target, member.Name, new(this, target, node.Arguments, scope));
            case NameNode name when !scope.TryGet(name.Name, out _):
                if (Catalogue.Find(On.Global, name.Name) is { } function)
                    return function.Run(new(this, Value.Blank, node.Arguments, scope));
                throw new CellTrouble($"There is no function `{name.Name}`");
            default:
                return Invoke(Evaluate(node.Callee, scope), EvaluateAll(node.Arguments, scope));
        }
    }

    /// <summary>Calls a value that should be a function.</summary>
    public Value Invoke(Value function, params ReadOnlySpan<Value> arguments)
    {
        if (function.Kind != ValueKind.Function)
            throw new CellTrouble(function.IsBlank ? "There is no such function" : "This is not a function");
        Budget.Enter();
        var result = function.Function.Invoke(this, arguments);
        Budget.Leave();
        return result;
    }

    static Value New(NewNode node) => node.Callee is NameNode { Name: "Object" }
        ? Value.Of(new ObjectValue())
        : throw new CellTrouble("Only `new Object()` is known");

    Value Unary(UnaryNode node, Scope scope)
    {
        var operand = Evaluate(node.Operand, scope);
        return node.Sign switch
        {
            "!" => Value.Of(!Coercion.IsTrue(operand)),
            "-" => Value.Of(-Number(operand)),
            "+" => Value.Of(Number(operand)),
            _ => Value.Of(TypeName(operand)),
        };
    }

    static string TypeName(Value value) => Coercion.Scalar(value).Kind switch
    {
        ValueKind.Number => "number",
        ValueKind.Text => "string",
        ValueKind.Boolean => "boolean",
        ValueKind.Function => "function",
        ValueKind.Blank => "undefined",
        _ => "object",
    };

    Value Binary(BinaryNode node, Scope scope)
    {
        var left = Evaluate(node.Left, scope);
        switch (node.Sign)
        {
            case "&&":
                return Coercion.IsTrue(left) ? Evaluate(node.Right, scope) : left;
            case "||":
                return Coercion.IsTrue(left) ? left : Evaluate(node.Right, scope);
            case "??":
                return Coercion.IsBlank(left) ? Evaluate(node.Right, scope) : left;
            default:
                return Operate(node.Sign, left, Evaluate(node.Right, scope));
        }
    }

    Value Operate(string sign, Value left, Value right) => sign switch
    {
        "+" => Add(Coercion.Scalar(left), Coercion.Scalar(right)),
        "-" => Value.Of(Number(left) - Number(right)),
        "*" => Value.Of(Number(left) * Number(right)),
        "/" => Value.Of(Number(left) / Number(right)),
        "%" => Value.Of(Number(left) % Number(right)),
        "<" => Value.Of(Coercion.Compare(left, right) < 0),
        ">" => Value.Of(Coercion.Compare(left, right) > 0),
        "<=" => Value.Of(Coercion.Compare(left, right) <= 0),
        ">=" => Value.Of(Coercion.Compare(left, right) >= 0),
        "==" => Value.Of(Coercion.LooseEquals(Compared(left), Compared(right))),
        "!=" => Value.Of(!Coercion.LooseEquals(Compared(left), Compared(right))),
        "===" => Value.Of(Coercion.StrictEquals(Compared(left), Compared(right))),
        "!==" => Value.Of(!Coercion.StrictEquals(Compared(left), Compared(right))),
        _ => Value.Of(Has(Coercion.Unwrap(right), Coercion.Scalar(left))),
    };

    /// <summary>Joins texts, if one of them is a text and no formula is being calculated; else adds numbers.</summary>
    Value Add(Value left, Value right)
    {
        if (_implicit is not null || !(IsText(left) || IsText(right)))
            return Value.Of(Number(left) + Number(right));
        string a = Coercion.ToText(left), b = Coercion.ToText(right);
        Budget.CheckText(a.Length + (long)b.Length);
        return Value.Of(a + b);
    }

    /// <summary>An operand as a number; in a formula what is none may count as 0.</summary>
    double Number(Value value)
    {
        var number = Coercion.ToNumber(value);
        return _implicit is not null && Switches.MathMissing == MissingOperand.Zero && double.IsNaN(number) ? 0 : number;
    }

    /// <summary>What an equality compares: collections themselves, or what is in them.</summary>
    Value Compared(Value value) => Switches.CollectionEquality == CollectionEquality.Value ? Coercion.Scalar(value) : value;

    GizmoSwitches Switches => frame.Dataset.Schema.Switches;

    static bool IsText(Value value) => value.Kind is ValueKind.Text or ValueKind.Array;

    static bool Has(Value container, Value key) => container.Kind switch
    {
        ValueKind.Object => container.Object.Has(Coercion.ToText(key)),
        ValueKind.Array => key.Kind == ValueKind.Number && key.Number >= 0 && key.Number < container.Array.Count,
        _ => false,
    };

    Value Assign(AssignNode node, Scope scope)
    {
        var value = Evaluate(node.Value, scope);
        if (node.Sign != "=")
            value = Operate(node.Sign[..1], Evaluate(node.Target, scope), value);
        switch (node.Target)
        {
            case NameNode name:
                scope.Assign(name.Name, value);
                return value;
            case MemberNode member:
                return SetField(Evaluate(member.Target, scope), member.Name, value);
            case IndexNode index:
                return SetAt(Coercion.Unwrap(Evaluate(index.Target, scope)), Coercion.Scalar(Evaluate(index.Index, scope)), value);
            default:
                throw new CellTrouble("Only a variable or a field can be given a value");
        }
    }

    Value SetAt(Value target, Value index, Value value)
    {
        if (target.Kind != ValueKind.Array || index.Kind != ValueKind.Number)
            return SetField(target, Coercion.ToText(index), value);
        target.Array.Set(Budget, index.Number, value);
        return value;
    }

    Value SetField(Value target, string key, Value value)
    {
        target = Coercion.Unwrap(target);
        if (target.Kind != ValueKind.Object)
            throw new CellTrouble(target.Kind switch
            {
                ValueKind.Array => "An array has no fields to set, but elements: `a[0] = …`",
                ValueKind.Node or ValueKind.Link or ValueKind.Collection => "A property of a node cannot be assigned; use `setvalue`",
                _ => "Only fields of objects and elements of arrays can be given a value",
            });
        if (target.Object.IsReadOnly)
            throw new CellTrouble("`global` can only be read here");
        Budget.CheckText(key.Length);
        target.Object[key] = value;
        Budget.CheckItems(target.Object.Fields.Count);
        return value;
    }

    /// <summary>A function of the expression with the variables that it sees.</summary>
    sealed class Closure(FunctionNode function, Scope scope, Value? item) : Callable
    {
        public override Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments)
        {
            var inner = new Scope(scope, isFunction: true);
            if (function.Name is { } name)
                inner.Declare(name, Value.Of(this));
            for (var i = 0; i < function.Parameters.Length; i++)
                inner.Declare(function.Parameters[i], i < arguments.Length ? arguments[i] : Value.Blank);
            var outer = evaluator._implicit;
            evaluator._implicit = item;
            var result = function.Body is Block block ? evaluator.RunFunction(block, inner) : evaluator.Evaluate(function.Body, inner);
            evaluator._implicit = outer;
            return result;
        }
    }
}
