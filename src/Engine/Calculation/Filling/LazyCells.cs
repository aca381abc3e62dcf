using System.Runtime.CompilerServices;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Calculation.Filling;

/// <summary>
/// Cells of a property that reads itself, perhaps through others: each is computed when it is asked for, and once. A cell
/// that needs itself is blank and says so.
/// </summary>
sealed class LazyCells(string key, PropertyType type, int count, Func<int, NodeResult> run, Dictionary<int, string> errors, CellStack running) : Column, IValueColumn
{
    const byte Unknown = 0, Running = 1, Done = 2;

    readonly Value[] _values = new Value[count];
    readonly byte[] _states = new byte[count];

    public override PropertyType Type => type;

    public override int Count => count;

    public override bool IsBlank(int row) => ValueAt(row).IsBlank;

    public override Cell this[int row] => Storing.ToCell(ValueAt(row), type, out _);

    public Value ValueAt(int row)
    {
        switch (_states[row])
        {
            case Done:
                return _values[row];
            case Running:
                throw new CellTrouble(running.Close(key, row));
        }
        // A chain that is not walked from its end may be longer than the stack.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new CellTrouble("Properties read each other too deeply");
        _states[row] = Running;
        running.Enter(key, row);
        var result = run(row);
        var error = running.Leave() ?? result.Error;
        _values[row] = error is null ? Value.Of(Storing.ToCell(result.Value, type, out error)) : Value.Blank;
        if (error is not null)
            errors[row] = error;
        _states[row] = Done;
        return _values[row];
    }
}

/// <summary>The cells that are being computed, the one inside the other; finds those that need themselves.</summary>
sealed class CellStack
{
    /// <summary>Keys of a circle that are told; a longer one is cut.</summary>
    const int MostKeys = 10;

    readonly List<(string Key, int Row, string? Error)> _cells = [];

    public void Enter(string key, int row) => _cells.Add((key, row, null));

    /// <summary>Marks all cells from the one that is needed again; returns what to tell.</summary>
    public string Close(string key, int row)
    {
        var start = _cells.FindLastIndex(c => c.Row == row && c.Key == key);
        var path = string.Join(" → ", _cells.Skip(start).Take(MostKeys).Select(c => c.Key).Append(key));
        for (var i = start; i < _cells.Count; i++)
            _cells[i] = _cells[i] with { Error = "Circular reference: " + path };
        return "Circular reference: " + path;
    }

    /// <summary>The innermost cell is done; the error if it needs itself.</summary>
    public string? Leave()
    {
        var error = _cells[^1].Error;
        _cells.RemoveAt(_cells.Count - 1);
        return error;
    }
}
