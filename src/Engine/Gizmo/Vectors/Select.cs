using System.Buffers;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Takes each row from one of two columns, or from another row.</summary>
static class Select
{
    /// <summary>Both columns are of the same type.</summary>
    public static Column Of(FlagColumn condition, Column then, Column other) => (then, other) switch
    {
        (NumberColumn a, NumberColumn b) => new ComputedNumbers(a.Count, (start, into) => Choose<double>(condition, a.Read, b.Read, start, into)),
        (FlagColumn a, FlagColumn b) => new ComputedFlags(a.Count, (start, into) => Choose<long>(condition, a.Read, b.Read, start, into)),
        (DateColumn a, DateColumn b) => new ComputedDates(a.Count, (start, into) => Choose<long>(condition, a.Read, b.Read, start, into)),
        (TextColumn a, TextColumn b) => Texts(condition, a, b),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static void Choose<T>(FlagColumn condition, Fill<T> then, Fill<T> other, int start, Span<T> into)
    {
        var flagBuffer = ArrayPool<long>.Shared.Rent(into.Length);
        var buffer = ArrayPool<T>.Shared.Rent(into.Length);
        Span<long> flags = flagBuffer.AsSpan(0, into.Length);
        Span<T> others = buffer.AsSpan(0, into.Length);
        condition.Read(start, flags);
        then(start, into);
        other(start, others);
        for (var i = 0; i < flags.Length; i++)
            into[i] = flags[i] == 1 ? into[i] : others[i];
        ArrayPool<T>.Shared.Return(buffer);
        ArrayPool<long>.Shared.Return(flagBuffer);
    }

    static TextArray Texts(FlagColumn condition, TextColumn then, TextColumn other)
    {
        var pool = new TextPool();
        var flags = Whole.Flags(condition);
        int[] a = Whole.Codes(then), b = Whole.Codes(other);
        int[] fromA = new int[then.Pool.Count + 1], fromB = new int[other.Pool.Count + 1];
        for (var row = 0; row < a.Length; row++)
        {
            var chosen = flags[row] == 1;
            var code = chosen ? a[row] : b[row];
            if (code == 0)
            {
                a[row] = 0;
                continue;
            }
            ref var known = ref (chosen ? ref fromA[code] : ref fromB[code]);
            if (known == 0)
                known = pool.Add((chosen ? then.Pool : other.Pool)[code]);
            a[row] = known;
        }
        return new(a, pool);
    }

    /// <summary>What the column shows at another row for each; blank where that is −1.</summary>
    public static Column Gather(Column column, int[] rows)
    {
        switch (column)
        {
            case NumberColumn numbers:
                var values = Whole.Numbers(numbers);
                return new ComputedNumbers(rows.Length, (start, into) =>
                {
                    for (var i = 0; i < into.Length; i++)
                        into[i] = rows[start + i] is var row and >= 0 ? values[row] : double.NaN;
                });
            case FlagColumn flags:
                var whole = Whole.Flags(flags);
                return new ComputedFlags(rows.Length, (start, into) => Gather(whole, rows, start, into));
            case DateColumn dates:
                var days = Whole.Dates(dates);
                return new ComputedDates(rows.Length, (start, into) => Gather(days, rows, start, into));
            case TextColumn texts:
                var codes = Whole.Codes(texts);
                var gathered = new int[rows.Length];
                for (var i = 0; i < rows.Length; i++)
                    gathered[i] = rows[i] is var row and >= 0 ? codes[row] : 0;
                return new TextArray(gathered, texts.Pool);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    static void Gather(long[] values, int[] rows, int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = rows[start + i] is var row and >= 0 ? values[row] : Chunk.Blank;
    }
}
