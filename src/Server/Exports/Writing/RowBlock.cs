using System.Collections.Immutable;
using Espalier.Engine.Calculation;

namespace Espalier.Server.Exports.Writing;

/// <summary>Some rows, loaded column by column, so that they can be printed row by row.</summary>
sealed class RowBlock
{
    /// <summary>So many rows of fifty columns stay in a core's cache.</summary>
    public const int Rows = 1024;

    /// <summary>Rows that follow one another but for a few that are deleted or filtered out are read at once, those between them too.</summary>
    const int Slack = Rows / 4;

    readonly int[] _places;
    readonly int _room;

    public RowBlock(ImmutableArray<NodeColumn> columns, int capacity)
    {
        _places = new int[capacity];
        _room = capacity + Math.Min(Slack, capacity);
        Cells = [.. columns.Select(c => CellPrinter.For(c, _room))];
    }

    public CellPrinter[] Cells { get; }

    public int Count { get; private set; }

    /// <summary>Where the printers have the values of each of the rows.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <param name="rows">At most as many as the capacity.</param>
    public void Load(ReadOnlySpan<int> rows)
    {
        Count = rows.Length;
        if (rows.IsEmpty)
            return;
        var isNear = rows[^1] - rows[0] < _room && IsAscending(rows);
        for (var i = 0; i < rows.Length; i++)
            _places[i] = isNear ? rows[i] - rows[0] : i;
        foreach (var cells in Cells)
            if (isNear)
                cells.Load(rows[0], rows[^1] - rows[0] + 1);
            else
                cells.Load(rows);
    }

    static bool IsAscending(ReadOnlySpan<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
            if (rows[i] <= rows[i - 1])
                return false;
        return true;
    }
}
