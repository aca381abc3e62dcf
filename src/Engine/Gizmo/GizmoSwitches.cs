namespace Espalier.Engine.Gizmo;

/// <summary>What <c>==</c> means between two collections.</summary>
public enum CollectionEquality : byte
{
    /// <summary>Whether they are the same object; two readings of properties never are.</summary>
    Identity,

    /// <summary>Whether their first items are equal.</summary>
    Value,
}

/// <summary>What a formula of <c>math</c> makes of an operand that is blank or no number.</summary>
public enum MissingOperand : byte
{
    Blank,
    Zero,
}

/// <summary>How <c>dayOfWeek</c> counts.</summary>
public enum DayOfWeekBase : byte
{
    /// <summary>ISO: Monday is 1, Sunday 7.</summary>
    MondayIsOne,

    /// <summary>Sunday is 1, Saturday 7.</summary>
    SundayIsOne,

    /// <summary>JavaScript: Sunday is 0, Saturday 6.</summary>
    SundayIsZero,
}

/// <summary>
/// Points of the language that its sources leave open or contradict themselves on. They belong to the schema, for what they
/// mean shows when an expression is compiled, too.
/// </summary>
public sealed record GizmoSwitches
{
    public static readonly GizmoSwitches Default = new();

    /// <summary>Whether a node is among its own siblings.</summary>
    public bool SiblingsIncludeSelf { get; init; } = true;

    public MissingOperand MathMissing { get; init; }

    public CollectionEquality CollectionEquality { get; init; }

    public DayOfWeekBase DayOfWeekBase { get; init; }
}
