using System.Collections.Immutable;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo.Binding;

/// <summary>What names after dots mean.</summary>
sealed partial class Binder
{
    Known BindMember(MemberNode node, Known target, ImmutableArray<Node>? arguments)
    {
        if (Function(target, node.Name) is { } function)
            return Apply(function, target, arguments ?? [], node.Name);
        if (node.Target is NameNode host && Catalogue.Find(host.Name, node.Name) is { IsVolatile: true })
            Reads.IsVolatile = true;
        if (IsPredicates(node.Target) && arguments is { } tests)
            BindPredicate(node.Name, tests);
        if (IsPredicates(node.Target) && Catalogue.Find("is", node.Name) is null)
            problems.Warn("W-NOMEMBER", node.NameSpan, $"there is no predicate `{node.Name}`", Suggestions.Nearest(node.Name, Catalogue.All.Where(f => f.Host == "is").Select(f => f.Name)));
        if (target.IsNodes && target.Schema is { } of)
        {
            if (of.Keys.IsAmbiguous(node.Name))
                problems.Warn("W-AMBIG", node.NameSpan, $"several properties answer to `{node.Name}`; the first one is taken");
            if (of.Keys.Find(node.Name) is { } property)
                return Property(target, property);
            if (node.Name.Equals("value", StringComparison.OrdinalIgnoreCase))
                return target with { Shape = target.Shape == Shape.One ? Shape.Raw : Shape.Any };
            // The properties of links are not declared where only one dataset is known.
            if (target.Type == GizmoType.Node && of.Properties.Length > 0)
                problems.Warn("W-NOPROP", node.NameSpan, $"there is no property `{node.Name}`", of.Keys.Suggest(node.Name)
                    ?? Suggestions.Nearest(node.Name, Catalogue.All.Where(f => f.On == On.Nodes).Select(f => f.Name)));
            return new(GizmoType.Blank, target.Shape);
        }
        if (target.Type is GizmoType.Number or GizmoType.Text or GizmoType.Date or GizmoType.Boolean && target.Shape != Shape.Any)
        {
            if (target.Schema is { } lookup && lookup.Keys.Find(node.Name) is { } sub)
            {
                Reads.ReadsOthers = true;
                return new(sub.Type, target.Shape, sub.Lookup);
            }
            problems.Warn("W-NOMEMBER", node.NameSpan, $"a {target.Type.ToString().ToLowerInvariant()} has no member `{node.Name}`",
                Suggestions.Nearest(node.Name, Catalogue.All.Where(f => f.On is On.Values or On.Text).Select(f => f.Name)));
            return new(GizmoType.Blank, target.Shape);
        }
        // The first of several may be none: of a node as of nothing.
        if (target is { Type: GizmoType.Node, Schema: { } known } && known.Keys.Find(node.Name) is { } maybe)
        {
            Property(target, maybe);
            return Known.Nothing;
        }
        Reads.IsUnclear |= node.Name == "age" || schema.Keys.Find(node.Name) is not null || Catalogue.Find(On.Nodes, node.Name) is not null;
        return Known.Nothing;
    }

    /// <summary>Whether a piece is <c>is</c> or <c>is.not</c>.</summary>
    bool IsPredicates(Node node) => node switch
    {
        NameNode { Name: "is" } => !_scopes.Exists(s => s.ContainsKey("is")),
        MemberNode n => n.Name.Equals("not", StringComparison.OrdinalIgnoreCase) && IsPredicates(n.Target),
        _ => false,
    };

    static Function? Function(Known target, string name) => target switch
    {
        { Type: GizmoType.Link, IsCollection: true } => Catalogue.Find(On.Links, name) ?? Catalogue.Find(On.Nodes, name),
        { Type: GizmoType.Node } => Catalogue.Find(On.Nodes, name),
        { IsCollection: true, Schema: { } lookup } when lookup.Keys.Find(name) is not null => Catalogue.Find(On.Values, name),
        { Type: GizmoType.Number or GizmoType.Text or GizmoType.Date or GizmoType.Boolean, IsCollection: true } => Catalogue.Find(On.Values, name) ?? Catalogue.Find(On.Text, name),
        { Type: GizmoType.Text, Shape: Shape.Raw } => Catalogue.Find(On.Text, name) ?? Catalogue.Find(On.Values, name),
        { Type: GizmoType.Number or GizmoType.Date or GizmoType.Boolean } => Catalogue.Find(On.Values, name) ?? Catalogue.Find(On.Text, name),
        { Type: GizmoType.Array, IsCollection: false } => Catalogue.Find(On.Array, name) ?? Catalogue.Find(On.Values, name),
        { IsCollection: true } => Catalogue.Find(On.Values, name),
        _ => null,
    };

    /// <summary>A name of a formula, which is looked up on the item.</summary>
    Known? TryMember(Known item, string name, bool isPath)
    {
        if (Function(item, name) is { } function)
            return item.Schema?.Keys.FindBefore(function, name, isPath) is { } first ? Property(item, first) : Apply(function, item, [], name);
        if (item.Schema?.Keys.Find(name) is { } property)
            return Property(item, property);
        return item.Type == GizmoType.Link ? Known.Nothing : null;
    }

    Known Property(Known target, PropertyRef property)
    {
        if (target.IsOwn)
            Reads.Add(property.Key, target.Relation);
        if (property.IsGenerated && target.IsOwn)
            Reads.WalksNodes = true;
        if (property.Through is not null)
            Reads.ReadsOthers = true;
        return property.Type == GizmoType.Node ? target with { Shape = Shape.Many, Relation = Relation.All } : new(property.Type, target.Shape, property.Lookup);
    }

