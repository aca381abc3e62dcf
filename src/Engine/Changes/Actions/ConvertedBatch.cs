using Espalier.Engine.Columns;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Changes.Actions;

/// <summary>A batch with everything in it converted, and with what is wrong with each action as far as the batch alone tells.</summary>
sealed class ConvertedBatch : IDisposable
{
    readonly ConvertedCells?[] _cells;
    readonly ConvertedCells? _sortOrders;
    readonly Dictionary<int, List<ActionProblem>> _problems = [];
    readonly Dictionary<int, List<ActionProblem>> _denials = [];

    /// <param name="access">Null: every property may be changed.</param>
    public ConvertedBatch(ActionBatch batch, Snapshot snapshot, ImportSettings settings, Tokens tokens, int[] keys, WriteAccess? access)
    {
        Batch = batch;
        Actions = new ItemAction[batch.Count];
        var properties = snapshot.Definition.Properties;
        _cells = new ConvertedCells?[properties.Length];
        Work.Each(properties.Length, batch.Count, p =>
        {
            if (batch.Property(p) is { } cells)
                _cells[p] = ConvertedCells.Of(batch, cells, properties[p].Type, tokens, settings.DateFormat, keys.Contains(p));
        });
        if (batch.SortOrder is { } orders)
            _sortOrders = ConvertedCells.Of(batch, orders, PropertyType.Number, tokens, settings.DateFormat, identifier: true);
        ReadActions();
        Collect(snapshot, keys);
        if (access is not null)
            LeaveOut(snapshot, settings, keys, access);
    }

    public ActionBatch Batch { get; }

    public ItemAction[] Actions { get; }

    public ConvertedCells? Cells(int property) => _cells[property];

    /// <summary>The sort order that the action gives; NaN when it gives none.</summary>
    public double SortOrder(int action) =>
        _sortOrders?.Wishes[action] == CellWish.Set ? BitConverter.Int64BitsToDouble(_sortOrders.Patterns[action]) : double.NaN;

    public bool IsFaulty(int action) => _problems.ContainsKey(action);

    public List<ActionProblem> ProblemsOf(int action)
    {
        if (!_problems.TryGetValue(action, out var problems))
            _problems[action] = problems = [];
        return problems;
    }

    /// <summary>Properties that the action names and the caller may not change; none when such are skipped.</summary>
    public IReadOnlyList<ActionProblem> DenialsOf(int action) => _denials.TryGetValue(action, out var denials) ? denials : [];

    /// <summary>Forgets what was found wrong with identifiers, before they are looked at again.</summary>
    public void Forget(string[] identifiers)
    {
        foreach (var (action, problems) in _problems.ToArray())
        {
            problems.RemoveAll(p => identifiers.Contains(p.Key) && p.Kind is ActionProblemKind.IdentifierMissing or ActionProblemKind.IdInvalid);
            if (problems.Count == 0)
                _problems.Remove(action);
        }
    }

    public void Dispose()
    {
        foreach (var cells in _cells)
            cells?.Dispose();
        _sortOrders?.Dispose();
    }

    void ReadActions()
    {
        for (var i = 0; i < Batch.Count; i++)
        {
            var token = Batch.Action.Tokens[i];
            var name = token == CellToken.Text ? Dates.Trim(Batch.Text(Batch.Action, i)) : default;
            Actions[i] = ItemActions.Parse(name);
            if (Actions[i] == ItemAction.None)
                ProblemsOf(i).Add(new(Batch.First + i, "_action",
                    token is CellToken.Absent or CellToken.Null || (token == CellToken.Text && name.IsEmpty)
                        ? ActionProblemKind.ActionMissing : ActionProblemKind.ActionUnknown));
        }
    }

    void Collect(Snapshot snapshot, int[] keys)
    {
        foreach (var problem in Batch.Problems)
            ProblemsOf((int)(problem.Action - Batch.First)).Add(problem);
        for (var p = 0; p < _cells.Length; p++)
            if (_cells[p] is { AnyInvalid: true } cells)
                Collect(cells, snapshot.Definition.Properties[p].Key, keys.Contains(p));
        if (_sortOrders is { AnyInvalid: true })
            Collect(_sortOrders, ChangeSet.SortOrderKey, isKey: false);
    }

    /// <summary>Takes out the cells of properties that the caller may not change; what identifies items stays.</summary>
    void LeaveOut(Snapshot snapshot, ImportSettings settings, int[] keys, WriteAccess access)
    {
        for (var p = 0; p < _cells.Length; p++)
        {
            if (_cells[p] is not { } cells || access.MayChange(p) || keys.Contains(p))
                continue;
            for (var i = 0; i < Batch.Count && !settings.SkipDeniedProperties; i++)
                if (cells.Wishes[i] is not (CellWish.None or CellWish.Keep))
                    (_denials.TryGetValue(i, out var denials) ? denials : _denials[i] = [])
                        .Add(new(Batch.First + i, snapshot.Definition.Properties[p].Key, ActionProblemKind.PropertyDenied));
            cells.Dispose();
            _cells[p] = null;
        }
    }

    /// <summary>A delete and a noop do not look at values, only at what identifies the item.</summary>
    void Collect(ConvertedCells cells, string key, bool isKey)
    {
        for (var i = 0; i < Batch.Count; i++)
            if (cells.Wishes[i] == CellWish.Invalid && (isKey || Actions[i] is not (ItemAction.Delete or ItemAction.Noop)))
                ProblemsOf(i).Add(new(Batch.First + i, key, (ActionProblemKind)cells.Patterns[i]));
    }
}

/// <summary>Runs the same work for each of several columns, side by side where there are enough rows to pay for it.</summary>
static class Work
{
    const int LeastRows = 512;

    public static void Each(int columns, int rows, Action<int> work)
    {
        if (rows >= LeastRows)
        {
            Parallel.For(0, columns, work);
            return;
        }
        for (var c = 0; c < columns; c++)
            work(c);
    }
}
