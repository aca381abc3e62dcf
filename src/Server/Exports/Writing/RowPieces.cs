using System.Collections.Concurrent;
using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;

namespace Espalier.Server.Exports.Writing;

/// <summary>How rows look; what stands before and after all of them.</summary>
interface IRowFormat
{
    void Head(ByteBuffer into);

    /// <param name="isFirst">Whether no row stands before.</param>
    void Row(CellPrinter[] cells, int at, bool isFirst, ByteBuffer into);

    void Tail(ByteBuffer into);
}

/// <summary>A result that is written row by row.</summary>
sealed class RowPieces(Selection selection, ImmutableArray<NodeColumn> columns, IRowFormat format) : IPieces
{
    readonly ConcurrentBag<RowBlock> _blocks = [];

    public int Count { get; } = Math.Max(1, (selection.Count + RowBlock.Rows - 1) / RowBlock.Rows);

    public int Rows => selection.Count;

    public void Write(int piece, ByteBuffer into)
    {
        var start = piece * RowBlock.Rows;
        var rows = selection.Rows[start..Math.Min(selection.Count, start + RowBlock.Rows)];
        if (piece == 0)
            format.Head(into);
        if (!_blocks.TryTake(out var block))
            block = new(columns, Math.Min(RowBlock.Rows, selection.Count));
        block.Load(rows);
        var isFirst = piece == 0;
        foreach (var place in block.Places)
        {
            format.Row(block.Cells, place, isFirst, into);
            isFirst = false;
        }
        _blocks.Add(block);
        if (piece == Count - 1)
            format.Tail(into);
    }
}
