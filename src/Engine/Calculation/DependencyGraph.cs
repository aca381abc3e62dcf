using Espalier.Engine.Gizmo;

namespace Espalier.Engine.Calculation;

/// <summary>Which calculated properties read which, and in what order they can be computed.</summary>
public sealed class DependencyGraph
{
    readonly Dictionary<string, Compilation> _nodes;
    readonly Dictionary<string, string[]> _edges;

    /// <param name="properties">The compiled expressions by the key of their property.</param>
    /// <param name="others">Further keys that take part without an expression of their own, each with the keys that give it its values.</param>
    public DependencyGraph(IReadOnlyDictionary<string, Compilation> properties, IReadOnlyDictionary<string, IReadOnlyList<string>>? others = null)
    {
        _nodes = properties.ToDictionary(StringComparer.Ordinal);
        _edges = properties.ToDictionary(p => p.Key, p => Targets(p.Key, p.Value, properties.Keys, others), StringComparer.Ordinal);
        Groups = [.. Components()];
    }

    /// <summary>
    /// Groups of keys, each after those it reads. A group of several, or of one that reads itself, is a cycle of
    /// properties; its cells may still be computed one by one, along the tree.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; }

    public bool IsCycle(IReadOnlyList<string> group) => group.Count > 1 || _edges[group[0]].Contains(group[0]);

    /// <summary>The calculated properties that a property reads directly.</summary>
    public IReadOnlyList<string> ReadsOf(string key) => _edges[key];

    static string[] Targets(string key, Compilation compilation, IEnumerable<string> keys, IReadOnlyDictionary<string, IReadOnlyList<string>>? others)
    {
        HashSet<string> targets = new(StringComparer.Ordinal);
        foreach (var other in keys)
            // What is known only at run time cannot be the property itself, or nothing could be computed.
            if (compilation.Reads.All.Any(r => r.Key == other) || other != key && (compilation.Reads.IsUnclear || compilation.Reads.DependsOn(Gizmo.Binding.Reads.Any)))
                targets.Add(other);
        foreach (var (other, givers) in others ?? new Dictionary<string, IReadOnlyList<string>>())
            if (compilation.Reads.DependsOn(other))
                targets.UnionWith(givers.Where(g => g != key));
        return [.. targets];
    }

    /// <summary>Tarjan's strongly connected components: each comes after those it leads to.</summary>
    List<IReadOnlyList<string>> Components()
    {
        List<IReadOnlyList<string>> groups = [];
        Dictionary<string, int> index = new(StringComparer.Ordinal), low = new(StringComparer.Ordinal);
        var open = new Stack<string>();
        var isOpen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in _nodes.Keys)
            if (!index.ContainsKey(start))
                Visit(start);
        return groups;

        void Visit(string start)
        {
            var path = new Stack<(string Key, int Next)>();
            Open(start);
            path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                var edges = _edges[at.Key];
                if (at.Next < edges.Length)
                {
                    path.Push((at.Key, at.Next + 1));
                    var target = edges[at.Next];
                    if (!index.TryGetValue(target, out var known))
                    {
                        Open(target);
                        path.Push((target, 0));
                    }
                    else if (isOpen.Contains(target))
                        low[at.Key] = Math.Min(low[at.Key], known);
                    continue;
                }
                if (path.TryPeek(out var parent))
                    low[parent.Key] = Math.Min(low[parent.Key], low[at.Key]);
                if (low[at.Key] == index[at.Key])
                    groups.Add(Close(at.Key));
            }
        }

        void Open(string key)
        {
            index[key] = low[key] = index.Count;
            open.Push(key);
            isOpen.Add(key);
        }

        List<string> Close(string key)
        {
            List<string> group = [];
            string taken;
            do
            {
                group.Add(taken = open.Pop());
                isOpen.Remove(taken);
            }
            while (taken != key);
            group.Reverse();
            return group;
        }
    }
}
