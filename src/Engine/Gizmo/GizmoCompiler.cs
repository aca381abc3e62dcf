using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Plans;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo;

/// <summary>Turns the text of an expression into something that runs.</summary>
public static class GizmoCompiler
{
    /// <summary>Longer texts are refused.</summary>
    public const int MostText = 100_000;

    public static Compilation Compile(string text, GizmoSchema schema)
    {
        var problems = new DiagnosticBag();
        if (text.Length > MostText)
        {
            problems.Error("E-LENGTH", new(MostText, text.Length), "the expression is too long");
            return new(text, new(new(0, 0), []), problems.Items, new(), null);
        }
        var syntax = Parser.Parse(text, problems);
        var binder = new Binder(schema, problems);
        if (!problems.HasErrors)
            binder.Bind(syntax);
        var plan = problems.HasErrors ? null : Planner.Plan(syntax, schema, binder);
        if (plan is null && binder.Reads.WalksNodes && Planner.IsSlow(syntax))
            problems.Warn("W-SLOW", syntax.Span, "this walks whole branches for each node; an aggregate such as `sum` or `rollUp` would not");
        return new(text, syntax, problems.Items, binder.Reads, plan);
    }

    /// <summary>What an editor may offer at a position of the text.</summary>
    public static IReadOnlyList<Completion> Complete(string text, int position, GizmoSchema schema) => Completer.Complete(text, position, schema);
}
