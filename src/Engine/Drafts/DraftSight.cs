using Espalier.Engine.Changes;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Drafts;

/// <summary>
/// What one caller sees of a draft. An item of the dataset is seen only by who sees it in the dataset and as the draft
/// leaves it; a created one by who sees it as the draft leaves it. So neither a draft nor what is done in it gives anything
/// away.
/// </summary>
public sealed class DraftSight
{
    readonly Restriction _restriction;
    readonly Snapshot _base;
    readonly Snapshot _drafted;
    readonly RowRights _before;
    readonly RowRights _after;

    /// <param name="restriction">What is between the caller and the draft's dataset.</param>
    /// <param name="base">The dataset, whole.</param>
    /// <param name="drafted">What the draft leaves of it, whole.</param>
    public DraftSight(Restriction restriction, Snapshot @base, Snapshot drafted, CancellationToken ct)
    {
        // In a draft everything can be changed that is seen.
        _restriction = restriction with
        {
            Most = ItemRight.Delete,
            Fixed = [],
            Rules = restriction.Rules is { } rules ? [.. rules.Select(rule => rule with { Right = ItemRight.Delete })] : null,
        };
        _base = @base;
        _drafted = drafted;
        _before = _restriction.RightsOn(@base, ct);
        _after = _restriction.RightsOn(drafted, ct);
    }

    /// <summary>The definition as the caller sees it.</summary>
    public DatasetDefinition Definition => _restriction.Of(_base.Definition);

    /// <summary>What the caller may write to what the draft leaves, within the draft; null when nothing narrows it.</summary>
    public WriteAccess? Writes
    {
        get
        {
            if (_restriction.IsNone)
                return null;
            var (whole, seen) = (_base.Definition, Definition);
            return new(Rows(), [.. whole.Properties.Select(p => _restriction.Sees(p.Key))],
                ReferenceEquals(whole, seen) ? null : [.. seen.Properties.Select(p => whole.PositionOf(p.Key))]);
        }
    }

    /// <summary>What the caller sees of the draft's changes.</summary>
    public DraftState See(DraftState state) =>
        _restriction.SeesAll ? state : DraftState.Of(state.Items.Where(Sees).Select(SeenOf).Where(item => item.ChangeCount > 0));

    /// <summary>The rows that the draft deletes, as far as the caller sees what they were.</summary>
    public IReadOnlyList<int> Removed => _drafted.Draft is { } marks ? [.. marks.Deleted.Where(SeesBefore)] : [];

    /// <summary>Takes out of the caller's snapshot of what the draft leaves what the caller does not see in the dataset itself.</summary>
    public Snapshot Hide(Snapshot restricted)
    {
        if (_before.IsSame)
            return restricted;
        var rows = Enumerable.Range(0, _base.RowCount).Where(row => restricted.Live[row] && restricted.Rights[row] > ItemRight.Ghost && !SeesBefore(row)).ToArray();
        return rows.Length == 0 ? restricted
            : restricted.Restricted(restricted.Definition, restricted.Columns, restricted.Rights, restricted.Live.Without(rows), keepsTree: false);
    }

    bool SeesBefore(int row) => _before[row] > ItemRight.Ghost;

    RowRights Rows()
    {
        if (_before.IsSame && _after.IsSame)
            return _after;
        var rights = new ItemRight[_drafted.RowCount];
        for (var row = 0; row < rights.Length; row++)
            rights[row] = row < _base.RowCount && !SeesBefore(row) ? ItemRight.None : _after[row];
        return RowRights.Of(ItemRight.Delete, rights);
    }

    bool Sees(DraftItem item)
    {
        if (_base.RowOf(item.Id) is var row and >= 0)
            return SeesBefore(row) && (item.Kind == DraftKind.Delete || _after[row] > ItemRight.Ghost);
        // What has gone from the dataset cannot be asked any more who might have seen it.
        return _drafted.RowOf(item.Id) is var created and >= 0 ? _after[created] > ItemRight.Ghost : _after.IsSame;
    }

    DraftItem SeenOf(DraftItem item) =>
        item with { Cells = item.Cells.RemoveAll(cell => cell.Key != ChangeSet.SortOrderKey && !_restriction.Sees(cell.Key)) };
}
