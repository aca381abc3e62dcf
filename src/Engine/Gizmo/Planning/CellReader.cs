using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Reads single cells of a column as values. A text that would not convert stays a text.</summary>
abstract class CellReader
{
    public abstract Value At(int row);

    public static CellReader Of(Column? column) => column switch
    {
        null => new BlankReader(),
        IValueColumn values => new ValueReader(values),
        NumberColumn numbers => new NumberReader(numbers),
        TextColumn texts => new TextReader(texts),
        DateColumn dates => new DateReader(dates),
        FlagColumn flags => new FlagReader(flags),
        _ => new AnyReader(column),
    };

    static Value Raw(Column column, int row) => column.Raw?[row] is { Length: > 0 } text ? Value.Of(text) : Value.Blank;

    sealed class BlankReader : CellReader
    {
        public override Value At(int row) => Value.Blank;
    }

    sealed class ValueReader(IValueColumn column) : CellReader
    {
        public override Value At(int row) => column.ValueAt(row);
    }

    sealed class NumberReader(NumberColumn column) : CellReader
    {
        public override Value At(int row) => column.At(row) is var value && double.IsNaN(value) ? Raw(column, row) : Value.Of(value);
    }

    sealed class DateReader(DateColumn column) : CellReader
    {
        public override Value At(int row) => column.At(row) is var value && value == Chunk.Blank ? Raw(column, row) : Value.Date(value);
    }

    sealed class FlagReader(FlagColumn column) : CellReader
    {
        public override Value At(int row) => column.At(row) is var value && value == Chunk.Blank ? Raw(column, row) : Value.Of(value != 0);
    }

    sealed class AnyReader(Column column) : CellReader
    {
        public override Value At(int row) => Value.Of(column[row]);
    }

    /// <summary>Each text of the pool is decoded once.</summary>
    sealed class TextReader(TextColumn column) : CellReader
    {
        readonly string?[] _known = new string?[Math.Min(column.Pool.Count, 1 << 20) + 1];

        public override Value At(int row)
        {
            var code = column.At(row);
            if (code == 0)
                return Value.Blank;
            if (code >= _known.Length)
                return Value.Of(Encoding.UTF8.GetString(column.Pool[code]));
            return Value.Of(_known[code] ??= Encoding.UTF8.GetString(column.Pool[code]));
        }
    }
}

/// <summary>A column whose cells are computed one at a time, when they are asked for.</summary>
interface IValueColumn
{
    Value ValueAt(int row);
}
