using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Drafts;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;

namespace Espalier.Server.Drafts.Actions;

/// <summary>Item actions as the JSON array that an import takes.</summary>
sealed class ActionPieces(IReadOnlyList<DraftAction> actions) : IPieces
{
    const int Entries = 4096;

    public int Rows => actions.Count;

    public int Count => Math.Max(1, (actions.Count + Entries - 1) / Entries);

    public void Write(int piece, ByteBuffer into)
    {
        if (piece == 0)
            into.Write((byte)'[');
        var end = Math.Min(actions.Count, (piece + 1) * Entries);
        for (var at = piece * Entries; at < end; at++)
        {
            if (at > 0)
                into.Write((byte)',');
            Write(actions[at], into);
        }
        if (piece == Count - 1)
            into.Write((byte)']');
    }

    static void Write(DraftAction action, ByteBuffer into)
    {
        into.Write("{\"_action\":"u8);
        Print.JsonText(action.Action.Name(), into);
        into.Write(",\"_id\":"u8);
        Print.JsonText(Ids.Print(action.Id), into);
        if (!double.IsNaN(action.SortOrder))
        {
            into.Write(",\"_sortOrder\":"u8);
            Print.Number(action.SortOrder, into);
        }
        foreach (var (key, value) in action.Values)
        {
            into.Write((byte)',');
            Print.JsonText(key, into);
            into.Write((byte)':');
            Write(value, into);
        }
        into.Write((byte)'}');
    }

    static void Write(Cell value, ByteBuffer into)
    {
        switch (value.Kind)
        {
            case CellKind.Text:
                Print.JsonText(value.Text!, into);
                break;
            case CellKind.Number:
                Print.Number(value.Number, into);
                break;
            case CellKind.Date:
                Print.JsonText(Dates.Print((long)value.Number), into);
                break;
            case CellKind.Boolean:
                Print.Flag(value.Number != 0, into);
                break;
            default:
                into.Write("null"u8);
                break;
        }
    }
}
