using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Filters;

/// <summary>How a condition compares.</summary>
public enum Comparison : byte
{
    /// <summary>The value is one of the operands.</summary>
    In,

    /// <summary>The value is none of the operands.</summary>
    NotIn,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>
/// What one property must satisfy. Equality is <see cref="Comparison.In"/> with one operand. A blank operand stands for
/// the missing value. Operands are converted to the property's type when the filter runs.
/// </summary>
public sealed record Condition(string Key, Comparison Comparison, ImmutableArray<Cell> Operands)
{
    public static Condition Is(string key, Cell operand) => new(key, Comparison.In, [operand]);

    public static Condition IsNot(string key, Cell operand) => new(key, Comparison.NotIn, [operand]);
}

/// <summary>Which rows are wanted: those that satisfy all conditions.</summary>
public sealed record Filter(ImmutableArray<Condition> Conditions)
{
    public static readonly Filter Everything = new([]);

    /// <summary>The rows that pass, in row order.</summary>
    /// <param name="among">Other rows than all that are live, in the order in which they are to be shown.</param>
    /// <exception cref="KeyNotFoundException">A condition's key is none of the columns.</exception>
    public Selection Select(NodeColumns nodes, CancellationToken ct, ReadOnlyMemory<int>? among = null)
    {
        var snapshot = nodes.Snapshot;
        var order = among ?? snapshot.OrderedRows;
        if (Conditions.IsEmpty)
            return new(order);

        var predicates = new Predicate[Conditions.Length];
        for (var i = 0; i < predicates.Length; i++)
            predicates[i] = Predicate.Of(Conditions[i], (nodes.Find(Conditions[i].Key)
                ?? throw new KeyNotFoundException(Conditions[i].Key)).Column);

        var passes = new byte[snapshot.RowCount];
        var scratch = new long[Math.Min(Chunk.Rows, passes.Length)];
        for (var start = 0; start < passes.Length; start += Chunk.Rows)
        {
            ct.ThrowIfCancellationRequested();
            var run = passes.AsSpan(start, Math.Min(Chunk.Rows, passes.Length - start));
            run.Fill(1);
            foreach (var predicate in predicates)
            {
                predicate.Test(start, run, scratch);
                if (!run.Contains((byte)1))
                    break;
            }
        }

        var rows = new int[order.Length];
        var count = 0;
        foreach (var row in order.Span)
        {
            rows[count] = row;
            count += passes[row];
        }
        return new(rows.AsMemory(0, count));
    }
}

/// <summary>Rows of a snapshot, in the order in which they are to be shown.</summary>
public sealed class Selection(ReadOnlyMemory<int> rows)
{
    public int Count => rows.Length;

    public ReadOnlySpan<int> Rows => rows.Span;

    /// <summary>A part of it: at most so many rows from one on.</summary>
    public Selection Page(long offset, long limit)
    {
        var start = (int)Math.Min(offset, rows.Length);
        return new(rows.Slice(start, (int)Math.Min(limit, rows.Length - start)));
    }
}