    Known BindIndex(IndexNode node)
    {
        var target = BindTarget(node.Target);
        Bind(node.Index);
        if (node.Index is TextNode { Value: var key })
        {
            if (target.IsNodes && target.Schema is { } of)
            {
                if (of.Keys.FindExact(key) is { } property)
                    return Property(target, property);
                if (target.Type == GizmoType.Node && of.Properties.Length > 0)
                    problems.Warn("W-NOPROP", node.Index.Span, $"there is no property `{key}`", of.Keys.Suggest(key));
                return new(GizmoType.Blank, target.Shape);
            }
            Reads.IsUnclear |= schema.Keys.FindExact(key) is not null;
            return Known.Nothing;
        }
        if (node.Index is NumberNode)
            return target.IsCollection ? target with { Shape = Shape.One } : Known.Nothing;
        if (target.IsNodes && target.IsOwn)
            Reads.Add(Reads.Any, target.Relation);
        Reads.IsUnclear |= target.Type == GizmoType.Any;
        return Known.Nothing;
    }

    Known BindCall(CallNode node)
    {
        switch (node.Callee)
        {
            case MemberNode member:
                var target = BindTarget(member.Target);
                var known = BindMember(member, target, node.Arguments);
                _known[member] = known;
                if (Function(target, member.Name) is null)
                    BindAll(node.Arguments);
                return known;
            case NameNode name when !_scopes.Exists(s => s.ContainsKey(name.Name)):
                if (Catalogue.Find(On.Global, name.Name) is { } function)
                    return Apply(function, Known.Nothing, node.Arguments, name.Name);
                BindAll(node.Arguments);
                problems.Warn("W-UNDEF", name.Span, $"there is no function `{name.Name}`",
                    Suggestions.Nearest(name.Name, Catalogue.All.Where(f => f.On == On.Global).Select(f => f.Name)));
                return Known.Nothing;
            default:
                Bind(node.Callee);
                BindAll(node.Arguments);
                return Known.Nothing;
        }
    }

    Known Apply(Function function, Known target, ImmutableArray<Node> arguments, string name)
    {
        Reads.HasWrites |= function.Writes;
        Reads.IsVolatile |= function.IsVolatile || function.Name is "today" or "now" or "age";
        Reads.ReadsOthers |= function.Name is "lookup" or "links" or "baseline";
        var result = new Known(function.Type, ShapeOf(function, target), null);
        if (function.Type == GizmoType.Node || function.Type == GizmoType.Link)
            result = Nodes(function, target, result);
        else if (function.Name is "filter" or "sort" or "distinct" or "take" or "skip" or "reverse" or "to_a" or "foreach" or "first" or "last" or "find")
            result = result with { Type = target.Type, Schema = target.Schema, Relation = target.Relation, IsOwn = target.IsOwn };
        else if (function is { Name: "value", On: On.Values })
            result = new(target.Shape == Shape.Many ? GizmoType.Any : target.Type, target.Shape == Shape.Many ? Shape.Any : Shape.Raw);
        else if (function.Name is "min" or "max" && function.On == On.Values)
            result = result with { Type = target.Type is GizmoType.Number or GizmoType.Date ? target.Type : GizmoType.Any };
        else if (function is { Name: "isEq" })
            result = new(GizmoType.Boolean, target.Shape is Shape.One or Shape.Raw ? Shape.Raw : Shape.Any);
        else if (function is { Name: "format", On: On.Values })
            result = result with { Type = GizmoType.Text };

        BindArguments(function, target, arguments);
        return result;
    }

    static Shape ShapeOf(Function function, Known target) => function.Gives switch
    {
        Gives.Raw => Shape.Raw,
        Gives.Maps => target.Shape,
        Gives.OnePerNode => target.Shape == Shape.One ? Shape.One : Shape.Many,
        Gives.One => target.Shape is Shape.Many ? Shape.Many : Shape.One,
        Gives.Many => Shape.Many,
        _ => Shape.Any,
    };

    Known Nodes(Function function, Known target, Known result)
    {
        Reads.WalksNodes = true;
        if (function.On == On.Global)
            return NodeOf(Relation.All, Shape.Many);
        if (function.On == On.Links || function.Name is "lookup" or "baseline" or "links")
            return result;
        var step = function.Name switch
        {
            "parent" or "allparent" => Relation.Parent,
            "ancestors" or "allancestors" or "root" or "allroot" => Relation.Ancestors,
            "children" or "allchildren" => Relation.Children,
            "descendants" or "alldescendants" or "leaves" => Relation.Descendants,
            "filter" or "sort" or "distinct" or "take" or "skip" or "reverse" or "to_a" or "foreach" or "first" or "last" or "find" or "flatten" or "setproperty" => target.Relation,
            _ => Relation.All,
        };
        var relation = step == target.Relation || target.Relation == Relation.Self ? step
            : (step, target.Relation) switch
            {
                (Relation.Parent or Relation.Ancestors, Relation.Parent or Relation.Ancestors) => Relation.Ancestors,
                (Relation.Children or Relation.Descendants, Relation.Children or Relation.Descendants) => Relation.Descendants,
                _ => Relation.All,
            };
        return result with { Schema = target.Schema, IsOwn = target.IsOwn, Relation = target.Relation == Relation.Parent && step == Relation.Parent ? Relation.Ancestors
            : target.Relation == Relation.Children && step == Relation.Children ? Relation.Descendants : relation };
    }
}
