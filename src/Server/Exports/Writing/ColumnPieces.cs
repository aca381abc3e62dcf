using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;

namespace Espalier.Server.Exports.Writing;

/// <summary>The format jsonColumns: headers, then all values of each column.</summary>
sealed class ColumnPieces : IPieces
{
    readonly Selection _selection;
    readonly ImmutableArray<NodeColumn> _columns;
    readonly int _blocks;

    public ColumnPieces(Selection selection, ImmutableArray<NodeColumn> columns)
    {
        _selection = selection;
        _columns = columns;
        _blocks = Math.Max(1, (selection.Count + RowBlock.Rows - 1) / RowBlock.Rows);
    }

    public int Count => Math.Max(1, _blocks * _columns.Length);

    public int Rows => _selection.Count;

    public void Write(int piece, ByteBuffer into)
    {
        if (piece == 0)
        {
            JsonHeaders.Write(_columns, into);
            into.Write(",\"columns\":["u8);
        }
        if (_columns.Length > 0)
            WriteBlock(piece / _blocks, piece % _blocks, into);
        if (piece == Count - 1)
            into.Write("]}"u8);
    }

    void WriteBlock(int column, int block, ByteBuffer into)
    {
        var start = block * RowBlock.Rows;
        var rows = _selection.Rows[start..Math.Min(_selection.Count, start + RowBlock.Rows)];
        var values = new RowBlock([_columns[column]], rows.Length);
        values.Load(rows);
        if (block == 0)
            into.Write(column == 0 ? "["u8 : ",["u8);
        var isFirst = block == 0;
        foreach (var place in values.Places)
        {
            if (!isFirst)
                into.Write((byte)',');
            isFirst = false;
            if (!values.Cells[0].Json(place, into))
                into.Write("null"u8);
        }
        if (block == _blocks - 1)
            into.Write((byte)']');
    }
}
