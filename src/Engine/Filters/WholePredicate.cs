using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Filters;

/// <summary>Compares dates and booleans, which are whole numbers.</summary>
sealed class WholePredicate : Predicate
{
    readonly WholeColumn _column;
    readonly long[] _values;
    readonly HashSet<long>? _set;
    readonly bool _blank;
    readonly bool _isSet;
    readonly bool _negate;
    readonly long _least = long.MaxValue;
    readonly long _greatest = long.MinValue;

    public WholePredicate(Condition condition, WholeColumn column, Func<Cell, long?> convert)
    {
        _column = column;
        _values = [.. condition.Operands.Select(convert).OfType<long>().Distinct()];
        _set = _values.Length > 8 ? [.. _values] : null;
        _blank = condition.Operands.Any(o => o.IsBlank);
        _negate = condition.Comparison == Comparison.NotIn;
        _isSet = condition.Comparison is Comparison.In or Comparison.NotIn;
        if (_isSet || _values.Length == 0)
            return;

        // An order comparison is a range that leaves out the pattern of blanks, which is the least of all.
        var operand = _values[0];
        (_least, _greatest) = condition.Comparison switch
        {
            Comparison.Greater => (operand + 1, long.MaxValue),
            Comparison.GreaterOrEqual => (operand, long.MaxValue),
            Comparison.Less => (Chunk.Blank + 1, operand - 1),
            _ => (Chunk.Blank + 1, operand),
        };
    }

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        var values = scratch.AsSpan(0, verdicts.Length);
        _column.Read(start, values);
        if (!_isSet)
        {
            for (var i = 0; i < values.Length; i++)
                verdicts[i] &= values[i] >= _least && values[i] <= _greatest ? (byte)1 : (byte)0;
            return;
        }
        for (var i = 0; i < values.Length; i++)
        {
            if (verdicts[i] == 0)
                continue;
            var value = values[i];
            var found = value == Chunk.Blank ? _blank : _set?.Contains(value) ?? _values.AsSpan().Contains(value);
            verdicts[i] = found != _negate ? (byte)1 : (byte)0;
        }
    }
}
