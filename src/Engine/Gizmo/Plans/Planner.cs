using System.Collections.Immutable;
using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>
/// Finds a way to compute an expression for all rows at once: arithmetic by blocks, texts once for each distinct one,
/// aggregates over branches by passes over the tree. What it has no way for runs node by node.
/// </summary>
sealed partial class Planner(GizmoSchema schema, Binder binder)
{
    readonly Dictionary<string, Recipe?> _known = new(StringComparer.Ordinal);

    /// <summary>Which names mean the row, and which are variables.</summary>
    sealed record Names(ImmutableArray<string> Rows, bool IsFormula, ImmutableDictionary<string, Recipe> Variables)
    {
        public static readonly Names Top = new(["node"], false, ImmutableDictionary<string, Recipe>.Empty);

        public static Names Of(string row) => new([row], false, ImmutableDictionary<string, Recipe>.Empty);

        public static readonly Names Formula = new([], true, ImmutableDictionary<string, Recipe>.Empty);

        public bool IsRow(Node node) => node is NameNode { Name: var name } && Rows.Contains(name);

        public string Key => string.Join(',', Rows) + (IsFormula ? "=" : "");
    }

    /// <summary>The way to compute the script as a column; null when there is none.</summary>
    public static Recipe? Plan(Script script, GizmoSchema schema, Binder binder)
    {
        if (binder.Reads.HasWrites)
            return null;
        var planner = new Planner(schema, binder);
        var names = Names.Top;
        Node[] statements = [.. script.Statements.Where(s => s is not Empty)];
        for (var i = 0; i + 1 < statements.Length; i++)
        {
            if (statements[i] is not Declaration declaration)
                return null;
            foreach (var variable in declaration.Variables)
            {
                if (variable.Value is null || names.Variables.ContainsKey(variable.Name) || variable.Name == "node"
                    || planner.Of(variable.Value, names) is not { } value)
                    return null;
                names = names with { Variables = names.Variables.Add(variable.Name, value) };
            }
        }
        if (statements.Length == 0 || NodeWalk.All(script).Any(n => n is AssignNode) || Expression(statements[^1]) is not { } expression)
            return null;
        return planner.Of(expression, names, isWhole: true);
    }

    /// <summary>Whether it walks branches in a way that takes longer the larger they are.</summary>
    public static bool IsSlow(Script script) => NodeWalk.All(script).Any(n =>
        n is MemberNode { Name: var name } && Catalogue.Find(On.Nodes, name)?.Name is "descendants" or "alldescendants" or "rollUp" or "allrollUp" or "leaves"
        || n is CallNode { Callee: NameNode { Name: "nodes" or "allnodes" } });

    /// <summary>A statement as an expression: branches of an `if` are those of a conditional.</summary>
    static Node? Expression(Node statement) => statement switch
    {
        ExpressionStatement n => n.Expression,
        Block { Statements: [var only] } => Expression(only),
        If n when Expression(n.Then) is { } then && (n.Else is null ? new BlankNode(n.Span) : Expression(n.Else)) is { } other =>
            new ConditionalNode(n.Span, n.Condition, then, other),
        _ => null,
    };

    Recipe? Of(Node node, Names names, bool isWhole = false)
    {
        if (names.Variables.Count > 0)
            return Make(node, names, isWhole);
        var key = $"{names.Key}|{isWhole}|{Printer.Print(node)}";
        if (!_known.TryGetValue(key, out var known))
            _known[key] = known = Make(node, names, isWhole);
        return known;
    }

    Recipe? Make(Node node, Names names, bool isWhole)
    {
        if ((Constant(node, names) ?? Structural(node, names)) is not { } structural)
            return Distinct(node, names, isWhole);
        // Dates and texts repeat: once for each distinct one is less than once for each row.
        return !structural.IsPlain && structural.Number is null && node is MemberNode or CallNode && OnlyRead(node, names) is { Type: GizmoType.Date or GizmoType.Text }
            ? Distinct(node, names, isWhole) ?? structural
            : structural;
    }

