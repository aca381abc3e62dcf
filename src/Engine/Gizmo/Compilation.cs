using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo;

/// <summary>An expression that was compiled, with all there is to tell about it. It runs only without errors.</summary>
public sealed class Compilation
{
    internal Compilation(string text, Script syntax, IReadOnlyList<Diagnostic> diagnostics)
    {
        Text = text;
        Syntax = syntax;
        Diagnostics = diagnostics;
    }

    public string Text { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    internal Script Syntax { get; }

    /// <summary>Runs it for single nodes.</summary>
    public Evaluation Start(GizmoDataset dataset, EvaluationOptions options) =>
        HasErrors ? throw new InvalidOperationException("An expression with errors does not run.") : new(Syntax, dataset, options);
}
