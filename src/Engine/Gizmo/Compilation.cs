using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Plans;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo;

/// <summary>A column that an expression gave, and the reasons of cells that it left blank.</summary>
/// <param name="Writes">What it wrote to other properties.</param>
/// <param name="ByColumns">Whether it was computed as columns.</param>
public sealed record EvaluatedColumn(Column Column, IReadOnlyDictionary<int, string> Errors, IReadOnlyList<CellWrite> Writes, bool ByColumns);

/// <summary>An expression that was compiled, with all there is to tell about it. It runs only without errors. Safe for many threads.</summary>
public sealed class Compilation
{
    /// <summary>More errors than these are counted, not kept.</summary>
    const int MostErrors = 10_000;

    readonly Recipe? _plan;

    internal Compilation(string text, Script syntax, IReadOnlyList<Diagnostic> diagnostics, Reads reads, Recipe? plan)
    {
        Text = text;
        Syntax = syntax;
        Diagnostics = diagnostics;
        Reads = reads;
        _plan = plan;
    }

    public string Text { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>What it depends on.</summary>
    public Reads Reads { get; }

    /// <summary><c>columns</c> when it is computed for all rows at once, else <c>nodes</c>.</summary>
    public string Plan => _plan is null ? "nodes" : "columns";

    internal Script Syntax { get; }

    /// <summary>Runs it for single nodes.</summary>
    public Evaluation Start(GizmoDataset dataset, EvaluationOptions options) =>
        HasErrors ? throw new InvalidOperationException("An expression with errors does not run.") : new(Syntax, dataset, options);

    /// <summary>The result for every node; by columns where that is possible and the form of each result is known.</summary>
    public IEnumerable<(int Row, NodeResult Result)> RunAll(GizmoDataset dataset, EvaluationOptions options)
    {
        if (_plan is { Shape: Shape.Raw or Shape.One } plan && TryColumn(dataset, options, out var absent) is { } column)
        {
            var cells = CellReader.Of(column);
            foreach (var row in dataset.Snapshot.Order.ToArray())
            {
                var value = cells.At(row);
                yield return (row, new(plan.Shape == Shape.Raw ? value : Value.Of(absent?.At(row) == 1 ? Items.NoValues : new(ItemKind.Values, [value])), null));
            }
            yield break;
        }
        var evaluation = Start(dataset, options);
        foreach (var row in dataset.Snapshot.Order.ToArray())
            yield return (row, evaluation.Run(row));
    }

    /// <summary>The results for all rows as a column of a property's type.</summary>
    public EvaluatedColumn RunColumn(GizmoDataset dataset, PropertyType type, EvaluationOptions options)
    {
        if (TryColumn(dataset, options, out _) is { } column)
        {
            if (column.Type == type && column is not ValueArray)
                return new(EmptyTexts.AsBlanks(column), NoErrors, [], ByColumns: true);
            var cells = CellReader.Of(column);
            // A list within a collection is stored as such.
            Func<int, NodeResult> run = column is ValueArray && _plan!.Shape == Shape.One ? row => new(Value.Of(Items.One(cells.At(row))), null) : row => new(cells.At(row), null);
            return Convert(column.Count, type, dataset, run, options.Limits.HeldText, byColumns: true);
        }
        var evaluation = Start(dataset, options);
        return Convert(dataset.Snapshot.RowCount, type, dataset, evaluation.Run, options.Limits.HeldText, byColumns: false) with { Writes = evaluation.Writes };
    }

    static readonly Dictionary<int, string> NoErrors = [];

    /// <param name="absent">Where the result is an empty collection; null when nowhere.</param>
    Column? TryColumn(GizmoDataset dataset, EvaluationOptions options, out FlagColumn? absent)
    {
        absent = null;
        if (_plan is null || HasErrors || dataset.Visible is not null)
            return null;
        try
        {
            using var run = new PlanRun(dataset, options);
            absent = _plan.Absent is { } where ? (FlagColumn)Whole.Of(where.Make(run)) : null;
            return Whole.Of(_plan.MakeClean(run));
        }
        catch (NoColumn)
        {
            return null;
        }
    }

    static EvaluatedColumn Convert(int count, PropertyType type, GizmoDataset dataset, Func<int, NodeResult> run, long most, bool byColumns)
    {
        var cells = new Cell[count];
        var held = new HeldTexts(most);
        Dictionary<int, string>? errors = null;
        foreach (var row in dataset.Snapshot.Order)
        {
            var result = run(row);
            cells[row] = Storing.ToCell(result.Value, type, out var error);
            if (!held.TryAdd(Value.Of(cells[row])))
                (cells[row], error) = (Cell.Blank, HeldTexts.TooMuch);
            if ((result.Error ?? error) is { } reason && (errors ??= []).Count < MostErrors)
                errors[row] = reason;
        }
        var builder = ColumnBuilder.For(type);
        foreach (var cell in cells)
            builder.Append(cell);
        return new(builder.Build(), errors ?? NoErrors, [], byColumns);
    }
}
