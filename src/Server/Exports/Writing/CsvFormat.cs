using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Espalier.Engine.Calculation;

namespace Espalier.Server.Exports.Writing;

/// <summary>The formats csv and tsv: a header of keys, then a line for each row, each with its end.</summary>
sealed class CsvFormat : IRowFormat
{
    readonly ImmutableArray<NodeColumn> _columns;
    readonly CsvStyle _style;
    readonly byte[] _lineEnd;
    readonly byte _delimiter;
    readonly SearchValues<byte> _special;

    public CsvFormat(ImmutableArray<NodeColumn> columns, CsvStyle style)
    {
        _columns = columns;
        _style = style;
        _delimiter = (byte)style.Delimiter;
        _lineEnd = style.WindowsLines ? [(byte)'\r', (byte)'\n'] : [(byte)'\n'];
        _special = SearchValues.Create([_delimiter, (byte)'"', (byte)'\r', (byte)'\n']);
    }

    public void Head(ByteBuffer into)
    {
        if (_style.ByteOrderMark)
            into.Write(Encoding.UTF8.Preamble);
        for (var c = 0; c < _columns.Length; c++)
        {
            if (c > 0)
                into.Write(_delimiter);
            Print.CsvText(Encoding.UTF8.GetBytes(_columns[c].Key), _special, into);
        }
        into.Write(_lineEnd);
    }

    public void Row(CellPrinter[] cells, int at, bool isFirst, ByteBuffer into)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            if (c > 0)
                into.Write(_delimiter);
            cells[c].Csv(at, _special, into);
        }
        into.Write(_lineEnd);
    }

    public void Tail(ByteBuffer into)
    {
    }
}

/// <summary>What differs between lines of separated values.</summary>
sealed record CsvStyle(char Delimiter, bool ByteOrderMark, bool WindowsLines);
