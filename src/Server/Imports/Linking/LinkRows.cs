using System.Globalization;
using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Imports.Linking;

/// <summary>
/// Reads actions from the rows of a dataset that hold the id of an item of another: a link for each that names one which
/// is there.
/// </summary>
/// <param name="links">The links dataset's definition.</param>
/// <param name="ids">The rows' own ids.</param>
/// <param name="others">The ids of the items that they name.</param>
/// <param name="allocations">Null: all links are whole.</param>
/// <param name="rows">The rows that name one, in their order.</param>
/// <param name="isFrom">Whether links begin with the rows' own ids.</param>
sealed class LinkRows(DatasetDefinition links, Column ids, Column others, Column? allocations, int[] rows, bool isFrom) : IActionReader
{
    int _next;

    public long BytesRead => _next;

    /// <summary>The rows that have an id and name an item which is there.</summary>
    public static int[] Naming(Column ids, Column others, ReadOnlySpan<int> order, Column otherIds, ReadOnlySpan<int> otherOrder)
    {
        var found = LinkJoin.Rows(others, order, otherIds, otherOrder);
        var rows = new List<int>(order.Length);
        foreach (var row in order)
            if (found[row] >= 0 && !ids.IsBlank(row))
                rows.Add(row);
        return [.. rows];
    }

    public ValueTask<ActionBatch?> ReadAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_next == rows.Length)
            return new((ActionBatch?)null);
        var batch = new ActionBatch(links.Properties.Length, _next, ActionBatch.Actions);
        var word = "createOrReplace"u8;
        var at = batch.Store(word);
        var (from, to) = (batch.OpenProperty(links.PositionOf(LinkProperties.From)), batch.OpenProperty(links.PositionOf(LinkProperties.To)));
        var allocation = batch.OpenProperty(links.PositionOf(LinkProperties.Allocation));
        for (; _next < rows.Length && batch.Count < batch.Capacity; _next++, batch.Count++)
        {
            batch.Action.Set(batch.Count, CellToken.Text, at, word.Length);
            Set(batch, isFrom ? from : to, CellToken.Text, ids[rows[_next]].ToString());
            Set(batch, isFrom ? to : from, CellToken.Text, others[rows[_next]].ToString());
            Set(batch, allocation, CellToken.Number, AllocationOf(rows[_next]).ToString(CultureInfo.InvariantCulture));
        }
        return new(batch);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    double AllocationOf(int row) => allocations switch
    {
        NumberColumn numbers when !double.IsNaN(numbers.At(row)) => numbers.At(row),
        TextColumn texts when !texts.IsBlank(row) && Conversion.TryNumber(texts.Utf8(row), out var number) => number,
        _ => LinkProperties.WholeAllocation,
    };

    static void Set(ActionBatch batch, CellVector cells, CellToken token, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        cells.Set(batch.Count, token, batch.Store(utf8), utf8.Length);
    }
}
