using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Binding;

/// <summary>What is known of a value before anything runs.</summary>
enum GizmoType : byte
{
    /// <summary>Nothing.</summary>
    Any,
    Number,
    Text,
    Boolean,
    Date,
    Node,
    Link,
    Object,
    Array,
    Function,
    Blank,
}

/// <summary>How many of them there are.</summary>
enum Shape : byte
{
    /// <summary>Nothing is known.</summary>
    Any,

    /// <summary>A raw value.</summary>
    Raw,

    /// <summary>A collection of at most one item.</summary>
    One,

    /// <summary>A collection of any length.</summary>
    Many,
}

static class TypeOf
{
    public static GizmoType Property(PropertyType type) => type switch
    {
        PropertyType.Number => GizmoType.Number,
        PropertyType.Date => GizmoType.Date,
        PropertyType.Boolean => GizmoType.Boolean,
        _ => GizmoType.Text,
    };

    public static GizmoType Generated(string key) => key switch
    {
        "_is_duplicate" or "_has_unique_id" or "_is_unique_id" or "_is_ghost" or "_is_leaf" or "_is_orphan" or "_is_root" => GizmoType.Boolean,
        "_id" or "_label" or "_change" or "_parking_lot" => GizmoType.Text,
        "_descendants" or "_descendants_of" or "_subtree" => GizmoType.Node,
        "_modifiedAt" => GizmoType.Date,
        _ => GizmoType.Number,
    };
}
