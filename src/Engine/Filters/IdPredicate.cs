using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>
/// Compares internal ids: by value where they are named, in any letter case; as they print where an order is asked for.
/// </summary>
sealed class IdPredicate : Predicate
{
    readonly IdColumn _column;
    readonly TextTest _test;
    readonly HashSet<Guid> _ids;

    public IdPredicate(IdColumn column, Condition condition)
    {
        _column = column;
        _test = new(condition);
        _ids = [.. condition.Operands.Select(IdOf).OfType<Guid>()];
    }

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        Span<byte> text = stackalloc byte[IdColumn.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] == 0)
                continue;
            bool passes;
            if (_test.IsSet)
                passes = _ids.Contains(_column.At(start + i)) != _test.Negates;
            else
            {
                _column.Print(start + i, text);
                passes = _test.Passes(text);
            }
            verdicts[i] = passes ? (byte)1 : (byte)0;
        }
    }

    static Guid? IdOf(Cell operand) => Guid.TryParseExact(operand.Text, "D", out var id) ? id : null;
}
