using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>The label of the ancestor, or of the row itself, at one depth; blank below the row.</summary>
sealed class LevelColumn(Levels levels, int depth) : TextColumn
{
    public override TextPool Pool => levels.Labels.Pool;

    public override int Count => levels.Tree.Nodes.Length;

    public override int At(int row) => levels.Tree.AncestorAt(row, depth) is var ancestor and >= 0 ? levels.Labels.Codes[ancestor] : 0;

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

    void Walk(int start, int count, Walked into)
    {
        if (into.Codes.Length < count * _most)
            into.Codes = new int[count * _most];
        (into.Owner, into.Start, into.Count) = (_number, start, count);
        var nodes = tree.Nodes;
        var (codes, texts) = (into.Codes, labels.Codes);
        codes.AsSpan(0, count * _most).Clear();
        for (var i = 0; i < count; i++)
        {
            var row = start + i;
            var depth = nodes[row].Depth;
            if (depth > _most)
                (row, depth) = (tree.AncestorAt(row, _most), _most);
            for (; depth > 0; depth--)
            {
                codes[(depth - 1) * count + i] = texts[row];
                row = nodes[row].Parent;
            }
        }
    }

    sealed class Walked
    {
        public long Owner { get; set; }
        public int Start { get; set; }
        public int Count { get; set; }
        public int[] Codes { get; set; } = [];
    }
}

/// <summary>What a label property prints, by row, whatever its type: shared by all levels.</summary>
sealed class Labels
{
    public Labels(Column column)
    {
        Codes = new int[column.Count];
        if (column is TextColumn text)
        {
            Pool = text.Pool;
            text.Read(0, Codes);
            return;
        }
        Pool = new();
        for (var row = 0; row < Codes.Length; row++)
        {
            var cell = column[row];
            var printed = cell.IsBlank ? column.Raw?[row] ?? "" : cell.ToString();
            Codes[row] = Pool.Add(System.Text.Encoding.UTF8.GetBytes(printed));
        }
    }

    public TextPool Pool { get; }

    public int[] Codes { get; }
}
