using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnCollections;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Vectors;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>Columns of aggregates over the nodes around each row.</summary>
sealed partial class Planner
{
    /// <summary>More levels than these are not folded one by one.</summary>
    const int MostLevels = 40;

    /// <summary>Nodes around each row, and which of them count.</summary>
    sealed record Nodes(Around Around, Recipe? Mask);

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
        var around = new Nodes(new("descendants", includesSelf ? 0 : 1, int.MaxValue), null);
        return Fold(name, around, what is TextNode { Value: var key } ? Property(schema.Keys.Find(key), null) : Lambda(what), Shape.One);
    }

    Recipe? Lambda(Node node) => Body(node) is { } body ? Of(body.Expression, body.Names) : null;

    /// <summary>Which rows a test holds for.</summary>
    Recipe? Mask(Node test) => Body(test) is { } body ? Truth(body.Expression, body.Names) : null;

    /// <summary>A function of a row alone, as an expression of it.</summary>
    static (Node Expression, Names Names)? Body(Node node) =>
        node is FunctionNode { Parameters: [var row, ..], Body: var body } function
            && (body is Block { Statements: [var only] } ? Expression(only) : body is Block ? null : body) is { } expression
            && !(function.Parameters.Length > 1 && NodeWalk.All(expression).Any(n => n is NameNode { Name: var used } && used == function.Parameters[1]))
            ? (expression, Names.Of(row)) : null;

    Recipe? Aggregate(MemberNode node, ImmutableArray<Node> arguments, Names names)
    {
        if (node.Name.Equals("sumBy", StringComparison.OrdinalIgnoreCase))
            return arguments is [var by] && NodesOf(node.Target, names) is { } nodes ? Fold("sum", nodes, Lambda(by), Shape.Raw) : null;
        if (arguments.Length > 0 || !Aggregates.IsName(node.Name))
            return null;
        if (new LinkPlan(names.IsRow, names.IsFormula).Of(node) is { } ofLinks)
            return ofLinks;
        if (NodesOf(node.Target, names) is { } counted)
            return node.Name.Equals("count", StringComparison.OrdinalIgnoreCase) ? Fold("count", counted, null, Shape.Raw) : null;
        var (of, value) = node.Target switch
        {
            MemberNode n => (n.Target, Property(schema.Keys.Find(n.Name), n.Name)),
            IndexNode { Index: TextNode key } n => (n.Target, Property(schema.Keys.FindExact(key.Value), null)),
            CallNode { Callee: MemberNode { Name: "map" } n, Arguments: [var lambda] } => (n.Target, Lambda(lambda)),
            CallNode { Callee: MemberNode { Name: "math" } n, Arguments: [TextNode formula] } => (n.Target, FormulaOf(formula.Value)),
            _ => (null, null),
        };
        return of is not null && value is not null && NodesOf(of, names) is { } around ? Fold(node.Name, around, value, Shape.Raw) : null;
    }

    static readonly Recipe IsLeaf = new(GizmoType.Boolean, Shape.Raw, run =>
    {
        var tree = run.Tree;
        return new ComputedFlags(run.Count, (start, into) =>
        {
            var nodes = tree.Nodes.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++)
                into[i] = nodes[i].ChildCount == 0 ? 1 : 0;
        });
    });

    Nodes? NodesOf(Node node, Names names)
    {
        switch (node)
        {
            // The children of the parent are the siblings.
            case MemberNode { Target: MemberNode { Target: var row, Name: var up }, Name: var down } when names.IsRow(row)
                && Catalogue.Find(On.Nodes, up)?.Name is "parent" or "allparent" && Catalogue.Find(On.Nodes, down)?.Name is "children" or "allchildren":
                return new(new("siblings", 1, 1), null);
            case NameNode n when names.IsFormula:
                return BeforeBuiltIn(n.Name, isPath: true) ? null : Relation(n.Name, []);
            case MemberNode n when names.IsRow(n.Target):
                return Relation(n.Name, []);
            case CallNode { Callee: MemberNode n } call when names.IsRow(n.Target):
                return Relation(n.Name, call.Arguments);
            case CallNode { Callee: MemberNode { Name: "filter" } n, Arguments: [FunctionNode test] } when NodesOf(n.Target, names) is { } around && Mask(test) is { } mask:
                var outer = around.Mask;
                return around with
                {
                    Mask = outer is null ? mask : new(GizmoType.Boolean, Shape.Raw, run => Select.Of(IsTrue(outer, run), IsTrue(mask, run), Flag(false).Make(run))),
                };
            default:
                return null;
        }
    }

    Nodes? Relation(string name, ImmutableArray<Node> arguments)
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
                return start > MostLevels || end != int.MaxValue && end > MostLevels ? null : new(new("descendants", start, end), null);
            case "siblings" or "allsiblings" when !schema.Switches.SiblingsIncludeSelf:
                return null;
            case "children" or "allchildren" or "siblings" or "allsiblings" when arguments.Length == 0:
                return new(new(relation.Replace("all", "", StringComparison.Ordinal), 1, 1), null);
            case "ancestors" or "allancestors":
                return start > MostLevels || end != int.MaxValue && end > MostLevels ? null : new(new("ancestors", start, end), null);
            case "parent" or "allparent" when arguments.Length == 0:
                return new(new("ancestors", 1, 1), null);
            case "leaves" when arguments.Length == 0:
                return new(new("descendants", 1, int.MaxValue), IsLeaf);
            default:
                return null;
        }
    }

    static Recipe? Fold(string name, Nodes nodes, Recipe? value, Shape shape)
    {
        name = name.ToLowerInvariant();
        if (value is null && name != "count" || value?.Type == GizmoType.Any)
            return null;
        var isDate = value?.Type == GizmoType.Date;
        return name switch
        {
            "count" => new(GizmoType.Number, shape, run => Counts(run, nodes)),
            "cnt" => new(GizmoType.Number, shape, run => Folded<Sum>(run, nodes, Ones(run, Placed(run, nodes, value!)))),
            "sum" => new(GizmoType.Number, shape, run => Folded<Sum>(run, nodes, Placed(run, nodes, value!).Values)),
            "avg" or "mean" => new(GizmoType.Number, shape, run => Placed(run, nodes, value!) is var placed
                ? TreeFold.Mean(run.Tree, nodes.Around, placed.Values, Ones(run, placed), run.Scratch) : null!),
            "min" => new(isDate ? GizmoType.Date : GizmoType.Number, shape, run => Extreme<Least>(run, nodes, value!)),
            "max" => new(isDate ? GizmoType.Date : GizmoType.Number, shape, run => Extreme<Greatest>(run, nodes, value!)),
            _ => null,
        };
    }

    delegate int NumberOf(in TreeNode node);

    static NumberColumn Folded<T>(PlanRun run, Nodes nodes, double[] placed) where T : IFold => TreeFold.Of<T>(run.Tree, nodes.Around, placed, run.Scratch);

    static Column Extreme<T>(PlanRun run, Nodes nodes, Recipe value) where T : IFold
    {
        if (value.Type != GizmoType.Date)
            return Folded<T>(run, nodes, Placed(run, nodes, value).Values);
        var dates = new ComputedNumbers(run.Count, ((DateColumn)value.Make(run)) is var column ? (start, into) => AsNumbers(column, start, into) : null!);
        var folded = Folded<T>(run, nodes, run.Place((value, nodes.Mask), dates, Mask(run, nodes)).Values);
        return new ComputedDates(run.Count, (start, into) =>
        {
            using var numbers = new Rented<double>(into.Length);
            folded.Read(start, numbers.Span);
            for (var i = 0; i < into.Length; i++)
                into[i] = numbers.Span[i] is var number && double.IsNaN(number) ? Chunk.Blank : (long)number;
        });
    }

    static void AsNumbers(DateColumn column, int start, Span<double> into)
    {
        using var dates = new Rented<long>(into.Length);
        column.Read(start, dates.Span);
        for (var i = 0; i < into.Length; i++)
            into[i] = dates.Span[i] is var date && date == Chunk.Blank ? double.NaN : date;
    }

    /// <summary>How many nodes there are. The tree knows some of it.</summary>
    static NumberColumn Counts(PlanRun run, Nodes nodes)
    {
        var tree = run.Tree;
        if (nodes.Mask is not null)
            return Folded<Sum>(run, nodes, TreeFold.Ones(run.Tree.Order, run.Place((null, nodes.Mask), Arithmetic.Constant(1, run.Count), Mask(run, nodes)).Values, run.Scratch));
        return nodes.Around switch
        {
            { Relation: "descendants", Start: <= 1 and var start, End: int.MaxValue } => ByNode((in node) => node.Size - start),
            { Relation: "children" } => ByNode((in node) => node.ChildCount),
            { Relation: "ancestors", Start: <= 1 and var start, End: int.MaxValue } => ByNode((in node) => node.Depth - start),
            _ => Folded<Sum>(run, nodes, TreeFold.Ones(tree.Order, run.Scratch)),
        };

        NumberColumn ByNode(NumberOf number) => new ComputedNumbers(run.Count, (start, into) =>
        {
            var of = tree.Nodes.Slice(start, into.Length);
            for (var i = 0; i < into.Length; i++)
                into[i] = number(in of[i]);
        });
    }

    static double[] Ones(PlanRun run, Placed placed) =>
        placed.AreAll ? TreeFold.Ones(run.Tree.Order, run.Scratch) : TreeFold.Ones(run.Tree.Order, placed.Values, run.Scratch);

    /// <summary>The numbers of the rows that count, by their places; what is not a number is blank.</summary>
    static Placed Placed(PlanRun run, Nodes nodes, Recipe value) => value.Type == GizmoType.Number
        ? run.Place((value, nodes.Mask), (NumberColumn)value.Make(run), Mask(run, nodes))
        : run.Place((null, null), Arithmetic.Constant(double.NaN, run.Count), null);

    static FlagColumn? Mask(PlanRun run, Nodes nodes) => nodes.Mask is { } mask ? IsTrue(mask, run) : null;
}
