using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>The distinct values of a column, so that something is evaluated once for each.</summary>
/// <param name="FirstRows">For each distinct value a row that has it.</param>
/// <param name="Numbers">Reads which of them each row has. Of no meaning for deleted rows.</param>
sealed record DistinctValues(int Count, List<int> FirstRows, Fill<int> Numbers)
{
    /// <summary>Dates over more days than these are looked up by hash.</summary>
    const long MostDays = 1 << 22;

    public static DistinctValues Of(Column column, LiveRows live) => column switch
    {
        TextColumn texts => OfTexts(texts, live),
        DateColumn dates when Days(dates) is var (first, count) && count <= MostDays => OfDays(dates, first, (int)count, live),
        NumberColumn numbers => ByHash(Array.ConvertAll(Whole.Numbers(numbers), BitConverter.DoubleToInt64Bits), live),
        _ => ByHash(Whole.Dates((WholeColumn)column), live),
    };

    static DistinctValues OfTexts(TextColumn column, LiveRows live)
    {
        var table = new Table(column.Pool.Count + 1, live);
        using var codes = new Rented<int>(Whole.Block);
        for (var start = 0; start < column.Count; start += Whole.Block)
        {
            var run = codes.Span[..Math.Min(Whole.Block, column.Count - start)];
            column.Read(start, run);
            table.Add(start, run);
        }
        var numbers = table.Numbers();
        return new(column.Count, table.FirstRows, (start, into) =>
        {
            column.Read(start, into);
            for (var i = 0; i < into.Length; i++)
                into[i] = numbers[into[i]];
        });
    }

    static DistinctValues OfDays(DateColumn column, long first, int count, LiveRows live)
    {
        var table = new Table(count + 1, live);
        using var days = new Rented<int>(Whole.Block);
        for (var start = 0; start < column.Count; start += Whole.Block)
        {
            var run = days.Span[..Math.Min(Whole.Block, column.Count - start)];
            Read(start, run);
            table.Add(start, run);
        }
        var numbers = table.Numbers();
        return new(column.Count, table.FirstRows, (start, into) =>
        {
            Read(start, into);
            for (var i = 0; i < into.Length; i++)
                into[i] = numbers[into[i]];
        });

        // 0 is blank, 1 the first day.
        void Read(int start, Span<int> into)
        {
            using var dates = new Rented<long>(into.Length);
            column.Read(start, dates.Span);
            for (var i = 0; i < into.Length; i++)
                into[i] = dates.Span[i] is var date && date == Chunk.Blank ? 0 : (int)((date - first) / Dates.Day) + 1;
        }
    }

    /// <summary>The first day and how many there are from it to the last; more than any when not all are days.</summary>
    static (long First, long Count) Days(DateColumn column)
    {
        long least = long.MaxValue, greatest = long.MinValue;
        using var dates = new Rented<long>(Whole.Block);
        for (var start = 0; start < column.Count; start += Whole.Block)
        {
            var run = dates.Span[..Math.Min(Whole.Block, column.Count - start)];
            column.Read(start, run);
            foreach (var date in run)
            {
                if (date == Chunk.Blank)
                    continue;
                if (date % Dates.Day != 0)
                    return (0, long.MaxValue);
                least = Math.Min(least, date);
                greatest = Math.Max(greatest, date);
            }
        }
        return least > greatest ? (0, 0) : (least, (greatest - least) / Dates.Day + 1);
    }

    static DistinctValues ByHash(long[] patterns, LiveRows live)
    {
        var known = new Dictionary<long, int>();
        List<int> firstRows = [];
        var numbers = new int[patterns.Length];
        for (var row = 0; row < patterns.Length; row++)
        {
            if (!live[row])
                continue;
            if (!known.TryGetValue(patterns[row], out var number))
            {
                known[patterns[row]] = number = firstRows.Count;
                firstRows.Add(row);
            }
            numbers[row] = number;
        }
        return new(patterns.Length, firstRows, Whole.Copy(numbers));
    }

    /// <summary>Each row shows the value for its own distinct one. Null when a value is not of the type.</summary>
    public Column? Column(Value[] values, GizmoType type)
    {
        if (values.Length == 0)
            values = [Value.Blank];
        switch (type)
        {
            case GizmoType.Number when Array.TrueForAll(values, v => v.Kind is ValueKind.Number or ValueKind.Blank):
                return new ComputedNumbers(Count, From(Array.ConvertAll(values, v => v.IsBlank ? double.NaN : v.Number)));
            case GizmoType.Date when Array.TrueForAll(values, v => v.Kind is ValueKind.Date or ValueKind.Blank):
                return new ComputedDates(Count, From(Array.ConvertAll(values, v => v.IsBlank ? Chunk.Blank : v.Milliseconds)));
            case GizmoType.Boolean when Array.TrueForAll(values, v => v.Kind is ValueKind.Boolean or ValueKind.Blank):
                return new ComputedFlags(Count, From(Array.ConvertAll(values, v => v.IsBlank ? Chunk.Blank : v.Boolean ? 1 : 0L)));
            case GizmoType.Text when Array.TrueForAll(values, v => v.Kind == ValueKind.Blank || v.Kind == ValueKind.Text && Coercion.IsWellFormed(v.Text)):
                var empty = Array.Exists(values, v => v.Kind == ValueKind.Text && v.Text.Length == 0) ? EmptyTexts.Code : 0;
                var pool = EmptyTexts.Pool(empty);
                return new ComputedTexts(Count, pool, From(Array.ConvertAll(values, v => v.IsBlank ? 0 : v.Text.Length == 0 ? empty : pool.Add(Encoding.UTF8.GetBytes(v.Text)))), empty);
            case GizmoType.Any:
                return new ValueArray(Whole.All(Count, Numbers), values);
            default:
                return null;
        }
    }

    Fill<T> From<T>(T[] values) => (start, into) =>
    {
        using var numbers = new Rented<int>(into.Length);
        Numbers(start, numbers.Span);
        for (var i = 0; i < into.Length; i++)
            into[i] = values[numbers.Span[i]];
    };

    /// <summary>Numbers small codes in the order in which they are met.</summary>
    sealed class Table(int size, LiveRows live)
    {
        readonly int[] _numbers = new int[size];

        public List<int> FirstRows { get; } = [];

        public void Add(int start, ReadOnlySpan<int> codes)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (_numbers[codes[i]] != 0 || !live[start + i])
                    continue;
                FirstRows.Add(start + i);
                _numbers[codes[i]] = FirstRows.Count;
            }
        }

        public int[] Numbers()
        {
            foreach (ref var number in _numbers.AsSpan())
                number = Math.Max(0, number - 1);
            return _numbers;
        }
    }
}
