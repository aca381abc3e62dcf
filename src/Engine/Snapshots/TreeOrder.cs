namespace Espalier.Engine.Snapshots;

/// <summary>
/// The places of a tree's rows in pre-order, for passes over the whole tree: what they touch lies together there, while
/// rows lie anywhere. Two places more stand for what is above the roots and for deleted rows.
/// </summary>
sealed class TreeOrder
{
    readonly int[] _places;
    readonly int[] _parents;

    public TreeOrder(Tree tree)
    {
        Count = tree.Rows.Length;
        _places = new int[tree.Nodes.Length];
        _parents = new int[Count];
        if (Count < _places.Length)
            _places.AsSpan().Fill(Deleted);
        for (var at = 0; at < Count; at++)
            _places[tree.Rows[at]] = at;
        for (var at = 0; at < Count; at++)
            _parents[at] = tree.Nodes[tree.Rows[at]].Parent is var parent and >= 0 ? _places[parent] : Above;
    }

    /// <summary>How many rows stand in the tree.</summary>
    public int Count { get; }

    /// <summary>The place that is the parent of all roots.</summary>
    public int Above => Count;

    /// <summary>The place of rows that are deleted.</summary>
    public int Deleted => Count + 1;

    /// <summary>Places in all.</summary>
    public int Size => Count + 2;

    /// <summary>By row, its place.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>By place, that of the parent.</summary>
    public ReadOnlySpan<int> Parents => _parents;
}
