using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>What a function is a member of.</summary>
enum On : byte
{
    /// <summary>Nothing: it is called by its name.</summary>
    Global,
    Nodes,
    Links,

    /// <summary>Value collections, arrays and raw values.</summary>
    Values,

    /// <summary>Texts, and what shows as one.</summary>
    Text,
    Array,
    Object,

    /// <summary>A host object, by its name.</summary>
    Host,
}

/// <summary>The shape of a function's result.</summary>
enum Gives : byte
{
    Any,

    /// <summary>One raw value.</summary>
    Raw,

    /// <summary>One result for each item; raw for a raw receiver.</summary>
    Maps,

    /// <summary>A collection of at most one.</summary>
    One,

    /// <summary>A collection.</summary>
    Many,

    /// <summary>A collection of at most one for one node.</summary>
    OnePerNode,
}

/// <summary>One entry of the catalogue: what it is called, what it does, and how it is done.</summary>
/// <param name="Signature">As it is written, with its arguments.</param>
/// <param name="Help">One line for an editor.</param>
/// <param name="Example">An expression that a test runs.</param>
sealed record Function(string Name, On On, GizmoType Type, Gives Gives, string Signature, string Help, string Example, Func<Call, Value> Run)
{
    /// <summary>The host object, for members of one.</summary>
    public string Host { get; init; } = "";

    public string[] Aliases { get; init; } = [];

    /// <summary>Whether it gives something else each time, so that its results cannot be shared.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Whether it writes.</summary>
    public bool Writes { get; init; }
}
