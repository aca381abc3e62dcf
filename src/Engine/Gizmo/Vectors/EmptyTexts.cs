using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>
/// The empty text in computed columns. It is a text, which no text is not, so it has a code of its own where it can come
/// up. Stored columns hold none: there it is blank.
/// </summary>
static class EmptyTexts
{
    /// <summary>Its code in the pools that have it.</summary>
    public const int Code = 1;

    /// <summary>Its code in a column; 0 when none of the cells is empty.</summary>
    public static int CodeIn(TextColumn column) => column is ComputedTexts { Empty: var code } ? code : 0;

    /// <param name="empty">Whether an empty text may come up: <see cref="Code"/>, or 0.</param>
    public static TextPool Pool(int empty)
    {
        var pool = new TextPool();
        if (empty == Code)
            pool.AddRun([0]);
        return pool;
    }

    /// <summary>What a code of the column stands for.</summary>
    public static Value ValueOf(TextColumn column, int code) => code == 0 ? Value.Blank : Value.Of(Encoding.UTF8.GetString(column.Pool[code]));

    /// <summary>The column as it is stored.</summary>
    public static Column AsBlanks(Column column)
    {
        if (column is not ComputedTexts { Empty: > 0 and var empty } texts)
            return column;
        var codes = Whole.Codes(texts);
        codes.AsSpan().Replace(empty, 0);
        return new ComputedTexts(codes, texts.Pool);
    }
}
