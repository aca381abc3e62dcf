using Espalier.Engine.Columns;

namespace Espalier.Engine.History;

/// <summary>What to do where something else has happened since the transaction that is reversed.</summary>
public enum ConflictRule : byte
{
    /// <summary>Reverse nothing at all.</summary>
    Fail,

    /// <summary>Leave these as they are and reverse the rest.</summary>
    Skip,

    /// <summary>Reverse these too, where that is possible.</summary>
    Overwrite,
}

/// <summary>Why something cannot be reversed without a loss, or at all.</summary>
public enum ReversalConflictKind : byte
{
    /// <summary>The cell was given another value.</summary>
    CellChanged,

    /// <summary>The item, which would be deleted, was changed.</summary>
    ItemChanged,

    /// <summary>The item, whose cell would be set, was deleted. There is nothing to overwrite.</summary>
    ItemDeleted,

    /// <summary>The item, which would be made again, was made again already.</summary>
    ItemExists,

    /// <summary>The property of the cell, or the property itself, was removed. There is nothing to overwrite.</summary>
    PropertyGone,

    /// <summary>The property was changed, or made again.</summary>
    PropertyChanged,

    /// <summary>The property, which would be removed, has values.</summary>
    PropertyInUse,

    /// <summary>A setting of the dataset was given another value.</summary>
    SettingChanged,

    /// <summary>The definition as it would become is none, e.g. for lack of the property that labels items.</summary>
    DefinitionInvalid,
}

/// <summary>One thing that stands in the way of a reversal.</summary>
/// <param name="Item">Null when it concerns the dataset's definition.</param>
/// <param name="Key">The property or setting; null when it concerns the item as a whole.</param>
public sealed record ReversalConflict(ReversalConflictKind Kind, Guid? Item, string? Key)
{
    /// <summary>The item's row in the snapshot that the reversal is made on; −1 when it has none.</summary>
    public int Row { get; init; } = -1;

    /// <summary>What the transaction wrote.</summary>
    public Cell Base { get; init; }

    /// <summary>What stands there now.</summary>
    public Cell Current { get; init; }

    /// <summary>Whether the rule <see cref="ConflictRule.Overwrite"/> can do anything about it.</summary>
    public bool CanBeOverwritten => Kind is not (ReversalConflictKind.ItemDeleted or ReversalConflictKind.PropertyGone or ReversalConflictKind.DefinitionInvalid);
}

/// <summary>The conflicts of a reversal: all are counted, the first ones are kept.</summary>
public sealed class ReversalConflicts(ConflictRule rule)
{
    /// <summary>So many are told one by one.</summary>
    public const int Told = 1000;

    readonly List<ReversalConflict> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<ReversalConflict> First => _first;

    /// <summary>Notes a conflict and tells whether to reverse all the same.</summary>
    internal bool Overwrites(ReversalConflict conflict)
    {
        Count++;
        if (_first.Count < Told)
            _first.Add(conflict);
        return rule == ConflictRule.Overwrite && conflict.CanBeOverwritten;
    }
}
