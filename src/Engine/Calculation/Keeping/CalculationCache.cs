using System.Collections.Concurrent;
using System.Collections.Immutable;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Calculation.Keeping;

/// <summary>
/// Columns that were calculated, with all that they were calculated from: the same inputs give the same column again,
/// whatever the snapshot. Keeps the latest few of each property. Safe for many threads.
/// </summary>
public sealed class CalculationCache
{
    /// <summary>Callers with different rights, and the snapshots before and after a change, take turns.</summary>
    const int MostOfOne = 2;

    const int MostKeys = 1000;

    readonly ConcurrentDictionary<string, ImmutableArray<Kept>> _kept = new(StringComparer.Ordinal);

    /// <summary>Bytes held in memory, about.</summary>
    public long Size => _kept.Values.Sum(of => of.Sum(kept => kept.Column.Count * 8L));

    internal Kept? Find(string key, object[] inputs) =>
        _kept.TryGetValue(key, out var of) ? of.FirstOrDefault(kept => kept.Inputs.AsSpan().SequenceEqual(inputs)) : null;

    internal void Add(string key, Kept kept)
    {
        // Properties come and go; those that are gone are not worth finding out.
        if (_kept.Count > MostKeys)
            _kept.Clear();
        _kept.AddOrUpdate(key, [kept], (_, of) => [kept, .. of.Take(MostOfOne - 1)]);
    }

    internal sealed record Kept(object[] Inputs, Column Column, IReadOnlyDictionary<int, string>? Errors);
}
