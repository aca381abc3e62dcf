using Espalier.Engine.Columns;

namespace Espalier.Server.Drafts.Comparing;

/// <summary>Numbers the values by which rows are grouped, the same for the dataset before and after a draft.</summary>
sealed class Groups
{
    readonly Dictionary<Cell, int> _numbers = [];
    readonly List<Cell> _values = [];

    public int Count => _values.Count;

    public Cell this[int number] => _values[number];

    /// <summary>The numbers in the order of their values; items without a value come last.</summary>
    public IEnumerable<int> InOrder() => Enumerable.Range(0, Count)
        .OrderBy(number => _values[number].IsBlank).ThenBy(number => _values[number].Number)
        .ThenBy(number => _values[number].Text, StringComparer.Ordinal);

    /// <summary>For each of the rows the number of its group.</summary>
    /// <param name="column">Null: all rows are one group.</param>
    public int[] Of(Column? column, ReadOnlySpan<int> rows)
    {
        var groups = new int[rows.Length];
        switch (column)
        {
            case null:
                groups.AsSpan().Fill(NumberOf(Cell.Blank));
                break;
            case TextColumn texts:
                var byCode = new Dictionary<int, int>();
                for (var i = 0; i < rows.Length; i++)
                {
                    var code = texts.At(rows[i]);
                    if (!byCode.TryGetValue(code, out var number))
                        byCode[code] = number = NumberOf(code == 0 ? Cell.Blank : texts[rows[i]]);
                    groups[i] = number;
                }
                break;
            default:
                for (var i = 0; i < rows.Length; i++)
                    groups[i] = NumberOf(column[rows[i]]);
                break;
        }
        return groups;
    }

    int NumberOf(Cell value)
    {
        if (_numbers.TryGetValue(value, out var number))
            return number;
        _numbers[value] = number = _values.Count;
        _values.Add(value);
        return number;
    }
}
