using System.Collections.Immutable;
using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnDates;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>Columns of tests, of functions of values, and of texts that are put together.</summary>
sealed partial class Planner
{
    /// <summary>Stands for the value to which a function is applied. No source text can name it.</summary>
    const string Item = "\u2022";

    /// <summary>Where something counts as true, whatever its type.</summary>
    Recipe? Truth(Node node, Names names)
    {
        if (node is BinaryNode { Sign: "&&" or "||" } n && Truth(n.Left, names) is { } left && Truth(n.Right, names) is { } right)
            return new(GizmoType.Boolean, Shape.Raw, run => n.Sign == "&&"
                ? Select.Of(IsTrue(left, run), IsTrue(right, run), Flag(false).Make(run))
                : Select.Of(IsTrue(left, run), Flag(true).Make(run), IsTrue(right, run)));
        return Of(node, names) is { Type: not GizmoType.Any } value ? value : null;
    }

    /// <summary>A function of a value and of nothing else is evaluated once for each distinct value.</summary>
    static Recipe? Mapped(MemberNode node, ImmutableArray<Node> arguments, Recipe target, Names names)
    {
        if (target.Type is not (GizmoType.Number or GizmoType.Text or GizmoType.Boolean or GizmoType.Date) || target.Shape is not (Shape.Raw or Shape.One)
            || !arguments.All(a => NodeWalk.All(a).All(n => IsShared(n, names))))
            return null;
        var function = Catalogue.Find(On.Values, node.Name) ?? (target.Type == GizmoType.Text ? Catalogue.Find(On.Text, node.Name) : null);
        if (function is not { Gives: Gives.Maps or Gives.Raw, Type: GizmoType.Number or GizmoType.Text or GizmoType.Boolean or GizmoType.Date })
            return null;
        // What a blank date shows depends on where it comes from, unless the pattern tells.
        if (function.Name == "format" && target.Type == GizmoType.Date && !(arguments is [TextNode pattern] && DatePattern.Is(pattern.Value)))
            return null;
        var shape = function.Gives == Gives.Raw ? Shape.Raw : target.Shape;
        Node member = new MemberNode(node.Span, new NameNode(node.Span, Item), node.Name, node.NameSpan);
        var piece = arguments.Length == 0 ? member : new CallNode(node.Span, member, arguments);
        return new(function.Type, shape, run =>
        {
            var column = target.MakeClean(run);
            var distinct = DistinctValues.Of(column, run.Dataset.Snapshot.Live);
            var cells = CellReader.Of(column);
            var values = distinct.FirstRows.Select(row =>
            {
                var value = cells.At(row);
                return Coercion.Unwrap(run.Evaluate(piece, Item, target.Shape == Shape.One ? Value.Of(new Items(ItemKind.Values, [value])) : value));
            }).ToArray();
            var mapped = distinct.Column(values, function.Type) ?? throw new NoColumn();
            return target.Absent is { } absent
                ? Select.Of(IsTrue(absent, run), Same(Coercion.Scalar(run.Evaluate(piece, Item, Value.Of(Items.NoValues))), function.Type, run), mapped)
                : mapped;
        }) { Absent = shape == Shape.One ? target.Absent : null };
    }

    /// <summary>A value for all rows.</summary>
    static Column Same(Value value, GizmoType type, PlanRun run) =>
        new DistinctValues(run.Count, [], (_, into) => into.Clear()).Column([value], type) ?? throw new NoColumn();

    /// <summary>What is known of a piece. A choice has the type of its results, where they agree and one always comes.</summary>
    Known KnownOf(Node node)
    {
        var known = binder[node];
        if (known.Type != GizmoType.Any || node is not CallNode { Callee: MemberNode { Name: var name }, Arguments: { Length: >= 3 } arguments }
            || !name.Equals("case", StringComparison.OrdinalIgnoreCase) || arguments.Length % 2 == 0)
            return known;
        var type = binder[arguments[^1]].Type;
        for (var i = 1; i < arguments.Length; i += 2)
            if (binder[arguments[i]].Type != type)
                return known;
        return known with { Type = type };
    }

    /// <summary>Texts one after the other. Unless one of them is a text, nothing comes of it.</summary>
    static Recipe? Joined(Recipe left, Recipe right)
    {
        if (left.Type is not (GizmoType.Text or GizmoType.Number) || right.Type is not (GizmoType.Text or GizmoType.Number))
            return null;
        return new(GizmoType.Text, Shape.Raw, run =>
        {
            Column a = left.MakeClean(run), b = right.MakeClean(run);
            var (readA, readB) = (Printed(a), Printed(b));
            var always = left.Text is not null || right.Text is not null;
            var empty = HasEmpty(a) || HasEmpty(b) ? EmptyTexts.Code : 0;
            var pool = EmptyTexts.Pool(empty);
            var codes = new int[run.Count];
            var text = new byte[256];
            for (var row = 0; row < codes.Length; row++)
            {
                var isText = always || a is TextColumn && !a.IsBlank(row) || b is TextColumn && !b.IsBlank(row);
                if (!isText)
                    continue;
                ReadOnlySpan<byte> x = readA(row), y = readB(row);
                if (x.Length + y.Length > text.Length)
                    text = new byte[(x.Length + y.Length) * 2];
                x.CopyTo(text);
                y.CopyTo(text.AsSpan(x.Length));
                run.Hold(x.Length + y.Length);
                codes[row] = x.Length + y.Length == 0 ? empty : pool.Add(text.AsSpan(0, x.Length + y.Length));
            }
            return new ComputedTexts(codes, pool, empty);
        });
    }

    static bool HasEmpty(Column column) => column is TextColumn texts && EmptyTexts.CodeIn(texts) > 0;

    delegate ReadOnlySpan<byte> Print(int row);

    static Print Printed(Column column)
    {
        if (column is TextColumn texts)
            return texts.Utf8;
        var numbers = (NumberColumn)column;
        return row => numbers.At(row) is var number && double.IsNaN(number) ? default : Encoding.UTF8.GetBytes(Coercion.ToText(Value.Of(number)));
    }
}
