using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Linking;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>What a payload comes to.</summary>
/// <param name="Base">The snapshot it was resolved against.</param>
/// <param name="Changes">What to commit; empty when nothing changes or the payload failed.</param>
/// <param name="Results">One entry an action, then the implicit deletes.</param>
/// <param name="Problems">Everything found wrong, in order.</param>
/// <param name="Failed">Whether nothing of the payload is performed.</param>
public sealed record Resolution(
    Snapshot Base, ChangeSet Changes, ActionResults Results, IReadOnlyList<ActionProblem> Problems, bool Failed);

/// <summary>
/// Turns actions into a change set by the rules of api.md 10: batch after batch, in order, against one snapshot. Actions
/// see what earlier ones did. A batch in which every item is addressed for the first time is worked column by column;
/// one that comes back to an item, action by action. Both must mean the same.
/// </summary>
public sealed class Resolver
{
    readonly Snapshot _snapshot;
    readonly ImportSettings _settings;
    readonly Tokens _tokens;
    readonly PendingItems _items;
    readonly Matching _matching;
    readonly WriteAccess? _access;
    readonly AccessCheck _check;
    readonly RowMarks _addressed;
    readonly LinkActions? _links;
    readonly ActionResults _results = new();
    readonly List<ActionProblem> _problems = [];

    /// <param name="access">What the caller may write; null: everything. The batches then have the caller's properties.</param>
    public Resolver(Snapshot snapshot, ImportSettings settings, WriteAccess? access = null)
    {
        _snapshot = snapshot;
        _settings = settings;
        _tokens = new(settings.ClearTokens, settings.NoopTokens);
        // What is computed, nobody writes.
        access = settings.Links is null ? access : access?.Allowing(snapshot.Definition.PositionOf(LinkProperties.Id));
        _items = new(snapshot, settings.Links is null ? null : LinkActions.Given(snapshot.Definition));
        _matching = new(snapshot, settings, _items, access);
        _access = access;
        _check = new(access, _matching, snapshot.Columns.Length);
        _addressed = new(snapshot.RowCount);
        _links = settings.Links is { } types ? new(snapshot.Definition, types, settings.DateFormat) : null;
    }

    /// <summary>Actions seen so far.</summary>
    public long Actions { get; private set; }

    /// <summary>Takes the next batch. It is not disposed of; actions on links are rewritten in it.</summary>
    public void Add(ActionBatch batch)
    {
        Actions += batch.Count;
        if (_access?.Seen is { } seen)
            batch.Move(seen, _snapshot.Columns.Length);
        _links?.Prepare(batch);
        using var converted = new ConvertedBatch(batch, _snapshot, _settings, _tokens, _matching.Keys, _access);
        if (_settings.Identification == Identification.MergeKey || !new FirstTouches(_snapshot, _items, _matching, _check, _addressed, _results, _problems).TryAdd(converted))
            new Touches(_items, _matching, _check, _settings, _addressed, _results, _problems).Add(converted);
    }

    /// <summary>Ends the payload.</summary>
    public Resolution Finish(TransactionStamp stamp)
    {
        _links?.Restore(_results);
        if (_settings.ImplicitDelete)
        {
            foreach (var row in _snapshot.Order)
            {
                if (_addressed[row] || _check.Spares(row))
                    continue;
                _items.Delete(row);
                _results.Add(new(ResultStatus.ImplicitDelete, ItemAction.Delete, ItemAction.Delete, row));
            }
        }
        IReadOnlyList<ActionProblem> fatal =
            [.. _settings.SkipInvalid ? [] : _problems, .. _settings.SkipDeniedItems ? [] : _check.Denials];
        if (fatal.Count > 0)
            return new(_snapshot, new(stamp), _results, fatal, Failed: true);

        var changes = _items.Build(stamp);
        if (_settings.MaxDeletes is { } limit && !limit.Allows(changes.Deleted.Count, CountSeen()))
            return new(_snapshot, new(stamp), _results, [Excess(changes, limit)], Failed: true);

        if (_items.Numbers() is { } numbers)
            _results.Renumber(numbers, _matching.IdentityOf);
        return new(_snapshot, changes, _results, [.. _problems, .. _check.Denials], Failed: false);
    }

    ActionProblem Excess(ChangeSet changes, DeleteLimit limit) =>
        new(0, null, ActionProblemKind.TooManyDeletes) { Excess = new(changes.Deleted.Count, CountSeen(), limit) };

    /// <summary>The items that the caller knows of.</summary>
    int CountSeen()
    {
        if (_access is null || _access.Rows.IsSame)
            return _snapshot.ItemCount;
        var seen = 0;
        foreach (var row in _snapshot.Order)
            seen += _access.Sees(row) ? 1 : 0;
        return seen;
    }
}
