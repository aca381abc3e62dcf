using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo;

/// <summary>A word that an editor offers.</summary>
/// <param name="Kind"><c>property</c>, <c>generated</c>, <c>function</c>, <c>relation</c>, <c>global</c> or <c>keyword</c>.</param>
/// <param name="Help">One line.</param>
public sealed record Completion(string Name, string Kind, string Type, string Help);

/// <summary>What can stand where the caret is.</summary>
static class Completer
{
    public static IReadOnlyList<Completion> Complete(string text, int position, GizmoSchema schema)
    {
        position = Math.Clamp(position, 0, Math.Min(text.Length, GizmoCompiler.MostText));
        var start = position;
        while (start > 0 && Lexer.IsNamePart(text[start - 1]))
            start--;
        var prefix = text[start..position];
        var offered = start > 0 && text[start - 1] == '.' ? AfterDot(text[..(start - 1)], schema) : Names(schema);
        return [.. offered.Where(c => c.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).DistinctBy(c => c.Name)];
    }

    static IEnumerable<Completion> Names(GizmoSchema schema)
    {
        yield return new("node", "global", "node", "The current node.");
        foreach (var function in Catalogue.All.Where(f => f.On == On.Global))
            yield return Of(function);
        foreach (var host in Catalogue.Hosts)
            yield return new(host, "global", "object", $"The members of `{host}`.");
        foreach (var keyword in Keywords.All.Order(StringComparer.Ordinal))
            yield return new(keyword, "keyword", "", "");
        foreach (var property in schema.Properties)
            yield return new("node." + property.Key, "property", property.Type.ToString().ToLowerInvariant(), property.Name);
    }

    static IEnumerable<Completion> AfterDot(string before, GizmoSchema schema)
    {
        var start = StartOfOperand(before);
        var problems = new DiagnosticBag();
        var script = Parser.Parse(before[start..], problems);
        if (script.Statements is not [.., ExpressionStatement { Expression: var expression }])
            return [];
        if (expression is NameNode { Name: var name } && Catalogue.HostOf(name) is not null)
            return Catalogue.All.Where(f => f.Host == name).Select(Of);
        // A name that is not known is most likely the parameter of a lambda: a node.
        var known = expression is NameNode { Name: not "node" } ? new(GizmoType.Node, Shape.One, schema, IsOwn: true) : BindLast(script, expression, schema);
        if (known.IsNodes || known.Type == GizmoType.Node)
            return OfNodes(known, known.Schema ?? schema);
        var values = Catalogue.All.Where(f => f.On == On.Values).Concat(known.Type == GizmoType.Text || known.Shape == Shape.Any ? Catalogue.All.Where(f => f.On == On.Text) : []);
        return values.Select(Of).Concat(known.Schema?.Properties.Select(OfProperty) ?? []);
    }

    static Known BindLast(Script script, Node expression, GizmoSchema schema)
    {
        var binder = new Binder(schema, new());
        binder.Bind(script);
        return binder[expression];
    }

    static IEnumerable<Completion> OfNodes(Known known, GizmoSchema schema) =>
    [
        .. schema.Properties.Select(OfProperty),
        .. Catalogue.All.Where(f => f.On == On.Nodes || f.On == On.Links && known.Type == GizmoType.Link).Select(Of),
        .. KeyMatch.AllGenerated.Select(key => new Completion(key, "generated", TypeOf.Generated(key).ToString().ToLowerInvariant(), Calculation.NodeColumn.NameOf(key))),
    ];

    static Completion OfProperty(GizmoProperty property) =>
        new(property.Key, "property", property.Type.ToString().ToLowerInvariant(), property.Name);

    static Completion Of(Function function) => new(function.Name,
        function.On == On.Nodes && function.Type is GizmoType.Node or GizmoType.Link ? "relation" : "function", function.Type.ToString().ToLowerInvariant(), $"{function.Signature}: {function.Help}");

    /// <summary>Where the operand that ends the text begins: brackets are passed as a whole.</summary>
    static int StartOfOperand(string text)
    {
        var at = text.Length;
        var depth = 0;
        while (at > 0)
        {
            var c = text[at - 1];
            if (c is ')' or ']')
                depth++;
            else if (c is '(' or '[' && --depth < 0)
                break;
            else if (depth == 0 && !Lexer.IsNamePart(c) && c is not ('.' or '(' or '['))
                break;
            at--;
        }
        return at;
    }
}
