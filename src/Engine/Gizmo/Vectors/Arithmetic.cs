using System.Buffers;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Operators over whole columns. A blank is NaN, and what is not finite becomes it.</summary>
static class Arithmetic
{
    public static NumberColumn Constant(double value, int count) => new ComputedNumbers(count, (_, into) => into.Fill(value));

    public static NumberColumn Operate(string sign, NumberColumn left, NumberColumn right) => new ComputedNumbers(left.Count, (start, into) =>
    {
        var buffer = ArrayPool<double>.Shared.Rent(into.Length);
        var other = buffer.AsSpan(0, into.Length);
        left.Read(start, into);
        right.Read(start, other);
        switch (sign)
        {
            case "+":
                for (var i = 0; i < into.Length; i++)
                    into[i] = Finite(into[i] + other[i]);
                break;
            case "-":
                for (var i = 0; i < into.Length; i++)
                    into[i] = Finite(into[i] - other[i]);
                break;
            case "*":
                for (var i = 0; i < into.Length; i++)
                    into[i] = Finite(into[i] * other[i]);
                break;
            case "/":
                for (var i = 0; i < into.Length; i++)
                    into[i] = Finite(into[i] / other[i]);
                break;
            default:
                for (var i = 0; i < into.Length; i++)
                    into[i] = Finite(into[i] % other[i]);
                break;
        }
        ArrayPool<double>.Shared.Return(buffer);
    });

    public static NumberColumn Map(NumberColumn column, Func<double, double> map) => new ComputedNumbers(column.Count, (start, into) =>
    {
        column.Read(start, into);
        for (var i = 0; i < into.Length; i++)
            into[i] = Finite(map(into[i]));
    });

    static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;

    /// <summary>Comparisons with a blank are false; two blanks are equal.</summary>
    public static FlagColumn Compare(string sign, NumberColumn left, NumberColumn right) => new ComputedFlags(left.Count, (start, into) =>
    {
        var buffer = ArrayPool<double>.Shared.Rent(into.Length * 2);
        Span<double> a = buffer.AsSpan(0, into.Length), b = buffer.AsSpan(into.Length, into.Length);
        left.Read(start, a);
        right.Read(start, b);
        switch (sign)
        {
            case "<":
                for (var i = 0; i < a.Length; i++)
                    into[i] = a[i] < b[i] ? 1 : 0;
                break;
            case ">":
                for (var i = 0; i < a.Length; i++)
                    into[i] = a[i] > b[i] ? 1 : 0;
                break;
            case "<=":
                for (var i = 0; i < a.Length; i++)
                    into[i] = a[i] <= b[i] ? 1 : 0;
                break;
            case ">=":
                for (var i = 0; i < a.Length; i++)
                    into[i] = a[i] >= b[i] ? 1 : 0;
                break;
            default:
                var equal = sign[0] == '=' ? 1 : 0;
                for (var i = 0; i < a.Length; i++)
                    into[i] = a[i] == b[i] || double.IsNaN(a[i]) && double.IsNaN(b[i]) ? equal : 1 - equal;
                break;
        }
        ArrayPool<double>.Shared.Return(buffer);
    });

    /// <summary>Of dates and flags, whose blanks are a pattern of their own.</summary>
    public static FlagColumn Compare(string sign, Fill<long> left, Fill<long> right, int count) => new ComputedFlags(count, (start, into) =>
    {
        var buffer = ArrayPool<long>.Shared.Rent(into.Length);
        var other = buffer.AsSpan(0, into.Length);
        left(start, into);
        right(start, other);
        for (var i = 0; i < into.Length; i++)
        {
            var either = into[i] == Chunk.Blank || other[i] == Chunk.Blank;
            into[i] = sign switch
            {
                "<" => !either && into[i] < other[i],
                ">" => !either && into[i] > other[i],
                "<=" => !either && into[i] <= other[i],
                ">=" => !either && into[i] >= other[i],
                "==" or "===" => into[i] == other[i],
                _ => into[i] != other[i],
            } ? 1 : 0;
        }
        ArrayPool<long>.Shared.Return(buffer);
    });

    /// <summary>A flag for each text, looked up by its code.</summary>
    public static FlagColumn ByCode(TextColumn column, bool[] byCode) => new ComputedFlags(column.Count, (start, into) =>
    {
        var buffer = ArrayPool<int>.Shared.Rent(into.Length);
        var codes = buffer.AsSpan(0, into.Length);
        column.Read(start, codes);
        for (var i = 0; i < codes.Length; i++)
            into[i] = byCode[codes[i]] ? 1 : 0;
        ArrayPool<int>.Shared.Return(buffer);
    });

    public static FlagColumn Not(FlagColumn column) => new ComputedFlags(column.Count, (start, into) =>
    {
        column.Read(start, into);
        for (var i = 0; i < into.Length; i++)
            into[i] = into[i] == 1 ? 0 : 1;
    });

    /// <summary>Whether a value counts as true.</summary>
    public static FlagColumn IsTrue(Column column) => column switch
    {
        FlagColumn flags => new ComputedFlags(flags.Count, (start, into) =>
        {
            flags.Read(start, into);
            for (var i = 0; i < into.Length; i++)
                into[i] = into[i] == 1 ? 1 : 0;
        }),
        NumberColumn numbers => new ComputedFlags(numbers.Count, (start, into) =>
        {
            var buffer = ArrayPool<double>.Shared.Rent(into.Length);
            var values = buffer.AsSpan(0, into.Length);
            numbers.Read(start, values);
            for (var i = 0; i < values.Length; i++)
                into[i] = values[i] == 0 || double.IsNaN(values[i]) ? 0 : 1;
            ArrayPool<double>.Shared.Return(buffer);
        }),
        TextColumn texts => new ComputedFlags(texts.Count, (start, into) =>
        {
            var buffer = ArrayPool<int>.Shared.Rent(into.Length);
            var codes = buffer.AsSpan(0, into.Length);
            texts.Read(start, codes);
            for (var i = 0; i < codes.Length; i++)
                into[i] = codes[i] == 0 ? 0 : 1;
            ArrayPool<int>.Shared.Return(buffer);
        }),
        DateColumn dates => new ComputedFlags(dates.Count, (start, into) =>
        {
            dates.Read(start, into);
            for (var i = 0; i < into.Length; i++)
                into[i] = into[i] == Chunk.Blank ? 0 : 1;
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a value is there: flags for <c>??</c>.</summary>
    public static FlagColumn IsThere(Column column) => column switch
    {
        NumberColumn numbers => new ComputedFlags(numbers.Count, (start, into) =>
        {
            var buffer = ArrayPool<double>.Shared.Rent(into.Length);
            var values = buffer.AsSpan(0, into.Length);
            numbers.Read(start, values);
            for (var i = 0; i < values.Length; i++)
                into[i] = double.IsNaN(values[i]) ? 0 : 1;
            ArrayPool<double>.Shared.Return(buffer);
        }),
        FlagColumn flags => new ComputedFlags(flags.Count, (start, into) =>
        {
            flags.Read(start, into);
            for (var i = 0; i < into.Length; i++)
                into[i] = into[i] == Chunk.Blank ? 0 : 1;
        }),
        _ => IsTrue(column),
    };
}
