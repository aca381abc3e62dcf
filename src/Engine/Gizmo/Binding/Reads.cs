namespace Espalier.Engine.Gizmo.Binding;

/// <summary>From where, seen from the current node, a property is read.</summary>
public enum Relation : byte
{
    Self,
    Parent,
    Ancestors,
    Children,
    Descendants,

    /// <summary>Anywhere, siblings among others.</summary>
    All,
}

/// <summary>A property of the dataset that an expression reads. The key <c>*</c> stands for any: it is known only at run time.</summary>
public readonly record struct Read(string Key, Relation Relation);

/// <summary>What an expression depends on and what it does.</summary>
public sealed class Reads
{
    readonly HashSet<Read> _all = [];
    readonly HashSet<string> _writes = new(StringComparer.Ordinal);

    public const string Any = "*";

    public IReadOnlySet<Read> All => _all;

    /// <summary>The keys that <c>settemporary</c> and its like set, as far as they are written out.</summary>
    public IReadOnlySet<string> Writes => _writes;

    /// <summary>Whether it reads other datasets: lookups or links.</summary>
    public bool ReadsOthers { get; internal set; }

    /// <summary>Whether it depends on the time or on chance.</summary>
    public bool IsVolatile { get; internal set; }

    public bool HasWrites { get; internal set; }

    /// <summary>Whether it may read more than is known: names after values of which nothing is known.</summary>
    public bool IsUnclear { get; internal set; }

    /// <summary>Whether it walks the hierarchy or the list of nodes.</summary>
    public bool WalksNodes { get; internal set; }

    public bool DependsOn(string key) => _all.Any(r => r.Key == key || r.Key == Any);

    internal void Add(string key, Relation relation) => _all.Add(new(key, relation));

    internal void AddWrite(string key) => _writes.Add(key);
}

/// <summary>What the binder knows of a piece of an expression.</summary>
/// <param name="Schema">Of nodes: their dataset's. Of values: that of the lookup they name.</param>
/// <param name="IsOwn">Whether nodes are of the dataset itself.</param>
readonly record struct Known(GizmoType Type, Shape Shape, GizmoSchema? Schema = null, Relation Relation = Relation.Self, bool IsOwn = false)
{
    public static readonly Known Nothing;

    public bool IsCollection => Shape is Shape.One or Shape.Many;

    public bool IsNodes => Type is GizmoType.Node or GizmoType.Link && IsCollection;

    public static Known Raw(GizmoType type) => new(type, Shape.Raw);
}
