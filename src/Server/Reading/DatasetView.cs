using Espalier.Engine.Calculation;
using Espalier.Engine.Drafts;
using Espalier.Engine.Filters;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Reading;

/// <summary>
/// A dataset as one caller sees it: rows and properties that the caller may not see are not in it, so whatever is made of
/// a view shows none of them.
/// </summary>
/// <param name="Nodes">The snapshot's columns, with calculated values where there are any.</param>
public sealed record DatasetView(Guid DatasetId, Snapshot Snapshot, NodeColumns Nodes)
{
    /// <summary>The calculated columns, with the dataset as expressions see it; null when only stored values were wished.</summary>
    public CalculatedColumns? Calculated { get; init; }

    /// <summary>What the values were read from; null when that cannot be said, as with expressions over other datasets.</summary>
    public IReadOnlyList<object>? Sources { get; init; } = [Snapshot];

    /// <summary>Rows that drafts delete; they are dead in the snapshot, and still have their cells.</summary>
    public IReadOnlyList<int> Removed { get; init; } = [];

    /// <summary>The rows that pass, in the dataset's order.</summary>
    /// <exception cref="KeyNotFoundException">A condition's key is none of the columns.</exception>
    public Selection Select(Filter filter, CancellationToken ct) => filter.Select(Nodes, ct);

    /// <summary>The same, with those among them that drafts delete, where they stood: for showing what drafts change.</summary>
    /// <inheritdoc cref="Select"/>
    public Selection SelectWithRemoved(Filter filter, CancellationToken ct) =>
        Removed.Count == 0 ? Select(filter, ct) : filter.Select(Nodes, ct, DraftMarks.OrderWith(Snapshot, Removed));

    /// <summary>The same without those that are there only to hold the tree together: they are nodes, and no items.</summary>
    /// <inheritdoc cref="Select"/>
    public Selection SelectItems(Filter filter, CancellationToken ct)
    {
        var all = Select(filter, ct);
        return Snapshot.Rights.HasGhosts ? new(all.Rows.ToArray().Where(row => Snapshot.Rights[row] > ItemRight.Ghost).ToArray()) : all;
    }
}
