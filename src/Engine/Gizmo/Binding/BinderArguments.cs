using System.Collections.Immutable;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Functions.OnCollections;
using Espalier.Engine.Gizmo.Functions.OnTexts;
using Espalier.Engine.Gizmo.Functions.OnValues;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo.Binding;

/// <summary>What functions are given: lambdas, and texts that name properties.</summary>
sealed partial class Binder
{
    /// <summary>The items that predicates are told to test; null where that is not known.</summary>
    Known? _tested;

    void BindArguments(Function function, Known target, ImmutableArray<Node> arguments)
    {
        var item = target.IsNodes ? target with { Shape = Shape.One } : Known.Nothing;
        if (function.Name is "rollUp" or "allrollUp")
        {
            Reads.WalksNodes = true;
            item = item with { Relation = target.Relation is Relation.Self or Relation.Children or Relation.Descendants ? Relation.Descendants : Relation.All };
        }
        var outer = _tested;
        if (target.IsNodes)
            _tested = item;
        foreach (var argument in arguments)
        {
            if (argument is FunctionNode lambda)
                BindFunction(lambda, [item, Known.Raw(GizmoType.Number)]);
            else
                Bind(argument);
        }
        _tested = outer;
        switch (function)
        {
            case { Name: "rollUp" or "allrollUp" }:
                foreach (var argument in arguments.Take(2))
                    if (argument is not TextNode { Value: var what } || !Aggregates.IsName(what))
                        ReadKey(argument, item);
                break;
            case { Name: "stats" or "rank" or "regression" or "groupBy" or "sort", On: On.Nodes }:
                foreach (var argument in arguments.Take(function.Name == "regression" ? 2 : 1))
                    ReadKey(argument, item);
                break;
            case { Name: "math" }:
                BindFormula(arguments, item);
                break;
            case { Name: "format", On: On.Nodes }:
                BindTemplate(arguments, item);
                break;
            case { Name: "filter", On: On.Nodes } when arguments is [not FunctionNode and var test, ..]:
                BindTest(test, item);
                break;
            case { Writes: true }:
                foreach (var field in arguments.OfType<ObjectNode>().SelectMany(o => o.Fields))
                    Reads.AddWrite(field.Key);
                break;
        }
    }

    void ReadKey(Node argument, Known item)
    {
        if (argument is FunctionNode)
            return;
        if (argument is not TextNode { Value: var key })
            Reads.Add(Reads.Any, Relation.All);
        else if (item.Schema?.Keys.Find(key) is { } property)
            Property(item, property);
        else if (item.Schema is { Properties.Length: > 0 } of)
            problems.Warn("W-NOPROP", argument.Span, $"there is no property `{key}`", of.Keys.Suggest(key));
    }

    void BindFormula(ImmutableArray<Node> arguments, Known item)
    {
        if (arguments is not [TextNode text, ..])
        {
            Reads.Add(Reads.Any, Relation.All);
            return;
        }
        var inner = new DiagnosticBag();
        if (Formulas.Parse(text.Value, inner) is not { } formula)
        {
            problems.Error("E-FORMULA", text.Span, "the formula cannot be read: " + (inner.Items.Count > 0 ? inner.Items[0].Message : "it is not one expression"));
            return;
        }
        var outer = _implicit;
        _implicit = item;
        Bind(Formulas.Get(text.Value) ?? formula);
        _implicit = outer;
    }

    void BindTemplate(ImmutableArray<Node> arguments, Known item)
    {
        if (arguments is not [TextNode text, ..])
        {
            Reads.Add(Reads.Any, Relation.All);
            return;
        }
        foreach (var (_, path) in Template.Parse(text.Value))
        {
            if (path is null)
                continue;
            if (TryMember(item, path[0], path.Length > 1) is not { } known)
            {
                if (item.Schema is { Properties.Length: > 0 } of)
                    problems.Warn("W-NOPROP", text.Span, $"there is no property `{path[0]}`", of.Keys.Suggest(path[0]));
                continue;
            }
            foreach (var name in path.AsSpan(1))
                known = BindMember(new(text.Span, new BlankNode(text.Span), name, text.Span), known, null);
        }
    }

    /// <summary>The test of a filter that is no function. What a predicate reads was told when it was bound.</summary>
    void BindTest(Node test, Known item)
    {
        if (test is TextNode text && item.Schema is not null && Keys(text.Value) is { } keys)
            foreach (var key in keys)
                ReadTested(key, item);
        else if (item.Schema is null || !StartsAtPredicates(test))
            Reads.Add(Reads.Any, Relation.All);
    }

    /// <summary>The keys that a search text looks at; null when it cannot be read.</summary>
    static List<string?>? Keys(string text)
    {
        try
        {
            return [.. SearchText.Parse(text).Keys.Distinct()];
        }
        catch (CellTrouble)
        {
            return null;
        }
    }

    bool StartsAtPredicates(Node node) => node switch
    {
        CallNode n => StartsAtPredicates(n.Callee),
        MemberNode n => IsPredicates(n.Target),
        _ => false,
    };

    /// <summary>What <c>is.prop</c> and <c>is.match</c> read of the items that they test; of any node when it is not known of which.</summary>
    void BindPredicate(string name, ImmutableArray<Node> arguments)
    {
        var item = _tested ?? NodeOf(Relation.All, Shape.One);
        if (name.Equals("prop", StringComparison.OrdinalIgnoreCase))
            ReadTested(arguments is [TextNode key, ..] ? key.Value : null, item);
        else if (!name.Equals("match", StringComparison.OrdinalIgnoreCase))
            return;
        else if (arguments is [ObjectNode wanted, ..])
            foreach (var field in wanted.Fields)
                ReadTested(field.Key, item);
        else
            ReadTested(null, item);
    }

    void ReadTested(string? key, Known item)
    {
        if (key is null || item.Schema is null)
            Reads.Add(Reads.Any, Relation.All);
        else
            TryMember(item, key, isPath: false);
    }
}
