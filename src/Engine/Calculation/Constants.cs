using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Calculation;

/// <summary>Columns in which every row shows the same.</summary>
static class Constants
{
    public static Column Blank(PropertyType type, int count) => Stored.Blanks(type, count);

    public static Column Of(double value, int count) =>
        new StoredNumbers(ChunkList.Constant(ChunkKind.Number, Conversion.Pattern(value), count));

    public static Column Of(bool value, int count) =>
        new StoredFlags(ChunkList.Constant(ChunkKind.Whole, value ? 1 : 0, count));

    public static Column Of(ReadOnlySpan<byte> value, int count)
    {
        var pool = new TextPool();
        return new StoredTexts(ChunkList.Constant(ChunkKind.Whole, pool.Add(value), count), pool);
    }
}
