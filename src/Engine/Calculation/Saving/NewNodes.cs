using Espalier.Engine.Calculation.Filling;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation.Saving;

/// <summary>Properties whose expression runs once, when a node is created: the result is stored with it.</summary>
public static class NewNodes
{
    /// <summary>More new nodes than this are computed with the whole column.</summary>
    const int MostOneByOne = 1000;

    /// <summary>Whether a transaction that creates items must be completed.</summary>
    public static bool Concern(DatasetDefinition definition) => definition.Properties.Any(p => Find(p) is not null);

    /// <summary>The change set with the values of its new nodes; cells that were given a value keep it.</summary>
    /// <param name="contexts">What calculations are given, by the definition that they see.</param>
    /// <param name="see">What the person who creates the nodes sees of a snapshot; null: all.</param>
    public static ChangeSet Complete(
        Snapshot before, ChangeSet changes, Func<DatasetDefinition, CalculationContext> contexts, Func<Snapshot, Snapshot>? see = null)
    {
        var count = changes.Created.Count;
        var properties = (changes.Definition ?? before.Definition).Properties.Select(Find).OfType<CalculatedProperty>().ToDictionary(p => p.Key, StringComparer.Ordinal);
        if (count == 0 || properties.Count == 0)
            return changes;

        var after = before.With(changes);
        // New rows are the last ones, also when the others were compacted.
        var rows = Enumerable.Range(after.RowCount - count, count).ToArray();
        foreach (var key in InOrder(after, [.. properties.Keys], contexts(after.Definition)))
        {
            // Who may not see a property does not learn its value; it is calculated as its owner would have it.
            var seen = see?.Invoke(after) is { } restricted && restricted.Definition.Find(key) is not null ? restricted : after;
            after = Fill(after, seen, properties[key], rows, contexts(seen.Definition));
        }
        return changes with
        {
            Created = changes.Created with
            {
                Columns = [.. changes.Created.Columns.Where(c => !properties.ContainsKey(c.Key)), .. properties.Keys.Select(key => new KeyedColumn(key, Filled.Packed(Stored.Gather(after.Column(key), rows))))],
            },
        };
    }

    static CalculatedProperty? Find(Property property) =>
        CalculatedProperty.Of(property) is { Mode: ExpressionMode.NewNodes, Evaluation: not EvaluationMode.Script } found
            && !string.IsNullOrWhiteSpace(found.Expression) ? found : null;

    /// <summary>Those that others read come first.</summary>
    static string[] InOrder(Snapshot snapshot, string[] keys, CalculationContext context)
    {
        var ordered = Plan(snapshot, keys, context).Graph.Groups.SelectMany(group => group).Where(keys.Contains).ToArray();
        return [.. keys.Except(ordered), .. ordered];
    }

    static Snapshot Fill(Snapshot snapshot, Snapshot seen, CalculatedProperty property, int[] rows, CalculationContext context)
    {
        var stored = snapshot.Column(property.Key);
        var blank = rows.Where(row => stored.IsBlank(row) && stored.Raw?[row] is null).ToArray();
        if (blank.Length == 0)
            return snapshot;
        var plan = Plan(seen, [property.Key], context);
        var calculated = plan.Start(seen, context);
        Column values;
        if (property.Evaluation != EvaluationMode.None && blank.Length <= MostOneByOne)
        {
            if (plan.Compiled[property.Key].HasErrors)
                return snapshot;
            var evaluation = plan.Compiled[property.Key].Start(calculated.Dataset, context.Options);
            values = Filled.Of(stored.Type, blank.Length, at => Storing.ToCell(evaluation.Run(blank[at]).Value, stored.Type, out _));
        }
        else
            values = Stored.Gather(Filled.Storable(calculated.Find(property.Key)!), blank);
        return snapshot.WithColumns(new Dictionary<string, Column> { [property.Key] = Stored.With(stored, blank, values) });
    }

    static Recalculation Plan(Snapshot snapshot, IReadOnlyCollection<string> keys, CalculationContext context) =>
        new(context.Schema, CalculatedProperty.Of(snapshot.Definition), keys, snapshot.Definition.LabelId);
}
