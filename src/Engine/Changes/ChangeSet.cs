using System.Collections.Immutable;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes;

/// <summary>Who made a transaction, when, through what.</summary>
/// <param name="TransactionId">Its first 16 hex digits are <paramref name="At"/>, so that ids sort by time.</param>
/// <param name="At">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="By">The e-mail of the user.</param>
/// <param name="Channel">What it came through: <c>api</c>, <c>import</c>, <c>admin</c>, …</param>
public sealed record TransactionStamp(Guid TransactionId, long At, string By, string Channel)
{
    /// <summary>The job whose outcome this is. A job commits at most once.</summary>
    public Guid? JobId { get; init; }

    public static TransactionStamp New(long at, string by, string channel, Guid? jobId = null)
    {
        Span<byte> id = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(id[8..]);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(id, at);
        return new(new Guid(id, bigEndian: true), at, by, channel) { JobId = jobId };
    }
}

/// <summary>A column of a change set, under its property's key.</summary>
public sealed record KeyedColumn(string Key, Column Column);

/// <summary>Items that a transaction creates, or whole items that it deletes: one cell a row in every column.</summary>
public sealed record ItemTable(GuidList Ids, ChunkList SortOrders, ImmutableArray<KeyedColumn> Columns)
{
    public static readonly ItemTable Empty = new(GuidList.Empty, ChunkList.Blanks(ChunkKind.Number, 0), []);

    public int Count => Ids.Count;
}

/// <summary>
/// One property's changed cells: <paramref name="Positions"/> ascend and point into <see cref="ItemUpdates.Rows"/>;
/// <paramref name="Old"/> and <paramref name="New"/> have one cell each. The key may be <c>_sortOrder</c>.
/// </summary>
public sealed record CellChanges(string Key, ImmutableArray<int> Positions, Column Old, Column New);

/// <summary>The items that a transaction updates: their rows, ascending, and the cells that change.</summary>
public sealed record ItemUpdates(ImmutableArray<int> Rows, GuidList Ids, ImmutableArray<CellChanges> Cells)
{
    public static readonly ItemUpdates Empty = new([], GuidList.Empty, []);

    public int Count => Rows.Length;
}

/// <summary>The items that a transaction deletes, with all they held.</summary>
public sealed record ItemDeletes(ImmutableArray<int> Rows, ItemTable Items)
{
    public static readonly ItemDeletes Empty = new([], ItemTable.Empty);

    public int Count => Rows.Length;
}

/// <summary>
/// One transaction on a dataset: the currency of every change. Rows are those of the snapshot it was resolved against;
/// ids and old values stand beside, so that it can be read, shown and undone on its own.
/// </summary>
public sealed record ChangeSet(TransactionStamp Stamp)
{
    public const string SortOrderKey = "_sortOrder";

    /// <summary>The dataset's new definition, when it changes.</summary>
    public DatasetDefinition? Definition { get; init; }

    public ItemTable Created { get; init; } = ItemTable.Empty;

    public ItemUpdates Updated { get; init; } = ItemUpdates.Empty;

    public ItemDeletes Deleted { get; init; } = ItemDeletes.Empty;

    public bool ChangesItems => Created.Count + Updated.Count + Deleted.Count > 0;

    public bool IsEmpty => !ChangesItems && Definition is null;
}
