using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnValues;
using Espalier.Engine.Gizmo.Vectors;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>Finds a way to compute an aggregate over links, e.g. <c>node.links.math("allocation*to.pay").sum</c>, for all rows at once.</summary>
/// <param name="isNode">Whether a piece is what <c>links</c> may be a member of.</param>
/// <param name="isFormula">Whether <c>links</c> may stand by itself.</param>
sealed class LinkPlan(Func<Node, bool> isNode, bool isFormula)
{
    /// <summary>The way to compute the member of something; null when there is none, or it is about no links.</summary>
    public Recipe? Of(MemberNode node)
    {
        var aggregate = node.Name.ToLowerInvariant();
        if (!LinkFold.Knows(aggregate))
            return null;
        if (aggregate == "count")
            return (LinksOf(node.Target) ?? (EndOf(node.Target) is { } end ? LinksOf(end.Target) : null)) is { } counted
                ? Fold(counted, aggregate, null) : null;
        switch (node.Target)
        {
            case CallNode { Callee: MemberNode { Name: "math" } n, Arguments: [TextNode text] }
                when LinksOf(n.Target) is { } links && Formulas.Get(text.Value) is { } formula:
                return Value(formula, new(null)) is { } inFormula ? Fold(links, aggregate, inFormula) : null;
            case CallNode { Callee: MemberNode { Name: "map" } n, Arguments: [FunctionNode { Parameters: [var item], Body: not Block } function] }
                when LinksOf(n.Target) is { } links:
                return Value(function.Body, new(item)) is { } mapped ? Fold(links, aggregate, mapped) : null;
            case MemberNode or IndexNode when TargetOf(node.Target) is { } of:
                if (LinksOf(of) is { } direct)
                    return Fold(direct, aggregate, side => Read(node.Target, side.Table.Links, On.Links));
                return EndOf(of) is { } end && LinksOf(end.Target) is { } ends ? Fold(ends, aggregate, side => ReadEnd(node.Target, end, side)) : null;
            default:
                return null;
        }
    }

    static Recipe Fold(Choice links, string aggregate, Func<LinkSide, NumberColumn>? value) => new(GizmoType.Number, Shape.Raw, run =>
    {
        var fold = new LinkFold(aggregate, run.Count);
        foreach (var side in run.Dataset.Links)
            if (links.Takes(side) && side.Table.Whole.Length > 0)
                fold.Add(side, value?.Invoke(side));
        return fold.Result();
    });

    Choice? LinksOf(Node node) => node switch
    {
        MemberNode n when isNode(n.Target) && IsLinks(n.Name) => new(null),
        NameNode n when isFormula && IsLinks(n.Name) => new(null),
        CallNode { Callee: MemberNode n, Arguments: [TextNode name] } when isNode(n.Target) && IsLinks(n.Name) => new(name.Value),
        _ => null,
    };

    static bool IsLinks(string name) => Catalogue.Find(On.Nodes, name)?.Name == "links";

    /// <summary>The piece as one end of links.</summary>
    static MemberNode? EndOf(Node node) => node is MemberNode n && Catalogue.Find(On.Links, n.Name) is not null ? n : null;

    static Node? TargetOf(Node node) => node switch
    {
        MemberNode n => n.Target,
        IndexNode { Index: TextNode } n => n.Target,
        _ => null,
    };

    /// <summary>What a link is called in a formula or function: nothing, where its members stand by themselves.</summary>
    sealed record Item(string? Name)
    {
        public bool Is(Node node) => node is NameNode n && n.Name == Name;
    }

    /// <summary>How to compute a number for each link; null when a piece is not known to be one.</summary>
    static Func<LinkSide, NumberColumn>? Value(Node node, Item item)
    {
        switch (node)
        {
            case NumberNode n:
                return side => Arithmetic.Constant(n.Value, side.Table.Links.Snapshot.RowCount);
            case UnaryNode { Sign: "-" or "+" } n when Value(n.Operand, item) is { } operand:
                return n.Sign == "+" ? operand : side => Arithmetic.Map(operand(side), x => -x);
            case BinaryNode { Sign: "+" or "-" or "*" or "/" or "%" } n when Value(n.Left, item) is { } left && Value(n.Right, item) is { } right:
                return side => Arithmetic.Operate(n.Sign, left(side), right(side));
            case NameNode when item.Name is null:
                return side => Read(node, side.Table.Links, On.Links);
            case MemberNode or IndexNode when TargetOf(node) is { } of:
                if (item.Is(of))
                    return side => Read(node, side.Table.Links, On.Links);
                if (item.Name is null && of is NameNode name && Catalogue.Find(On.Links, name.Name) is not null)
                    return side => ReadEnd(node, new(name.Span, name, name.Name, name.Span), side);
                return EndOf(of) is { } end && item.Is(end.Target) ? side => ReadEnd(node, end, side) : null;
            default:
                return null;
        }
    }

    /// <summary>A property of a link's end, for each link.</summary>
    static NumberColumn ReadEnd(Node read, MemberNode end, LinkSide side)
    {
        var isFar = Catalogue.Find(On.Links, end.Name)!.Name switch { "to" => true, "from" => false, _ => throw new NoColumn() };
        var column = Read(read, isFar ? side.Far : side.Near, On.Nodes);
        return (NumberColumn)Select.Gather(column, side.Table.Rows(isFar != side.IsFrom));
    }

    /// <summary>A property of numbers, by the name or exact key that the piece reads.</summary>
    static NumberColumn Read(Node read, GizmoDataset dataset, On on)
    {
        var keys = dataset.Schema.Keys;
        var property = read switch
        {
            NameNode n when IsData(n.Name, on) => keys.Find(n.Name),
            MemberNode n when IsData(n.Name, on) => keys.Find(n.Name),
            IndexNode { Index: TextNode key } => keys.FindExact(key.Value),
            _ => null,
        };
        return property is { Through: null, Type: GizmoType.Number, Key: not "_change_count" } && dataset.Column(property) is NumberColumn { Raw: null } column
            ? column : throw new NoColumn();
    }

    static bool IsData(string name, On on) => Catalogue.Find(on, name) is null && Catalogue.Find(On.Nodes, name) is null;

    /// <summary>All links of a node, or those of one links dataset.</summary>
    sealed record Choice(string? Name)
    {
        public bool Takes(LinkSide side) => Name is null || string.Equals(KeyMatch.Fold(side.Table.Name), KeyMatch.Fold(Name), StringComparison.Ordinal);
    }
}
