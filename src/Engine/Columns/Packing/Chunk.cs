using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Espalier.Engine.Columns.Packing;

/// <summary>How the 64-bit patterns of a chunk are to be understood, so that they pack well.</summary>
public enum ChunkKind : byte
{
    /// <summary>Whole numbers: codes of texts, flags, instants.</summary>
    Whole,

    /// <summary>Bit patterns of doubles.</summary>
    Number,

    /// <summary>Milliseconds, mostly whole days.</summary>
    Date,
}

/// <summary>
/// Up to <see cref="Rows"/> cells of one column, as 64-bit patterns packed into 0, 1, 2, 4 or 8 bytes each. Stored 0 is
/// blank, stored k is <c>base + factor × (k − 1)</c>; numbers with few decimals are kept as whole numbers over a power
/// of ten. The same bytes stand in memory and in the log. Immutable.
/// </summary>
public sealed class Chunk
{
    public const int Bits = 14;
    public const int Rows = 1 << Bits;
    public const int Mask = Rows - 1;

    /// <summary>The pattern of a cell without a value. As a double it is −0.0, which no number property can hold.</summary>
    public const long Blank = long.MinValue;

    static readonly double[] Scales = [1, 10, 100, 1000, 10000];

    readonly byte[] _data;

    internal Chunk(int count, byte width, long origin, long factor, double scale, byte[] data)
    {
        Count = count;
        Width = width;
        Origin = origin;
        Factor = factor;
        Scale = scale;
        _data = data;
    }

    public int Count { get; }

    /// <summary>Bytes a cell: 0, when all cells are the same, to 8.</summary>
    internal byte Width { get; }

    internal long Origin { get; }

    internal long Factor { get; }

    /// <summary>0, or the power of ten that a number was multiplied by to become whole.</summary>
    internal double Scale { get; }

    internal ReadOnlySpan<byte> Data => _data;

    /// <summary>Bytes held in memory, about.</summary>
    internal int Size => _data.Length + 64;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Chunk Pack(ReadOnlySpan<long> values, ChunkKind kind)
    {
        if (kind == ChunkKind.Number)
        {
            var scale = ScaleOf(values);
            if (scale == 0)
                return PackWhole(values, 1, 0);

            var whole = new long[values.Length];
            for (var i = 0; i < values.Length; i++)
                whole[i] = values[i] == Blank ? Blank : (long)Math.Round(BitConverter.Int64BitsToDouble(values[i]) * scale);
            return PackWhole(whole, 1, scale);
        }
        return PackWhole(values, kind == ChunkKind.Date && AllDays(values) ? Dates.Day : 1, 0);
    }

