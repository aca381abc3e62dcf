using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Snapshots;

/// <summary>
/// For each value of a column the first row, in row order, that holds it, and which rows are alone with their value. Costs
/// the same whether values repeat or not. Values are compared by 64-bit patterns; only texts of more than eight bytes must
/// be looked at again where patterns agree.
/// </summary>
sealed class FirstRows
{
    /// <summary>The highest byte of a long text's pattern, which no text can have there.</summary>
    const long LongText = unchecked((long)0xFF00_0000_0000_0000);

    readonly ulong[] _table;
    readonly long[] _patterns;
    readonly TextColumn? _texts;

    FirstRows(Column column, ReadOnlySpan<int> order)
    {
        var size = 16;
        while (size < order.Length * 3L / 2)
            size *= 2;
        _table = new ulong[size];
        _texts = column as TextColumn;
        _patterns = PatternsOf(column);
        Unique = new bool[column.Count];
        foreach (var row in order)
        {
            var pattern = _patterns[row];
            if (pattern == Chunk.Blank)
                continue;
            var hash = Hashing.Of(pattern);
            ref var entry = ref _table[Slot(hash, pattern, _texts, row)];
            if (entry == 0)
            {
                entry = ((ulong)hash << 32) | (uint)(row + 1);
                Unique[row] = true;
            }
            else
                Unique[(int)(uint)entry - 1] = false;
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
        var patterns = PatternsOf(column);
        var texts = column as TextColumn;
        foreach (var row in order)
            if (patterns[row] is var pattern && pattern != Chunk.Blank)
                found[row] = (int)(uint)_table[Slot(Hashing.Of(pattern), pattern, texts, row)] - 1;
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

    /// <summary>Where a value is in the table, or could be put: the value of a row of some column of the same type.</summary>
    uint Slot(uint hash, long pattern, TextColumn? texts, int row)
    {
        var mask = (uint)_table.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var entry = _table[slot];
            if (entry == 0)
                return slot;
            var other = (int)(uint)entry - 1;
            if ((uint)(entry >> 32) == hash && _patterns[other] == pattern
                && (texts is null || (ulong)pattern < unchecked((ulong)LongText) || texts.Utf8(row).SequenceEqual(_texts!.Utf8(other))))
                return slot;
        }
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
            case NumberColumn numbers:
                var values = MemoryMarshal.Cast<long, double>(patterns.AsSpan());
                numbers.Read(0, values);
                for (var row = 0; row < patterns.Length; row++)
                    patterns[row] = double.IsNaN(values[row]) ? Chunk.Blank : Conversion.Pattern(values[row]);
                break;
            case TextColumn texts:
                var codes = new int[Math.Min(Chunk.Rows, patterns.Length)];
                for (var start = 0; start < patterns.Length; start += Chunk.Rows)
                {
                    var run = codes.AsSpan(0, Math.Min(Chunk.Rows, patterns.Length - start));
                    texts.Read(start, run);
                    for (var i = 0; i < run.Length; i++)
                        patterns[start + i] = run[i] == 0 ? Chunk.Blank : PatternOf(texts.Pool[run[i]]);
                }
                break;
        }
        return patterns;
    }

    /// <summary>Up to eight bytes as they are, padded with zeros; a hash of longer texts, and of those that end in zero.</summary>
    static long PatternOf(ReadOnlySpan<byte> text)
    {
        if (text.Length > 8 || text[^1] == 0)
            return LongText | ((long)Hashing.Of(text) << 24) | (Hashing.Of(text[(text.Length / 2)..]) & 0xFF_FFFF);
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadInt64LittleEndian(padded);
    }
}
