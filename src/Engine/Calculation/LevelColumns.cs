using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>The label of the ancestor, or of the row itself, at one depth; blank below the row.</summary>
sealed class LevelColumn(Levels levels, int depth) : TextColumn
{
    public override TextPool Pool => levels.Labels.Pool;

    public override int Count => levels.Tree.Nodes.Length;

    public override int At(int row) => levels.Tree.AncestorAt(row, depth) is var ancestor and >= 0 ? levels.Labels.Steps[ancestor].Code : 0;

    public override void Read(int start, Span<int> into) => levels.Read(depth, start, into);
}

/// <summary>
/// The paths from the roots to each row, of which every level column shows one step. Exports read all levels of some rows
/// one after the other, so the paths of these rows are walked once and kept for the columns that come next.
/// </summary>
sealed class Levels(Tree tree, Labels labels)
{
    static long _made;

    /// <summary>By thread, for nothing of a snapshot changes. It names its owner by number, so that it keeps no snapshot alive.</summary>
    [ThreadStatic]
    static Walked? _walked;

    readonly long _number = Interlocked.Increment(ref _made);
    readonly int _most = Math.Min(tree.Levels, NodeColumns.MostLevels);

    public Tree Tree => tree;

    public Labels Labels => labels;

    public void Read(int depth, int start, Span<int> into)
    {
        if (depth > _most)
        {
            into.Clear();
            return;
        }
        var walked = _walked ??= new();
        if (walked.Owner != _number || walked.Start != start || walked.Count != into.Length)
            Walk(start, into.Length, walked);
        walked.Codes.AsSpan((depth - 1) * into.Length, into.Length).CopyTo(into);
    }

    /// <summary>Level by level rather than row by row, so that the memory of many rows is waited for at once.</summary>
    void Walk(int start, int count, Walked into)
    {
        if (into.Codes.Length < count * _most)
            into.Codes = new int[count * _most];
        if (into.At.Length < count)
            (into.At, into.Depths) = (new int[count], new int[count]);
        (into.Owner, into.Start, into.Count) = (_number, start, count);
        var nodes = tree.Nodes.Slice(start, count);
        var at = into.At.AsSpan(0, count);
        var depths = into.Depths.AsSpan(0, count);
        for (var i = 0; i < count; i++)
        {
            var depth = nodes[i].Depth;
            at[i] = depth > _most ? tree.AncestorAt(start + i, _most) : start + i;
            depths[i] = Math.Min(depth, _most);
        }
        var steps = labels.Steps.AsSpan();
        for (var depth = _most; depth > 0; depth--)
        {
            var codes = into.Codes.AsSpan((depth - 1) * count, count);
            for (var i = 0; i < codes.Length; i++)
            {
                if (depths[i] < depth)
                {
                    codes[i] = 0;
                    continue;
                }
                var step = steps[at[i]];
                codes[i] = step.Code;
                at[i] = step.Parent;
            }
        }
    }

    sealed class Walked
    {
        public long Owner { get; set; }
        public int Start { get; set; }
        public int Count { get; set; }
        public int[] Codes { get; set; } = [];
        public int[] At { get; set; } = [];
        public int[] Depths { get; set; } = [];
    }
}

/// <summary>What a label property prints, by row, whatever its type, and the row's parent: shared by all levels.</summary>
sealed class Labels
{
    public Labels(Tree tree, Column column)
    {
        var codes = new int[column.Count];
        if (column is TextColumn text)
        {
            Pool = text.Pool;
            text.Read(0, codes);
        }
        else
        {
            Pool = new();
            for (var row = 0; row < codes.Length; row++)
            {
                var cell = column[row];
                var printed = cell.IsBlank ? column.Raw?[row] ?? "" : cell.ToString();
                codes[row] = Pool.Add(System.Text.Encoding.UTF8.GetBytes(printed));
            }
        }
        Steps = new Step[codes.Length];
        var nodes = tree.Nodes;
        for (var row = 0; row < codes.Length; row++)
            Steps[row] = new(nodes[row].Parent, codes[row]);
    }

    public TextPool Pool { get; }

    public Step[] Steps { get; }
}

/// <summary>A row's parent, or −1, beside the code of its label, for walks read both.</summary>
readonly record struct Step(int Parent, int Code);
