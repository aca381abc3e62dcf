using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo;

/// <summary>What an expression gave for one node; a blank one may carry the reason.</summary>
public readonly record struct NodeResult(Value Value, string? Error);

/// <summary>Runs one expression for nodes of one dataset, one after the other. Not for several threads.</summary>
public sealed class Evaluation
{
    readonly Script _script;
    readonly Frame _frame;
    readonly Evaluator _evaluator;

    internal Evaluation(Script script, GizmoDataset dataset, EvaluationOptions options)
    {
        _script = script;
        _frame = new(dataset, options);
        _evaluator = new(_frame);
    }

    /// <summary>What was written so far, in order.</summary>
    public IReadOnlyList<CellWrite> Writes => _frame.Writes;

    /// <summary>The result for a row; for −1 there is no current node.</summary>
    public NodeResult Run(int row)
    {
        if (_frame.Budget.IsOver)
            return new(Value.Blank, Budget.OverTime);
        try
        {
            return new(_evaluator.Run(_script, row), null);
        }
        catch (CellTrouble trouble)
        {
            return new(Value.Blank, trouble.Message);
        }
        finally
        {
            _frame.Budget.Pause();
        }
    }
}
