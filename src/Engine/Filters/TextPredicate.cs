using System.Runtime.InteropServices;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Filters;

/// <summary>What a condition says of texts: exact, by code points, which is the order of UTF-8 bytes.</summary>
sealed class TextTest
{
    readonly Comparison _comparison;
    readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    readonly byte[]? _operand;
    readonly bool _blank;

    public TextTest(Condition condition)
    {
        _comparison = condition.Comparison;
        IsSet = _comparison is Comparison.In or Comparison.NotIn;
        _blank = condition.Operands.Any(o => o.IsBlank);
        Values = [.. condition.Operands.Select(o => Operands.Text(o, !IsSet)).OfType<byte[]>()];
        _lookup = new HashSet<byte[]>(Values, Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
        _operand = IsSet || Values.Length == 0 ? null : Values[0];
    }

    /// <summary>Whether the condition names values, rather than an order.</summary>
    public bool IsSet { get; }

    public byte[][] Values { get; }

    public bool Negates => _comparison == Comparison.NotIn;

    public bool Passes(ReadOnlySpan<byte> text)
    {
        if (IsSet)
            return (text.IsEmpty ? _blank : Values.Length == 1 ? text.SequenceEqual(Values[0]) : _lookup.Contains(text)) != Negates;
        if (text.IsEmpty || _operand is null)
            return false;
        var order = text.SequenceCompareTo(_operand);
        return _comparison switch
        {
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            Comparison.Less => order < 0,
            _ => order <= 0,
        };
    }
}

/// <summary>Compares texts: once for each code of the pool, or for each row where there are more codes than rows.</summary>
sealed class TextPredicate : Predicate
{
    readonly TextColumn _column;
    readonly TextTest _test;
    readonly byte[]? _verdicts;

    public TextPredicate(TextColumn column, Condition condition)
    {
        _column = column;
        _test = new(condition);
        var pool = column.Pool;
        var codes = pool.Count;
        if (codes > column.Count)
            return;

        _verdicts = new byte[codes + 1];
        if (_test.IsSet && Found(pool, codes) is { } found)
        {
            _verdicts.AsSpan().Fill(_test.Negates ? (byte)1 : (byte)0);
            _verdicts[0] = _test.Passes(default) ? (byte)1 : (byte)0;
            foreach (var code in found)
                _verdicts[code] = _test.Negates ? (byte)0 : (byte)1;
            return;
        }
        for (var code = 0; code <= codes; code++)
            _verdicts[code] = _test.Passes(pool[code]) ? (byte)1 : (byte)0;
    }

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        var codes = MemoryMarshal.Cast<long, int>(scratch.AsSpan())[..verdicts.Length];
        _column.Read(start, codes);
        if (_verdicts is { } known)
        {
            for (var i = 0; i < codes.Length; i++)
                verdicts[i] &= known[codes[i]];
            return;
        }
        var pool = _column.Pool;
        for (var i = 0; i < codes.Length; i++)
            if (verdicts[i] != 0 && !_test.Passes(pool[codes[i]]))
                verdicts[i] = 0;
    }

    /// <summary>The codes of the condition's values; null when the pool cannot look them up.</summary>
    List<int>? Found(TextPool pool, int codes)
    {
        List<int> found = [];
        foreach (var value in _test.Values)
        {
            if (pool.Find(value) is not { } code)
                return null;
            // A code beyond was added by a later transaction and so is no row's.
            if (code > 0 && code <= codes)
                found.Add(code);
        }
        return found;
    }
}
