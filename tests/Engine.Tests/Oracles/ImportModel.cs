using System.Globalization;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Tests.Oracles;

/// <summary>An item of the model: its cells by key, nothing clever.</summary>
public sealed class ModelItem
{
    public required Guid Id { get; set; }

    public double SortOrder { get; set; }

    /// <summary>Whether the last import created it.</summary>
    public bool IsNew { get; set; }

    public Dictionary<string, Cell> Cells { get; init; } = [];

    public ModelItem Copy() => new() { Id = Id, SortOrder = SortOrder, Cells = new(Cells) };
}

/// <summary>One action of a payload, as the wire has it: values are string, double, bool or null.</summary>
public sealed record ModelAction(string Action, Dictionary<string, object?> Members)
{
    public override string ToString() =>
        $"{{{Action}: {string.Join(", ", Members.Select(m => $"{m.Key}={(m.Value is string s ? $"\"{s}\"" : m.Value ?? "null")}"))}}}";
}

public sealed record ModelResult(string Status, string Requested, string Resolved, ModelItem? Item, List<(string? Key, ActionProblemKind Kind)> Problems)
{
    /// <summary>By what the action identified its item, where it is not there.</summary>
    public Cell[] Identity { get; init; } = [];
}

/// <summary>What narrows the caller. Rights on items are those that they have before the payload; created ones have all.</summary>
public sealed record ModelRights(string[] Hidden, string[] Fixed, Func<ModelItem, ItemRight> OnItem)
{
    public static readonly ModelRights All = new([], [], _ => ItemRight.Delete);
}

/// <summary>What an import means, written down slowly and obviously: a list of items, one action after the other.</summary>
public sealed class ImportModel(DatasetDefinition definition, List<ModelItem> start, ImportSettings settings, ModelRights rights)
{
    readonly Dictionary<ModelItem, ItemRight> _rights = [];
    readonly HashSet<ModelItem> _addressed = [];
    double _lastSortOrder = start.Select(i => i.SortOrder).Append(0).Max();

    public List<ModelItem> Items { get; private set; } = [.. start.Select(i => i.Copy())];

    public List<ModelResult> Results { get; } = [];

    /// <summary>All that is told of the payload as a whole.</summary>
    public List<ActionProblemKind> Problems { get; } = [];

    public bool Failed { get; private set; }

    public string[] Keys => settings.Identification switch
    {
        Identification.Id => [],
        Identification.AutoId => [definition.AutoId],
        _ => [.. settings.Keys.Distinct()],
    };

    public void Run(IEnumerable<ModelAction> actions)
    {
        var before = Items.Select(i => i.Copy()).ToList();
        var original = Items.ToList();
        foreach (var item in original)
            _rights[item] = rights.OnItem(item);
        foreach (var action in actions)
            Perform(action);
        List<ActionProblemKind> found = [.. Results.SelectMany(r => r.Problems).Select(p => p.Kind)];
        if (settings.ImplicitDelete)
        {
            var seen = original.Where(i => !_addressed.Contains(i) && RightOn(i) > ItemRight.None).OrderBy(i => i.SortOrder).ToList();
            if (seen.Any(i => RightOn(i) < ItemRight.Delete))
                found.Add(ActionProblemKind.ItemDenied);
            foreach (var item in seen.Where(i => RightOn(i) == ItemRight.Delete))
            {
                Items.Remove(item);
                Results.Add(new("ImplicitDelete", "delete", "delete", item, []));
            }
        }
        var fatal = found.Where(kind => IsDenial(kind) ? !settings.SkipDeniedItems : !settings.SkipInvalid).ToList();
        Failed = fatal.Count > 0;
        Problems.AddRange(Failed ? fatal : found);
        if (Failed)
            Items = before;
    }

    static bool IsDenial(ActionProblemKind kind) => kind is ActionProblemKind.ItemDenied or ActionProblemKind.PropertyDenied;

    ItemRight RightOn(ModelItem item) => _rights.GetValueOrDefault(item, ItemRight.Delete);

