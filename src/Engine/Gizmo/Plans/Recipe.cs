using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Gizmo.Vectors;

namespace Espalier.Engine.Gizmo.Plans;

/// <summary>A column cannot be made from the data as they are; the expression then runs node by node.</summary>
sealed class NoColumn : Exception;

/// <summary>How a piece of an expression becomes a column of one value for each row. Made once a run, then shared.</summary>
sealed class Recipe(GizmoType type, Shape shape, Func<PlanRun, Column> make)
{
    public GizmoType Type => type;

    public Shape Shape => shape;

    /// <summary>A number that is the same for all rows.</summary>
    public double? Number { get; init; }

    /// <summary>A text that is the same for all rows.</summary>
    public string? Text { get; init; }

    /// <summary>Where a collection is empty, rather than of one blank; null when nowhere.</summary>
    public Recipe? Absent { get; init; }

    /// <summary>Whether this is a property as it is, whose cells may hold texts that are not of its type.</summary>
    public bool IsPlain { get; init; }

    public Column Make(PlanRun run)
    {
        if (run.Made.TryGetValue(this, out var known))
            return known;
        return run.Made[this] = make(run);
    }

    /// <summary>The column, refused when cells hold what is not of its type.</summary>
    public Column MakeClean(PlanRun run)
    {
        var column = Make(run);
        if (IsPlain && column.Raw is { } raw && raw.All.Any(t => column.IsBlank(t.Key)))
            throw new NoColumn();
        return column;
    }

    public Recipe As(Shape other) => new(type, other, Make) { Number = Number, Text = Text, IsPlain = IsPlain, Absent = other == Shape.One ? Absent : null };
}

/// <summary>Values by their place in the tree; whether every row has one.</summary>
readonly record struct Placed(double[] Values, bool AreAll);

/// <summary>One run of a plan over a dataset.</summary>
sealed class PlanRun(GizmoDataset dataset, EvaluationOptions options) : IDisposable
{
    readonly Evaluator _evaluator = new(new(dataset, options));
    readonly HeldTexts _held = new(options.Limits.HeldText);

    public GizmoDataset Dataset => dataset;

    /// <summary>Counts a text that a column is to hold.</summary>
    /// <exception cref="NoColumn">There is too much of it: node by node, each cell can say so.</exception>
    public void Hold(int length)
    {
        if (!_held.TryAdd(length))
            throw new NoColumn();
    }

    public int Count => dataset.Snapshot.RowCount;

    public Dictionary<Recipe, Column> Made { get; } = [];

    readonly Dictionary<(Recipe?, Recipe?), Placed> _placed = [];

    /// <summary>Values by their place in the tree, made once for each pair of a value and a mask.</summary>
    public Placed Place((Recipe? Value, Recipe? Mask) key, NumberColumn values, FlagColumn? mask)
    {
        if (_placed.TryGetValue(key, out var placed))
            return placed;
        var array = Scratch.Rent(Tree.Order.Size);
        return _placed[key] = new(array, TreeFold.Place(Tree.Order, values, mask, array));
    }

    /// <summary>Arrays for this run only.</summary>
    public Scratch Scratch { get; } = new();

    public void Dispose() => Scratch.Dispose();

    public Snapshots.Tree Tree => dataset.Tree ?? throw new NoColumn();

    /// <summary>A piece's value where the name means a value.</summary>
    public Value Evaluate(Node node, string name, Value value)
    {
        try
        {
            return _evaluator.RunPiece(node, name, value) is var result && _held.TryAdd(result) ? result : throw new NoColumn();
        }
        catch (CellTrouble)
        {
            throw new NoColumn();
        }
    }

    /// <summary>A piece's value at a row, where the names mean that row.</summary>
    public Value Evaluate(Node node, int row, IReadOnlyCollection<string> names)
    {
        try
        {
            return _evaluator.RunPiece(node, row, names) is var value && _held.TryAdd(value) ? value : throw new NoColumn();
        }
        catch (CellTrouble)
        {
            throw new NoColumn();
        }
    }
}
