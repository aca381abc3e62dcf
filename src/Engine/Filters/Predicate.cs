using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>
/// A condition bound to a column. An operand that does not convert to the column's type equals no value and comes neither
/// before nor after any.
/// </summary>
abstract class Predicate
{
    /// <summary>Sets to 0 the verdicts of the rows, from <paramref name="start"/> on, that do not satisfy the condition.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="verdicts">0 or 1 for each row.</param>
    /// <param name="scratch">At least as long as the verdicts; the content is of no use.</param>
    public abstract void Test(int start, Span<byte> verdicts, long[] scratch);

    public static Predicate Of(Condition condition, Column column) =>
        column.Raw is { } raw ? new RawPredicate(OfTyped(condition, column), condition, column, raw) : OfTyped(condition, column);

    static Predicate OfTyped(Condition condition, Column column) => column switch
    {
        NumberColumn numbers => new NumberPredicate(numbers, condition),
        TextColumn texts => new TextPredicate(texts, condition),
        DateColumn dates => new WholePredicate(condition, dates, Operands.Date),
        FlagColumn flags => new WholePredicate(condition, flags, Operands.Flag),
        IdColumn ids => new IdPredicate(ids, condition),
        _ => throw new System.Diagnostics.UnreachableException(column.GetType().Name),
    };
}
