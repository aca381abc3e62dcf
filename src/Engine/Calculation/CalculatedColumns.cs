using System.Collections.Concurrent;
using Espalier.Engine.Calculation.Filling;
using Espalier.Engine.Calculation.Keeping;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>
/// The calculated columns of one snapshot. Each is computed when it is first asked for, after those it reads; its cells
/// once. Safe for many threads.
/// </summary>
public sealed class CalculatedColumns
{
    readonly Recalculation _plan;
    readonly Snapshot _snapshot;
    readonly CalculationContext _context;
    readonly ConcurrentDictionary<string, Column> _columns = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, IReadOnlyDictionary<int, string>> _errors = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<CellWrite>> _temporaries = new(StringComparer.Ordinal);
    readonly HashSet<string> _running = new(StringComparer.Ordinal);
    readonly Lock _gate = new();

    internal CalculatedColumns(Recalculation plan, Snapshot snapshot, CalculationContext context)
    {
        _plan = plan;
        _snapshot = snapshot;
        _context = context;
        Dataset = new(snapshot, context.Schema, Find, context.Lookups, baseline: context.Baseline);
        context.Attach?.Invoke(Dataset);
    }

    /// <summary>The snapshot as expressions see it, with these columns.</summary>
    public GizmoDataset Dataset { get; }

    /// <summary>The columns that were asked for so far, and those they read.</summary>
    public IReadOnlyDictionary<string, Column> Columns => _columns;

    /// <summary>By key and row, why cells of columns that were asked for are blank.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Errors => _errors;

    /// <summary>How many columns were computed; the others were taken over.</summary>
    public int Computed { get; private set; }

    public Recalculation Plan => _plan;

    /// <summary>Computes all columns.</summary>
    public CalculatedColumns All()
    {
        foreach (var key in _plan.Keys)
            Find(key);
        return this;
    }

    /// <summary>What a calculated property shows; null for others.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled; asking again begins again.</exception>
    public Column? Find(string key)
    {
        if (_columns.TryGetValue(key, out var column))
            return column;
        if (!_plan.Calculates(key))
            return null;
        while (!_gate.TryEnter(TimeSpan.FromMilliseconds(50)))
            _context.Options.Cancel.ThrowIfCancellationRequested();
        try
        {
            // An expression that reads its own property, by a name that is known only now, sees what is stored.
            return _running.Contains(key) ? null : Compute(key);
        }
        finally
        {
            _gate.Exit();
        }
    }

    Column? Compute(string key)
    {
        foreach (var group in _plan.GroupsFor([key, .. _plan.CarriersOf(key)]))
        {
            _context.Options.Cancel.ThrowIfCancellationRequested();
            if (!group.All(_columns.ContainsKey) && !group.Any(_running.Contains))
                Run(group);
        }
        if (_columns.TryGetValue(key, out var column))
            return column;
        if (_running.Overlaps(_plan.CarriersOf(key)))
            return null;
        return _plan[key].Evaluation == EvaluationMode.None ? Keep(key, Literal(key)) : Keep(key, Overridden(key, Scripted(key)));
    }

    void Run(IReadOnlyList<string> group)
    {
        _running.UnionWith(group);
        try
        {
            var inputs = CalculationInputs.Of(group, _plan, _snapshot, _context, Find);
            if (inputs is not null && _context.Cache is { } cache && group.All(key => cache.Find(key, inputs) is not null))
            {
                foreach (var key in group)
                    if (cache.Find(key, inputs) is { } kept)
                        Keep(key, kept.Column, kept.Errors);
                return;
            }
            if (_plan.Graph.IsCycle(group))
                RunCycle(group);
            else
                RunOne(group[0]);
            Computed += group.Count;
            // With more time there would be more values.
            var isCut = group.Any(key => _errors.TryGetValue(key, out var errors) && errors.Values.Contains(Budget.OverTime));
            if (inputs is not null && !isCut)
                foreach (var key in group)
                    _context.Cache?.Add(key, new(inputs, _columns[key], _errors.GetValueOrDefault(key)));
        }
        finally
        {
            foreach (var key in group)
            {
                _running.Remove(key);
                Dataset.Forget(key);
            }
        }
    }

