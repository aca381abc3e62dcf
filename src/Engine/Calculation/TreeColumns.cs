using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Calculation;

/// <summary>Whole numbers that the tree holds by row.</summary>
sealed class TreeNumbers(int[] values, bool zeroIsBlank = false) : NumberColumn
{
    public override int Count => values.Length;

    public override double At(int row) => zeroIsBlank && values[row] == 0 ? double.NaN : values[row];

    public override void Read(int start, Span<double> into)
    {
        var run = values.AsSpan(start, into.Length);
        for (var i = 0; i < run.Length; i++)
            into[i] = zeroIsBlank && run[i] == 0 ? double.NaN : run[i];
    }
}

/// <summary>Whether a row has no children; or, for orphans, no parent either.</summary>
sealed class LeafFlags(Tree tree, bool orphans) : FlagColumn
{
    public override int Count => tree.ChildCounts.Length;

    public override long At(int row) => tree.ChildRows[row] == 0 && (!orphans || tree.ParentRows[row] < 0) ? 1 : 0;

    public override void Read(int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }
}

/// <summary>Whether a row's autoId is its alone; or the inverse.</summary>
sealed class UniqueFlags(bool[] unique, bool inverse) : FlagColumn
{
    public override int Count => unique.Length;

    public override long At(int row) => unique[row] != inverse ? 1 : 0;

    public override void Read(int start, Span<long> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
    }
}

/// <summary>The label of the ancestor, or of the row itself, at one depth; blank below the row.</summary>
sealed class LevelColumn(Tree tree, Labels labels, int depth) : TextColumn
{
    public override TextPool Pool => labels.Pool;

    public override int Count => tree.Depths.Length;

    public override int At(int row) => tree.AncestorAt(row, depth) is var ancestor and >= 0 ? labels.Codes[ancestor] : 0;

    public override void Read(int start, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = At(start + i);
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
