using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>What happens to four cells at a time: numbers, dates and flags are all of 64 bits.</summary>
interface ILanes
{
    static abstract Vector256<long> Of(Vector256<long> a, Vector256<long> b);
}

/// <summary>Runs an operation over a block of cells.</summary>
static class Lanes
{
    /// <summary>Combines the cells with others, in place.</summary>
    public static void Zip<T>(Span<long> cells, ReadOnlySpan<long> others) where T : ILanes
    {
        var a = MemoryMarshal.Cast<long, Vector256<long>>(cells);
        var b = MemoryMarshal.Cast<long, Vector256<long>>(others)[..a.Length];
        for (var i = 0; i < a.Length; i++)
            a[i] = T.Of(a[i], b[i]);
        if (a.Length * Vector256<long>.Count is var done && done == cells.Length)
            return;
        Vector256<long> x = default, y = default;
        var restX = MemoryMarshal.Cast<Vector256<long>, long>(new Span<Vector256<long>>(ref x));
        var restY = MemoryMarshal.Cast<Vector256<long>, long>(new Span<Vector256<long>>(ref y));
        cells[done..].CopyTo(restX);
        others[done..cells.Length].CopyTo(restY);
        x = T.Of(x, y);
        restX[..(cells.Length - done)].CopyTo(cells[done..]);
    }

    public static void Zip<T>(Span<double> cells, ReadOnlySpan<double> others) where T : ILanes =>
        Zip<T>(MemoryMarshal.Cast<double, long>(cells), MemoryMarshal.Cast<double, long>(others));

    /// <summary>Changes each cell, in place.</summary>
    public static void Map<T>(Span<long> cells) where T : ILanes => Zip<T>(cells, cells);

    /// <summary>Keeps the cells whose flag is 1, and takes the others from elsewhere.</summary>
    public static void Choose(ReadOnlySpan<long> flags, Span<long> cells, ReadOnlySpan<long> others)
    {
        var f = MemoryMarshal.Cast<long, Vector256<long>>(flags);
        var a = MemoryMarshal.Cast<long, Vector256<long>>(cells)[..f.Length];
        var b = MemoryMarshal.Cast<long, Vector256<long>>(others)[..f.Length];
        for (var i = 0; i < f.Length; i++)
            a[i] = Vector256.ConditionalSelect(Vector256.Equals(f[i], Vector256<long>.One), a[i], b[i]);
        for (var i = f.Length * Vector256<long>.Count; i < flags.Length; i++)
            cells[i] = flags[i] == 1 ? cells[i] : others[i];
    }
}

/// <summary>Arithmetic; what is not finite becomes blank.</summary>
static class NumberLanes
{
    static Vector256<long> Finite(Vector256<double> value) => Vector256.ConditionalSelect(
        Vector256.LessThan(Vector256.Abs(value), Vector256.Create(double.PositiveInfinity)), value, Vector256.Create(double.NaN)).AsInt64();

    public readonly struct Add : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Finite(a.AsDouble() + b.AsDouble());
    }

    public readonly struct Subtract : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Finite(a.AsDouble() - b.AsDouble());
    }

    public readonly struct Multiply : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Finite(a.AsDouble() * b.AsDouble());
    }

    public readonly struct Divide : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Finite(a.AsDouble() / b.AsDouble());
    }

    public readonly struct Remainder : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b)
        {
            Vector256<double> x = a.AsDouble(), y = b.AsDouble();
            return Finite(Vector256.Create(x[0] % y[0], x[1] % y[1], x[2] % y[2], x[3] % y[3]));
        }
    }
}

/// <summary>Comparisons of numbers, as 0 and 1. Those with a blank are false; two blanks are equal.</summary>
static class NumberTests
{
    static Vector256<long> Flags(Vector256<double> mask) => mask.AsInt64() & Vector256<long>.One;

    static Vector256<double> Same(Vector256<double> a, Vector256<double> b) =>
        Vector256.Equals(a, b) | ~(Vector256.Equals(a, a) | Vector256.Equals(b, b));

    public readonly struct Less : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Flags(Vector256.LessThan(a.AsDouble(), b.AsDouble()));
    }

    public readonly struct LessOrEqual : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Flags(Vector256.LessThanOrEqual(a.AsDouble(), b.AsDouble()));
    }

    public readonly struct Equal : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Flags(Same(a.AsDouble(), b.AsDouble()));
    }

    public readonly struct NotEqual : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Flags(~Same(a.AsDouble(), b.AsDouble()));
    }

    public readonly struct IsTrue : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) =>
            Flags(Vector256.GreaterThan(Vector256.Abs(a.AsDouble()), Vector256<double>.Zero));
    }

    public readonly struct IsThere : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Flags(Vector256.Equals(a.AsDouble(), a.AsDouble()));
    }
}

/// <summary>Comparisons of dates and flags, whose blanks are a pattern of their own.</summary>
static class WholeTests
{
    static Vector256<long> IsBlank(Vector256<long> a) => Vector256.Equals(a, Vector256.Create(Chunk.Blank));

    public readonly struct Less : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) =>
            Vector256.AndNot(Vector256.LessThan(a, b), IsBlank(a)) & Vector256<long>.One;
    }

    public readonly struct LessOrEqual : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) =>
            Vector256.AndNot(Vector256.LessThanOrEqual(a, b), IsBlank(a)) & Vector256<long>.One;
    }

    public readonly struct Equal : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Vector256.Equals(a, b) & Vector256<long>.One;
    }

    public readonly struct NotEqual : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => ~Vector256.Equals(a, b) & Vector256<long>.One;
    }

    public readonly struct IsOne : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => Vector256.Equals(a, Vector256<long>.One) & Vector256<long>.One;
    }

    public readonly struct IsNotOne : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => ~Vector256.Equals(a, Vector256<long>.One) & Vector256<long>.One;
    }

    public readonly struct IsThere : ILanes
    {
        public static Vector256<long> Of(Vector256<long> a, Vector256<long> b) => ~IsBlank(a) & Vector256<long>.One;
    }
}

/// <summary>A buffer for one block of cells.</summary>
readonly ref struct Rented<T>(int length)
{
    readonly T[] _array = ArrayPool<T>.Shared.Rent(length);

    public Span<T> Span => _array.AsSpan(0, length);

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
