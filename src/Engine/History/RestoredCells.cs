using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.History;

/// <summary>Collects cells that get a value back, and makes one set of updates of them.</summary>
sealed class RestoredCells(Snapshot now, DatasetDefinition target)
{
    readonly Dictionary<string, List<Wanted>> _byKey = new(StringComparer.Ordinal);

    /// <summary>The cell of the row shall hold what stands in the other column at that place.</summary>
    public void Add(string key, int row, Column from, int at)
    {
        if (!_byKey.TryGetValue(key, out var wanted))
            _byKey[key] = wanted = [];
        wanted.Add(new(row, from, at));
    }

    public ItemUpdates Build()
    {
        if (_byKey.Count == 0)
            return ItemUpdates.Empty;
        int[] rows = [.. _byKey.Values.SelectMany(wanted => wanted).Select(w => w.Row).Distinct().Order()];
        return new([.. rows], now.Ids.Gather(rows), [.. _byKey.Select(entry => Build(entry.Key, entry.Value, rows))]);
    }

    CellChanges Build(string key, List<Wanted> wanted, int[] rows)
    {
        wanted.Sort((a, b) => a.Row.CompareTo(b.Row));
        int[] own = [.. wanted.Select(w => w.Row)];
        var type = key == ChangeSet.SortOrderKey ? PropertyType.Number : target.Find(key)!.Type;
        Column old = key == ChangeSet.SortOrderKey ? Stored.Gather(now.SortOrders, own)
            : now.Definition.PositionOf(key) is var at and >= 0 ? Stored.Gather(now.Columns[at], own)
            : Stored.Blanks(type, own.Length);

        var values = ColumnBuilder.For(type);
        List<KeyValuePair<int, string>> raw = [];
        foreach (var (_, from, place) in wanted)
        {
            if (from.Raw?[place] is { } text)
                raw.Add(new(values.Count, text));
            values.Append(from[place]);
        }
        return new(key, [.. own.Select(row => Array.BinarySearch(rows, row))], old, values.Build(RawTexts.Of(raw)));
    }

    readonly record struct Wanted(int Row, Column From, int At);
}