    void Perform(ModelAction action)
    {
        List<(string?, ActionProblemKind)> problems = [];
        var known = ItemActions.Names.Skip(1).Contains(action.Action);
        if (!known)
            problems.Add(("_action", action.Action.Length == 0 ? ActionProblemKind.ActionMissing : ActionProblemKind.ActionUnknown));
        var looksAtValues = action.Action is not ("delete" or "noop");

        var wishes = new Dictionary<string, (CellWish Wish, Cell Cell)>();
        foreach (var (key, value) in action.Members.Where(m => !m.Key.StartsWith('_')))
        {
            var property = definition.Find(key);
            if (property is null || rights.Hidden.Contains(key))
            {
                problems.Add((key, ActionProblemKind.PropertyUnknown));
                continue;
            }
            wishes[key] = Keys.Contains(key) ? Identifier(property, value) : Wish(property, value);
            if (wishes[key].Wish == CellWish.Invalid && (looksAtValues || Keys.Contains(key)))
                problems.Add((key, KindOf(property, value)));
        }
        double? sortOrder = null;
        if (action.Members.TryGetValue("_sortOrder", out var order) && order is not null and not "")
        {
            if (order is double d)
                sortOrder = d;
            else if (looksAtValues)
                problems.Add(("_sortOrder", ActionProblemKind.NotANumber));
        }

        var identified = true;
        var targets = new List<ModelItem>();
        Guid? id = null;
        if (Keys.Length == 0)
        {
            var given = action.Members.GetValueOrDefault("_id");
            if (given is null or "")
            {
                if (!action.Action.StartsWith("create", StringComparison.Ordinal))
                {
                    problems.Add(("_id", ActionProblemKind.IdentifierMissing));
                    identified = false;
                }
            }
            else if (given is string text && Guid.TryParse(text, out var parsed))
            {
                id = parsed;
                targets = [.. Items.Where(i => i.Id == parsed)];
            }
            else
            {
                problems.Add(("_id", ActionProblemKind.IdInvalid));
                identified = false;
            }
        }
        else
        {
            foreach (var key in Keys.Where(k => !wishes.TryGetValue(k, out var w) || w.Wish == CellWish.None))
                problems.Add((key, ActionProblemKind.IdentifierMissing));
            identified = Keys.All(k => wishes.TryGetValue(k, out var w) && w.Wish == CellWish.Set);
            if (identified)
                targets = [.. Items.Where(i => Keys.All(k => i.Cells.GetValueOrDefault(k) == wishes[k].Cell))];
        }
        var isTaken = targets.Any(i => RightOn(i) == ItemRight.None);
        targets.RemoveAll(i => RightOn(i) == ItemRight.None);
        foreach (var target in targets)
            _addressed.Add(target);

        var merges = settings.Identification == Identification.MergeKey;
        if (problems.Count == 0)
        {
            if (merges && action.Action == "create")
                problems.Add(("_action", ActionProblemKind.ActionUnknown));
            else if (!merges && targets.Count > 1)
                problems.Add((null, ActionProblemKind.ItemAmbiguous));
            else if (!merges && targets.Count == 1 && action.Action == "create")
                problems.Add((null, ActionProblemKind.ItemExists));
            else if (!merges && targets.Count == 0 && action.Action is "update" or "replace" or "delete" && !merges)
                problems.Add((null, ActionProblemKind.ItemMissing));
        }
        if (problems.Count > 0)
        {
            Results.Add(new("Skipped", known ? action.Action : "", known ? identified ? Resolved(targets.Count > 0) : action.Action : "", targets.Count == 1 ? targets[0] : null, problems)
            {
                Identity = Identity(),
            });
            return;
        }

        List<(string?, ActionProblemKind)> denials = [];
        foreach (var key in wishes.Keys.Where(k => rights.Fixed.Contains(k) && !Keys.Contains(k)).ToList())
        {
            if (looksAtValues && !settings.SkipDeniedProperties && wishes[key].Wish is (CellWish.Set or CellWish.Clear))
                denials.Add((key, ActionProblemKind.PropertyDenied));
            wishes.Remove(key);
        }
        bool IsDenied(ModelItem? target)
        {
            var least = target is null || action.Action == "noop" ? ItemRight.None : action.Action == "delete" ? ItemRight.Delete : ItemRight.Update;
            var mayNotCreate = target is null && action.Action.StartsWith("create", StringComparison.Ordinal)
                && (Keys.Any(rights.Fixed.Contains) || (isTaken && !merges));
            List<(string?, ActionProblemKind)> why = denials.Count > 0 ? denials
                : mayNotCreate || (target is not null && RightOn(target) < least) ? [(null, ActionProblemKind.ItemDenied)] : [];
            if (why.Count > 0)
                Results.Add(new("Skipped", action.Action, Resolved(target is not null), target, why) { Identity = Identity() });
            return why.Count > 0;
        }

        if (targets.Count == 0)
        {
            if (IsDenied(null))
                return;
            if (!action.Action.StartsWith("create", StringComparison.Ordinal))
            {
                Results.Add(new("Skipped", action.Action, action.Action, null, []) { Identity = Identity() });
                return;
            }
            var item = new ModelItem { Id = id ?? Guid.NewGuid(), SortOrder = sortOrder ?? Math.Floor(_lastSortOrder) + 1, IsNew = true };
            _lastSortOrder = Math.Max(_lastSortOrder, item.SortOrder);
            foreach (var (key, wish) in wishes.Where(w => w.Value.Wish == CellWish.Set))
                item.Cells[key] = wish.Cell;
            Items.Add(item);
            _addressed.Add(item);
            Results.Add(new("Success", action.Action, "create", item, []));
            return;
        }
        foreach (var target in targets)
            if (!IsDenied(target))
                Change(action, target, wishes, sortOrder);

        string Resolved(bool found) => action.Action switch
        {
            "createOrUpdate" => found ? "update" : "create",
            "createOrReplace" => found ? "replace" : "create",
            var other => other,
        };

        Cell[] Identity() => [.. Keys.Select(k => wishes.TryGetValue(k, out var wish) && wish.Wish == CellWish.Set ? wish.Cell : Cell.Blank)];
    }

