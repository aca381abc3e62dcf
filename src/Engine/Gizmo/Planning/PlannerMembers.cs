using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnCollections;
using Espalier.Engine.Gizmo.Functions.OnNumbers;
using Espalier.Engine.Gizmo.Functions.OnValues;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Columns of members: properties, aggregates over branches, rounding.</summary>
sealed partial class Planner
{
    /// <summary>More levels than these are not folded one by one.</summary>
    const int MostLevels = 40;

    /// <summary>Nodes around each row, and which of them count.</summary>
    sealed record Around(string Relation, int Start, int End, Recipe? Mask);

    Recipe? Member(MemberNode node, ImmutableArray<Node> arguments, Names names)
    {
        if (names.IsRow(node.Target))
            return arguments.Length == 0 && Property(schema.Keys.Find(node.Name), node.Name) is { } property ? property
                : node.Name.Equals("rollUp", StringComparison.OrdinalIgnoreCase) || node.Name.Equals("allrollUp", StringComparison.OrdinalIgnoreCase) ? RollUp(arguments)
                : node.Name.Equals("math", StringComparison.OrdinalIgnoreCase) && arguments is [TextNode formula] ? FormulaOf(formula.Value)?.As(Shape.One)
                : null;
        if (names.IsFormula && node.Target is NameNode && Aggregate(node, arguments, names) is { } inFormula)
            return inFormula;
        if (Gathered(node, arguments, names) is { } gathered)
            return gathered;
        if (Aggregate(node, arguments, names) is { } aggregate)
            return aggregate;
        if (node.Target is NameNode { Name: "Math" } && arguments is [var x] && Maths.Simple.TryGetValue(node.Name, out var simple))
            return Of(x, names) is { Type: GizmoType.Number } number
                ? new(GizmoType.Number, Shape.Raw, run => Arithmetic.Map((NumberColumn)number.Make(run), simple))
                : null;
        return Of(node.Target, names) is { } target ? OfValue(node.Name, arguments, target) : null;
    }

    static Recipe? OfValue(string name, ImmutableArray<Node> arguments, Recipe target)
    {
        if (name.Equals("value", StringComparison.OrdinalIgnoreCase) && arguments.Length == 0 && target.Shape is Shape.One or Shape.Raw)
            return target.As(Shape.Raw);
        if (target.Type != GizmoType.Number || arguments.Length > 1)
            return null;
        int digits;
        switch (arguments)
        {
            case []: digits = 0; break;
            case [NumberNode { Value: var n }]: digits = (int)n; break;
            case [UnaryNode { Sign: "-", Operand: NumberNode { Value: var n } }]: digits = -(int)n; break;
            default: return null;
        }
        Func<decimal, decimal>? round = name.ToLowerInvariant() switch
        {
            "round" => x => Math.Round(x, MidpointRounding.AwayFromZero),
            "floor" => Math.Floor,
            "ceil" => Math.Ceiling,
            "trunc" => Math.Truncate,
            _ => null,
        };
        return round is null ? null : new(GizmoType.Number, target.Shape,
            run => Arithmetic.Map((NumberColumn)target.Make(run), x => double.IsNaN(x) ? x : Numbers.Round(x, digits, round)));
    }

    Recipe? FormulaOf(string text)
    {
        if (Formulas.Get(text) is not { } formula || Of(formula, Names.Formula) is not { Type: GizmoType.Number or GizmoType.Boolean or GizmoType.Blank } value)
            return null;
        return value.Type == GizmoType.Boolean
            ? new(GizmoType.Number, Shape.One, run => (FlagColumn)value.Make(run) is var flags
                ? new ComputedNumbers(run.Count, (start, into) =>
                {
                    for (var i = 0; i < into.Length; i++)
                        into[i] = flags.At(start + i) is var flag && flag == Chunk.Blank ? double.NaN : flag;
                }) : null!)
            : new(GizmoType.Number, Shape.One, value.Make);
    }

