using System.Runtime.InteropServices;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Flags that tell something of other columns, row by row.</summary>
static class Tests
{
    /// <summary>Comparisons with a blank are false; two blanks are equal.</summary>
    public static FlagColumn Compare(string sign, NumberColumn left, NumberColumn right) => sign switch
    {
        "<" => Zip<NumberTests.Less>(left, right),
        ">" => Zip<NumberTests.Less>(right, left),
        "<=" => Zip<NumberTests.LessOrEqual>(left, right),
        ">=" => Zip<NumberTests.LessOrEqual>(right, left),
        "==" or "===" => Zip<NumberTests.Equal>(left, right),
        _ => Zip<NumberTests.NotEqual>(left, right),
    };

    public static FlagColumn Compare(string sign, WholeColumn left, WholeColumn right) => sign switch
    {
        "<" => Zip<WholeTests.Less>(left, right),
        ">" => Zip<WholeTests.Less>(right, left),
        "<=" => Zip<WholeTests.LessOrEqual>(left, right),
        ">=" => Zip<WholeTests.LessOrEqual>(right, left),
        "==" or "===" => Zip<WholeTests.Equal>(left, right),
        _ => Zip<WholeTests.NotEqual>(left, right),
    };

    /// <summary>Whether the text is the one under a code, which is its only one.</summary>
    public static FlagColumn IsCode(TextColumn column, int code, bool equal) => Codes(column, (codes, into) =>
    {
        var (yes, no) = equal ? (1L, 0L) : (0L, 1L);
        for (var i = 0; i < codes.Length; i++)
            into[i] = codes[i] == code ? yes : no;
    });

    /// <summary>Whether there is a text that is not empty.</summary>
    static ComputedFlags IsText(TextColumn column, int empty) => Codes(column, (codes, into) =>
    {
        for (var i = 0; i < codes.Length; i++)
            into[i] = codes[i] != 0 && codes[i] != empty ? 1 : 0;
    });

    /// <summary>A flag for each text, looked up by its code.</summary>
    public static FlagColumn ByCode(TextColumn column, bool[] byCode) => Codes(column, (codes, into) =>
    {
        for (var i = 0; i < codes.Length; i++)
            into[i] = byCode[codes[i]] ? 1 : 0;
    });

    public static FlagColumn Not(FlagColumn column) => Map<WholeTests.IsNotOne>(column);

    /// <summary>Whether a value counts as true.</summary>
    public static FlagColumn IsTrue(Column column) => column switch
    {
        ComputedFlags { IsTest: true } flags => flags,
        FlagColumn flags => Map<WholeTests.IsOne>(flags),
        NumberColumn numbers => Map<NumberTests.IsTrue>(numbers),
        TextColumn texts => IsText(texts, EmptyTexts.CodeIn(texts)),
        DateColumn dates => Map<WholeTests.IsThere>(dates),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a value is there: flags for <c>??</c>.</summary>
    public static FlagColumn IsThere(Column column) => column switch
    {
        NumberColumn numbers => Map<NumberTests.IsThere>(numbers),
        WholeColumn whole => Map<WholeTests.IsThere>(whole),
        _ => IsTrue(column),
    };

    static ComputedFlags Zip<T>(NumberColumn left, NumberColumn right) where T : ILanes => Of(left.Count, (start, into) =>
    {
        using var others = new Rented<double>(into.Length);
        left.Read(start, MemoryMarshal.Cast<long, double>(into));
        right.Read(start, others.Span);
        Lanes.Zip<T>(into, MemoryMarshal.Cast<double, long>(others.Span));
    });

    static ComputedFlags Zip<T>(WholeColumn left, WholeColumn right) where T : ILanes => Of(left.Count, (start, into) =>
    {
        using var others = new Rented<long>(into.Length);
        left.Read(start, into);
        right.Read(start, others.Span);
        Lanes.Zip<T>(into, others.Span);
    });

    static ComputedFlags Map<T>(NumberColumn column) where T : ILanes => Of(column.Count, (start, into) =>
    {
        column.Read(start, MemoryMarshal.Cast<long, double>(into));
        Lanes.Map<T>(into);
    });

    static ComputedFlags Map<T>(WholeColumn column) where T : ILanes => Of(column.Count, (start, into) =>
    {
        column.Read(start, into);
        Lanes.Map<T>(into);
    });

    delegate void ReadCodes(ReadOnlySpan<int> codes, Span<long> into);

    static ComputedFlags Codes(TextColumn column, ReadCodes read) => Of(column.Count, (start, into) =>
    {
        using var codes = new Rented<int>(into.Length);
        column.Read(start, codes.Span);
        read(codes.Span, into);
    });

    static ComputedFlags Of(int count, Fill<long> fill) => new(count, fill) { IsTest = true };
}
