using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo;

/// <summary>A property as expressions know it.</summary>
/// <param name="Lookup">The dataset whose ids the values name, if its columns are to be reached through this property.</param>
public sealed record GizmoProperty(string Key, string Name, PropertyType Type, ImmutableArray<string> Aliases = default, GizmoSchema? Lookup = null)
{
    ImmutableArray<string> _aliases = Aliases.IsDefault ? [] : Aliases;

    /// <summary>How people want to see the values; of a date a pattern.</summary>
    public string? Format { get; init; }

    public ImmutableArray<string> Aliases
    {
        get => _aliases;
        init => _aliases = value.IsDefault ? [] : value;
    }
}

/// <summary>What the compiler must know about a dataset: enough to check an expression without any data.</summary>
public sealed class GizmoSchema
{
    readonly Lazy<KeyMatch> _keys;

    public GizmoSchema(string name, ImmutableArray<GizmoProperty> properties, bool isHierarchical = true)
    {
        Name = name;
        Properties = properties;
        IsHierarchical = isHierarchical;
        _keys = new(() => new(this));
    }

    public string Name { get; }

    public ImmutableArray<GizmoProperty> Properties { get; }

    public bool IsHierarchical { get; }

    public GizmoSwitches Switches { get; init; } = GizmoSwitches.Default;

    internal KeyMatch Keys => _keys.Value;

    /// <summary>The schema of a dataset.</summary>
    /// <param name="lookup">Gives the schema of a property's lookup; null when there are no lookups.</param>
    /// <param name="aliases">Gives the alternative keys of a property.</param>
    public static GizmoSchema Of(DatasetDefinition definition, Func<Property, GizmoSchema?>? lookup = null, Func<Property, ImmutableArray<string>>? aliases = null,
        GizmoSwitches? switches = null) =>
        new(definition.Name, [.. definition.Properties.Select(p => new GizmoProperty(p.Key, p.Name, p.Type, aliases?.Invoke(p) ?? [], lookup?.Invoke(p)) { Format = p.Format })], definition.IsHierarchical)
        {
            Switches = switches ?? GizmoSwitches.Default,
        };
}
