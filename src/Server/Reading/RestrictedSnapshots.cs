using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Espalier.Engine.Snapshots;
using Espalier.Server.Rights;

namespace Espalier.Server.Reading;

/// <summary>
/// The step of a view that takes out what the caller may not see. Callers who see the same share the result, as long as the
/// snapshot is in use; those who see everything get the snapshot itself.
/// </summary>
public sealed class RestrictedSnapshots
{
    /// <summary>Beyond so many of one snapshot they are made anew, for each holds an order and a tree.</summary>
    const int Most = 32;

    readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<string, Lazy<Snapshot>>> _known = [];

    public Snapshot Of(Snapshot snapshot, EffectiveRights rights)
    {
        if (rights.Restriction.IsNone)
            return snapshot;
        var known = _known.GetValue(snapshot, _ => new(StringComparer.Ordinal));
        if (known.Count >= Most && !known.ContainsKey(rights.Key))
            known.Clear();
        // Nobody's request cancels it, for others may be waiting for it.
        return known.GetOrAdd(rights.Key, _ => new(() => rights.Restriction.Of(snapshot, CancellationToken.None))).Value;
    }
}
