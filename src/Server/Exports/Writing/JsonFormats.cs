using System.Collections.Immutable;
using Espalier.Engine.Calculation;

namespace Espalier.Server.Exports.Writing;

/// <summary>The beginning of jsonRows and jsonColumns: the object's first member, which tells the columns.</summary>
static class JsonHeaders
{
    public static void Write(ImmutableArray<NodeColumn> columns, ByteBuffer into)
    {
        into.Write("{\"headers\":["u8);
        for (var c = 0; c < columns.Length; c++)
        {
            into.Write(c == 0 ? "{\"key\":"u8 : ",{\"key\":"u8);
            Print.JsonText(columns[c].Key, into);
            into.Write(",\"name\":"u8);
            Print.JsonText(columns[c].Name, into);
            into.Write(",\"type\":"u8);
            Print.JsonText(columns[c].Type.ToString().ToLowerInvariant(), into);
            into.Write((byte)'}');
        }
        into.Write((byte)']');
    }
}

/// <summary>The format jsonRows: headers, then an array for each row.</summary>
sealed class JsonRowsFormat(ImmutableArray<NodeColumn> columns) : IRowFormat
{
    public void Head(ByteBuffer into)
    {
        JsonHeaders.Write(columns, into);
        into.Write(",\"rows\":["u8);
    }

    public void Row(CellPrinter[] cells, int at, bool isFirst, ByteBuffer into)
    {
        into.Write(isFirst ? "["u8 : ",["u8);
        for (var c = 0; c < cells.Length; c++)
        {
            if (c > 0)
                into.Write((byte)',');
            if (!cells[c].Json(at, into))
                into.Write("null"u8);
        }
        into.Write((byte)']');
    }

    public void Tail(ByteBuffer into) => into.Write("]}"u8);
}

/// <summary>
/// An object for each row. The export format jsonObjects shows every column, with null for blanks; stored items leave
/// blanks out and show texts that did not convert.
/// </summary>
sealed class JsonObjectsFormat : IRowFormat
{
    readonly byte[][] _names;
    readonly bool _areItems;

    public JsonObjectsFormat(ImmutableArray<NodeColumn> columns, bool areItems)
    {
        _areItems = areItems;
        _names = [.. columns.Select(Name)];
    }

    public void Head(ByteBuffer into) => into.Write((byte)'[');

    public void Row(CellPrinter[] cells, int at, bool isFirst, ByteBuffer into)
    {
        into.Write(isFirst ? "{"u8 : ",{"u8);
        var isEmpty = true;
        for (var c = 0; c < cells.Length; c++)
        {
            var start = into.Length;
            into.Write(isEmpty ? _names[c].AsSpan(1) : _names[c]);
            if (!cells[c].Json(at, into))
            {
                if (_areItems)
                {
                    into.Advance(start - into.Length);
                    continue;
                }
                into.Write("null"u8);
            }
            isEmpty = false;
        }
        into.Write((byte)'}');
    }

    public void Tail(ByteBuffer into) => into.Write((byte)']');

    /// <summary>A comma, the key and a colon.</summary>
    static byte[] Name(NodeColumn column)
    {
        using var name = new ByteBuffer(column.Key.Length + 8);
        name.Write((byte)',');
        Print.JsonText(column.Key, name);
        name.Write((byte)':');
        return name.Written.ToArray();
    }
}
