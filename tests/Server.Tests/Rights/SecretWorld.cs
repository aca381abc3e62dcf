using System.Globalization;
using System.Text.Json;

namespace Espalier.Server.Tests.Rights;

/// <summary>A dataset in which every value says whose it is, random rights on it, and a slow and obvious model of who may see what.</summary>
sealed class SecretWorld
{
    public const string Definition = """
        {"name":"S","type":"PEOPLE","autoId":"id","labelId":"text","treeId":"id","treeParentId":"boss","properties":[
         {"key":"id","type":"number"},{"key":"text","type":"text"},{"key":"boss","type":"number"},{"key":"num","type":"number"},
         {"key":"grp","type":"text"},{"key":"note","type":"text"}]}
        """;

    public static readonly string[] Keys = ["id", "text", "boss", "num", "grp", "note"];
    public static readonly string[] Written = ["text", "num", "note"];

    static readonly string[] Groups = ["a", "b", "c", "user"];
    static readonly string[] Levels = ["read", "update", "modify", "manage"];
    static readonly string[] PropertyRights = ["hidden", "read", "update", "inherit"];
    static readonly string[] RowLevels = ["none", "read", "update", "delete"];

    static readonly Dictionary<string, string[]> GroupsOf = new()
    {
        ["ann"] = ["a", "user"], ["bea"] = ["b", "c", "user"], ["cid"] = ["a", "c", "user"],
    };

    readonly int[] _boss;
    readonly string[] _grp;
    readonly List<(string Group, int Level)> _grants = [];
    readonly Dictionary<string, (int Default, Dictionary<string, int> Groups)> _properties = [];
    readonly List<(string[] Groups, string Grp, int Level)> _rows = [];
    readonly string[] _viewGroups;
    readonly string? _viewGrp;
    readonly string[]? _viewKeys;
    readonly string[]? _ghosts;

    SecretWorld(Random random)
    {
        _boss = [.. Enumerable.Range(0, 10).Select(row => random.Next(row + 1) - 1)];
        _grp = [.. _boss.Select(_ => $"g{random.Next(3)}")];
        foreach (var group in Groups)
            if (random.Next(group == "user" ? 4 : 2) == 0)
                _grants.Add((group, random.Next(4)));
        foreach (var key in Keys)
            if (random.Next(3) == 0)
                _properties[key] = (random.Next(4), Groups.Where(_ => random.Next(4) == 0).ToDictionary(group => group, _ => random.Next(4)));
        for (var i = random.Next(5); i > 0; i--)
            _rows.Add(([.. Groups.Where(_ => random.Next(4) == 0)], $"g{random.Next(3)}", random.Next(1, 4)));
        _viewGroups = [.. Groups.Where(_ => random.Next(2) == 0)];
        _viewGrp = random.Next(4) == 0 ? null : $"g{random.Next(3)}";
        _viewKeys = random.Next(2) == 0 ? null : Some(random);
        _ghosts = random.Next(3) == 0 ? null : Some(random);
    }

    /// <summary>All values but the groups of rows, which are no secrets.</summary>
    public IEnumerable<string> Secrets => Enumerable.Range(0, _boss.Length).SelectMany(row => Keys.Select(key => Value(row, key))).OfType<string>().Distinct();

    public string RightsJson => JsonSerializer.Serialize(new
    {
        grants = _grants.Select(grant => new { group = grant.Group, level = Levels[grant.Level] }),
        properties = _properties.Select(rule => new
        {
            key = rule.Key,
            @default = PropertyRights[rule.Value.Default],
            groups = rule.Value.Groups.ToDictionary(entry => entry.Key, entry => PropertyRights[entry.Value]),
        }),
        rows = _rows.Select(rule => new { groups = rule.Groups, filter = new { grp = rule.Grp }, level = RowLevels[rule.Level] }),
    });

    public string ViewJson => JsonSerializer.Serialize(new
    {
        name = "V",
        filter = _viewGrp is null ? null : new { grp = _viewGrp },
        properties = _viewKeys,
        ghosts = _ghosts,
        grants = _viewGroups.Select(group => new { group }),
    });

    public static SecretWorld Draw(Random random) => new(random);

    public static int RowOf(JsonElement item) =>
        int.Parse(item.GetProperty("_id").GetString()!.AsSpan(24), CultureInfo.InvariantCulture) - 1;

