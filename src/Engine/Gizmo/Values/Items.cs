using Espalier.Engine.Gizmo.Binding;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>What the items of a collection are, known also when there are none.</summary>
enum ItemKind : byte
{
    Values,
    Nodes,
    Links,
}

/// <summary>A collection: what reading data gives. Never changed once made.</summary>
sealed class Items(ItemKind kind, Value[] list, PropertyRead? source = null)
{
    public static readonly Items NoNodes = new(ItemKind.Nodes, []), NoLinks = new(ItemKind.Links, []), NoValues = new(ItemKind.Values, []);

    public ItemKind Kind => kind;

    public Value[] List => list;

    /// <summary>The property that was read, through which the items may carry rows of a lookup; null for computed values.</summary>
    public PropertyRead? Source => source;

    public int Count => list.Length;

    /// <summary>The first item; blank when there is none.</summary>
    public Value First => list.Length == 0 ? Value.Blank : list[0];

    public static Items One(Value value, PropertyRead? source = null) =>
        new(value.Kind switch { ValueKind.Node => ItemKind.Nodes, ValueKind.Link => ItemKind.Links, _ => ItemKind.Values }, [value], source);
}

/// <summary>Which property of which dataset was read.</summary>
sealed record PropertyRead(GizmoDataset Dataset, PropertyRef Property);

/// <summary>An ordered map from texts to values.</summary>
sealed class ObjectValue
{
    /// <summary>So few are found sooner one after the other.</summary>
    const int Few = 8;

    readonly List<KeyValuePair<string, Value>> _fields = [];
    Dictionary<string, int>? _places;

    public IReadOnlyList<KeyValuePair<string, Value>> Fields => _fields;

    /// <summary>Set for objects that scripts share and property expressions may only read.</summary>
    public bool IsReadOnly { get; init; }

    public Value this[string key]
    {
        get => PlaceOf(key) is var at and >= 0 ? _fields[at].Value : Value.Blank;
        set
        {
            var at = PlaceOf(key);
            if (at >= 0)
            {
                _fields[at] = new(key, value);
                return;
            }
            _places?.Add(key, _fields.Count);
            _fields.Add(new(key, value));
        }
    }

    public bool Has(string key) => PlaceOf(key) >= 0;

    int PlaceOf(string key)
    {
        if (_fields.Count <= Few)
            return _fields.FindIndex(f => f.Key == key);
        if (_places is null)
        {
            _places = new(StringComparer.Ordinal);
            for (var i = 0; i < _fields.Count; i++)
                _places.Add(_fields[i].Key, i);
        }
        return _places.GetValueOrDefault(key, -1);
    }

    /// <summary>A field by its exact name, else by a loose match.</summary>
    public Value Find(string key, out bool found)
    {
        found = true;
        if (Has(key))
            return this[key];
        var folded = Binding.KeyMatch.Fold(key);
        foreach (var (name, value) in _fields)
            if (Binding.KeyMatch.Fold(name) == folded)
                return value;
        found = false;
        return Value.Blank;
    }

    public ObjectValue With(string key, Value value)
    {
        this[key] = value;
        return this;
    }
}

/// <summary>A host's object: a name whose members stand in the catalogue.</summary>
/// <param name="Negated">For <c>is.not</c>.</param>
sealed record Host(string Name, bool Negated = false);
