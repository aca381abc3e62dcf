using System.Runtime.CompilerServices;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Linking;

/// <summary>
/// The rows that links join, as plain arrays: for each link the rows of its ends, for each row its links. Links with a
/// missing end belong to nobody.
/// </summary>
public sealed class LinkIndex
{
    /// <summary>Of each links dataset's state this many pairs of ends are remembered.</summary>
    const int Remembered = 4;

    static readonly ConditionalWeakTable<Snapshot, List<Known>> Cache = [];

    readonly Lazy<Adjacency> _byFrom, _byTo;

    LinkIndex(Column fromIds, Column toIds, Snapshot links, Column fromKeys, Snapshot from, Column toKeys, Snapshot to)
    {
        int[] fromRows = [], toRows = [];
        Parallel.Invoke(
            () => fromRows = LinkJoin.Rows(fromIds, links.Order, fromKeys, from.Order),
            () => toRows = LinkJoin.Rows(toIds, links.Order, toKeys, to.Order));
        var whole = new List<int>(links.ItemCount);
        foreach (var link in links.Order)
            if (fromRows[link] >= 0 && toRows[link] >= 0)
                whole.Add(link);
        (FromRows, ToRows, Links) = (fromRows, toRows, [.. whole]);
        // Not the ends themselves: they would stay in memory as long as this.
        _byFrom = Lazily(Links, FromRows, from.RowCount);
        _byTo = Lazily(Links, ToRows, to.RowCount);
    }

    /// <summary>By row of a link, the row at its beginning, −1 when there is none.</summary>
    internal int[] FromRows { get; }

    /// <summary>By row of a link, the row at its end, −1 when there is none.</summary>
    internal int[] ToRows { get; }

    /// <summary>The links that have both ends, in their order.</summary>
    internal int[] Links { get; }

    /// <summary>The links of a row, in the order in which they are stored.</summary>
    internal ReadOnlySpan<int> Of(int row, bool from) => (from ? _byFrom : _byTo).Value.Of(row);

    /// <summary>By the columns that hold the ids; nothing is remembered.</summary>
    internal static LinkIndex Of(Column fromIds, Column toIds, Snapshot links, Column fromKeys, Snapshot from, Column toKeys, Snapshot to) =>
        new(fromIds, toIds, links, fromKeys, from, toKeys, to);

    /// <summary>Of three states of datasets, made once as long as they live.</summary>
    public static LinkIndex Of(Snapshot links, Snapshot from, Snapshot to)
    {
        var known = Cache.GetOrCreateValue(links);
        Known entry;
        lock (known)
        {
            known.RemoveAll(k => !k.From.TryGetTarget(out _) || !k.To.TryGetTarget(out _));
            if (known.Find(k => k.IsOf(from, to)) is { } found)
                entry = found;
            else
            {
                if (known.Count == Remembered)
                    known.RemoveAt(0);
                known.Add(entry = new(new(from), new(to)));
            }
        }
        // Made outside of the lock, by the first who needs it.
        lock (entry)
            return entry.Index ??= new(links.Column(LinkProperties.From), links.Column(LinkProperties.To), links,
                from.Column(from.Definition.AutoId), from, to.Column(to.Definition.AutoId), to);
    }

    static Lazy<Adjacency> Lazily(int[] links, int[] rows, int count) => new(() => Adjacency.Of(links, rows, count));

    /// <summary>Numbers of links by the row that they touch.</summary>
    sealed record Adjacency(int[] Starts, int[] Links)
    {
        public ReadOnlySpan<int> Of(int row) => Links.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

        public static Adjacency Of(int[] links, int[] rows, int count)
        {
            var starts = new int[count + 1];
            foreach (var link in links)
                starts[rows[link] + 1]++;
            for (var row = 0; row < count; row++)
                starts[row + 1] += starts[row];
            var next = starts.AsSpan(0, count).ToArray();
            var sorted = new int[links.Length];
            foreach (var link in links)
                sorted[next[rows[link]]++] = link;
            return new(starts, sorted);
        }
    }

    /// <summary>An index and what it is of; the ends do not stay in memory for its sake.</summary>
    sealed class Known(WeakReference<Snapshot> from, WeakReference<Snapshot> to)
    {
        public WeakReference<Snapshot> From => from;

        public WeakReference<Snapshot> To => to;

        public LinkIndex? Index { get; set; }

        public bool IsOf(Snapshot a, Snapshot b) =>
            From.TryGetTarget(out var known) && known == a && To.TryGetTarget(out var other) && other == b;
    }
}
