using System.Buffers;

namespace Espalier.Engine.Columns.Packing;

/// <summary>One bit for each code of a pool, from 1 up to <see cref="Count"/>: whether its text holds a byte that separates values or rows.</summary>
public sealed class TextMarks
{
    static readonly SearchValues<byte> Separators = SearchValues.Create(",\t;\"\r\n"u8);

    readonly ulong[] _bits;

    TextMarks(ulong[] bits, int count) => (_bits, Count) = (bits, count);

    public static TextMarks None { get; } = new([0], 0);

    public int Count { get; }

    public bool this[int code] => (_bits[code >> 6] >> code & 1) != 0;

    /// <summary>The same for a pool to which texts were added.</summary>
    internal TextMarks Upto(TextPool pool, int count)
    {
        var bits = new ulong[(count >> 6) + 1];
        _bits.CopyTo(bits, 0);
        for (var code = Count + 1; code <= count; code++)
            if (pool[code].IndexOfAny(Separators) >= 0)
                bits[code >> 6] |= 1UL << code;
        return new(bits, count);
    }
}
