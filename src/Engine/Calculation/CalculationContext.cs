using Espalier.Engine.Calculation.Keeping;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Calculation;

/// <summary>What calculations are given besides the snapshot.</summary>
/// <param name="Schema">The snapshot's properties, with the schemas of their lookups.</param>
public sealed record CalculationContext(GizmoSchema Schema, EvaluationOptions Options)
{
    /// <summary>The lookup behind a property, by its key.</summary>
    public Func<string, GizmoDataset?>? Lookups { get; init; }

    /// <summary>
    /// All that lookups and links read, as objects that are others when it changes; null when that cannot be said, and
    /// then nothing that reads them is kept for later.
    /// </summary>
    public IReadOnlyList<object>? Others { get; init; } = [];

    /// <summary>Attaches links before anything is computed.</summary>
    public Action<GizmoDataset>? Attach { get; init; }

    /// <summary>What a draft is compared with.</summary>
    public GizmoDataset? Baseline { get; init; }

    public CalculationCache? Cache { get; init; }
}
