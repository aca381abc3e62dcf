using System.Text;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Columns;

/// <summary>What the stored columns have in common: their cells as packed chunks.</summary>
public interface IStoredColumn
{
    ChunkList Cells { get; }

    RawTexts? Raw { get; }

    /// <summary>Bytes held in memory, about.</summary>
    long Size { get; }
}

/// <summary>A number property's stored values.</summary>
public sealed class StoredNumbers(ChunkList cells, RawTexts? raw = null) : NumberColumn, IStoredColumn
{
    public ChunkList Cells => cells;

    public override RawTexts? Raw => raw;

    public override int Count => cells.Count;

    public long Size => cells.Size;

    public override double At(int row) =>
        cells[row] is var bits && bits == Chunk.Blank ? double.NaN : BitConverter.Int64BitsToDouble(bits);

    public override void Read(int start, Span<double> into) => cells.Read(start, into);
}

/// <summary>A text property's stored values.</summary>
public sealed class StoredTexts(ChunkList cells, TextPool pool) : TextColumn, IStoredColumn
{
    public ChunkList Cells => cells;

    public override TextPool Pool => pool;

    public override int Count => cells.Count;

    public long Size => cells.Size + pool.Size;

    public override int At(int row) => cells[row] is var code && code == Chunk.Blank ? 0 : (int)code;

    public override void Read(int start, Span<int> into) => cells.Read(start, into);
}

/// <summary>A date property's stored values.</summary>
public sealed class StoredDates(ChunkList cells, RawTexts? raw = null) : DateColumn, IStoredColumn
{
    public ChunkList Cells => cells;

    public override RawTexts? Raw => raw;

    public override int Count => cells.Count;

    public long Size => cells.Size;

    public override long At(int row) => cells[row];

    public override void Read(int start, Span<long> into) => cells.Read(start, into);
}

/// <summary>A boolean property's stored values.</summary>
public sealed class StoredFlags(ChunkList cells, RawTexts? raw = null) : FlagColumn, IStoredColumn
{
    public ChunkList Cells => cells;

    public override RawTexts? Raw => raw;

    public override int Count => cells.Count;

    public long Size => cells.Size;

    public override long At(int row) => cells[row];

    public override void Read(int start, Span<long> into) => cells.Read(start, into);
}

/// <summary>Makes stored columns and changes them; every change gives a new column.</summary>
public static class Stored
{
    public static ChunkKind KindOf(PropertyType type) => type switch
    {
        PropertyType.Number => ChunkKind.Number,
        PropertyType.Date => ChunkKind.Date,
        _ => ChunkKind.Whole,
    };

    public static Column Of(PropertyType type, ChunkList cells, TextPool? pool = null, RawTexts? raw = null) => type switch
    {
        PropertyType.Number => new StoredNumbers(cells, raw),
        PropertyType.Date => new StoredDates(cells, raw),
        PropertyType.Boolean => new StoredFlags(cells, raw),
        _ => new StoredTexts(cells, pool!),
    };

    public static Column Blanks(PropertyType type, int count) =>
        Of(type, ChunkList.Blanks(KindOf(type), count), type == PropertyType.Text ? new TextPool() : null);

    /// <summary>The cells of the given rows. Texts keep their pool.</summary>
    public static Column Gather(Column column, ReadOnlySpan<int> rows)
    {
        List<KeyValuePair<int, string>>? raw = null;
        if (column.Raw is { } texts)
            for (var i = 0; i < rows.Length; i++)
                if (texts[rows[i]] is { } text)
                    (raw ??= []).Add(new(i, text));
        return Of(column.Type, ((IStoredColumn)column).Cells.Gather(rows), (column as TextColumn)?.Pool, raw is null ? null : RawTexts.Of(raw));
    }

    /// <summary>Replaces the cells of <paramref name="rows"/>, which ascend, by the cells of <paramref name="values"/>.</summary>
    public static Column With(Column column, ReadOnlySpan<int> rows, Column values)
    {
        var stored = (IStoredColumn)column;
        var patterns = new long[rows.Length];
        ((IStoredColumn)values).Cells.Read(0, patterns);
        if (column is TextColumn text)
            Translate(((TextColumn)values).Pool, text.Pool, patterns);

        var raw = column.Raw?.Without(rows);
        if (values.Raw is { } more)
        {
            var all = (raw?.All ?? []).ToList();
            foreach (var (at, original) in more.All)
                all.Add(new(rows[at], original));
            raw = RawTexts.Of(all);
        }
        return Of(column.Type, stored.Cells.With(rows, patterns), (column as TextColumn)?.Pool, raw);
    }

    /// <summary>The column's cells and then the other's. An empty column takes over the other's chunks and pool.</summary>
    public static Column Append(Column column, Column more)
    {
        if (more.Count == 0)
            return column;
        if (column.Count == 0)
            return more;

        var start = column.Count;
        var cells = ((IStoredColumn)column).Cells;
        var raw = column.Raw;
        if (more.Raw is { } texts)
            raw = RawTexts.Of((raw?.All ?? []).Concat(texts.All.Select(t => KeyValuePair.Create(t.Key + start, t.Value))));
        if (column is not TextColumn text)
            return Of(column.Type, cells.Append(((IStoredColumn)more).Cells), null, raw);

        var patterns = new long[more.Count];
        ((IStoredColumn)more).Cells.Read(0, patterns);
        Translate(((TextColumn)more).Pool, text.Pool, patterns);
        var builder = new ChunkListBuilder(cells);
        builder.Append(patterns);
        return new StoredTexts(builder.Build(), text.Pool);
    }

    /// <summary>The same cells over a new pool that holds just the texts in use.</summary>
    public static StoredTexts Repool(StoredTexts column)
    {
        var pool = new TextPool();
        var builder = new ChunkListBuilder(ChunkKind.Whole);
        var patterns = new long[Chunk.Rows];
        for (var start = 0; start < column.Count; start += Chunk.Rows)
        {
            var open = patterns.AsSpan(0, Math.Min(Chunk.Rows, column.Count - start));
            column.Cells.Read(start, open);
            for (var i = 0; i < open.Length; i++)
                if (open[i] != Chunk.Blank)
                    open[i] = pool.Add(column.Pool[(int)open[i]]);
            builder.Append(open);
        }
        return new(builder.Build(), pool);
    }

    /// <summary>
    /// The same values as another type. What does not convert, or would print differently, is kept as raw text.
    /// </summary>
    public static Column Convert(Column column, PropertyType type)
    {
        if (column.Type == type)
            return column;

        var builder = ColumnBuilder.For(type);
        List<KeyValuePair<int, string>> raw = [];
        for (var row = 0; row < column.Count; row++)
        {
            var text = column.Raw?[row] ?? column[row].ToString();
            if (text.Length == 0 || !builder.TryAppend(Encoding.UTF8.GetBytes(text)))
                builder.AppendBlank();
            if (text.Length > 0 && builder.Last.ToString() != text)
                raw.Add(new(row, text));
        }
        return builder.Build(type == PropertyType.Text ? null : RawTexts.Of(raw));
    }

    static void Translate(TextPool from, TextPool to, Span<long> codes)
    {
        if (ReferenceEquals(from, to))
            return;
        lock (to)
        {
            var known = new Dictionary<long, int>();
            foreach (ref var code in codes)
            {
                if (code == Chunk.Blank)
                    continue;
                if (!known.TryGetValue(code, out var translated))
                    known[code] = translated = to.Add(from[(int)code]);
                code = translated;
            }
        }
    }
}
