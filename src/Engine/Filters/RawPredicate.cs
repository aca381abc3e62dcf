using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>
/// A cell whose text did not survive a change of the property's type is shown as that text and so compared as it. It comes neither before nor after any value.
/// </summary>
sealed class RawPredicate(Predicate typed, Condition condition, Column column, RawTexts raw) : Predicate
{
    readonly TextTest _test = new(condition);
    readonly (int Row, byte[] Text)[] _cells =
        [.. raw.All.Where(cell => column.IsBlank(cell.Key)).OrderBy(cell => cell.Key).Select(cell => (cell.Key, Encoding.UTF8.GetBytes(cell.Value)))];

    public override void Test(int start, Span<byte> verdicts, long[] scratch)
    {
        var end = start + verdicts.Length;
        var first = Array.FindIndex(_cells, cell => cell.Row >= start);
        List<int> passing = [];
        for (var c = first; c >= 0 && c < _cells.Length && _cells[c].Row < end; c++)
            if (verdicts[_cells[c].Row - start] != 0 && _test.IsSet && _test.Passes(_cells[c].Text))
                passing.Add(c);
        typed.Test(start, verdicts, scratch);
        for (var c = first; c >= 0 && c < _cells.Length && _cells[c].Row < end; c++)
            verdicts[_cells[c].Row - start] = 0;
        foreach (var c in passing)
            verdicts[_cells[c].Row - start] = 1;
    }
}
