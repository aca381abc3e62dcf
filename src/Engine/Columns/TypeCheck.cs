using System.Text;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Columns;

/// <summary>What becomes of a column's values when its property gets another type. Nothing is changed.</summary>
public sealed record TypeCheck(int Total, int Blank, int Converted, IReadOnlyList<int> FailedRows)
{
    /// <param name="key">The key of a property of the snapshot.</param>
    public static TypeCheck Of(Snapshot snapshot, string key, PropertyType type)
    {
        var column = snapshot.Column(key);
        var builder = ColumnBuilder.For(type);
        var (total, blank, failed) = (0, 0, new List<int>());
        foreach (var row in snapshot.Order)
        {
            if (snapshot.Rights[row] <= ItemRight.Ghost)
                continue;
            total++;
            var text = TextOf(column, row);
            if (text.Length == 0)
                blank++;
            else if (!builder.TryAppend(Encoding.UTF8.GetBytes(text)))
                failed.Add(row);
        }
        return new(total, blank, total - blank - failed.Count, failed);
    }

    /// <summary>The value as it was stored, before a change of type that it did not survive.</summary>
    public static string TextOf(Column column, int row) => column.Raw?[row] ?? column[row].ToString();
}
