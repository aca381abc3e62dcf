using System.Collections;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// Marks on rows, and numbers for them: few, as a small update needs, or very many, as a full refresh does. A small
/// update of a large dataset must not pay for all its rows.
/// </summary>
sealed class RowMarks(int rows)
{
    const int Few = 1024;

    readonly Dictionary<int, int> _few = [];
    BitArray? _many;
    int[]? _numbers;

    public bool this[int row] => _many?[row] ?? _few.ContainsKey(row);

    public int Count { get; private set; }

    /// <summary>Marks the row; false when it was marked before.</summary>
    public bool Mark(int row) => Mark(row, 0);

    /// <summary>Marks the row with a number, which must not be negative.</summary>
    public bool Mark(int row, int number)
    {
        if (this[row])
            return false;
        Count++;
        if (_many is null && _few.Count == Few)
            Spread();
        if (_many is null)
        {
            _few.Add(row, number);
            return true;
        }
        _many[row] = true;
        if (number > 0)
            (_numbers ??= new int[rows])[row] = number;
        return true;
    }

    /// <summary>The number of a marked row; −1 when it is not marked.</summary>
    public int NumberOf(int row) => !this[row] ? -1 : _many is null ? _few[row] : _numbers?[row] ?? 0;

    void Spread()
    {
        _many = new(rows);
        foreach (var (row, number) in _few)
        {
            _many[row] = true;
            if (number > 0)
                (_numbers ??= new int[rows])[row] = number;
        }
        _few.Clear();
    }
}