    /// <summary>The values that a caller may see.</summary>
    public HashSet<string> SightOf(string who, bool throughView)
    {
        var groups = GroupsOf[who];
        var level = LevelOf(groups);
        if (throughView ? !MayReadView(groups, level) : level < 0)
            return [];
        var keys = Keys.Where(key => RightOn(groups, key) > 0 && !(throughView && _viewKeys?.Contains(key) == false)).ToList();
        var sight = new HashSet<string>();
        for (var row = 0; row < _boss.Length; row++)
        {
            if (RightOnRow(groups, throughView ? 0 : level, row) == 0 || (throughView && !IsInScope(row)))
                continue;
            Add(row, keys);
            if (!throughView || _ghosts is null || !keys.Contains("id") || !keys.Contains("boss"))
                continue;
            for (var up = _boss[row]; up >= 0 && !IsInScope(up) && RightOnRow(groups, 0, up) > 0; up = _boss[up])
                Add(up, keys.Where(_ghosts.Contains));
        }
        return sight;

        void Add(int row, IEnumerable<string> shown) => sight.UnionWith(shown.Select(key => Value(row, key)).OfType<string>());
    }

    public bool MayWrite(string who, int row, string key)
    {
        var groups = GroupsOf[who];
        var level = LevelOf(groups);
        return level >= 1 && RightOn(groups, "id") > 0 && RightOn(groups, key) >= 2 && RightOnRow(groups, level, row) >= 2;
    }

    /// <summary>Every item with all its values, by its internal id.</summary>
    public string Actions(string action) => Print(row => Member("_action", $"\"{action}\"") + Member("_id", $"\"{IdOf(row)}\"")
        + string.Concat(Keys.Select(key => Member(key, Json(row, key)))));

    /// <summary>Actions that name every item by what may identify it, and do nothing.</summary>
    public string Probes() => Print(row => Member("_action", row % 2 == 0 ? "\"noop\"" : "\"create\"")
        + Member("id", Json(row, "id")) + Member("text", Json(row, "text")) + Member("grp", Json(row, "grp")));

    public string Updates(string key) => Print(row => Member("_action", "\"update\"") + Member("id", Json(row, "id"))
        + Member(key, key == "num" ? "777" : "\"written\""));

    public override string ToString() => $"{RightsJson}\n{ViewJson}\nboss {string.Join(' ', _boss)} grp {string.Join(' ', _grp)}";

    static string[] Some(Random random) => [.. Keys.Where(_ => random.Next(3) > 0)];

    static int LevelOf(IEnumerable<string> groups, IEnumerable<(string Group, int Level)> grants) =>
        grants.Where(grant => groups.Contains(grant.Group)).Select(grant => grant.Level).Append(-1).Max();

    int LevelOf(string[] groups) => LevelOf(groups, _grants);

    bool MayReadView(string[] groups, int level) =>
        _viewGroups.Any(groups.Contains)
        || (level >= 2 && Keys.All(key => RightOn(groups, key) >= 2) && !_rows.Any(rule => rule.Groups.Any(groups.Contains)));

    int RightOn(string[] groups, string key)
    {
        if (!_properties.TryGetValue(key, out var rule))
            return 3;
        var named = rule.Groups.Where(entry => groups.Contains(entry.Key)).Select(entry => entry.Value).ToList();
        return named.Count > 0 ? named.Max() : rule.Default;
    }

    int RightOnRow(string[] groups, int level, int row)
    {
        var most = level == 0 ? 1 : 3;
        var rules = _rows.Where(rule => rule.Groups.Any(groups.Contains)).ToList();
        return rules.Count == 0 ? most : Math.Min(most, rules.Where(rule => rule.Grp == _grp[row]).Select(rule => rule.Level).Append(0).Max());
    }

    bool IsInScope(int row) => _viewGrp is null || _viewGrp == _grp[row];

    static string IdOf(int row) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{row + 1:D12}");

    string? Value(int row, string key) => key switch
    {
        "grp" => null,
        "boss" => _boss[row] < 0 ? null : Value(_boss[row], "id"),
        "id" or "num" => string.Create(CultureInfo.InvariantCulture, $"73100{(key == "id" ? 1 : 2)}0{row:D2}904"),
        _ => $"sec-{row:D2}-{key}-x",
    };

    string Json(int row, string key) => key == "grp" ? $"\"{_grp[row]}\"" : Value(row, key) is not { } value ? "null" : key is "text" or "note" ? $"\"{value}\"" : value;

    static string Member(string name, string json) => $"{(name == "_action" ? "" : ",")}\"{name}\":{json}";

    string Print(Func<int, string> members) => $"[{string.Join(',', Enumerable.Range(0, _boss.Length).Select(row => $"{{{members(row)}}}"))}]";
}