    /// <summary>A property of the parent or of the root.</summary>
    Recipe? Gathered(MemberNode node, ImmutableArray<Node> arguments, Names names)
    {
        if (arguments.Length > 0 || node.Target is not MemberNode { Target: var start, Name: var relation } || !names.IsRow(start)
            || Catalogue.Find(On.Nodes, relation)?.Name is not ("parent" or "allparent" or "root" or "allroot") || Property(schema.Keys.Find(node.Name), node.Name) is not { } property)
            return null;
        var isRoot = Catalogue.Find(On.Nodes, relation)!.Name.EndsWith("root", StringComparison.Ordinal);
        return new(property.Type, Shape.One, run =>
        {
            var column = property.MakeClean(run);
            return Select.Gather(column, isRoot ? RootRows(run) : ParentRows(run));
        });
    }

    static int[] ParentRows(PlanRun run)
    {
        var nodes = run.Tree.Nodes;
        var rows = new int[nodes.Length];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = nodes[row].Parent;
        return rows;
    }

    static int[] RootRows(PlanRun run)
    {
        var roots = new int[run.Count];
        roots.AsSpan().Fill(-1);
        var nodes = run.Tree.Nodes;
        foreach (var row in run.Tree.Rows)
            roots[row] = nodes[row].Parent is var parent and >= 0 ? roots[parent] : row;
        return roots;
    }

    Recipe? RollUp(ImmutableArray<Node> arguments)
    {
        if (arguments is not [var first, var second, ..] || arguments.Length > 3)
            return null;
        var (name, what) = first is TextNode { Value: var a } && Aggregates.IsName(a) ? (a, second)
            : second is TextNode { Value: var b } && Aggregates.IsName(b) ? (b, first) : ("", first);
        var includesSelf = true;
        if (arguments is [_, _, ObjectNode { Fields: [{ Key: "includeSelf", Value: BooleanNode { Value: var includes } }] }])
            includesSelf = includes;
        else if (arguments.Length == 3)
            return null;
        var around = new Around("descendants", includesSelf ? 0 : 1, int.MaxValue, null);
        return Fold(name, around, what is TextNode { Value: var key } ? Property(schema.Keys.Find(key), null) : Lambda(what), Shape.One);
    }

    Recipe? Lambda(Node node) =>
        node is FunctionNode { Parameters: [var row, ..], Body: var body } function
            ? (body is Block { Statements: [var only] } ? Expression(only) : body is Block ? null : body) is { } expression
                && !(function.Parameters.Length > 1 && NodeWalk.All(expression).Any(n => n is NameNode { Name: var used } && used == function.Parameters[1]))
                ? Of(expression, Names.Of(row)) : null
            : null;

    Recipe? Aggregate(MemberNode node, ImmutableArray<Node> arguments, Names names)
    {
        if (node.Name.Equals("sumBy", StringComparison.OrdinalIgnoreCase))
            return arguments is [var by] && AroundOf(node.Target, names) is { } nodes ? Fold("sum", nodes, Lambda(by), Shape.Raw) : null;
        if (arguments.Length > 0 || !Aggregates.IsName(node.Name))
            return null;
        if (new LinkPlan(names.IsRow, names.IsFormula).Of(node) is { } ofLinks)
            return ofLinks;
        if (AroundOf(node.Target, names) is { } counted)
            return node.Name.Equals("count", StringComparison.OrdinalIgnoreCase) ? Fold("count", counted, null, Shape.Raw) : null;
        var (of, value) = node.Target switch
        {
            MemberNode n => (n.Target, Property(schema.Keys.Find(n.Name), n.Name)),
            IndexNode { Index: TextNode key } n => (n.Target, Property(schema.Keys.FindExact(key.Value), null)),
            CallNode { Callee: MemberNode { Name: "map" } n, Arguments: [var lambda] } => (n.Target, Lambda(lambda)),
            CallNode { Callee: MemberNode { Name: "math" } n, Arguments: [TextNode formula] } => (n.Target, FormulaOf(formula.Value)),
            _ => (null, null),
        };
        return of is not null && value is not null && AroundOf(of, names) is { } around ? Fold(node.Name, around, value, Shape.Raw) : null;
    }

