namespace Espalier.Engine.Rights;

/// <summary>What may be done with one item; each right holds the ones before it.</summary>
public enum ItemRight : byte
{
    /// <summary>The item does not exist for the caller.</summary>
    None,

    /// <summary>The item is out of sight, and shown only because something below it is in sight.</summary>
    Ghost,
    Read,
    Update,
    Delete,
}

/// <summary>What a caller may do with the items of a snapshot: with all of them the same, or row by row. Never changes.</summary>
public sealed class RowRights
{
    /// <summary>Of those whom nothing narrows.</summary>
    public static readonly RowRights All = new(ItemRight.Delete);

    readonly ItemRight[]? _rows;

    RowRights(ItemRight most, ItemRight[]? rows = null)
    {
        Most = most;
        _rows = rows;
        HasGhosts = rows?.Contains(ItemRight.Ghost) == true;
    }

    /// <summary>No item has more.</summary>
    public ItemRight Most { get; }

    /// <summary>Whether all items have the same right.</summary>
    public bool IsSame => _rows is null;

    public bool HasGhosts { get; }

    public ItemRight this[int row] => _rows is null ? Most : _rows[row];

    public static RowRights Same(ItemRight right) => right == ItemRight.Delete ? All : new(right);

    /// <param name="rows">One for each row; not to be changed any more.</param>
    internal static RowRights Of(ItemRight most, ItemRight[] rows) => new(most, rows);
}