    public long this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            ulong stored;
            switch (Width)
            {
                case 0: return Origin;
                case 1: stored = _data[i]; break;
                case 2: stored = Cells<ushort>()[i]; break;
                case 4: stored = Cells<uint>()[i]; break;
                default: return Cells<long>()[i];
            }
            if (stored == 0)
                return Blank;
            var whole = Origin + Factor * (long)(stored - 1);
            return Scale == 0 ? whole : BitConverter.DoubleToInt64Bits(whole / Scale);
        }
    }

    /// <summary>Reads a run of patterns, from cell <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int start, Span<long> into)
    {
        switch (Width)
        {
            case 0:
                into.Fill(Origin);
                break;
            case 8:
                Cells<long>().Slice(start, into.Length).CopyTo(into);
                break;
            default:
                ReadStored(start, into);
                Unpacking.Whole(into, Origin, Factor);
                if (Scale != 0)
                    for (var i = 0; i < into.Length; i++)
                        if (into[i] != Blank)
                            into[i] = BitConverter.DoubleToInt64Bits(into[i] / Scale);
                break;
        }
    }

    /// <summary>Reads a run of numbers; a blank is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int start, Span<double> into)
    {
        if (Width is 0 or 8 || Scale == 0)
        {
            Read(start, MemoryMarshal.Cast<double, long>(into));
            Unpacking.BlanksToNaN(into);
            return;
        }
        // A multiple of 1: only days have another factor.
        double origin = Origin - 1;
        switch (Width)
        {
            case 1: Unpacking.Numbers(_data.AsSpan(start, into.Length), origin, Scale, into); break;
            case 2: Unpacking.Numbers(Cells<ushort>().Slice(start, into.Length), origin, Scale, into); break;
            default: Unpacking.Numbers(Cells<uint>().Slice(start, into.Length), origin, Scale, into); break;
        }
    }

    /// <summary>Reads a run of text codes; a blank is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int start, Span<int> into)
    {
        var origin = (int)(Origin - 1);
        switch (Width)
        {
            case 0:
                into.Fill(Origin == Blank ? 0 : (int)Origin);
                break;
            case 1:
                var bytes = _data.AsSpan(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = bytes[i] == 0 ? 0 : origin + bytes[i];
                break;
            case 2:
                var shorts = Cells<ushort>().Slice(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = shorts[i] == 0 ? 0 : origin + shorts[i];
                break;
            case 4:
                var ints = Cells<uint>().Slice(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = ints[i] == 0 ? 0 : (int)(origin + ints[i]);
                break;
            default:
                var longs = Cells<long>().Slice(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = longs[i] == Blank ? 0 : (int)longs[i];
                break;
        }
    }

    /// <summary>
    /// A copy with a few cells replaced, where the new values fit the way this chunk is packed; null where they do not and
    /// it has to be packed anew. Copying is many times cheaper, and most small updates fit.
    /// </summary>
    internal Chunk? TryWith(ReadOnlySpan<int> rows, ReadOnlySpan<long> values)
    {
        if (Width == 0)
            return null;
        var data = (byte[])_data.Clone();
        for (var i = 0; i < rows.Length; i++)
        {
            var at = rows[i] & Mask;
            if (Width == 8)
            {
                MemoryMarshal.Cast<byte, long>(data.AsSpan())[at] = values[i];
                continue;
            }
            if (!TryStored(values[i], out var stored))
                return null;
            switch (Width)
            {
                case 1: data[at] = (byte)stored; break;
                case 2: MemoryMarshal.Cast<byte, ushort>(data.AsSpan())[at] = (ushort)stored; break;
                default: MemoryMarshal.Cast<byte, uint>(data.AsSpan())[at] = (uint)stored; break;
            }
        }
        return new(Count, Width, Origin, Factor, Scale, data);
    }

    bool TryStored(long value, out ulong stored)
    {
        stored = 0;
        if (value == Blank)
            return true;
        var whole = value;
        if (Scale != 0)
        {
            var number = BitConverter.Int64BitsToDouble(value);
            var scaled = Math.Round(number * Scale);
            if (scaled / Scale != number || Math.Abs(scaled) >= 1L << 52)
                return false;
            whole = (long)scaled;
        }
        if (whole < Origin)
            return false;
        var distance = (ulong)whole - (ulong)Origin;
        stored = distance / (ulong)Factor + 1;
        return distance % (ulong)Factor == 0 && stored < 1UL << (8 * Width);
    }

    void ReadStored(int start, Span<long> into)
    {
        switch (Width)
        {
            case 1:
                var bytes = _data.AsSpan(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = bytes[i];
                break;
            case 2:
                var shorts = Cells<ushort>().Slice(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = shorts[i];
                break;
            default:
                var ints = Cells<uint>().Slice(start, into.Length);
                for (var i = 0; i < into.Length; i++)
                    into[i] = ints[i];
                break;
        }
    }

    ReadOnlySpan<T> Cells<T>() where T : struct => MemoryMarshal.Cast<byte, T>(_data);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static Chunk PackWhole(ReadOnlySpan<long> values, long factor, double scale)
    {
        long least = long.MaxValue, greatest = long.MinValue;
        var blanks = 0;
        foreach (var value in values)
        {
            if (value == Blank)
            {
                blanks++;
                continue;
            }
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }
        if (blanks == values.Length)
            return new(values.Length, 0, Blank, 1, 0, []);
        if (least == greatest && blanks == 0)
            return new(values.Length, 0, scale == 0 ? least : BitConverter.DoubleToInt64Bits(least / scale), 1, 0, []);

        // The unsigned difference is right even where the signed one overflows.
        var range = ((ulong)greatest - (ulong)least) / (ulong)factor;
        var width = range < byte.MaxValue ? 1 : range < ushort.MaxValue ? 2 : range < uint.MaxValue ? 4 : 8;
        var data = GC.AllocateUninitializedArray<byte>(values.Length * width);
        switch (width)
        {
            case 1:
                for (var i = 0; i < values.Length; i++)
                    data[i] = values[i] == Blank ? (byte)0 : (byte)((values[i] - least) / factor + 1);
                break;
            case 2:
                var shorts = MemoryMarshal.Cast<byte, ushort>(data.AsSpan());
                for (var i = 0; i < values.Length; i++)
                    shorts[i] = values[i] == Blank ? (ushort)0 : (ushort)((values[i] - least) / factor + 1);
                break;
            case 4:
                var ints = MemoryMarshal.Cast<byte, uint>(data.AsSpan());
                for (var i = 0; i < values.Length; i++)
                    ints[i] = values[i] == Blank ? 0 : (uint)((ulong)(values[i] - least) / (ulong)factor + 1);
                break;
            default:
                values.CopyTo(MemoryMarshal.Cast<byte, long>(data.AsSpan()));
                break;
        }
        return new(values.Length, (byte)width, least, factor, scale, data);
    }

    /// <summary>The smallest power of ten that makes every number whole and comes back exactly; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double ScaleOf(ReadOnlySpan<long> values)
    {
        var at = 0;
        var scale = Scales[0];
        double least = double.MaxValue, greatest = double.MinValue;
        foreach (var bits in values)
        {
            if (bits == Blank)
                continue;
            var value = BitConverter.Int64BitsToDouble(bits);
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
            while (Math.Round(value * scale) / scale != value || double.IsInfinity(value * scale))
            {
                if (++at == Scales.Length)
                    return 0;
                scale = Scales[at];
            }
        }
        // Only where four bytes or fewer hold the result; beyond, eight bytes of the plain pattern are as good.
        return (greatest - least) * scale < uint.MaxValue - 2d && Math.Abs(greatest) * scale < 1L << 52 && Math.Abs(least) * scale < 1L << 52
            ? scale : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool AllDays(ReadOnlySpan<long> values)
    {
        foreach (var value in values)
            if (value != Blank && value % Dates.Day != 0)
                return false;
        return true;
    }
}
