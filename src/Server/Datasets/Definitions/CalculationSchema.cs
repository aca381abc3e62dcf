using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Datasets.Definitions;

/// <summary>What the compiler knows of a dataset: its properties with their aliases, and those of their lookups.</summary>
public static class CalculationSchema
{
    /// <param name="lookups">The definitions of lookup datasets, as far as they may be read.</param>
    public static GizmoSchema Of(DatasetDefinition definition, IReadOnlyDictionary<Guid, DatasetDefinition> lookups) => Of(definition,
        property => property.Lookup is { Mode: LookupMode.Dataset, DatasetId: { } id } && lookups.TryGetValue(id, out var lookup) ? Of(lookup, _ => null) : null);

    /// <param name="lookup">The schema behind a property, if its values are ids of another dataset.</param>
    public static GizmoSchema Of(DatasetDefinition definition, Func<Property, GizmoSchema?> lookup) => GizmoSchema.Of(definition, lookup, p => p.Aliases);
}
