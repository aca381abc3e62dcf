using System.Text;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Columns;

/// <summary>Builds a stored column, cell by cell, or by runs of patterns.</summary>
public sealed class ColumnBuilder
{
    readonly ChunkListBuilder _cells;

    ColumnBuilder(PropertyType type)
    {
        Type = type;
        _cells = new(Stored.KindOf(type));
        Pool = type == PropertyType.Text ? new() : null;
    }

    public PropertyType Type { get; }

    /// <summary>Where a text builder's codes point; null for other types.</summary>
    public TextPool? Pool { get; }

    public int Count => _cells.Count;

    /// <summary>The patterns, as <see cref="Chunk"/> describes them.</summary>
    public ChunkListBuilder Cells => _cells;

    public Cell Last => CellOf(_cells[_cells.Count - 1]);

    public static ColumnBuilder For(PropertyType type) => new(type);

    public void AppendBlank() => _cells.Append(Chunk.Blank);

    public void Append(Cell cell)
    {
        if (cell.IsBlank)
            AppendBlank();
        else
            _cells.Append(PatternOf(cell));
    }

    /// <summary>Converts a text to the column's type by the rules of the API and appends it.</summary>
    public bool TryAppend(ReadOnlySpan<byte> text)
    {
        if (!Conversion.TryPattern(Type, text, DateFormat.Iso, Pool, out var pattern))
            return false;
        _cells.Append(pattern);
        return true;
    }

    public Column Build(RawTexts? raw = null) => Stored.Of(Type, _cells.Build(), Pool, raw);

    long PatternOf(Cell cell) => Type switch
    {
        PropertyType.Text => Pool!.Add(Encoding.UTF8.GetBytes(cell.ToString())),
        PropertyType.Number => Conversion.Pattern(cell.Number),
        _ => (long)cell.Number,
    };

    Cell CellOf(long pattern) => pattern == Chunk.Blank ? Cell.Blank : Type switch
    {
        PropertyType.Text => Cell.Of(Encoding.UTF8.GetString(Pool![(int)pattern])),
        PropertyType.Number => Cell.Of(BitConverter.Int64BitsToDouble(pattern)),
        PropertyType.Date => Cell.Date(pattern),
        _ => Cell.Of(pattern != 0),
    };
}
