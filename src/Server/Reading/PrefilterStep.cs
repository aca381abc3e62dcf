using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Rights;

namespace Espalier.Server.Reading;

/// <summary>
/// The step of a view that takes out what the dataset's prefilter leaves out, before there is a tree and before anything is
/// calculated. Only for reads that wish it: what others read through the API is whole (decision 21).
/// </summary>
public sealed class PrefilterStep(Prefilters prefilters)
{
    /// <summary>Beyond so many of one snapshot they are made anew.</summary>
    const int Most = 8;

    readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<string, Lazy<Snapshot>>> _known = [];

    public async Task<Snapshot> TakeAsync(Caller caller, DatasetAccess access, Snapshot snapshot, ViewWish wish, CancellationToken ct)
    {
        if (!wish.Prefilters || await prefilters.OfAsync(caller, access, snapshot, ct) is not var (filter, key))
            return snapshot;
        var known = _known.GetValue(snapshot, _ => new(StringComparer.Ordinal));
        if (known.Count >= Most && !known.ContainsKey(key))
            known.Clear();
        // Nobody's request cancels it, for others may be waiting for it.
        return known.GetOrAdd(key, _ => new(() => new Restriction { Scope = filter }.Of(snapshot, CancellationToken.None))).Value;
    }
}
