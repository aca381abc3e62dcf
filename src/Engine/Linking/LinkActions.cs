using System.Runtime.InteropServices;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Linking;

/// <summary>
/// Makes actions on links actions on items: ids get the form in which they are kept, each link its own id, and an update of
/// a link that is not there creates it.
/// </summary>
sealed class LinkActions(DatasetDefinition definition, LinkIdTypes types, DateFormat format)
{
    readonly int _from = definition.PositionOf(LinkProperties.From);
    readonly int _to = definition.PositionOf(LinkProperties.To);
    readonly int _id = definition.PositionOf(LinkProperties.Id);
    readonly List<int> _updates = [];
    readonly List<byte> _joined = [];

    /// <summary>The property, by its position, that a new link has a value of, and that value's pattern.</summary>
    public static (int Property, long Pattern) Given(DatasetDefinition definition) =>
        (definition.PositionOf(LinkProperties.Allocation), Conversion.Pattern(LinkProperties.WholeAllocation));

    /// <summary>Rewrites a batch before it is resolved. An id that a client sent for the link itself is overwritten.</summary>
    public void Prepare(ActionBatch batch)
    {
        var ids = batch.OpenProperty(_id);
        var creating = -1;
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Action.Tokens[i] == CellToken.Text
                && ItemActions.Parse(Dates.Trim(batch.Text(batch.Action, i))) == ItemAction.Update)
            {
                _updates.Add((int)(batch.First + i));
                if (creating < 0)
                    creating = batch.Store("createOrUpdate"u8);
                batch.Action.Set(i, CellToken.Text, creating, "createOrUpdate"u8.Length);
            }
            var from = Write(batch, i, _from, types.From);
            var to = Write(batch, i, _to, types.To);
            if (from is null || to is null)
            {
                ids.Set(i, CellToken.Absent, 0, 0);
                continue;
            }
            LinkIds.Join(from, to, types, _joined);
            var joined = CollectionsMarshal.AsSpan(_joined);
            ids.Set(i, CellToken.Text, batch.Store(joined), joined.Length);
        }
    }

    /// <summary>Says again what was asked for, where something else was resolved in its place.</summary>
    public void Restore(ActionResults results)
    {
        foreach (var entry in _updates)
        {
            var result = results[entry];
            results.Set(entry, result with
            {
                Requested = ItemAction.Update,
                Resolved = result.Resolved == ItemAction.CreateOrUpdate ? ItemAction.Update : result.Resolved,
            });
        }
        _updates.Clear();
    }

    /// <summary>Writes an id as it is kept; null when there is none, or it is none.</summary>
    byte[]? Write(ActionBatch batch, int action, int position, PropertyType type)
    {
        if (batch.Property(position) is not { } cells)
            return null;
        var token = cells.Tokens[action];
        var text = token is CellToken.Text or CellToken.Number ? batch.Text(cells, action) : default;
        if (token is CellToken.Absent or CellToken.Null or CellToken.Structure || (token == CellToken.Text && text.IsEmpty))
            return null;
        if (!LinkIds.TryWrite(type, token, text, format, out var id, out var problem))
        {
            batch.Problems.Add(new(batch.First + action, definition.Properties[position].Key, problem));
            return null;
        }
        if (token != CellToken.Text || !text.SequenceEqual(id))
            cells.Set(action, CellToken.Text, batch.Store(id), id.Length);
        return id;
    }
}