    Recipe? Structural(Node node, Names names) => node switch
    {
        NameNode n when names.Variables.TryGetValue(n.Name, out var variable) => variable,
        NameNode n when names.IsFormula => Property(schema.Keys.Find(n.Name), BeforeBuiltIn(n.Name, isPath: false) ? null : n.Name),
        MemberNode n => Member(n, [], names),
        CallNode { Callee: MemberNode member } n => Member(member, n.Arguments, names),
        IndexNode { Index: TextNode key } n when names.IsRow(n.Target) => Property(schema.Keys.FindExact(key.Value), null),
        UnaryNode n => Unary(n, names),
        BinaryNode n => Binary(n, names),
        ConditionalNode n => Conditional(n, names),
        CallNode { Callee: NameNode { Name: "Number" }, Arguments: [var argument] } => Of(argument, names) is { Type: GizmoType.Number, IsPlain: false } number ? number.As(Shape.Raw) : null,
        _ => null,
    };

    /// <summary>Whether a name of a formula means a property rather than the built-in one that is called the same.</summary>
    bool BeforeBuiltIn(string name, bool isPath) => Catalogue.Find(On.Nodes, name) is { } builtIn && schema.Keys.FindBefore(builtIn, name, isPath) is not null;

    static Recipe Number(double value) =>
        new(GizmoType.Number, Shape.Raw, run => Arithmetic.Constant(value, run.Count)) { Number = value };

    static Recipe Blank() => new(GizmoType.Blank, Shape.Raw, run => Arithmetic.Constant(double.NaN, run.Count));

    static Recipe Flag(bool value) =>
        new(GizmoType.Boolean, Shape.Raw, run => new ComputedFlags(run.Count, (_, into) => into.Fill(value ? 1 : 0)));

    static Recipe Text(string value) => new(GizmoType.Text, Shape.Raw, run =>
    {
        var empty = value.Length == 0 ? EmptyTexts.Code : 0;
        var pool = EmptyTexts.Pool(empty);
        var code = empty > 0 ? empty : pool.Add(Encoding.UTF8.GetBytes(value));
        return new ComputedTexts(run.Count, pool, (_, into) => into.Fill(code), empty);
    }) { Text = value };

    /// <summary>What is the same for all rows is evaluated once.</summary>
    Recipe? Constant(Node node, Names names)
    {
        switch (node)
        {
            case NumberNode n: return Number(n.Value);
            case TextNode n when Coercion.IsWellFormed(n.Value): return Text(n.Value);
            case BooleanNode n: return Flag(n.Value);
            case BlankNode: return Blank();
        }
        if (binder[node] is not { Shape: Shape.Raw or Shape.One, Type: GizmoType.Number or GizmoType.Text or GizmoType.Boolean or GizmoType.Date } known
            || !NodeWalk.All(node).All(n => IsShared(n, names)))
            return null;
        return new(known.Type, known.Shape, run =>
        {
            return Same(Coercion.Scalar(run.Evaluate(node, -1, [])), known.Type, run);
        });
    }

    /// <summary>Whether a piece does not depend on the row, nor on anything else that changes.</summary>
    static bool IsShared(Node node, Names names) => node switch
    {
        NameNode n => n.Name != "node" && !names.Rows.Contains(n.Name) && !names.Variables.ContainsKey(n.Name) && !names.IsFormula && n.Name is not ("global" or "api" or "event"),
        MemberNode { Target: NameNode { Name: "Math" }, Name: var name } => !name.Equals("random", StringComparison.OrdinalIgnoreCase),
        FunctionNode n => !n.Parameters.Any(p => names.Rows.Contains(p)),
        AssignNode => false,
        _ => true,
    };

    static Recipe? Property(PropertyRef? property, string? relation)
    {
        if (property is null || property.Through is not null || relation is not null && Catalogue.Find(On.Nodes, relation) is not null)
            return null;
        if (property.Type is GizmoType.Node or GizmoType.Any || property.Key is "_id" or "_is_root" or "_change_count" or "_parking_lot")
            return null;
        var type = property.Type;
        return new(type, Shape.One, run => run.Dataset.Column(property) switch
        {
            NumberColumn c when type == GizmoType.Number => c,
            TextColumn c when type == GizmoType.Text => c,
            DateColumn c when type == GizmoType.Date => c,
            FlagColumn c when type == GizmoType.Boolean => c,
            _ => throw new NoColumn(),
        }) { IsPlain = !property.IsGenerated };
    }

