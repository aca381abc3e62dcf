using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Changes.Actions;

/// <summary>What an action wants of one cell.</summary>
enum CellWish : byte
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>A no-op token: leave it as it is.</summary>
    Keep,

    /// <summary>A null, an empty text or a clear token.</summary>
    Clear,
    Set,

    /// <summary>The value does not fit the property.</summary>
    Invalid,
}

/// <summary>
/// One property's cells of a batch, converted to the property's type. A text's pattern is where it stands: offset and
/// length, in the batch's data or, where it had to be written anew, in bytes of our own.
/// </summary>
sealed class ConvertedCells : IDisposable
{
    const long Own = 1L << 62;

    ArrayBufferWriter<byte>? _own;

    ConvertedCells(int capacity)
    {
        Wishes = ArrayPool<CellWish>.Shared.Rent(capacity);
        Patterns = ArrayPool<long>.Shared.Rent(capacity);
    }

    public CellWish[] Wishes { get; }

    /// <summary>The pattern to set; for an invalid cell the <see cref="ActionProblemKind"/>.</summary>
    public long[] Patterns { get; }

    /// <summary>Whether any cell is invalid.</summary>
    public bool AnyInvalid { get; private set; }

    /// <summary>Whether any cell is to be set.</summary>
    public bool AnySet { get; private set; }

    /// <param name="identifier">An identifier is never subject to tokens; null and empty mean that it is missing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ConvertedCells Of(ActionBatch batch, CellVector cells, PropertyType type, Tokens tokens, DateFormat format, bool identifier)
    {
        var converted = new ConvertedCells(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var token = cells.Tokens[i];
            var wish = CellWish.None;
            if (token == CellToken.Text)
            {
                var text = batch.Text(cells, i);
                wish = identifier ? text.IsEmpty ? CellWish.None : CellWish.Set : tokens.Wish(text);
                if (wish == CellWish.Set)
                    wish = converted.Text(i, type, text, cells.Offsets[i], format);
            }
            else if (token == CellToken.Null)
            {
                wish = identifier ? CellWish.None : CellWish.Clear;
            }
            else if (token != CellToken.Absent)
            {
                wish = converted.Other(i, type, token, batch.Text(cells, i));
            }
            converted.Wishes[i] = wish;
            converted.AnyInvalid |= wish == CellWish.Invalid;
            converted.AnySet |= wish == CellWish.Set;
        }
        return converted;
    }

    /// <summary>The bytes of a text that is to be set.</summary>
    public ReadOnlySpan<byte> Text(ActionBatch batch, int action)
    {
        var pattern = Patterns[action];
        var (offset, length) = ((int)((pattern & ~Own) >> 31), (int)(pattern & int.MaxValue));
        return ((pattern & Own) == 0 ? batch.Data : _own!.WrittenSpan).Slice(offset, length);
    }

    /// <summary>A cell that is to be set.</summary>
    public Cell CellOf(ActionBatch batch, int action, PropertyType type) =>
        type == PropertyType.Text ? Cell.Of(Encoding.UTF8.GetString(Text(batch, action))) : Conversion.CellOf(type, Patterns[action]);

    public void Dispose()
    {
        ArrayPool<CellWish>.Shared.Return(Wishes);
        ArrayPool<long>.Shared.Return(Patterns);
    }

    CellWish Text(int i, PropertyType type, ReadOnlySpan<byte> text, int offset, DateFormat format)
    {
        if (type == PropertyType.Text)
        {
            Patterns[i] = ((long)offset << 31) | (uint)text.Length;
            return CellWish.Set;
        }
        return Conversion.TryPattern(type, text, format, null, out Patterns[i]) ? CellWish.Set : Invalid(i, type);
    }

    CellWish Other(int i, PropertyType type, CellToken token, ReadOnlySpan<byte> number)
    {
        switch (token)
        {
            case CellToken.Structure:
                Patterns[i] = (long)ActionProblemKind.ValueIsStructure;
                return CellWish.Invalid;
            case CellToken.Number when type is PropertyType.Number or PropertyType.Text:
                if (!Conversion.TryNumber(number, out var value))
                    return Invalid(i, PropertyType.Number);
                Patterns[i] = type == PropertyType.Number
                    ? Conversion.Pattern(value)
                    : Write(Conversion.DecimalText(number));
                return CellWish.Set;
            case CellToken.True or CellToken.False when type is PropertyType.Boolean or PropertyType.Text:
                Patterns[i] = type == PropertyType.Boolean
                    ? token == CellToken.True ? 1 : 0
                    : Write(token == CellToken.True ? "true" : "false");
                return CellWish.Set;
            default:
                return Invalid(i, type);
        }
    }

    CellWish Invalid(int i, PropertyType type)
    {
        Patterns[i] = (long)(type switch
        {
            PropertyType.Number => ActionProblemKind.NotANumber,
            PropertyType.Date => ActionProblemKind.NotADate,
            _ => ActionProblemKind.NotABoolean,
        });
        return CellWish.Invalid;
    }

    long Write(string text)
    {
        _own ??= new(256);
        var offset = _own.WrittenCount;
        var length = Encoding.UTF8.GetBytes(text, _own);
        return Own | ((long)offset << 31) | length;
    }
}

/// <summary>The strings that clear a value or leave it alone; compared exactly, before any conversion.</summary>
sealed class Tokens
{
    readonly byte[][] _clear;
    readonly byte[][] _keep;

    public Tokens(ImmutableArray<string> clear, ImmutableArray<string> keep)
    {
        _clear = [.. clear.Select(Encoding.UTF8.GetBytes)];
        _keep = [.. keep.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>A no-op token wins over a clear token; the empty text clears unless it is a no-op token.</summary>
    public CellWish Wish(ReadOnlySpan<byte> text)
    {
        foreach (var token in _keep)
            if (text.SequenceEqual(token))
                return CellWish.Keep;
        if (text.IsEmpty)
            return CellWish.Clear;
        foreach (var token in _clear)
            if (text.SequenceEqual(token))
                return CellWish.Clear;
        return CellWish.Set;
    }
}
