using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>The calculated properties of a dataset, compiled, and the order in which they are computed.</summary>
public sealed class Recalculation
{
    readonly Dictionary<string, CalculatedProperty> _properties;
    readonly Dictionary<string, Compilation> _compiled = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<string>> _scripted = new(StringComparer.Ordinal);
    readonly Dictionary<string, PropertyType> _types;
    readonly HashSet<string> _forced;

    /// <param name="forced">
    /// Properties that are otherwise computed only on demand, or for new nodes: they are now, for all cells.
    /// </param>
    public Recalculation(GizmoSchema schema, IEnumerable<CalculatedProperty> properties, IReadOnlyCollection<string>? forced = null, string? label = null)
    {
        _properties = properties.ToDictionary(p => p.Key, StringComparer.Ordinal);
        _types = schema.Properties.ToDictionary(p => p.Key, p => p.Type, StringComparer.Ordinal);
        _forced = new(forced ?? [], StringComparer.Ordinal);
        foreach (var property in _properties.Values.Where(p => p.IsEvaluated && Runs(p)))
            _compiled[property.Key] = GizmoCompiler.Compile(property.Expression, schema);
        foreach (var property in _properties.Values.Where(p => p.Evaluation == EvaluationMode.Script))
            _scripted[property.Key] = [.. _compiled.Where(c => c.Value.Reads.Writes.Contains(property.Key)).Select(c => c.Key)];
        var others = _scripted.ToDictionary(StringComparer.Ordinal);
        if (label is not null && _compiled.ContainsKey(label))
            others["_label"] = [label];
        Graph = new(_compiled.Where(c => !c.Value.HasErrors).ToDictionary(), others);
    }

    public DependencyGraph Graph { get; }

    /// <summary>The compiled expressions, those with errors among them.</summary>
    public IReadOnlyDictionary<string, Compilation> Compiled => _compiled;

    /// <summary>Whether the property shows something else than what is stored.</summary>
    public bool Calculates(string key) => _properties.TryGetValue(key, out var property) && _types.ContainsKey(key) && property.Evaluation switch
    {
        EvaluationMode.Script => true,
        EvaluationMode.None => property.Mode != ExpressionMode.NewNodes || _forced.Contains(key),
        _ => _compiled.ContainsKey(key) || property.Mode == ExpressionMode.Inherited && !property.IsEvaluated,
    };

    /// <summary>The columns of a snapshot; none is computed before it is asked for.</summary>
    public CalculatedColumns Start(Snapshot snapshot, CalculationContext context) => new(this, snapshot, context);

    internal IEnumerable<string> Keys => _properties.Keys.Where(Calculates);

    internal CalculatedProperty this[string key] => _properties[key];

    internal PropertyType TypeOf(string key) => _types[key];

    internal bool IsForced(string key) => _forced.Contains(key);

    /// <summary>The properties whose expressions set a scripted one.</summary>
    internal IReadOnlyList<string> CarriersOf(string key) => _scripted.GetValueOrDefault(key) ?? [];

    internal bool IsScripted(string key) => _scripted.ContainsKey(key);

    /// <summary>The groups that must be computed for some properties, in order.</summary>
    internal IEnumerable<IReadOnlyList<string>> GroupsFor(IEnumerable<string> keys)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        var open = new Stack<string>(keys.Where(IsCompiled));
        while (open.TryPop(out var key))
            if (needed.Add(key))
                foreach (var read in Graph.ReadsOf(key))
                    open.Push(read);
        return Graph.Groups.Where(group => needed.Contains(group[0]));
    }

    bool IsCompiled(string key) => _compiled.TryGetValue(key, out var compilation) && !compilation.HasErrors;

    bool Runs(CalculatedProperty property) => _forced.Contains(property.Key)
        || property.Evaluation is EvaluationMode.PreFilter or EvaluationMode.PostFilter && property.Mode != ExpressionMode.NewNodes;
}
