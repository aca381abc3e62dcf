namespace Espalier.Engine.Changes.Actions;

/// <summary>Why an action cannot be performed.</summary>
public enum ActionProblemKind : byte
{
    /// <summary>There is no <c>_action</c>.</summary>
    ActionMissing,

    /// <summary>There is no such action, or it cannot be used in this identification mode.</summary>
    ActionUnknown,

    IdentifierMissing,

    /// <summary>The <c>_id</c> is no UUID.</summary>
    IdInvalid,

    /// <summary>The dataset has no such property.</summary>
    PropertyUnknown,

    /// <summary>An action names a property twice.</summary>
    PropertyRepeated,

    /// <summary>The row has more cells than the header.</summary>
    RowTooLong,

    /// <summary>An object or array where a value should be.</summary>
    ValueIsStructure,
    NotANumber,
    NotADate,
    NotABoolean,
    ItemExists,
    ItemMissing,
    ItemAmbiguous,

    /// <summary>The caller may not change the item in this way.</summary>
    ItemDenied,

    /// <summary>The caller may not change the property.</summary>
    PropertyDenied,

    /// <summary>Not an action's: the payload as a whole would delete more items than it may.</summary>
    TooManyDeletes,
}

/// <summary>What is wrong with one action.</summary>
/// <param name="Action">The zero-based number of the action in the payload.</param>
/// <param name="Key">The member concerned, as the payload names it; null for the action as a whole.</param>
public readonly record struct ActionProblem(long Action, string? Key, ActionProblemKind Kind)
{
    /// <summary>Stands for the payload as a whole.</summary>
    public const long NoAction = -1;

    /// <summary>The numbers of <see cref="ActionProblemKind.TooManyDeletes"/>.</summary>
    public DeleteExcess? Excess { get; init; }
}

/// <summary>A payload would delete more items than it may.</summary>
/// <param name="Items">How many there were before it.</param>
public sealed record DeleteExcess(long Deletes, long Items, DeleteLimit Limit);

/// <summary>A payload that cannot be read at all, with the place where reading ended.</summary>
public sealed class PayloadException(string message, long? byteOffset = null, long? row = null) : Exception(message)
{
    /// <summary>Bytes from the start of the (decompressed) payload.</summary>
    public long? ByteOffset { get; } = byteOffset;

    /// <summary>The one-based line of data or array element.</summary>
    public long? Row { get; } = row;

    /// <summary>The payload reads well, but it is no array of objects.</summary>
    public bool IsMisshapen { get; init; }
}
