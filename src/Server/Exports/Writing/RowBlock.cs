using System.Collections.Immutable;
using Espalier.Engine.Calculation;

namespace Espalier.Server.Exports.Writing;

/// <summary>A run of rows, loaded column by column, so that it can be printed row by row.</summary>
sealed class RowBlock
{
    /// <summary>So many rows of fifty columns stay in a core's cache.</summary>
    public const int Rows = 4096;

    public RowBlock(ImmutableArray<NodeColumn> columns, int capacity) =>
        Cells = [.. columns.Select(c => CellPrinter.For(c, capacity))];

    public CellPrinter[] Cells { get; }

    public int Count { get; private set; }

    public void Load(ReadOnlySpan<int> rows)
    {
        Count = rows.Length;
        var isRun = true;
        for (var i = 1; i < rows.Length && isRun; i++)
            isRun = rows[i] == rows[0] + i;
        foreach (var cells in Cells)
            cells.Load(rows, isRun);
    }
}
