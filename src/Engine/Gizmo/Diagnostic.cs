using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo;

/// <summary>Whether something stops an expression from running, or is only worth a look.</summary>
public enum Severity : byte
{
    Warning,
    Error,
}

/// <summary>Something to tell about an expression: what, where, and perhaps what was meant.</summary>
/// <param name="Code"><c>W-…</c> for warnings, <c>E-…</c> for errors.</param>
/// <param name="Suggestion">A word that would make sense instead; null when there is none.</param>
public sealed record Diagnostic(Severity Severity, string Code, Span Span, string Message, string? Suggestion = null)
{
    /// <summary>The message and the suggestion as one sentence.</summary>
    public string Text => Suggestion is null ? Message : $"{Message}; did you mean `{Suggestion}`?";

    /// <summary>The form of the original product: <c>Parse Error: reason [line:l/Kc]: source</c>.</summary>
    public string ParseError(string source)
    {
        var (line, column) = Span.LineAndColumn(source);
        return $"Parse Error: {Message} [line:{line}/K{column}]: {source}";
    }
}

/// <summary>Collects all there is to tell; it never stops at the first.</summary>
public sealed class DiagnosticBag
{
    /// <summary>More than these help nobody.</summary>
    const int Most = 50;

    readonly List<Diagnostic> _items = [];

    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors { get; private set; }

    public void Error(string code, Span span, string message, string? suggestion = null) =>
        Add(new(Severity.Error, code, span, message, suggestion));

    public void Warn(string code, Span span, string message, string? suggestion = null) =>
        Add(new(Severity.Warning, code, span, message, suggestion));

    void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (_items.Count < Most && !_items.Exists(d => d.Span == diagnostic.Span && d.Code == diagnostic.Code))
            _items.Add(diagnostic);
    }
}