    Recipe? Unary(UnaryNode node, Names names)
    {
        if (node.Sign == "!")
            return Truth(node.Operand, names) is { } truth ? new(GizmoType.Boolean, Shape.Raw, run => Tests.Not(IsTrue(truth, run))) : null;
        if (node.Sign == "typeof" || Of(node.Operand, names) is not { } operand)
            return null;
        return operand.Type != GizmoType.Number || names.IsFormula && schema.Switches.MathMissing == MissingOperand.Zero ? null
            : new(GizmoType.Number, Shape.Raw, run => (NumberColumn)operand.Make(run) is var c && node.Sign == "-" ? Arithmetic.Operate("*", c, Arithmetic.Constant(-1, run.Count)) : c);
    }

    static FlagColumn IsTrue(Recipe recipe, PlanRun run) => Tests.IsTrue(recipe.MakeClean(run));

    Recipe? Binary(BinaryNode node, Names names)
    {
        if (Of(node.Left, names) is not { } left || Of(node.Right, names) is not { } right)
            return null;
        switch (node.Sign)
        {
            case "&&" or "||":
                return Either(left, right, (run, column) => node.Sign == "&&" ? Tests.Not(Tests.IsTrue(column)) : Tests.IsTrue(column));
            case "??":
                return Either(left, right, (_, column) => Tests.IsThere(column));
            case "+" or "-" or "*" or "/" or "%":
                if (left.Type == GizmoType.Number && right.Type == GizmoType.Number && !(names.IsFormula && schema.Switches.MathMissing == MissingOperand.Zero))
                    return new(GizmoType.Number, Shape.Raw, run => Arithmetic.Operate(node.Sign,
                        (NumberColumn)Operand(left, node.Sign, names, run), (NumberColumn)Operand(right, node.Sign, names, run)));
                return node.Sign == "+" && !names.IsFormula ? Joined(left, right) : null;
            case "<" or ">" or "<=" or ">=" or "==" or "!=" or "===" or "!==":
                return Comparison(node.Sign, left, right, Binder.IsNew(node.Left) || Binder.IsNew(node.Right));
            default:
                return null;
        }
    }

    /// <summary>A text among the numbers would be joined by a plus; elsewhere it is no number.</summary>
    static Column Operand(Recipe recipe, string sign, Names names, PlanRun run) =>
        sign == "+" && !names.IsFormula ? recipe.MakeClean(run) : recipe.Make(run);

    /// <summary>The left one where the test holds, else the right one.</summary>
    static Recipe? Either(Recipe left, Recipe right, Func<PlanRun, Column, FlagColumn> takesLeft) => Join(left, right) is not { } type ? null
        : new(type, left.Shape == right.Shape ? left.Shape : Shape.Any, run =>
        {
            var first = left.MakeClean(run);
            return Select.Of(takesLeft(run, first), Typed(left, type, run), Typed(right, type, run));
        }) { Absent = Absent(left, right, run => takesLeft(run, left.MakeClean(run))) };

    /// <summary>Where the one that is taken is an empty collection.</summary>
    static Recipe? Absent(Recipe left, Recipe right, Func<PlanRun, FlagColumn> takesLeft) =>
        left.Shape != right.Shape || left.Absent is null && right.Absent is null ? null
        : new(GizmoType.Boolean, Shape.Raw, run => Select.Of(takesLeft(run), (left.Absent ?? Flag(false)).Make(run), (right.Absent ?? Flag(false)).Make(run)));

    static GizmoType? Join(Recipe a, Recipe b) =>
        a.Type == GizmoType.Any || b.Type == GizmoType.Any ? null
        : a.Type == b.Type || b.Type == GizmoType.Blank ? a.Type : a.Type == GizmoType.Blank ? b.Type : null;

