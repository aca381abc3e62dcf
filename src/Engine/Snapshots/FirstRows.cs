using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// For each value of a column the first row, in row order, that holds it, and which rows are alone with their value. Costs
/// the same whether values repeat or not.
/// </summary>
sealed class FirstRows
{
    readonly ulong[] _table;
    readonly long[] _patterns;
    readonly int[] _codes;
    readonly TextPool? _pool;

    FirstRows(Column column, ReadOnlySpan<int> order)
    {
        var size = 16;
        while (size < order.Length * 3L / 2)
            size *= 2;
        _table = new ulong[size];
        _pool = (column as TextColumn)?.Pool;
        _codes = _pool is null ? [] : CodesOf((TextColumn)column);
        _patterns = _pool is null ? PatternsOf(column) : [];
        Unique = new bool[column.Count];
        foreach (var row in order)
        {
            if (_pool is null ? _patterns[row] == Chunk.Blank : _codes[row] == 0)
                continue;
            var hash = _pool is null ? Hashing.Of(_patterns[row]) : Hashing.Of(_pool[_codes[row]]);
            var slot = _pool is null ? Slot(hash, _patterns[row]) : Slot(hash, _pool[_codes[row]]);
            if (_table[slot] == 0)
            {
                _table[slot] = ((ulong)hash << 32) | (uint)(row + 1);
                Unique[row] = true;
            }
            else
                Unique[(int)(uint)_table[slot] - 1] = false;
        }
    }

    /// <summary>By row: whether it has a value that no other row of the order has.</summary>
    public bool[] Unique { get; }

    public static FirstRows Of(Column column, ReadOnlySpan<int> order) => new(column, order);

    /// <summary>For each row of the order the first row that holds the value which this row has in a column of the same type; else −1.</summary>
    public int[] FindAll(Column column, ReadOnlySpan<int> order)
    {
        var found = new int[column.Count];
        found.AsSpan().Fill(-1);
        if (_pool is null)
        {
            var patterns = PatternsOf(column);
            foreach (var row in order)
                if (patterns[row] != Chunk.Blank)
                    found[row] = (int)(uint)_table[Slot(Hashing.Of(patterns[row]), patterns[row])] - 1;
            return found;
        }

        var codes = CodesOf((TextColumn)column);
        var pool = ((TextColumn)column).Pool;
        // Texts that repeat, as parents' ids do, are looked up once: stored 0 is unknown, k is row k − 2.
        var known = pool.Count <= 2L * column.Count + 1024 ? new int[pool.Count + 1] : null;
        foreach (var row in order)
        {
            var code = codes[row];
            if (code == 0)
                continue;
            if (known is not null && known[code] != 0)
            {
                found[row] = known[code] - 2;
                continue;
            }
            var text = pool[code];
            found[row] = (int)(uint)_table[Slot(Hashing.Of(text), text)] - 1;
            if (known is not null)
                known[code] = found[row] + 2;
        }
        return found;
    }

    /// <summary>
    /// A column's values as texts by which columns of unlike type are compared: whole numbers without decimals, texts
    /// without blanks around them.
    /// </summary>
    public static TextColumn Canonical(Column column)
    {
        var pool = new TextPool();
        var cells = new ChunkListBuilder(ChunkKind.Whole);
        for (var row = 0; row < column.Count; row++)
        {
            var code = column is TextColumn text
                ? pool.Add(Dates.Trim(text.Utf8(row)))
                : pool.Add(Encoding.UTF8.GetBytes(column[row].ToString()));
            cells.Append(code == 0 ? Chunk.Blank : code);
        }
        return new StoredTexts(cells.Build(), pool);
    }

    uint Slot(uint hash, long pattern)
    {
        var mask = (uint)_table.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
            if (_table[slot] is var found && (found == 0
                || (uint)(found >> 32) == hash && _patterns[(int)(uint)found - 1] == pattern))
                return slot;
    }

    uint Slot(uint hash, ReadOnlySpan<byte> text)
    {
        var mask = (uint)_table.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
            if (_table[slot] is var found && (found == 0
                || (uint)(found >> 32) == hash && text.SequenceEqual(_pool![_codes[(int)(uint)found - 1]])))
                return slot;
    }

    static int[] CodesOf(TextColumn column)
    {
        var codes = new int[column.Count];
        column.Read(0, codes);
        return codes;
    }

    static long[] PatternsOf(Column column)
    {
        var patterns = new long[column.Count];
        switch (column)
        {
            case DateColumn dates:
                dates.Read(0, patterns);
                break;
            case FlagColumn flags:
                flags.Read(0, patterns);
                break;
            default:
                var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<long, double>(patterns.AsSpan());
                ((NumberColumn)column).Read(0, numbers);
                for (var row = 0; row < patterns.Length; row++)
                    patterns[row] = double.IsNaN(numbers[row]) ? Chunk.Blank : Conversion.Pattern(numbers[row]);
                break;
        }
        return patterns;
    }
}