    void RunOne(string key)
    {
        var evaluated = _plan.Compiled[key].RunColumn(Dataset, _plan.TypeOf(key), _context.Options);
        foreach (var write in evaluated.Writes)
            if (write.IsTemporary && _plan.IsScripted(write.Key))
            {
                if (!_temporaries.TryGetValue(write.Key, out var writes))
                    _temporaries[write.Key] = writes = [];
                writes.Add(write);
            }
        Keep(key, Overridden(key, evaluated.Column), evaluated.Errors);
    }

    /// <summary>Cells of properties that read each other, one by one; parents first, or children first.</summary>
    void RunCycle(IReadOnlyList<string> group)
    {
        Dictionary<string, LazyCells> cells = new(StringComparer.Ordinal);
        Dictionary<string, Dictionary<int, string>> errors = new(StringComparer.Ordinal);
        var running = new CellStack();
        var dataset = Dataset.WithColumns(k => cells.TryGetValue(k, out var lazy) ? lazy : Find(k));
        foreach (var key in group)
        {
            var stored = _plan.IsForced(key) ? null : _plan[key].Mode switch
            {
                ExpressionMode.EmptyCells => StoredAt(key),
                ExpressionMode.Inherited => StoredAt(key) is { } own ? Filled.Inherited(_snapshot, own, Constants.Blank(own.Type, own.Count)) : null,
                _ => null,
            };
            cells[key] = new(key, _plan.TypeOf(key), _snapshot.RowCount, row =>
            {
                if (stored is not null && !stored.IsBlank(row))
                    return new(Value.Of(stored[row]), null);
                // Each cell has an evaluation of its own, for one may be asked for while another runs.
                return _plan.Compiled[key].Start(dataset, _context.Options).Run(row);
            }, errors[key] = [], running);
        }
        var downwards = group.All(key => _plan.Compiled[key].Reads.All.Where(r => group.Contains(r.Key))
            .All(r => r.Relation is Gizmo.Binding.Relation.Children or Gizmo.Binding.Relation.Descendants or Gizmo.Binding.Relation.Self));
        int[] order = _snapshot.Tree is { } tree ? tree.Rows.ToArray() : _snapshot.Order.ToArray();
        if (downwards)
            Array.Reverse(order);
        var until = 0;
        foreach (var row in order)
        {
            if (--until < 0)
            {
                until = 1024;
                _context.Options.Cancel.ThrowIfCancellationRequested();
            }
            foreach (var key in group)
                cells[key].ValueAt(row);
        }
        foreach (var key in group)
            Keep(key, Overridden(key, Filled.Of(_snapshot, cells[key])), errors[key]);
    }

    /// <summary>The result where the mode asks for it, else what is stored.</summary>
    Column Overridden(string key, Column calculated)
    {
        if (_plan.IsForced(key) || _plan[key].Mode == ExpressionMode.AllNodes || StoredAt(key) is not { } stored)
            return calculated;
        return _plan[key].Mode == ExpressionMode.Inherited ? Filled.Inherited(_snapshot, stored, calculated) : Filled.Blanks(stored, calculated);
    }

    /// <summary>What other properties' expressions set; blank for what has no expression, or none that can run.</summary>
    Column Scripted(string key) => _temporaries.TryGetValue(key, out var writes)
        ? Filled.Of(_snapshot, _plan.TypeOf(key), writes)
        : Constants.Blank(_plan.TypeOf(key), _snapshot.RowCount);

    Column Literal(string key)
    {
        var type = _plan.TypeOf(key);
        var cell = Storing.ToCell(Value.Of(_plan[key].Expression), type, out _);
        return Overridden(key, Filled.Of(type, _snapshot.RowCount, _ => cell));
    }

    Column? StoredAt(string key) => _snapshot.Definition.PositionOf(key) is var at and >= 0 ? _snapshot.Columns[at] : null;

    Column Keep(string key, Column column, IReadOnlyDictionary<int, string>? errors = null)
    {
        if (errors is { Count: > 0 })
            _errors[key] = errors;
        return _columns[key] = column;
    }
}
