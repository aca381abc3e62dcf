using System.Collections.Immutable;
using Espalier.Engine.Calculation.Filling;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation.Saving;

/// <summary>
/// On-demand properties: each run puts its results into the cells, so that the next one, and all that is calculated, sees
/// them. What comes of it can be shown, or saved.
/// </summary>
public static class OnDemand
{
    /// <summary>Whether the property runs when it is asked for.</summary>
    public static bool Is(Property property) => CalculatedProperty.Of(property) is { Evaluation: EvaluationMode.OnDemand, IsEvaluated: true };

    /// <summary>The snapshot with the results of the properties, run in this order; those that are not on demand are passed over.</summary>
    public static Snapshot Run(Snapshot snapshot, IEnumerable<string> keys, CalculationContext context)
    {
        foreach (var key in keys)
        {
            if (snapshot.Definition.Find(key) is not { } property || !Is(property))
                continue;
            context.Options.Cancel.ThrowIfCancellationRequested();
            var plan = new Recalculation(context.Schema, CalculatedProperty.Of(snapshot.Definition), [key], snapshot.Definition.LabelId);
            var calculated = plan.Start(snapshot, context);
            var results = new Dictionary<string, Column>(StringComparer.Ordinal) { [key] = Filled.Storable(calculated.Find(key)!) };
            // What the expression sets in other properties is there for the runs after it, too.
            foreach (var scripted in snapshot.Definition.Properties)
                if (plan.IsScripted(scripted.Key) && plan.CarriersOf(scripted.Key).Contains(key))
                    results[scripted.Key] = Filled.Storable(calculated.Find(scripted.Key)!);
            snapshot = snapshot.WithColumns(results);
        }
        return snapshot;
    }

    /// <summary>What must be saved for the snapshot to become the one after the run, with an entry for each item.</summary>
    public static Resolution Changes(Snapshot before, Snapshot after, IEnumerable<string> keys, TransactionStamp stamp)
    {
        var changed = new bool[before.RowCount];
        List<(string Key, int[] Rows)> cells = [];
        foreach (var key in keys.Distinct(StringComparer.Ordinal).Where(key => before.Definition.Find(key) is { } p && Is(p)))
        {
            var rows = Differences(before, before.Column(key), after.Column(key));
            if (rows.Length > 0)
                cells.Add((key, rows));
            foreach (var row in rows)
                changed[row] = true;
        }
        var updated = Enumerable.Range(0, changed.Length).Where(row => changed[row]).ToArray();
        var results = new ActionResults();
        foreach (var row in before.Order)
            results.Add(new(changed[row] ? ResultStatus.Success : ResultStatus.Skipped, ItemAction.Update, ItemAction.Update, row));
        var changes = new ChangeSet(stamp)
        {
            Updated = updated.Length == 0 ? ItemUpdates.Empty : new([.. updated], before.Ids.Gather(updated), [.. cells.Select(c => Of(c.Key, c.Rows))]),
        };
        return new(before, changes, results, [], Failed: false);

        CellChanges Of(string key, int[] rows)
        {
            var positions = new int[rows.Length];
            for (int i = 0, at = 0; i < rows.Length; i++, at++)
            {
                while (updated[at] != rows[i])
                    at++;
                positions[i] = at;
            }
            return new(key, [.. positions], Stored.Gather(before.Column(key), rows), Filled.Packed(Stored.Gather(after.Column(key), rows)));
        }
    }

    /// <summary>The live rows whose cells differ, ascending.</summary>
    static int[] Differences(Snapshot snapshot, Column old, Column now)
    {
        List<int> rows = [];
        for (var row = 0; row < old.Count; row++)
            if (snapshot.Live[row] && (old.Raw?[row] is not null || !old[row].Equals(now[row])))
                rows.Add(row);
        return [.. rows];
    }
}
