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
            return new(text, new(new(0, 0), []), problems.Items);
        }
        var syntax = Parser.Parse(text, problems);
        return new(text, syntax, problems.Items);
    }
}
