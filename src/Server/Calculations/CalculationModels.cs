using Espalier.Engine.Calculation;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Calculations;

/// <summary>The calculated properties of a dataset, in its order.</summary>
public sealed record CalculationReport(IReadOnlyList<CalculationEntry> Properties)
{
    public static CalculationReport Of(CalculatedColumns columns, DatasetDefinition definition) =>
        new([.. CalculatedProperty.Of(definition).Where(p => p.IsEvaluated && columns.Plan.Compiled.ContainsKey(p.Key)).Select(p => CalculationEntry.Of(p.Key, columns))]);
}

/// <summary>One property.</summary>
/// <param name="Plan"><c>columns</c> when it is computed for all nodes at once, else <c>nodes</c>.</param>
/// <param name="Reads">The calculated properties that it reads.</param>
/// <param name="IsCircular">Whether it reads itself, perhaps through others: then its cells are computed one by one.</param>
/// <param name="ErrorCount">Cells that are blank for a reason.</param>
/// <param name="Errors">The first of them.</param>
public sealed record CalculationEntry(string Key, string Plan, IReadOnlyList<string> Reads, bool IsCircular,
    IReadOnlyList<CalculationNote> Diagnostics, int ErrorCount, IReadOnlyList<CalculationError> Errors)
{
    const int MostErrors = 20;

    public static CalculationEntry Of(string key, CalculatedColumns columns)
    {
        var compilation = columns.Plan.Compiled[key];
        var graph = columns.Plan.Graph;
        var group = graph.Groups.FirstOrDefault(g => g.Contains(key));
        // Rows that were deleted since may still have a reason.
        var errors = columns.Errors.TryGetValue(key, out var all)
            ? all.Where(e => columns.Dataset.Snapshot.Live[e.Key]).OrderBy(e => e.Key).ToArray() : [];
        return new(key, compilation.Plan, group is null ? [] : graph.ReadsOf(key), group is not null && graph.IsCycle(group),
            [.. compilation.Diagnostics.Select(CalculationNote.Of)], errors.Length,
            [.. errors.Take(MostErrors).Select(e => new CalculationError(columns.Dataset.Id(e.Key), e.Value))]);
    }
}

/// <summary>Something to tell about an expression.</summary>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Start">Where it stands in the expression, in UTF-16 units; <paramref name="End"/> is the first one behind it.</param>
public sealed record CalculationNote(string Severity, string Code, string Message, int Start, int End, string? Suggestion)
{
    public static CalculationNote Of(Diagnostic d) =>
        new(d.Severity == Engine.Gizmo.Severity.Error ? "error" : "warning", d.Code, d.Message, d.Span.Start, d.Span.End, d.Suggestion);
}

/// <summary>Why a cell is blank.</summary>
/// <param name="Node">What the node's autoId prints.</param>
public sealed record CalculationError(string Node, string Reason);
