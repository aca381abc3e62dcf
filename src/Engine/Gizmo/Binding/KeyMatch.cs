using System.Collections.Concurrent;
using Espalier.Engine.Calculation;

namespace Espalier.Engine.Gizmo.Binding;

/// <summary>
/// Finds properties by what expressions call them: the exact key, another key of theirs, or loosely, when letter case and
/// everything but letters and digits are ignored.
/// </summary>
sealed class KeyMatch
{
    static readonly string[] GeneratedKeys =
    [
        "_id", "_label", "_change", "_change_count", "_records", "_is_duplicate", "_has_unique_id", "_is_unique_id", "_is_ghost", "_depth",
        "_height", "_layers", "_is_leaf", "_is_orphan", "_is_root", "_outgoing_count", "_span", "_span_of_control", "_descendants",
        "_descendants_of", "_subtree", "_parking_lot", "_sortOrder", "_modifiedAt",
    ];

    static readonly Dictionary<string, string> GeneratedByFold = GeneratedKeys.ToDictionary(Fold, key => key, StringComparer.Ordinal);

    readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _aliases = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _loose = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string, bool), PropertyRef?> _known = new();
    readonly GizmoSchema _schema;

    public KeyMatch(GizmoSchema schema)
    {
        _schema = schema;
        for (var i = 0; i < schema.Properties.Length; i++)
        {
            var property = schema.Properties[i];
            _exact.TryAdd(property.Key, i);
            foreach (var alias in property.Aliases)
                _aliases.TryAdd(alias, i);
            var folded = Fold(property.Key);
            if (!_loose.TryAdd(folded, i))
                _ambiguous.Add(folded);
        }
        for (var i = 0; i < schema.Properties.Length; i++)
        {
            foreach (var alias in schema.Properties[i].Aliases)
                _loose.TryAdd(Fold(alias), i);
            _names.TryAdd(Fold(schema.Properties[i].Name), i);
        }
    }

    /// <summary>Lower case, letters and digits only.</summary>
    public static string Fold(string key) => string.Create(key.Count(char.IsLetterOrDigit), key, static (into, key) =>
    {
        var at = 0;
        foreach (var c in key)
            if (char.IsLetterOrDigit(c))
                into[at++] = char.ToLowerInvariant(c);
    });

    /// <summary>Whether several properties answer to the name and none of them exactly.</summary>
    public bool IsAmbiguous(string key) => _ambiguous.Contains(Fold(key)) && !_exact.ContainsKey(key);

    /// <summary>The property that a name means; null when there is none.</summary>
    public PropertyRef? Find(string key) =>
        _known.TryGetValue((key, false), out var known) ? known : _known.GetOrAdd((key, false), k => Search(k.Item1));

    /// <summary>
    /// The property that a name of a formula or template means rather than what is built in. Where more names follow, a
    /// relationship goes before a property that leads nowhere.
    /// </summary>
    public PropertyRef? FindBefore(Functions.Function builtIn, string key, bool isPath) =>
        Find(key) is { IsGenerated: false } property && (!isPath || property.Lookup is not null || builtIn.Type is not (GizmoType.Node or GizmoType.Link)) ? property : null;

    /// <summary>The property with the very key, as a bracket asks for it, <c>Property: Sub</c> included; else the loose match.</summary>
    public PropertyRef? FindExact(string key) =>
        _known.TryGetValue((key, true), out var known) ? known : _known.GetOrAdd((key, true), k => Of(_exact, k.Item1) ?? OfLookup(k.Item1) ?? Search(k.Item1));

    PropertyRef? Search(string key)
    {
        if ((Of(_exact, key) ?? Of(_aliases, key) ?? OfLookup(key)) is { } exact)
            return exact;
        var folded = Fold(key);
        // The very key of a generated property is not a loose way to write another one.
        if (key.StartsWith('_') && Generated(key, folded) is { } generated && generated.Key == key)
            return generated;
        return (folded.Length == 0 ? null : Of(_loose, folded) ?? Of(_names, folded)) ?? Generated(key, folded);
    }

    PropertyRef? Of(Dictionary<string, int> index, string key)
    {
        if (!index.TryGetValue(key, out var at))
            return null;
        var property = _schema.Properties[at];
        return new(property.Key, TypeOf.Property(property.Type)) { Lookup = property.Lookup, Format = property.Format };
    }

    /// <summary>The part behind the colon is a property of the lookup's row.</summary>
    PropertyRef? OfLookup(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Find(key[..colon]) is not { Lookup: { } lookup } property)
            return null;
        return lookup.Keys.Find(key[(colon + 1)..].Trim()) is { } sub
            ? new(property.Key, sub.Type) { Lookup = sub.Lookup, Format = sub.Format, Through = sub }
            : null;
    }

    static PropertyRef? Generated(string key, string folded)
    {
        if (folded.StartsWith("level", StringComparison.Ordinal) && int.TryParse(folded.AsSpan(5), out var level)
            && level is >= 1 and <= NodeColumns.MostLevels)
            return new($"_level_{level}", GizmoType.Text) { IsGenerated = true };
        var found = GeneratedKeys.Contains(key, StringComparer.Ordinal) ? key : GeneratedByFold.GetValueOrDefault(folded);
        return found is null ? null : new(found, TypeOf.Generated(found)) { IsGenerated = true };
    }

    /// <summary>Names that an expression may use after a dot.</summary>
    public IEnumerable<string> All => _schema.Properties.Select(p => p.Key).Concat(_schema.Properties.Select(p => p.Name)).Distinct();

    public static IEnumerable<string> AllGenerated => GeneratedKeys;

    /// <summary>What was meant by a name that nothing answers to.</summary>
    public string? Suggest(string key) => Suggestions.Nearest(key, All.Concat(GeneratedKeys));
}

/// <summary>A property as an expression reads it.</summary>
sealed record PropertyRef(string Key, GizmoType Type)
{
    public bool IsGenerated { get; init; }

    /// <summary>How people want to see its values.</summary>
    public string? Format { get; init; }

    /// <summary>The dataset whose rows its values name.</summary>
    public GizmoSchema? Lookup { get; init; }

    /// <summary>The property of the lookup's row that is read instead.</summary>
    public PropertyRef? Through { get; init; }
}
