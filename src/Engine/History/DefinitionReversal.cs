using System.Text;
using System.Text.Json.Nodes;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.History;

/// <summary>
/// Reverses a change of a dataset's definition: settings and properties that are still as the change left them become
/// what they were before it. It works on the stored form, so that it knows every setting there is or will be.
/// </summary>
sealed class DefinitionReversal(DatasetDefinition before, DatasetDefinition after, DatasetDefinition now, ReversalConflicts conflicts)
{
    const string Properties = "properties";

    /// <summary>They hold together: one without the other makes no tree.</summary>
    static readonly string[] Tree = ["treeId", "treeParentId"];

    readonly JsonObject _before = Json(before), _after = Json(after), _now = Json(now);
    readonly HashSet<string> _restored = new(StringComparer.Ordinal);

    /// <summary>Properties that the change removed and that come back, values and all.</summary>
    public IReadOnlySet<string> Restored => _restored;

    /// <param name="isFilled">Whether a property that the change added has values by now which are not of its making.</param>
    /// <returns>The definition as it shall become.</returns>
    public DatasetDefinition Reverse(Func<string, bool> isFilled)
    {
        ReverseSettings();
        var merged = MergedProperties(isFilled);
        _now[Properties] = new JsonArray([.. merged.Select(p => p.DeepClone())]);
        var target = DefinitionJson.Read(Encoding.UTF8.GetBytes(_now.ToJsonString()));
        if (target.Equals(before))
            return before;
        if (IsSound(target))
            return target.WithRequiredCore();

        conflicts.Overwrites(new(ReversalConflictKind.DefinitionInvalid, null, null));
        _restored.Clear();
        return now;
    }

    void ReverseSettings()
    {
        var names = _before.Select(m => m.Key).Union(_after.Select(m => m.Key)).Where(name => name != Properties && !Tree.Contains(name));
        foreach (var group in names.Select(name => new[] { name }).Append(Tree))
        {
            bool Same(JsonObject a, JsonObject b) => group.All(name => JsonNode.DeepEquals(a[name], b[name]));

            if (Same(_before, _after) || Same(_now, _before))
                continue;
            if (!Same(_now, _after) && !conflicts.Overwrites(new(ReversalConflictKind.SettingChanged, null, group[0])))
                continue;
            foreach (var name in group)
            {
                _now.Remove(name);
                if (_before[name] is { } old)
                    _now[name] = old.DeepClone();
            }
        }
    }

    List<JsonNode> MergedProperties(Func<string, bool> isFilled)
    {
        var (was, became, current) = (ByKey(_before), ByKey(_after), ByKey(_now));
        var inOrder = became.Keys.SequenceEqual(current.Keys);
        var merged = current.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var key in was.Keys.Union(became.Keys))
        {
            var (old, made, is_) = (was.GetValueOrDefault(key), became.GetValueOrDefault(key), current.GetValueOrDefault(key));
            if (JsonNode.DeepEquals(old, made) || JsonNode.DeepEquals(old, is_))
                continue;
            if (Conflict(key, old, made, is_, isFilled) is { } kind && !conflicts.Overwrites(new(kind, null, key)))
                continue;
            if (old is null)
                merged.Remove(key);
            else
                merged[key] = old;
            if (made is null)
                _restored.Add(key);
        }

        if (inOrder && was.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(merged.Keys))
            return [.. was.Keys.Select(key => merged[key])];
        List<string> order = [.. current.Keys.Where(merged.ContainsKey)];
        foreach (var (key, at) in was.Keys.Select((key, at) => (key, at)))
            if (merged.ContainsKey(key) && !order.Contains(key))
                order.Insert(Math.Min(at, order.Count), key);
        return [.. order.Select(key => merged[key])];
    }

    static ReversalConflictKind? Conflict(string key, JsonNode? old, JsonNode? made, JsonNode? current, Func<string, bool> isFilled)
    {
        if (!JsonNode.DeepEquals(current, made))
            return current is null ? ReversalConflictKind.PropertyGone : ReversalConflictKind.PropertyChanged;
        return old is null && isFilled(key) ? ReversalConflictKind.PropertyInUse : null;
    }

    static bool IsSound(DatasetDefinition definition) =>
        definition.TreeId is null == definition.TreeParentId is null
        && new[] { definition.AutoId, definition.LabelId, definition.TreeId, definition.TreeParentId }
            .All(key => key is null || definition.Find(key) is not null);

    /// <summary>In the definition's order.</summary>
    static Dictionary<string, JsonNode> ByKey(JsonObject definition) =>
        definition[Properties]!.AsArray().ToDictionary(p => p!["key"]!.GetValue<string>(), p => p!, StringComparer.Ordinal);

    static JsonObject Json(DatasetDefinition definition) => JsonNode.Parse(DefinitionJson.Write(definition))!.AsObject();
}
