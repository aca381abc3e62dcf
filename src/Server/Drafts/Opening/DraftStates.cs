using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Espalier.Engine.Changes;
using Espalier.Engine.Drafts;
using Espalier.Engine.Snapshots;
using Espalier.Server.Events;

namespace Espalier.Server.Drafts.Opening;

/// <summary>
/// What is in drafts, and datasets with drafts laid over them, as long as somebody looks at them: both are kept by the
/// draft's revision, and the latter go with the dataset's snapshot that they are made of.
/// </summary>
public sealed class DraftStates(IDraftStore store, EventHub events)
{
    /// <summary>Changed items of all drafts together that stay in memory.</summary>
    const int MostItems = 500_000;

    /// <summary>Drafted snapshots of one snapshot that stay in memory; each may hold a tree of its own.</summary>
    const int MostOverlays = 4;

    readonly ConcurrentDictionary<(string TenantId, Guid DraftId), Known> _known = new();
    readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<(Guid DraftId, long Revision), Lazy<Snapshot>>> _overlays = [];
    long _uses;

    /// <summary>The draft and all that is in it; null when there is none.</summary>
    public async Task<(Draft Draft, DraftState State)?> FindAsync(string tenantId, Guid draftId, CancellationToken ct)
    {
        var key = (tenantId, draftId);
        if (await store.FindAsync(tenantId, draftId, ct) is { } draft && _known.TryGetValue(key, out var known) && known.Revision == draft.Revision)
        {
            known.LastUse = Interlocked.Increment(ref _uses);
            return (draft, known.State);
        }
        if (await store.ReadAsync(tenantId, draftId, ct) is not { } read)
        {
            _known.TryRemove(key, out _);
            return null;
        }
        _known[key] = new(read.Draft.Revision, read.State) { LastUse = Interlocked.Increment(ref _uses) };
        Trim();
        return read;
    }

    /// <inheritdoc cref="IDraftStore.ChangeAsync"/>
    /// <param name="by">The e-mail of who does it.</param>
    public async Task<bool> ChangeAsync(IReadOnlyList<(Draft Draft, DraftDelta Delta)> changes, long at, string by, CancellationToken ct)
    {
        if (!await store.ChangeAsync(changes, at, ct))
            return false;
        // Whoever changed a draft looks at it next: it need not be read again.
        foreach (var (draft, delta) in changes)
            if (_known.TryGetValue((draft.TenantId, draft.DraftId), out var known) && known.Revision == draft.Revision)
                _known.TryUpdate((draft.TenantId, draft.DraftId),
                    new(draft.Revision + 1, known.State.With(delta)) { LastUse = Interlocked.Increment(ref _uses) }, known);
        foreach (var (draft, _) in changes)
            events.Publish(Told(draft, DraftMoved.Changed, by, draft.Revision + 1));
        return true;
    }

    /// <summary>What those hear who look at a draft.</summary>
    internal static DraftMoved Told(Draft draft, string kind, string by, long revision) =>
        new(draft.TenantId, draft.DraftId, draft.DatasetId, draft.CreatedBy, kind, by) { Revision = revision };

    /// <summary>The snapshot as the draft leaves it.</summary>
    public Snapshot Lay(Snapshot snapshot, Draft draft, DraftState state)
    {
        if (state.Count == 0)
            return snapshot;
        var overlays = _overlays.GetOrCreateValue(snapshot);
        var overlay = overlays.GetOrAdd((draft.DraftId, draft.Revision), _ => new(() => Make(snapshot, draft, state)));
        if (overlays.Count > MostOverlays)
            foreach (var other in overlays.Where(other => other.Value != overlay))
                overlays.TryRemove(other);
        return overlay.Value;
    }

    /// <summary>The same with a part of what is in the draft, which is not kept.</summary>
    public static Snapshot LayPart(Snapshot snapshot, Draft draft, DraftState part) => part.Count == 0 ? snapshot : Make(snapshot, draft, part);

    static Snapshot Make(Snapshot snapshot, Draft draft, DraftState state)
    {
        var stamp = new TransactionStamp(draft.DraftId, draft.ModifiedAt, draft.CreatedBy, "draft");
        return snapshot.Drafted(DraftOverlay.Of(snapshot, state.Items, stamp));
    }

    void Trim()
    {
        var total = 0L;
        foreach (var entry in _known.OrderByDescending(entry => entry.Value.LastUse).ToList())
            if ((total += entry.Value.State.Count + 1) > MostItems && total > entry.Value.State.Count + 1)
                _known.TryRemove(entry);
    }

    sealed class Known(long revision, DraftState state)
    {
        public long Revision => revision;

        public DraftState State => state;

        public long LastUse;
    }
}
