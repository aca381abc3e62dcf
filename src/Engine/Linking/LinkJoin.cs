using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Gizmo.Vectors;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Linking;

/// <summary>Finds the items that ids name: ids of links are texts, those of items whatever their property holds.</summary>
public static class LinkJoin
{
    /// <summary>For each row the first of the others, in their order, that has the same id; −1 without any.</summary>
    public static int[] Rows(Column ids, ReadOnlySpan<int> rows, Column others, ReadOnlySpan<int> order)
    {
        if (ids is TextColumn texts && texts.Raw is null && others.Raw is null && !(others is TextColumn margined && HasMargins(margined.Pool)))
            return ByCode(texts, rows, others, order);
        if (ids.Type == others.Type && ids is not TextColumn)
            return FirstRows.Of(others, order).FindAll(ids, rows);
        return FirstRows.Of(FirstRows.Canonical(others), order).FindAll(FirstRows.Canonical(ids), rows);
    }

    /// <summary>Each distinct text is looked for once.</summary>
    static int[] ByCode(TextColumn ids, ReadOnlySpan<int> rows, Column others, ReadOnlySpan<int> order)
    {
        var codes = new int[ids.Count];
        ids.Read(0, codes);
        var distinct = new bool[ids.Pool.Count + 1];
        foreach (var row in rows)
            distinct[codes[row]] = true;
        distinct[0] = false;
        var asked = new List<int>(distinct.Length);
        for (var code = 1; code < distinct.Length; code++)
            if (distinct[code])
                asked.Add(code);

        var known = FirstRows.Of(others, order).FindAll(Converted(ids.Pool, distinct, others.Type), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(asked));
        var found = new int[ids.Count];
        found.AsSpan().Fill(-1);
        foreach (var row in rows)
            found[row] = known[codes[row]];
        return found;
    }

    /// <summary>The pool's texts, each in the row of its code, as values of the other column's type.</summary>
    static Column Converted(TextPool pool, bool[] asked, PropertyType type)
    {
        var count = asked.Length;
        if (type == PropertyType.Text)
        {
            var clean = HasMargins(pool) ? new TextPool() : pool;
            var codes = new int[count];
            for (var code = 1; code < count; code++)
                if (asked[code])
                    codes[code] = clean == pool ? code : clean.Add(Dates.Trim(pool[code]));
            return new ComputedTexts(codes, clean);
        }
        var patterns = new long[count];
        patterns.AsSpan().Fill(Chunk.Blank);
        for (var code = 1; code < count; code++)
            if (asked[code] && Conversion.TryPattern(type, pool[code], DateFormat.Iso, null, out var pattern))
                patterns[code] = pattern;
        return type switch
        {
            PropertyType.Number => new NumberArray(Array.ConvertAll(patterns, p => p == Chunk.Blank ? double.NaN : BitConverter.Int64BitsToDouble(p))),
            PropertyType.Date => new ComputedDates(patterns),
            _ => new ComputedFlags(patterns),
        };
    }

    /// <summary>Whether some text begins or ends with blanks, which do not count in ids.</summary>
    static bool HasMargins(TextPool pool)
    {
        for (var code = 1; code <= pool.Count; code++)
            if (pool[code] is { Length: > 0 } text && (text[0] <= ' ' || text[^1] <= ' '))
                return true;
        return false;
    }
}
