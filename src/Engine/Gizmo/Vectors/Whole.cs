using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Reads columns as a whole.</summary>
static class Whole
{
    /// <summary>Rows that are computed at a time: they and what they are made of stay in the nearest cache.</summary>
    public const int Block = 1024;

    /// <summary>Rows that one core takes at a time.</summary>
    const int Part = 64 * 1024;

    public static double[] Numbers(NumberColumn column) =>
        column is NumberArray array ? array.Values : All<double>(column.Count, column.Read);

    public static long[] Flags(FlagColumn column) => All<long>(column.Count, column.Read);

    public static long[] Dates(WholeColumn column) => All<long>(column.Count, column.Read);

    public static int[] Codes(TextColumn column) => All<int>(column.Count, column.Read);

    /// <summary>The column with its values at hand, so that reading it again costs nothing.</summary>
    public static Column Of(Column column) => column switch
    {
        ComputedNumbers numbers => new NumberArray(Numbers(numbers)),
        ComputedFlags { IsWhole: false } flags => new ComputedFlags(Flags(flags)),
        ComputedDates { IsWhole: false } dates => new ComputedDates(Dates(dates)),
        ComputedTexts { IsWhole: false } texts => new ComputedTexts(Codes(texts), texts.Pool, texts.Empty),
        _ => column,
    };

    public static Fill<T> Copy<T>(T[] values) => (start, into) => values.AsSpan(start, into.Length).CopyTo(into);

    /// <summary>All rows, a block at a time; large columns by all cores. Each row is computed by itself, so the order does not show.</summary>
    public static T[] All<T>(int count, Fill<T> fill)
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        Blocks(count, (start, length) => fill(start, values.AsSpan(start, length)));
        return values;
    }

    /// <summary>Runs something for each block of rows; for many of them by all cores.</summary>
    public static void Blocks(int count, Action<int, int> run)
    {
        var parts = (count + Part - 1) / Part;
        if (parts > 1)
            Parallel.For(0, parts, part => Run(part * Part, Math.Min(count, (part + 1) * Part)));
        else
            Run(0, count);

        void Run(int from, int to)
        {
            for (; from < to; from += Block)
                run(from, Math.Min(Block, to - from));
        }
    }
}
