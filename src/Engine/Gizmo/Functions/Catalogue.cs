using System.Collections.Frozen;
using Espalier.Engine.Gizmo.Functions.OnCollections;
using Espalier.Engine.Gizmo.Functions.OnDates;
using Espalier.Engine.Gizmo.Functions.OnNodes;
using Espalier.Engine.Gizmo.Functions.OnNumbers;
using Espalier.Engine.Gizmo.Functions.OnTexts;
using Espalier.Engine.Gizmo.Functions.OnValues;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>All functions of the language. Names are found in any letter case.</summary>
static class Catalogue
{
    public static readonly Function[] All =
    [
        .. Hierarchy.All, .. Links.All, .. Aggregates.All, .. Statistics.All, .. Collections.All, .. Grouping.All, .. Numbers.All, .. Texts.All,
        .. DateFunctions.All, .. Logic.All, .. Predicates.All, .. Maths.All, .. Globals.All, .. Writing.All, .. Views.All,
    ];

    static readonly FrozenDictionary<On, FrozenDictionary<string, Function>> ByReceiver =
        All.Where(f => f.On != On.Host).GroupBy(f => f.On).ToFrozenDictionary(g => g.Key, g => Index(g));

    static readonly FrozenDictionary<string, FrozenDictionary<string, Function>> ByHost =
        All.Where(f => f.On == On.Host).GroupBy(f => f.Host).ToFrozenDictionary(g => g.Key, g => Index(g), StringComparer.Ordinal);

    /// <summary>The host objects by name; an empty one has no members.</summary>
    public static readonly string[] Hosts = [.. ByHost.Keys, "resource"];

    public static Function? Find(On on, string name) => ByReceiver[on].GetValueOrDefault(name);

    public static Function? Find(string host, string name) => ByHost.TryGetValue(host, out var members) ? members.GetValueOrDefault(name) : null;

    public static Host? HostOf(string name) => Array.IndexOf(Hosts, name) >= 0 ? new(name) : null;

    static FrozenDictionary<string, Function> Index(IEnumerable<Function> functions) => functions
        .SelectMany(f => f.Aliases.Prepend(f.Name).Select(name => KeyValuePair.Create(name, f)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