    void Change(ModelAction action, ModelItem item, Dictionary<string, (CellWish Wish, Cell Cell)> wishes, double? sortOrder)
    {
        if (action.Action == "noop")
        {
            Results.Add(new("Skipped", "noop", "noop", item, []));
            return;
        }
        if (action.Action == "delete")
        {
            Items.Remove(item);
            Results.Add(new("Success", "delete", "delete", item, []));
            return;
        }
        var replaces = action.Action is "replace" or "createOrReplace";
        var changed = false;
        foreach (var property in definition.Properties.Where(p => !Keys.Contains(p.Key) && !rights.Hidden.Contains(p.Key) && !rights.Fixed.Contains(p.Key)))
        {
            var wish = wishes.GetValueOrDefault(property.Key);
            var old = item.Cells.GetValueOrDefault(property.Key);
            var now = wish.Wish switch
            {
                CellWish.Keep => old,
                CellWish.Set => wish.Cell,
                CellWish.Clear => Cell.Blank,
                _ => replaces ? Cell.Blank : old,
            };
            if (now == old)
                continue;
            changed = true;
            item.Cells[property.Key] = now;
        }
        if (sortOrder is { } order && order != item.SortOrder)
        {
            item.SortOrder = order;
            _lastSortOrder = Math.Max(_lastSortOrder, order);
            changed = true;
        }
        Results.Add(new(changed ? "Success" : "Skipped", action.Action, replaces ? "replace" : "update", item, []));
    }

    (CellWish, Cell) Identifier(Property property, object? value) =>
        value is null or "" ? (CellWish.None, default) : Convert(property, value);

    (CellWish, Cell) Wish(Property property, object? value)
    {
        if (value is string text)
        {
            if (settings.NoopTokens.Contains(text))
                return (CellWish.Keep, default);
            if (text.Length == 0 || settings.ClearTokens.Contains(text))
                return (CellWish.Clear, default);
        }
        return value is null ? (CellWish.Clear, default) : Convert(property, value);
    }

    (CellWish, Cell) Convert(Property property, object value)
    {
        switch (property.Type, value)
        {
            case (PropertyType.Text, string s): return (CellWish.Set, Cell.Of(s));
            case (PropertyType.Text, double d): return (CellWish.Set, Cell.Of(d.ToString(CultureInfo.InvariantCulture)));
            case (PropertyType.Text, bool b): return (CellWish.Set, Cell.Of(b ? "true" : "false"));
            case (PropertyType.Number, double d): return (CellWish.Set, Cell.Of(d));
            case (PropertyType.Number, string s) when double.TryParse(s.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d):
                return (CellWish.Set, Cell.Of(d));
            case (PropertyType.Boolean, bool b): return (CellWish.Set, Cell.Of(b));
            case (PropertyType.Boolean, string s) when bool.TryParse(s.Trim(), out var b): return (CellWish.Set, Cell.Of(b));
            case (PropertyType.Date, string s):
                var format = settings.DateFormat switch { DateFormat.Iso => "yyyy-MM-dd", DateFormat.DayFirst => "d/M/yyyy", _ => "M/d/yyyy" };
                if (DateTime.TryParseExact(s.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
                    return (CellWish.Set, Cell.Date((long)(date - DateTime.UnixEpoch).TotalMilliseconds));
                break;
        }
        return (CellWish.Invalid, default);
    }

    static ActionProblemKind KindOf(Property property, object? value) => property.Type switch
    {
        PropertyType.Number => ActionProblemKind.NotANumber,
        PropertyType.Date => ActionProblemKind.NotADate,
        PropertyType.Boolean => ActionProblemKind.NotABoolean,
        _ => throw new InvalidOperationException($"A text takes any value, not {value}."),
    };
}
