using System.Buffers;

namespace Espalier.Engine.Changes.Actions;

/// <summary>What stands in one cell of an action, before conversion.</summary>
public enum CellToken : byte
{
    /// <summary>The action does not name the property.</summary>
    Absent,

    /// <summary>A JSON null.</summary>
    Null,

    /// <summary>A text: a JSON string, unescaped, or a CSV cell, unquoted; maybe empty.</summary>
    Text,

    /// <summary>A JSON number, as it was written.</summary>
    Number,
    True,
    False,

    /// <summary>A JSON object or array, which no property can hold.</summary>
    Structure,
}

/// <summary>One column of a batch: for each action a token and where its text stands in the batch's data.</summary>
public sealed class CellVector
{
    internal CellVector(int capacity)
    {
        Tokens = ArrayPool<CellToken>.Shared.Rent(capacity);
        Offsets = ArrayPool<int>.Shared.Rent(capacity);
        Lengths = ArrayPool<int>.Shared.Rent(capacity);
        Tokens.AsSpan(0, capacity).Clear();
    }

    public CellToken[] Tokens { get; }

    public int[] Offsets { get; }

    public int[] Lengths { get; }

    public void Set(int action, CellToken token, int offset, int length)
    {
        Tokens[action] = token;
        Offsets[action] = offset;
        Lengths[action] = length;
    }

    internal void Return()
    {
        ArrayPool<CellToken>.Shared.Return(Tokens);
        ArrayPool<int>.Shared.Return(Offsets);
        ArrayPool<int>.Shared.Return(Lengths);
    }
}

/// <summary>
/// A run of actions as columns of raw cells over one buffer of bytes: what a reader of JSON or CSV makes and the
/// resolver takes. Its arrays are rented; whoever took it last disposes of it.
/// </summary>
/// <param name="properties">How many properties the dataset has.</param>
/// <param name="first">The zero-based number of the batch's first action in the payload.</param>
/// <param name="capacity">The most actions it can hold.</param>
public sealed class ActionBatch(int properties, long first, int capacity) : IDisposable
{
    /// <summary>As many actions as a reader should put into one batch.</summary>
    public const int Actions = 8 * 1024;

    CellVector?[] _properties = new CellVector?[properties];
    byte[] _data = ArrayPool<byte>.Shared.Rent(capacity * 16);
    int _used;

    public long First => first;

    public int Capacity => capacity;

    public int Count { get; set; }

    /// <summary>The bytes that offsets point into.</summary>
    public ReadOnlySpan<byte> Data => _data;

    /// <summary>Bytes of the data in use.</summary>
    public int DataLength => _used;

    public CellVector Action { get; } = new(capacity);

    /// <summary>The <c>_id</c> members; null when no action has one.</summary>
    public CellVector? Id { get; private set; }

    /// <summary>The <c>_sortOrder</c> members; null when no action has one.</summary>
    public CellVector? SortOrder { get; private set; }

    /// <summary>What the reader found wrong with single actions: unknown members, rows that are too long.</summary>
    public List<ActionProblem> Problems { get; } = [];

    /// <summary>The cells of a property, by its position; null when no action names it.</summary>
    public CellVector? Property(int position) => _properties[position];

    /// <summary>The cells of a property, for writing.</summary>
    public CellVector OpenProperty(int position) => _properties[position] ??= new(capacity);

    /// <summary>Moves the cells to the positions that their properties have in another definition.</summary>
    /// <param name="positions">The new position of each.</param>
    internal void Move(int[] positions, int count)
    {
        var moved = new CellVector?[count];
        for (var p = 0; p < positions.Length; p++)
            moved[positions[p]] = _properties[p];
        _properties = moved;
    }

    public CellVector OpenId() => Id ??= new(capacity);

    public CellVector OpenSortOrder() => SortOrder ??= new(capacity);

    /// <summary>Copies bytes into the data and tells where they stand.</summary>
    public int Store(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        var at = _used;
        _used += bytes.Length;
        return at;
    }

    /// <summary>Room at the end of the data, for writing in place; <see cref="Keep"/> then takes what was written.</summary>
    public Span<byte> Room(int length)
    {
        if (_used + length > _data.Length)
        {
            var grown = ArrayPool<byte>.Shared.Rent(Math.Max(_used + length, _data.Length * 2));
            _data.AsSpan(0, _used).CopyTo(grown);
            ArrayPool<byte>.Shared.Return(_data);
            _data = grown;
        }
        return _data.AsSpan(_used, length);
    }

    /// <summary>Takes the first bytes of <see cref="Room"/>; tells where they stand.</summary>
    public int Keep(int length)
    {
        _used += length;
        return _used - length;
    }

    public ReadOnlySpan<byte> Text(CellVector cells, int action) => _data.AsSpan(cells.Offsets[action], cells.Lengths[action]);

    public void Dispose()
    {
        Action.Return();
        Id?.Return();
        SortOrder?.Return();
        foreach (var cells in _properties)
            cells?.Return();
        ArrayPool<byte>.Shared.Return(_data);
    }
}