    /// <summary>The column as one of the type; a blank one fits any.</summary>
    static Column Typed(Recipe recipe, GizmoType type, PlanRun run) => recipe.Type == type ? recipe.MakeClean(run) : type switch
    {
        GizmoType.Text => new ComputedTexts(run.Count, new(), (_, into) => into.Clear()),
        GizmoType.Date => new ComputedDates(run.Count, (_, into) => into.Fill(Chunk.Blank)),
        GizmoType.Boolean => new ComputedFlags(run.Count, (_, into) => into.Fill(Chunk.Blank)),
        _ => Arithmetic.Constant(double.NaN, run.Count),
    };

    Recipe? Conditional(ConditionalNode node, Names names)
    {
        if (Truth(node.Condition, names) is not { } condition
            || Of(node.Then, names) is not { } then || Of(node.Else, names) is not { } other || Join(then, other) is not { } type)
            return null;
        return new(type, then.Shape == other.Shape ? then.Shape : Shape.Any,
            run => Select.Of(IsTrue(condition, run), Typed(then, type, run), Typed(other, type, run)))
        {
            Absent = Absent(then, other, run => IsTrue(condition, run)),
        };
    }

    /// <param name="areOthers">Whether two collections cannot be the same.</param>
    Recipe? Comparison(string sign, Recipe left, Recipe right, bool areOthers)
    {
        var equality = sign[0] is '=' or '!';
        if (equality && left.Shape == Shape.One && right.Shape == Shape.One && schema.Switches.CollectionEquality == CollectionEquality.Identity)
            return areOthers ? Flag(sign[0] == '!') : null;
        if (equality && (left.Shape == Shape.Any || right.Shape == Shape.Any) || left.Type != right.Type)
            return null;
        switch (left.Type)
        {
            case GizmoType.Number:
                return new(GizmoType.Boolean, Shape.Raw, run => Tests.Compare(sign, (NumberColumn)left.MakeClean(run), (NumberColumn)right.MakeClean(run)));
            case GizmoType.Date:
                return new(GizmoType.Boolean, Shape.Raw, run => Tests.Compare(sign, (WholeColumn)left.MakeClean(run), (WholeColumn)right.MakeClean(run)));
            case GizmoType.Boolean when equality:
                return new(GizmoType.Boolean, Shape.Raw, run => Tests.Compare(sign, (WholeColumn)left.MakeClean(run), (WholeColumn)right.MakeClean(run)));
            case GizmoType.Text:
                return new(GizmoType.Boolean, Shape.Raw, run => Texts(sign, left, right, run));
            default:
                return null;
        }
    }

    /// <summary>A constant is compared with each distinct text once.</summary>
    static FlagColumn Texts(string sign, Recipe left, Recipe right, PlanRun run)
    {
        TextColumn a = (TextColumn)left.Make(run), b = (TextColumn)right.Make(run);
        if (right.Text is { } constant)
        {
            // An empty text equals no text.
            if (constant.Length == 0 && sign is "==" or "!=")
                return Tests.IsTrue(a) is var isText && sign == "!=" ? isText : Tests.Not(isText);
            var isEquality = sign[0] is '=' or '!';
            if (isEquality && constant.Length > 0 && a.Pool.Find(Encoding.UTF8.GetBytes(constant)) is { } only)
                return Tests.IsCode(a, only, equal: sign[0] == '=');
            var byCode = new bool[a.Pool.Count + 1];
            var other = Value.Of(constant);
            for (var code = 0; code < byCode.Length; code++)
                byCode[code] = Holds(sign, EmptyTexts.ValueOf(a, code), other);
            return Tests.ByCode(a, byCode);
        }
        return new ComputedFlags(run.Count, (start, into) =>
        {
            for (var i = 0; i < into.Length; i++)
                into[i] = Holds(sign, EmptyTexts.ValueOf(a, a.At(start + i)), EmptyTexts.ValueOf(b, b.At(start + i))) ? 1 : 0;
        });
    }

    static bool Holds(string sign, Value a, Value b) => sign switch
    {
        "==" => Coercion.ScalarEquals(a, b),
        "!=" => !Coercion.ScalarEquals(a, b),
        "===" => a == b,
        "!==" => a != b,
        "<" => Coercion.Compare(a, b) < 0,
        ">" => Coercion.Compare(a, b) > 0,
        "<=" => Coercion.Compare(a, b) <= 0,
        _ => Coercion.Compare(a, b) >= 0,
    };
}
