using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnNumbers;
using Espalier.Engine.Gizmo.Functions.OnValues;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>Columns of members: properties, aggregates over branches, rounding.</summary>
sealed partial class Planner
{
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
        // As the start of a path a name may mean something else than by itself.
        if (names.IsFormula && node.Target is NameNode start && BeforeBuiltIn(start.Name, isPath: false) && !BeforeBuiltIn(start.Name, isPath: true))
            return null;
        return Of(node.Target, names) is { } target ? OfValue(node.Name, arguments, target) ?? Mapped(node, arguments, target, names) : null;
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
            run => Arithmetic.Map((NumberColumn)target.Make(run), x => double.IsNaN(x) ? x : Numbers.Round(x, digits, round))) { Absent = target.Absent };
    }

    Recipe? FormulaOf(string text)
    {
        if (Formulas.Get(text) is not { } formula || Of(formula, Names.Formula) is not { Type: GizmoType.Number or GizmoType.Boolean or GizmoType.Blank } value)
            return null;
        return value.Type == GizmoType.Boolean
            ? new(GizmoType.Number, Shape.One, run => Arithmetic.Numbers((FlagColumn)value.Make(run)))
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
        }) { Absent = isRoot ? null : HasNoParent };
    }

    static readonly Recipe HasNoParent = new(GizmoType.Boolean, Shape.Raw, run =>
    {
        var tree = run.Tree;
        return new ComputedFlags(run.Count, (start, into) =>
        {
            var nodes = tree.Nodes.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++)
                into[i] = nodes[i].Parent < 0 ? 1 : 0;
        });
    });

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

    /// <summary>A piece that reads one property of the row is evaluated once for each distinct value of it.</summary>
    Recipe? Distinct(Node node, Names names, bool isWhole)
    {
        if (KnownOf(node) is not { Shape: Shape.Raw or Shape.One } known || known.Type is not (GizmoType.Number or GizmoType.Text or GizmoType.Boolean or GizmoType.Date or GizmoType.Any)
            || known.Type == GizmoType.Any && !isWhole || OnlyRead(node, names) is not { } property)
            return null;
        var rows = names.Rows;
        return new(known.Type, known.Shape, run =>
        {
            var distinct = DistinctValues.Of(property.MakeClean(run), run.Dataset.Snapshot.Live);
            var values = distinct.FirstRows.Select(row => Coercion.Unwrap(run.Evaluate(node, row, rows))).ToArray();
            return distinct.Column(values, known.Type) ?? throw new NoColumn();
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
