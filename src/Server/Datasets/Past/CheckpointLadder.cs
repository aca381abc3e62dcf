using System.Numerics;

namespace Espalier.Server.Datasets.Past;

/// <summary>A checkpoint, as far as it matters to whether it stays.</summary>
/// <param name="Size">Its bytes.</param>
/// <param name="LogBytes">The bytes of the log from its beginning up to the checkpoint.</param>
public readonly record struct Rung(long Sequence, long Size, long LogBytes);

/// <summary>
/// Which checkpoints stay, so that every past state is near one (decision 0015): the two newest; one for each doubling of
/// the distance from the newest; and each before which the log has grown by as much as the checkpoint takes. The second kind
/// are few, and the third take at most as much disk as the log.
/// </summary>
public static class CheckpointLadder
{
    const int Newest = 2;

    /// <returns>The sequence numbers of those that stay.</returns>
    public static IReadOnlySet<long> Kept(IReadOnlyCollection<Rung> checkpoints)
    {
        var ascending = checkpoints.OrderBy(rung => rung.Sequence).ToList();
        HashSet<long> kept = [.. ascending.TakeLast(Newest).Select(rung => rung.Sequence)];
        if (ascending.Count <= Newest)
            return kept;

        // The oldest of each step: it will be the oldest of the next one some day, and the others will have gone by then.
        var head = ascending[^1].Sequence;
        var steps = new HashSet<int>();
        var read = 0L;
        foreach (var rung in ascending.SkipLast(Newest))
        {
            var isStep = steps.Add(BitOperations.Log2((ulong)(head - rung.Sequence)));
            if (!isStep && rung.LogBytes - read < rung.Size)
                continue;
            kept.Add(rung.Sequence);
            read = rung.LogBytes;
        }
        return kept;
    }
}
