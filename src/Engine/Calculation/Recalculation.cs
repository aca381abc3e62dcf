using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>The calculated columns of one snapshot, by key, with the reasons of blank cells.</summary>
public sealed class Recalculated
{
    internal Dictionary<string, Column> Result { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, IReadOnlyDictionary<int, string>> CellErrors { get; } = new(StringComparer.Ordinal);

    /// <summary>What each column was computed from: the same inputs give the same column again.</summary>
    internal Dictionary<string, object[]> Inputs { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Column> Columns => Result;

    /// <summary>By key and row.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Errors => CellErrors;

    /// <summary>How many columns were computed; the others were taken over.</summary>
    public int Computed { get; internal set; }

    /// <summary>Values that expressions stored by themselves (<c>setvalue</c>), in order.</summary>
    public List<CellWrite> Writes { get; } = [];
}

/// <summary>Computes the calculated properties of a dataset in the order of their dependencies, each cell once.</summary>
public sealed class Recalculation
{
    readonly Dictionary<string, CalculatedProperty> _properties;
    readonly Dictionary<string, Compilation> _compiled = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<string>> _scripted = new(StringComparer.Ordinal);
    readonly GizmoSchema _schema;

    /// <param name="onDemand">On-demand properties that are to be computed too.</param>
    public Recalculation(GizmoSchema schema, IEnumerable<CalculatedProperty> properties, IReadOnlyCollection<string>? onDemand = null)
    {
        _schema = schema;
        _properties = properties.ToDictionary(p => p.Key, StringComparer.Ordinal);
        foreach (var property in _properties.Values)
            if (Runs(property, onDemand))
                _compiled[property.Key] = GizmoCompiler.Compile(property.Expression, schema);
        foreach (var property in _properties.Values.Where(p => p.Evaluation == EvaluationMode.Script))
            _scripted[property.Key] = [.. _compiled.Where(c => c.Value.Reads.Writes.Contains(property.Key)).Select(c => c.Key)];
        Graph = new(_compiled.Where(c => !c.Value.HasErrors).ToDictionary(), _scripted);
    }

    public DependencyGraph Graph { get; }

    /// <summary>The compiled expressions, those with errors among them.</summary>
    public IReadOnlyDictionary<string, Compilation> Compiled => _compiled;

    /// <summary>Computes all columns, or only those whose inputs are not the ones of the previous run.</summary>
    /// <param name="dataset">Makes the dataset that expressions see, from a function that gives the calculated columns.</param>
    public Recalculated Run(Snapshot snapshot, EvaluationOptions options, Func<Func<string, Column?>, GizmoDataset>? dataset = null, Recalculated? previous = null)
    {
        dataset ??= calculated => new(snapshot, _schema, calculated);
        var run = new Recalculated();
        foreach (var literal in _properties.Values.Where(p => p.Evaluation == EvaluationMode.None && p.Expression.Length > 0))
            run.Result[literal.Key] = Literal(snapshot, literal);
        foreach (var group in Graph.Groups)
        {
            if (Graph.IsCycle(group))
                RunCycle(group, snapshot, options, dataset, run);
            else
                RunOne(group[0], snapshot, options, dataset, run, previous);
        }
        return run;
    }

    static bool Runs(CalculatedProperty property, IReadOnlyCollection<string>? onDemand) => property.Evaluation switch
    {
        EvaluationMode.PreFilter or EvaluationMode.PostFilter => property.Mode != ExpressionMode.NewNodes,
        EvaluationMode.OnDemand => onDemand?.Contains(property.Key) == true,
        _ => false,
    };

    void RunOne(string key, Snapshot snapshot, EvaluationOptions options, Func<Func<string, Column?>, GizmoDataset> dataset, Recalculated run, Recalculated? previous)
    {
        var compilation = _compiled[key];
        var inputs = InputsOf(compilation, key, snapshot, run);
        if (previous is not null && inputs is not null && previous.Inputs.TryGetValue(key, out var before) && before.AsSpan().SequenceEqual(inputs))
        {
            run.Result[key] = previous.Result[key];
            run.Inputs[key] = inputs;
            if (previous.CellErrors.TryGetValue(key, out var errors))
                run.CellErrors[key] = errors;
            return;
        }
        var type = _schema.Properties.First(p => p.Key == key).Type;
        var evaluated = compilation.RunColumn(dataset(k => run.Result.GetValueOrDefault(k)), type, options);
        run.Computed++;
        if (inputs is not null)
            run.Inputs[key] = inputs;
        Take(key, evaluated, snapshot, run);
    }

    void Take(string key, EvaluatedColumn evaluated, Snapshot snapshot, Recalculated run)
    {
        if (evaluated.Errors.Count > 0)
            run.CellErrors[key] = evaluated.Errors;
        run.Result[key] = Overridden(key, evaluated.Column, snapshot);
        run.Writes.AddRange(evaluated.Writes.Where(w => !w.IsTemporary));
        foreach (var written in evaluated.Writes.Where(w => w.IsTemporary).GroupBy(w => w.Key))
            if (_scripted.ContainsKey(written.Key))
                run.Result[written.Key] = Filled.Of(snapshot, _schema.Properties.First(p => p.Key == written.Key).Type, written);
    }

    /// <summary>The result where the mode asks for it, else what is stored.</summary>
    Column Overridden(string key, Column calculated, Snapshot snapshot)
    {
        var property = _properties[key];
        if (property.Evaluation == EvaluationMode.OnDemand || property.Mode == ExpressionMode.AllNodes || snapshot.Definition.PositionOf(key) is var at && at < 0)
            return calculated;
        var stored = snapshot.Columns[at];
        return property.Mode == ExpressionMode.Inherited ? Filled.Inherited(snapshot, stored, calculated) : Filled.Blanks(stored, calculated);
    }

    /// <summary>Cells of properties that read each other, one by one; parents first, or children first.</summary>
    void RunCycle(IReadOnlyList<string> group, Snapshot snapshot, EvaluationOptions options, Func<Func<string, Column?>, GizmoDataset> dataset, Recalculated run)
    {
        Dictionary<string, LazyCells> cells = new(StringComparer.Ordinal);
        var running = new CellStack();
        foreach (var key in group)
        {
            Dictionary<int, string> errors = [];
            GizmoDataset? own = null;
            var type = _schema.Properties.First(p => p.Key == key).Type;
            var stored = snapshot.Definition.PositionOf(key) is var at and >= 0 && _properties[key].Mode == ExpressionMode.EmptyCells ? snapshot.Columns[at] : null;
            cells[key] = new(key, type, snapshot.RowCount, row =>
            {
                if (stored is not null && !stored.IsBlank(row))
                    return new(Gizmo.Values.Value.Of(stored[row]), null);
                own ??= dataset(k => cells.TryGetValue(k, out var lazy) ? lazy : run.Result.GetValueOrDefault(k));
                // Each cell has an evaluation of its own, for one may be asked for while another runs.
                return _compiled[key].Start(own, options).Run(row);
            }, errors, running);
            run.CellErrors[key] = errors;
        }
        var downwards = group.All(key => _compiled[key].Reads.All.Where(r => group.Contains(r.Key)).All(r => r.Relation is Relation.Children or Relation.Descendants or Relation.Self));
        int[] order = snapshot.Tree is { } tree ? tree.Rows.ToArray() : snapshot.Order.ToArray();
        if (downwards)
            Array.Reverse(order);
        foreach (var row in order)
            foreach (var key in group)
                cells[key].ValueAt(row);
        foreach (var key in group)
        {
            run.Computed++;
            run.Result[key] = Overridden(key, Filled.Of(snapshot, cells[key]), snapshot);
        }
    }

    /// <summary>The columns that an expression reads, the tree and the time; null when it must always run.</summary>
    static object[]? InputsOf(Compilation compilation, string key, Snapshot snapshot, Recalculated run)
    {
        var reads = compilation.Reads;
        if (reads.ReadsOthers || reads.IsVolatile || reads.HasWrites || reads.DependsOn(Reads.Any))
            return null;
        List<object> inputs = [compilation.Text, snapshot.RowCount];
        if (reads.WalksNodes)
            inputs.AddRange([snapshot.OrderedRows, .. snapshot.Definition.IsHierarchical ? new object[] { snapshot.Column(snapshot.Definition.TreeId!), snapshot.Column(snapshot.Definition.TreeParentId!) } : []]);
        foreach (var read in reads.All.Select(r => r.Key).Append(key).Distinct().Order(StringComparer.Ordinal))
            if (run.Result.TryGetValue(read, out var calculated))
                inputs.Add(calculated);
            else if (snapshot.Definition.PositionOf(read) is var at and >= 0)
                inputs.Add(snapshot.Columns[at]);
            else if (read is not ("_depth" or "_height" or "_layers" or "_is_leaf" or "_is_orphan" or "_outgoing_count" or "_span" or "_records" or "_span_of_control"))
                return null;
        return [.. inputs];
    }

    static Column Literal(Snapshot snapshot, CalculatedProperty property)
    {
        var type = snapshot.Definition.Find(property.Key)?.Type ?? PropertyType.Text;
        var cell = Gizmo.Values.Storing.ToCell(Gizmo.Values.Value.Of(property.Expression), type, out _);
        var stored = snapshot.Definition.PositionOf(property.Key) is var at and >= 0 && property.Mode != ExpressionMode.AllNodes ? snapshot.Columns[at] : null;
        return Filled.Of(type, snapshot.RowCount, row => stored is not null && !stored.IsBlank(row) ? stored[row] : property.Mode == ExpressionMode.NewNodes ? Cell.Blank : cell);
    }
}
