using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>An array: its elements can be set and others added. A list that was given out is never changed.</summary>
sealed class ArrayValue(Value[] list)
{
    Value[] _items = list;
    bool _isShared = true;

    public int Count { get; private set; } = list.Length;

    public Value this[int at] => _items[at];

    /// <summary>All elements, as they are now.</summary>
    public Value[] List
    {
        get
        {
            if (_items.Length != Count)
                Array.Resize(ref _items, Count);
            _isShared = true;
            return _items;
        }
    }

    public void Add(Budget budget, ReadOnlySpan<Value> values)
    {
        Reserve(budget, Count + (long)values.Length);
        values.CopyTo(_items.AsSpan(Count));
        Count += values.Length;
    }

    /// <summary>Sets an element; those between the last and one beyond it are blank.</summary>
    public void Set(Budget budget, double at, Value value)
    {
        if (at < 0 || at != Math.Floor(at))
            throw new CellTrouble("The elements of an array have the numbers 0, 1, 2, …");
        budget.CheckItems((long)Math.Min(at, long.MaxValue / 2) + 1);
        Reserve(budget, Math.Max(Count, (long)at + 1));
        Count = Math.Max(Count, (int)at + 1);
        _items[(int)at] = value;
    }

    /// <summary>Makes the list its own and large enough.</summary>
    void Reserve(Budget budget, long count)
    {
        budget.CheckItems(count);
        if (!_isShared && count <= _items.Length)
            return;
        budget.Step(Count);
        var items = new Value[count <= _items.Length ? _items.Length : Math.Max(count, Math.Min(count * 2, 1 << 20))];
        _items.AsSpan(0, Count).CopyTo(items);
        _items = items;
        _isShared = false;
    }
}
