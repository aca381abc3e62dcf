using System.Text;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions.OnDates;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnValues;

/// <summary>Choices, comparisons, formulas and templates.</summary>
static class Logic
{
    public static IEnumerable<Function> All =>
    [
        new("case", On.Values, GizmoType.Any, Gives.Maps, "case(test, result, …, else)", "The result of the first test that holds; else the value itself.", "node.grade.case(is.gt(5), \"high\", \"low\")", Case),
        new("case", On.Nodes, GizmoType.Any, Gives.Maps, "case(test, result, …, else)", "The result of the first test that holds; else the node's label.", "node.case(is.prop(\"grade\", is.gt(5)), \"high\", \"low\")", Case),
        new("isEq", On.Values, GizmoType.Boolean, Gives.Any, "isEq(value)", "Whether values are equal, collections unwrapped.", "node.department.isEq(node.p.department)", IsEq),
        new("isEq", On.Nodes, GizmoType.Boolean, Gives.Any, "isEq(node)", "Whether nodes are the same.", "node.root.isEq(node)", IsEq),
        new("math", On.Nodes, GizmoType.Number, Gives.OnePerNode, "math(formula)", "Calculates a formula with the properties of each node.", "node.math(\"salary*1.05\")", MathOf),
        new("math", On.Links, GizmoType.Number, Gives.Many, "math(formula)", "Calculates a formula for each link.", "node.links.math(\"value*to.salary\").sum", MathOf),
        new("format", On.Nodes, GizmoType.Text, Gives.OnePerNode, "format(template)", "A text with the properties of the node in its braces.", "node.format(\"{fullname}: {role}\")", Format),
    ];

    static Value Case(Call call)
    {
        return call.Target.Kind == ValueKind.Node ? Choose(call.Target) : call.Map(Choose);

        Value Choose(Value item)
        {
            for (var i = 0; i + 1 < call.Count; i += 2)
                if (call.Holds(call[i], item))
                    return Coercion.Unwrap(Result(i + 1));
            if (call.Count % 2 == 1)
                return Coercion.Unwrap(Result(call.Count - 1));
            return item.Kind != ValueKind.Node ? item : item.Row < 0 ? Value.Blank : Value.Of(Coercion.ToText(item));
        }

        Value Result(int index) => Coercion.Scalar(call[index]);
    }

    static Value IsEq(Call call)
    {
        var other = call.Scalar(0);
        var list = call.List;
        if (call.Target.Kind is ValueKind.Collection && list.Length > 1)
            return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(list, item => Value.Of(call.Holds(other, item)))));
        return Value.Of(call.Holds(other, list.Length == 0 ? Value.Blank : list[0]));
    }

    static Value MathOf(Call call)
    {
        var formula = Formulas.Get(call.Text(0)) ?? throw new CellTrouble("The formula cannot be read");
        return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(call.List, item =>
        {
            var result = Coercion.Scalar(call.Evaluator.WithImplicit(Value.Of(Items.One(item)), formula));
            return result.Kind is ValueKind.Number or ValueKind.Boolean ? Value.Of(result.Number) : Value.Of(Coercion.ToNumber(result));
        })));
    }

    static Value Format(Call call)
    {
        var parts = Template.Parse(call.Text(0));
        return Value.Of(new Items(ItemKind.Values, Array.ConvertAll(call.List, item =>
        {
            var text = new StringBuilder();
            foreach (var (literal, path) in parts)
            {
                text.Append(literal);
                if (path is null)
                    continue;
                Members.TryNamed(call.Evaluator, Value.Of(Items.One(item)), path[0], path.Length > 1, out var value);
                foreach (var name in path.AsSpan(1))
                    value = Members.Get(call.Evaluator, value, name);
                text.Append(Coercion.ToText(Coercion.Unwrap(Shown(value))));
                call.Evaluator.Budget.CheckLength(text.Length);
            }
            call.Evaluator.Budget.CheckText(text.Length);
            return Value.Of(text.ToString());
        })));
    }

    /// <summary>Dates as their property shows them, if it says how.</summary>
    static Value Shown(Value value) =>
        value.Kind == ValueKind.Collection && value.Items.Source?.Property is { Type: GizmoType.Date, Format: { Length: > 0 } format } && DatePattern.IsValid(format)
            ? Value.Of(new Items(ItemKind.Values, Array.ConvertAll(value.Items.List, v => v.Kind == ValueKind.Date ? Value.Of(DatePattern.Format(v.Milliseconds, format)) : v)))
            : value;
}

/// <summary>Formulas given as text, each parsed once.</summary>
static class Formulas
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Node?> Known = new(StringComparer.Ordinal);

    const int MostText = 10_000;

    /// <summary>The expression; null when the text is none.</summary>
    public static Node? Get(string formula)
    {
        if (formula.Length > MostText)
            return null;
        if (Known.TryGetValue(formula, out var known))
            return known;
        if (Known.Count > 2000)
            Known.Clear();
        return Known[formula] = Parse(formula, new());
    }

    /// <summary>A bracketed text at the start of a path is the exact key of a property.</summary>
    public static Node? Parse(string formula, DiagnosticBag problems)
    {
        var script = Parser.Parse(formula, problems);
        if (problems.HasErrors)
            return null;
        return script.Statements is [ExpressionStatement only] ? only.Expression : null;
    }
}

/// <summary>Texts with names in braces; doubled braces are braces.</summary>
static class Template
{
    /// <summary>Each literal with the path behind it; the last has none.</summary>
    public static List<(string Literal, string[]? Path)> Parse(string template)
    {
        List<(string, string[]?)> parts = [];
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            if (c is '{' or '}' && at + 1 < template.Length && template[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{' && template.IndexOf('}', at) is var close and > 0)
            {
                parts.Add((literal.ToString(), template[(at + 1)..close].Split('.', StringSplitOptions.TrimEntries)));
                literal.Clear();
                at = close;
            }
            else
                literal.Append(c);
        }
        parts.Add((literal.ToString(), null));
        return parts;
    }
}
