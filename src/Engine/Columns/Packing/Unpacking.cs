using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Espalier.Engine.Columns.Packing;

/// <summary>Makes numbers of packed cells, four at a time.</summary>
static class Unpacking
{
    /// <summary>2 to the power 52. A whole number below it, put into its last bits, is added to it exactly.</summary>
    const double Large = 4503599627370496;

    /// <summary>Stored 0 is blank; stored k is <c>origin + factor × (k − 1)</c>. In place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Whole(Span<long> cells, long origin, long factor)
    {
        var lanes = MemoryMarshal.Cast<long, Vector256<long>>(cells);
        Vector256<long> base4 = Vector256.Create(origin - factor), factor4 = Vector256.Create(factor), blank = Vector256.Create(Chunk.Blank);
        for (var i = 0; i < lanes.Length; i++)
            lanes[i] = Vector256.ConditionalSelect(Vector256.Equals(lanes[i], Vector256<long>.Zero), blank, base4 + (factor == 1 ? lanes[i] : lanes[i] * factor4));
        for (var i = lanes.Length * Vector256<long>.Count; i < cells.Length; i++)
            cells[i] = cells[i] == 0 ? Chunk.Blank : origin + factor * (cells[i] - 1);
    }

    /// <summary>Numbers whose pattern is that of a blank become NaN. In place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BlanksToNaN(Span<double> numbers)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(numbers);
        Vector256<long> blank = Vector256.Create(Chunk.Blank);
        Vector256<double> nan = Vector256.Create(double.NaN);
        for (var i = 0; i < lanes.Length; i++)
            lanes[i] = Vector256.ConditionalSelect(Vector256.Equals(lanes[i].AsInt64(), blank).AsDouble(), nan, lanes[i]);
        for (var i = lanes.Length * Vector256<double>.Count; i < numbers.Length; i++)
            if (BitConverter.DoubleToInt64Bits(numbers[i]) == Chunk.Blank)
                numbers[i] = double.NaN;
    }

    /// <summary>Stored 0 is blank, which is NaN; stored k is <c>(origin + k) / scale</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Numbers(ReadOnlySpan<byte> stored, double origin, double scale, Span<double> into)
    {
        var done = 0;
        ref var first = ref MemoryMarshal.GetReference(stored);
        ref var target = ref MemoryMarshal.GetReference(into);
        for (; done + 8 <= stored.Length; done += 8)
        {
            var eight = Vector128.WidenLower(Vector64.LoadUnsafe(ref first, (nuint)done).ToVector128Unsafe());
            var (low, high) = Vector128.Widen(eight);
            Numbers(low, origin, scale).StoreUnsafe(ref target, (nuint)done);
            Numbers(high, origin, scale).StoreUnsafe(ref target, (nuint)done + 4);
        }
        for (; done < stored.Length; done++)
            into[done] = Number(stored[done], origin, scale);
    }

    /// <inheritdoc cref="Numbers(ReadOnlySpan{byte}, double, double, Span{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Numbers(ReadOnlySpan<ushort> stored, double origin, double scale, Span<double> into)
    {
        var done = 0;
        ref var first = ref MemoryMarshal.GetReference(stored);
        ref var target = ref MemoryMarshal.GetReference(into);
        for (; done + 8 <= stored.Length; done += 8)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)done));
            Numbers(low, origin, scale).StoreUnsafe(ref target, (nuint)done);
            Numbers(high, origin, scale).StoreUnsafe(ref target, (nuint)done + 4);
        }
        for (; done < stored.Length; done++)
            into[done] = Number(stored[done], origin, scale);
    }

    /// <inheritdoc cref="Numbers(ReadOnlySpan{byte}, double, double, Span{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Numbers(ReadOnlySpan<uint> stored, double origin, double scale, Span<double> into)
    {
        var done = 0;
        ref var first = ref MemoryMarshal.GetReference(stored);
        ref var target = ref MemoryMarshal.GetReference(into);
        for (; done + 4 <= stored.Length; done += 4)
            Numbers(Vector128.LoadUnsafe(ref first, (nuint)done), origin, scale).StoreUnsafe(ref target, (nuint)done);
        for (; done < stored.Length; done++)
            into[done] = Number(stored[done], origin, scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Numbers(Vector128<uint> stored, double origin, double scale)
    {
        var wide = Vector256.WidenLower(stored.ToVector256Unsafe());
        var large = Vector256.Create(Large);
        var number = ((wide | large.AsUInt64()).AsDouble() - large + Vector256.Create(origin)) / Vector256.Create(scale);
        return Vector256.ConditionalSelect(Vector256.Equals(wide, Vector256<ulong>.Zero).AsDouble(), Vector256.Create(double.NaN), number);
    }

    static double Number(uint stored, double origin, double scale) => stored == 0 ? double.NaN : (origin + stored) / scale;
}
