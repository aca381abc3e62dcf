using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Imports.Payloads;

/// <summary>Reads actions from CSV or TSV, by the rules of api.md 11. The first line names the columns.</summary>
public sealed class CsvActions : IActionReader
{
    const string Action = "_action", Id = "_id", SortOrder = "_sortOrder";
    const int IsAction = -1, IsId = -2, IsSortOrder = -3, IsIgnored = -4;

    readonly PayloadStream _text;
    readonly PayloadStream _raw;
    readonly DatasetDefinition _definition;
    readonly BatchMaker _batches;
    readonly CsvReader _csv;
    readonly long _start;
    int[]? _columns;
    CellVector?[] _cells = [];
    long _rows;
    (CsvMalformedReason Reason, long Offset)? _malformed;

    internal CsvActions(PayloadStream text, PayloadStream raw, bool tabs, DatasetDefinition definition, PayloadLimits limits)
    {
        _text = text;
        _raw = raw;
        _start = text.Taken;
        _definition = definition;
        _batches = new(definition.Properties.Length, limits);
        _csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = tabs ? '\t' : ',',
            HasHeader = false,
            DetectSeparatorHint = false,
            MaxRecordSize = limits.ActionBytes,
            BufferSize = limits.Buffer,
            Encoding = Encoding.UTF8,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = Note,
        }, leaveOpen: true);
    }

    public long BytesRead => _raw.Taken;

    public async ValueTask<ActionBatch?> ReadAsync(CancellationToken ct)
    {
        if (_columns is null)
        {
            if (!await NextAsync(ct))
                throw new PayloadException("The file is empty: its first line must name the columns.", 0);
            _columns = ReadHeader();
        }

        var batch = _batches.Open();
        try
        {
            _cells = [.. _columns.Select(column => Open(batch, column))];
            while (!BatchMaker.IsFull(batch) && await NextAsync(ct))
                Take(batch);
            var given = _batches.Close(batch);
            batch = null;
            return given;
        }
        finally
        {
            batch?.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        await _text.DisposeAsync();
    }

    async ValueTask<bool> NextAsync(CancellationToken ct)
    {
        try
        {
            if (!await _csv.ReadAsync(ct))
                return false;
        }
        catch (CsvFormatException e)
        {
            throw new PayloadException("A line is too long; perhaps a quoted cell is not closed.", _start + e.ByteOffset, Row);
        }
        if (_malformed is { } found)
            throw found.Reason == CsvMalformedReason.UnterminatedQuote
                ? new PayloadException("A quoted cell of this line is not closed.", _start + _csv.ByteOffset, Row)
                : new PayloadException(
                    "Text follows the closing quote of a cell; a quote within a quoted cell must be doubled.", _start + found.Offset, Row);
        return true;
    }

    /// <summary>The one-based line of data that is being read; null for the header.</summary>
    long? Row => _columns is null ? null : _rows + 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Take(ActionBatch batch)
    {
        var columns = _columns!;
        var cells = _cells;
        var action = batch.Count;
        var count = _csv.FieldCount;
        if (count > columns.Length)
        {
            batch.Problems.Add(new(_rows, null, ActionProblemKind.RowTooLong));
            count = columns.Length;
        }

        // The line is copied once and its cells point into it, but for those in which quotes had to be undone.
        var line = _csv.RawRecord;
        var start = batch.Store(line);
        for (var i = 0; i < count; i++)
        {
            if (cells[i] is not { } vector)
                continue;
            var cell = _csv.GetSpan(i);
            if (columns[i] == IsAction)
                cell = cell.Trim(" \t\r\n"u8);
            var at = line.Overlaps(cell, out var offset) ? start + offset : batch.Store(cell);
            vector.Set(action, CellToken.Text, at, cell.Length);
        }
        batch.Count++;
        _rows++;
    }

    int[] ReadHeader()
    {
        var columns = new int[_csv.FieldCount];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<string> unknown = [], repeated = [];
        for (var i = 0; i < columns.Length; i++)
        {
            // A key may have blanks around it.
            var name = _csv.GetString(i);
            if (_definition.PositionOf(name) < 0)
                name = name.Trim();
            columns[i] = Find(name);
            if (columns[i] == IsIgnored)
                continue;
            if (columns[i] == int.MinValue)
                unknown.Add(name);
            else if (!seen.Add(name))
                repeated.Add(name);
        }

        List<string> wrong = [];
        if (unknown.Count > 0)
            wrong.Add($"the dataset has no property for {List(unknown)}");
        if (repeated.Count > 0)
            wrong.Add($"it names {List(repeated)} more than once");
        if (!columns.Contains(IsAction))
            wrong.Add($"it lacks the column {Action}");
        return wrong.Count == 0 ? columns : throw new PayloadException($"The header does not fit the dataset: {string.Join("; ", wrong)}.", 0);
    }

    int Find(string name) => name switch
    {
        Action => IsAction,
        Id => IsId,
        SortOrder => IsSortOrder,
        _ when _definition.PositionOf(name) is var at and >= 0 => at,
        _ when _definition.IsShownOnly(name) => IsIgnored,
        _ => int.MinValue,
    };

    static CellVector? Open(ActionBatch batch, int column) => column switch
    {
        IsAction => batch.Action,
        IsId => batch.OpenId(),
        IsSortOrder => batch.OpenSortOrder(),
        IsIgnored => null,
        _ => batch.OpenProperty(column),
    };

    void Note(CsvMalformedRecord record)
    {
        // A quote within a cell that does not begin with one is text, as everybody reads it.
        if (record.Reason != CsvMalformedReason.StrayQuote)
            _malformed ??= (record.Reason, record.ByteOffset);
    }

    /// <summary>The first few names, shortened.</summary>
    static string List(List<string> names)
    {
        const int Shown = 10, Longest = 60;
        var shown = names.Take(Shown).Select(name => $"'{(name.Length > Longest ? name[..Longest] + "…" : name)}'");
        return string.Join(", ", shown) + (names.Count > Shown ? $" and {names.Count - Shown} more" : "");
    }
}