    Around? AroundOf(Node node, Names names)
    {
        switch (node)
        {
            case NameNode n when names.IsFormula:
                return Relation(n.Name, []);
            case MemberNode n when names.IsRow(n.Target):
                return Relation(n.Name, []);
            case CallNode { Callee: MemberNode n } call when names.IsRow(n.Target):
                return Relation(n.Name, call.Arguments);
            case CallNode { Callee: MemberNode { Name: "filter" } n, Arguments: [FunctionNode test] } when AroundOf(n.Target, names) is { } around && Lambda(test) is { Type: not GizmoType.Any } mask:
                var outer = around.Mask;
                return around with
                {
                    Mask = outer is null ? mask : new(GizmoType.Boolean, Shape.Raw, run => Select.Of(IsTrue(outer, run), IsTrue(mask, run), Flag(false).Make(run))),
                };
            default:
                return null;
        }
    }

    static Around? Relation(string name, ImmutableArray<Node> arguments)
    {
        var relation = Catalogue.Find(On.Nodes, name)?.Name;
        int start = 1, end = int.MaxValue;
        if (arguments.Length > 2)
            return null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not NumberNode { Value: >= 0 and <= 1_000_000 and var level })
                return null;
            (start, end) = i == 0 ? ((int)level, end) : (start, (int)level);
        }
        switch (relation)
        {
            case "descendants" or "alldescendants":
                return start > MostLevels || end != int.MaxValue && end > MostLevels ? null : new("descendants", start, end, null);
            case "children" or "allchildren" or "siblings" or "allsiblings" when arguments.Length == 0:
                return new(relation.Replace("all", "", StringComparison.Ordinal), 1, 1, null);
            case "ancestors" or "allancestors" when arguments.Length == 0:
                return new("ancestors", 1, int.MaxValue, null);
            default:
                return null;
        }
    }

    static Recipe? Fold(string name, Around around, Recipe? value, Shape shape)
    {
        name = name.ToLowerInvariant();
        if (value is null && name != "count" || value?.Type == GizmoType.Any)
            return null;
        var isDate = value?.Type == GizmoType.Date && name is "min" or "max" && value!.Type == GizmoType.Date;
        switch (name)
        {
            case "count":
                return new(GizmoType.Number, shape, run => Filled(Folded(run, around, Ones(run, around, null), Vectors.Fold.Sum)));
            case "cnt":
                return new(GizmoType.Number, shape, run => Filled(Folded(run, around, Ones(run, around, value), Vectors.Fold.Sum)));
            case "sum":
                return new(GizmoType.Number, shape, run => Filled(Folded(run, around, Values(run, around, value!), Vectors.Fold.Sum)));
            case "avg" or "mean":
                return new(GizmoType.Number, shape, run =>
                {
                    var sums = Folded(run, around, Values(run, around, value!), Vectors.Fold.Sum);
                    var counts = Folded(run, around, Ones(run, around, value), Vectors.Fold.Sum);
                    return Arithmetic.Operate("/", new NumberArray(sums), new NumberArray(counts));
                });
            case "min" or "max":
                var fold = name == "min" ? Vectors.Fold.Min : Vectors.Fold.Max;
                return isDate
                    ? new(GizmoType.Date, shape, run => new DateArray(Array.ConvertAll(Folded(run, around, Values(run, around, value!), fold), x => double.IsNaN(x) ? Chunk.Blank : (long)x)))
                    : new(GizmoType.Number, shape, run => new NumberArray(Folded(run, around, Values(run, around, value!), fold)));
            default:
                return null;
        }
    }

    static double[] Folded(PlanRun run, Around around, double[] values, Fold fold) => around.Relation switch
    {
        "children" => TreeFold.Children(run.Tree, values, fold),
        "siblings" => TreeFold.Siblings(run.Tree, values, fold),
        "ancestors" => TreeFold.Ancestors(run.Tree, values, fold),
        _ => TreeFold.Levels(run.Tree, values, around.Start, around.End, fold),
    };

    static NumberArray Filled(double[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
            if (double.IsNaN(sums[i]))
                sums[i] = 0;
        return new(sums);
    }

    /// <summary>The numbers (or dates) of the rows that count.</summary>
    static double[] Values(PlanRun run, Around around, Recipe value)
    {
        var values = value.Make(run) switch
        {
            NumberColumn numbers when value.Type == GizmoType.Number => Whole.Numbers(numbers),
            DateColumn dates => Array.ConvertAll(Whole.Dates(dates), d => d == Chunk.Blank ? double.NaN : d),
            _ => Whole.Numbers(Arithmetic.Constant(double.NaN, run.Count)),
        };
        return Masked(run, around, values, copy: true);
    }

    /// <summary>1 for each row that counts; with a value, only where that is a number.</summary>
    static double[] Ones(PlanRun run, Around around, Recipe? value)
    {
        var ones = Whole.Numbers(Arithmetic.Constant(value is null || value.Type == GizmoType.Number ? 1 : double.NaN, run.Count));
        if (value?.Type == GizmoType.Number)
        {
            var numbers = Whole.Numbers((NumberColumn)value.Make(run));
            for (var row = 0; row < ones.Length; row++)
                if (double.IsNaN(numbers[row]))
                    ones[row] = double.NaN;
        }
        return Masked(run, around, ones, copy: false);
    }

    static double[] Masked(PlanRun run, Around around, double[] values, bool copy)
    {
        if (around.Mask is not { } mask)
            return values;
        if (copy)
            values = (double[])values.Clone();
        var flags = Whole.Flags(IsTrue(mask, run));
        for (var row = 0; row < values.Length; row++)
            if (flags[row] != 1)
                values[row] = double.NaN;
        return values;
    }

    /// <summary>A piece that reads one property of the row is evaluated once for each distinct value of it.</summary>
    Recipe? Distinct(Node node, Names names, bool isWhole)
    {
        if (binder[node] is not { Shape: Shape.Raw or Shape.One } known || known.Type is not (GizmoType.Number or GizmoType.Text or GizmoType.Boolean or GizmoType.Date or GizmoType.Any)
            || known.Type == GizmoType.Any && !isWhole || OnlyRead(node, names) is not { } property)
            return null;
        var rows = names.Rows;
        return new(known.Type, known.Shape, run =>
        {
            var column = property.MakeClean(run);
            var numbers = DistinctValues.Number(column, run.Dataset.Snapshot.Order.ToArray(), out var firstRows);
            var values = firstRows.Select(row => Coercion.Unwrap(run.Evaluate(node, row, rows))).ToArray();
            return DistinctValues.Column(numbers, values, known.Type) ?? throw new NoColumn();
        });
    }

    /// <summary>The only property that a piece reads, if it reads nothing else of the row.</summary>
    Recipe? OnlyRead(Node node, Names names)
    {
        PropertyRef? only = null;
        var allowed = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var piece in NodeWalk.All(node))
        {
            PropertyRef? read = null;
            switch (piece)
            {
                case MemberNode n when names.IsRow(n.Target) && Catalogue.Find(On.Nodes, n.Name) is null:
                    read = schema.Keys.Find(n.Name);
                    allowed.Add(n.Target);
                    break;
                case IndexNode { Index: TextNode key } n when names.IsRow(n.Target):
                    read = schema.Keys.FindExact(key.Value);
                    allowed.Add(n.Target);
                    break;
                case NameNode n when names.IsFormula && Catalogue.Find(On.Nodes, n.Name) is null && schema.Keys.Find(n.Name) is { } named:
                    read = named;
                    break;
                case NameNode n when allowed.Contains(n):
                    continue;
                case NameNode n when n.Name == "node" || names.Rows.Contains(n.Name) || names.Variables.ContainsKey(n.Name) || names.IsFormula && Catalogue.HostOf(n.Name) is null || n.Name is "global" or "api" or "event" or "view":
                    return null;
                case FunctionNode n when n.Parameters.Any(p => names.Rows.Contains(p) || p == "node"):
                    return null;
                case MemberNode { Target: NameNode { Name: "Math" }, Name: var name } when name.Equals("random", StringComparison.OrdinalIgnoreCase):
                    return null;
                case AssignNode:
                    return null;
                case MemberNode or IndexNode or CallNode when binder[piece] is { IsOwn: true }:
                    return null;
                default:
                    continue;
            }
            if (read is null || only is not null && only != read)
                return null;
            only = read;
        }
        return only is null ? null : Property(only, null);
    }
}
