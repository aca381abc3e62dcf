using System.Runtime.CompilerServices;
using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Changes.Resolving;

/// <summary>
/// What a payload does to one property so far: the cells of created items, and the new values of updated ones by their
/// slot. Texts go into pools of their own until the change set is applied.
/// </summary>
/// <param name="given">The pattern of a new item's cell that no action gives.</param>
sealed class PendingCells(Column stored, long given = Chunk.Blank)
{
    /// <summary>A slot's cell that nothing was set in: a NaN's bits, which no value of any type has.</summary>
    const long Untouched = 0x7FF8_0000_0000_0001;

    ColumnBuilder? _created;
    long[] _slots = [];
    TextPool? _texts;

    public PropertyType Type => stored.Type;

    public bool AnyCreated => _created is not null;

    public bool AnyUpdated => _slots.Length > 0;

    /// <summary>Appends the cells of new items, whose numbers begin at <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Create(int first, ReadOnlySpan<int> actions, ConvertedCells? cells, ActionBatch batch)
    {
        if (given == Chunk.Blank && cells is not { AnySet: true })
            return;
        var builder = _created ??= ColumnBuilder.For(Type);
        builder.Cells.PadTo(first);
        foreach (var action in actions)
            builder.Cells.Append(cells is null || cells.Wishes[action] != CellWish.Set ? given
                : builder.Pool is { } pool ? pool.Add(cells.Text(batch, action)) : cells.Patterns[action]);
    }

    /// <summary>The cell of one new item.</summary>
    public void Create(int item, ConvertedCells? cells, ActionBatch batch, int action)
    {
        if (cells?.Wishes[action] == CellWish.Set)
            SetCreated(item, set: true, cells, batch, action);
        else if (given != Chunk.Blank)
        {
            _created ??= ColumnBuilder.For(Type);
            _created.Cells.PadTo(item + 1);
            _created.Cells[item] = given;
        }
    }

    /// <summary>Whether the row's stored cell differs from what the action sets; a clear differs from any value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Differs(int row, bool set, ConvertedCells cells, ActionBatch batch, int action)
    {
        if (!set)
            return HasValue(row);
        return stored is StoredTexts texts
            ? !cells.Text(batch, action).SequenceEqual(texts.Utf8(row))
            : ((IStoredColumn)stored).Cells[row] != cells.Patterns[action];
    }

    public bool HasValue(int row) => !stored.IsBlank(row) || stored.Raw?[row] is not null;

    /// <summary>Sets, or clears, the cell of an updated item.</summary>
    public void Update(int slot, bool set, ConvertedCells? cells, ActionBatch batch, int action) =>
        Put(slot, !set ? Chunk.Blank : Type == PropertyType.Text ? (_texts ??= new()).Add(cells!.Text(batch, action)) : cells!.Patterns[action]);

    /// <summary>As <see cref="Differs"/>, against what the payload has made of an updated item so far.</summary>
    public bool DiffersNow(int row, int slot, bool set, ConvertedCells? cells, ActionBatch batch, int action)
    {
        var now = slot >= 0 && slot < _slots.Length ? _slots[slot] : Untouched;
        return now == Untouched ? Differs(row, set, cells!, batch, action)
            : !set ? now != Chunk.Blank
            : now == Chunk.Blank
            || (Type == PropertyType.Text ? !cells!.Text(batch, action).SequenceEqual(_texts![(int)now]) : now != cells!.Patterns[action]);
    }

    /// <summary>As <see cref="DiffersNow"/>, against a created item.</summary>
    public bool DiffersCreated(int item, bool set, ConvertedCells? cells, ActionBatch batch, int action)
    {
        var now = _created is not null && item < _created.Count ? _created.Cells[item] : Chunk.Blank;
        return !set ? now != Chunk.Blank
            : now == Chunk.Blank
            || (Type == PropertyType.Text ? !cells!.Text(batch, action).SequenceEqual(_created!.Pool![(int)now]) : now != cells!.Patterns[action]);
    }

    /// <summary>Sets, or clears, the cell of a created item.</summary>
    public void SetCreated(int item, bool set, ConvertedCells? cells, ActionBatch batch, int action)
    {
        if (!set && (_created is null || item >= _created.Count))
            return;
        var builder = _created ??= ColumnBuilder.For(Type);
        builder.Cells.PadTo(item + 1);
        builder.Cells[item] = !set ? Chunk.Blank
            : builder.Pool is { } pool ? pool.Add(cells!.Text(batch, action)) : cells!.Patterns[action];
    }

    /// <summary>Whether the created item's cell is what the action identifies it by.</summary>
    public bool IsCreated(int item, ConvertedCells key, ActionBatch batch, int action) => !DiffersCreated(item, true, key, batch, action);

    /// <summary>Whether the stored row's cell is what the action identifies it by.</summary>
    public bool IsStored(int row, ConvertedCells key, ActionBatch batch, int action) => !Differs(row, true, key, batch, action);

    /// <summary>The created item's cell.</summary>
    public Cell CellOf(int item)
    {
        var pattern = _created is not null && item < _created.Count ? _created.Cells[item] : Chunk.Blank;
        return pattern == Chunk.Blank ? Cell.Blank
            : _created!.Pool is { } pool ? Cell.Of(Encoding.UTF8.GetString(pool[(int)pattern])) : Conversion.CellOf(Type, pattern);
    }

    public Column BuildCreated(int count)
    {
        _created!.Cells.PadTo(count);
        return _created.Build();
    }

    /// <summary>The cells that end up different from what is stored.</summary>
    /// <param name="slots">The slots in the order of their rows.</param>
    /// <param name="positions">Takes the places in <paramref name="slots"/>.</param>
    public Column BuildUpdated(ReadOnlySpan<int> slots, ReadOnlySpan<int> rows, List<int> positions)
    {
        var builder = new ChunkListBuilder(Stored.KindOf(Type));
        for (var i = 0; i < slots.Length; i++)
        {
            var pattern = slots[i] < _slots.Length ? _slots[slots[i]] : Untouched;
            if (pattern == Untouched || IsSame(rows[i], pattern))
                continue;
            positions.Add(i);
            builder.Append(pattern);
        }
        return Stored.Of(Type, builder.Build(), Type == PropertyType.Text ? _texts ?? new() : null);
    }

    bool IsSame(int row, long pattern)
    {
        if (pattern == Chunk.Blank)
            return !HasValue(row);
        return stored is StoredTexts texts
            ? texts.Utf8(row).SequenceEqual(_texts![(int)pattern])
            : ((IStoredColumn)stored).Cells[row] == pattern;
    }

    void Put(int slot, long pattern)
    {
        if (slot >= _slots.Length)
        {
            var used = _slots.Length;
            Array.Resize(ref _slots, Math.Max(slot + 1, Math.Max(16, used * 2)));
            _slots.AsSpan(used).Fill(Untouched);
        }
        _slots[slot] = pattern;
    }
}
