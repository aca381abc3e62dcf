using System.Runtime.InteropServices;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>Compares numbers. A blank is NaN, which no order comparison is true for.</summary>
sealed class NumberPredicate : Predicate
{
    /// <summary>Up to here a loop over the operands beats a hash set.</summary>
    const int FewOperands = 8;

    readonly NumberColumn _column;
    readonly Comparison _comparison;
    readonly double[] _values;
    readonly HashSet<double>? _set;
    readonly bool _blank;

    public NumberPredicate(NumberColumn column, Condition condition)
    {
        _column = column;
        _comparison = condition.Comparison;
        _values = [.. condition.Operands.Select(Operands.Number).OfType<double>().Distinct()];
        _set = _values.Length > FewOperands ? [.. _values] : null;
        _blank = condition.Operands.Any(o => o.IsBlank);
    }

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        var values = MemoryMarshal.Cast<long, double>(scratch.AsSpan(0, verdicts.Length));
        _column.Read(start, values);
        if (_comparison is Comparison.In or Comparison.NotIn)
        {
            TestSet(values, verdicts, _comparison == Comparison.NotIn);
            return;
        }

        var operand = _values.Length == 0 ? double.NaN : _values[0];
        switch (_comparison)
        {
            case Comparison.Greater:
                for (var i = 0; i < values.Length; i++)
                    verdicts[i] &= values[i] > operand ? (byte)1 : (byte)0;
                break;
            case Comparison.GreaterOrEqual:
                for (var i = 0; i < values.Length; i++)
                    verdicts[i] &= values[i] >= operand ? (byte)1 : (byte)0;
                break;
            case Comparison.Less:
                for (var i = 0; i < values.Length; i++)
                    verdicts[i] &= values[i] < operand ? (byte)1 : (byte)0;
                break;
            default:
                for (var i = 0; i < values.Length; i++)
                    verdicts[i] &= values[i] <= operand ? (byte)1 : (byte)0;
                break;
        }
    }

    void TestSet(ReadOnlySpan<double> values, Span<byte> verdicts, bool negate)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (verdicts[i] == 0)
                continue;
            var value = values[i];
            var found = double.IsNaN(value) ? _blank : _set?.Contains(value) ?? _values.AsSpan().Contains(value);
            verdicts[i] = found != negate ? (byte)1 : (byte)0;
        }
    }
}
