using System.Runtime.InteropServices;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Takes each row from one of two columns, or from another row.</summary>
static class Select
{
    /// <summary>Both columns are of the same type.</summary>
    public static Column Of(FlagColumn condition, Column then, Column other) => (then, other) switch
    {
        (NumberColumn a, NumberColumn b) => new ComputedNumbers(a.Count, (start, into) =>
        {
            using Rented<long> flags = new(into.Length);
            using Rented<double> others = new(into.Length);
            condition.Read(start, flags.Span);
            a.Read(start, into);
            b.Read(start, others.Span);
            Lanes.Choose(flags.Span, MemoryMarshal.Cast<double, long>(into), MemoryMarshal.Cast<double, long>(others.Span));
        }),
        (FlagColumn a, FlagColumn b) => new ComputedFlags(a.Count, Choose(condition, a, b)),
        (DateColumn a, DateColumn b) => new ComputedDates(a.Count, Choose(condition, a, b)),
        (TextColumn a, TextColumn b) => Texts(condition, a, b),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Fill<long> Choose(FlagColumn condition, WholeColumn then, WholeColumn other) => (start, into) =>
    {
        using Rented<long> flags = new(into.Length), others = new(into.Length);
        condition.Read(start, flags.Span);
        then.Read(start, into);
        other.Read(start, others.Span);
        Lanes.Choose(flags.Span, into, others.Span);
    };

    /// <summary>The texts of both in a pool of their own.</summary>
    static ComputedTexts Texts(FlagColumn condition, TextColumn then, TextColumn other)
    {
        int emptyA = EmptyTexts.CodeIn(then), emptyB = EmptyTexts.CodeIn(other), empty = Math.Max(emptyA, emptyB);
        var pool = EmptyTexts.Pool(empty);
        var flags = Whole.Flags(condition);
        int[] a = Whole.Codes(then), b = Whole.Codes(other);
        int[] fromA = new int[then.Pool.Count + 1], fromB = new int[other.Pool.Count + 1];
        fromA[emptyA] = fromB[emptyB] = empty;
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
        return new(a, pool, empty);
    }

    /// <summary>What the column shows at another row for each; blank where that is −1.</summary>
    public static Column Gather(Column column, int[] rows) => column switch
    {
        NumberColumn numbers => new ComputedNumbers(rows.Length, From(Whole.Numbers(numbers), rows, double.NaN)),
        FlagColumn flags => new ComputedFlags(rows.Length, From(Whole.Flags(flags), rows, Chunk.Blank)),
        DateColumn dates => new ComputedDates(rows.Length, From(Whole.Dates(dates), rows, Chunk.Blank)),
        TextColumn texts => new ComputedTexts(rows.Length, texts.Pool, From(Whole.Codes(texts), rows, 0), EmptyTexts.CodeIn(texts)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Fill<T> From<T>(T[] values, int[] rows, T blank) => (start, into) =>
    {
        var from = rows.AsSpan(start, into.Length);
        for (var i = 0; i < into.Length; i++)
            into[i] = from[i] is var row and >= 0 ? values[row] : blank;
    };
}
