using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>
/// A cell whose text did not survive a change of the property's type is shown as that text and so compared as it. It comes neither before nor after any value.
/// </summary>
sealed class RawPredicate(Predicate typed, Condition condition, Column column, RawTexts raw) : Predicate
{
    readonly TextTest _test = new(condition);
    readonly int[] _rows = [.. raw.All.Select(cell => cell.Key).Where(column.IsBlank).Order()];

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        var rows = _rows.AsSpan(FirstFrom(start)..FirstFrom(start + verdicts.Length));
        var passes = new byte[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            if (verdicts[rows[i] - start] != 0 && _test.IsSet && _test.Passes(Encoding.UTF8.GetBytes(raw[rows[i]]!)))
                passes[i] = 1;
        typed.Test(start, verdicts, scratch);
        for (var i = 0; i < rows.Length; i++)
            verdicts[rows[i] - start] = passes[i];
    }

    /// <summary>The place of the first of these rows from one on.</summary>
    int FirstFrom(int row)
    {
        var at = Array.BinarySearch(_rows, row);
        return at < 0 ? ~at : at;
    }
}
