using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Vectors;

/// <summary>Arithmetic over whole columns. A blank is NaN, and what is not finite becomes it.</summary>
static class Arithmetic
{
    public static NumberColumn Constant(double value, int count) => new ComputedNumbers(count, (_, into) => into.Fill(value));

    public static NumberColumn Operate(string sign, NumberColumn left, NumberColumn right) => sign switch
    {
        "+" => Zip<NumberLanes.Add>(left, right),
        "-" => Zip<NumberLanes.Subtract>(left, right),
        "*" => Zip<NumberLanes.Multiply>(left, right),
        "/" => Zip<NumberLanes.Divide>(left, right),
        _ => Zip<NumberLanes.Remainder>(left, right),
    };

    static ComputedNumbers Zip<T>(NumberColumn left, NumberColumn right) where T : ILanes => new(left.Count, (start, into) =>
    {
        using var others = new Rented<double>(into.Length);
        left.Read(start, into);
        right.Read(start, others.Span);
        Lanes.Zip<T>(into, others.Span);
    });

    public static NumberColumn Map(NumberColumn column, Func<double, double> map) => new ComputedNumbers(column.Count, (start, into) =>
    {
        column.Read(start, into);
        for (var i = 0; i < into.Length; i++)
            into[i] = map(into[i]) is var value && double.IsFinite(value) ? value : double.NaN;
    });

    /// <summary>Flags as 0 and 1.</summary>
    public static NumberColumn Numbers(FlagColumn flags) => new ComputedNumbers(flags.Count, (start, into) =>
    {
        using var buffer = new Rented<long>(into.Length);
        flags.Read(start, buffer.Span);
        for (var i = 0; i < into.Length; i++)
            into[i] = buffer.Span[i] is var flag && flag == Columns.Packing.Chunk.Blank ? double.NaN : flag;
    });
}
