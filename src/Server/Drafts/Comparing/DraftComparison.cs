using System.Text.Json;
using Espalier.Engine.Columns;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Reading;

namespace Espalier.Server.Drafts.Comparing;

/// <summary>Compares a dataset with what a draft leaves of it: as-is, to-be and net, for groups of items.</summary>
public sealed class DraftComparison
{
    /// <param name="groupBy">The key of a column that the views have; null: all items are one group.</param>
    public IReadOnlyList<ComparedRow> Compare(DraftView view, string? groupBy, IReadOnlyList<Measure> measures, CancellationToken ct)
    {
        var groups = new Groups();
        var before = Grouped(view.Base, groups, groupBy);
        var after = Grouped(view.Drafted, groups, groupBy);
        var asIs = measures.Select(measure => Totals(view.Base, before, groups.Count, measure, ct)).ToList();
        var toBe = measures.Select(measure => Totals(view.Drafted, after, groups.Count, measure, ct)).ToList();
        return
        [
            .. groups.InOrder().SelectMany(group => measures.Select((measure, at) =>
                Row(groupBy is null ? null : Group(groups[group]), measure, asIs[at][group], toBe[at][group], IsDate(view.Drafted, measure)))),
        ];
    }

    static int[] Grouped(DatasetView view, Groups groups, string? key) =>
        groups.Of(key is null ? null : view.Nodes.Find(key)!.Column, view.Snapshot.Order);

    static bool IsDate(DatasetView view, Measure measure) =>
        measure.Operation != MeasureOperation.Count && view.Nodes.Find(measure.Key!)!.Type == PropertyType.Date;

    /// <summary>The measure for each group; null where there is nothing to measure.</summary>
    static double?[] Totals(DatasetView view, int[] groupOf, int groups, Measure measure, CancellationToken ct)
    {
        var counts = new long[groups];
        var values = new double[groups];
        var column = measure.Key is null ? null : view.Nodes.Find(measure.Key)!.Column;
        var order = view.Snapshot.Order;
        for (var i = 0; i < order.Length; i++)
        {
            if ((i & 0xFFFF) == 0)
                ct.ThrowIfCancellationRequested();
            if (column is not null && column.IsBlank(order[i]))
                continue;
            var group = groupOf[i];
            var isFirst = counts[group]++ == 0;
            if (measure.Operation == MeasureOperation.Count)
                continue;
            var value = column is DateColumn dates ? dates.At(order[i]) : ((NumberColumn)column!).At(order[i]);
            values[group] = measure.Operation switch
            {
                MeasureOperation.Min => isFirst ? value : Math.Min(values[group], value),
                MeasureOperation.Max => isFirst ? value : Math.Max(values[group], value),
                _ => values[group] + value,
            };
        }
        return [.. values.Select((value, group) => measure.Operation switch
        {
            MeasureOperation.Count => counts[group],
            MeasureOperation.Sum => value,
            _ when counts[group] == 0 => null,
            MeasureOperation.Avg => value / counts[group],
            _ => (double?)value,
        })];
    }

    static ComparedRow Row(object? group, Measure measure, double? asIs, double? toBe, bool isDate) => new(group, measure.Key, measure.Name)
    {
        AsIs = Value(asIs, isDate),
        ToBe = Value(toBe, isDate),
        Net = (toBe - asIs) / (isDate ? Dates.Day : 1),
    };

    static object? Value(double? value, bool isDate) => value is null ? null : isDate ? Dates.Print((long)value) : value;

    /// <summary>A group of items without a value is told as null, and not left out.</summary>
    static object Group(Cell value) => DraftChange.Print(value) ?? JsonSerializer.SerializeToElement<object?>(null);
}
