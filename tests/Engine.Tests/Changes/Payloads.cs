using System.Globalization;
using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.Changes;

/// <summary>Actions as the batches that a reader would make of them.</summary>
static class Payloads
{
    public static IEnumerable<ActionBatch> Batches(DatasetDefinition definition, IReadOnlyList<ModelAction> actions, IReadOnlyList<int> sizes)
    {
        for (int first = 0, b = 0; first < actions.Count; b++)
        {
            var size = Math.Min(actions.Count - first, Math.Max(1, sizes.Count == 0 ? actions.Count : sizes[b % sizes.Count]));
            yield return Batch(definition, actions.Skip(first).Take(size).ToList(), first);
            first += size;
        }
    }

    public static ActionBatch Batch(DatasetDefinition definition, IReadOnlyList<ModelAction> actions, long first)
    {
        var batch = new ActionBatch(definition.Properties.Length, first, actions.Count) { Count = actions.Count };
        for (var i = 0; i < actions.Count; i++)
        {
            Put(batch, batch.Action, i, actions[i].Action);
            foreach (var (key, value) in actions[i].Members)
            {
                if (key == "_id")
                    Put(batch, batch.OpenId(), i, value);
                else if (key == "_sortOrder")
                    Put(batch, batch.OpenSortOrder(), i, value);
                else if (definition.PositionOf(key) is var at and >= 0)
                    Put(batch, batch.OpenProperty(at), i, value);
                else
                    batch.Problems.Add(new(first + i, key, ActionProblemKind.PropertyUnknown));
            }
        }
        return batch;
    }

    static void Put(ActionBatch batch, CellVector cells, int i, object? value)
    {
        var (token, text) = value switch
        {
            null => (CellToken.Null, ""),
            string s => (CellToken.Text, s),
            double d => (CellToken.Number, d.ToString("R", CultureInfo.InvariantCulture)),
            bool b => (b ? CellToken.True : CellToken.False, ""),
            _ => throw new ArgumentException($"No such value: {value}"),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        cells.Set(i, token, batch.Store(bytes), bytes.Length);
    }
}
