using System.Collections.Immutable;

namespace Espalier.Engine.Rights;

/// <summary>What a caller whom something narrows may write to a snapshot.</summary>
/// <param name="rows">What may be done with the items.</param>
/// <param name="writable">For each property of the snapshot, whether it may be changed.</param>
/// <param name="seen">The positions of the properties that the caller sees; null: all.</param>
public sealed class WriteAccess(RowRights rows, ImmutableArray<bool> writable, int[]? seen)
{
    public RowRights Rows => rows;

    /// <summary>Positions in the whole definition by positions in the caller's; null when they are the same.</summary>
    internal int[]? Seen => seen;

    internal bool Sees(int row) => rows.IsSame || rows[row] > ItemRight.Ghost;

    internal bool MayChange(int property) => writable[property];
}
