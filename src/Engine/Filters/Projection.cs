using System.Collections.Immutable;
using Espalier.Engine.Calculation;

namespace Espalier.Engine.Filters;

/// <summary>What a projection does with columns that it does not name.</summary>
public enum ProjectionMode : byte
{
    /// <summary>They stay, as if named with 1.</summary>
    Add,

    /// <summary>They are left out.</summary>
    Replace,
}

/// <summary>
/// Which columns are wanted and in what order: 0 leaves a column out, other numbers sort; equal numbers keep the order of
/// the dataset, with internal columns last.
/// </summary>
public sealed record Projection(ProjectionMode Mode, ImmutableArray<KeyValuePair<string, double>> Entries)
{
    /// <summary>An export's columns without a projection.</summary>
    public static readonly Projection None = new(ProjectionMode.Add, []);

    /// <summary>The columns to show.</summary>
    /// <exception cref="KeyNotFoundException">An entry's key is none of the columns.</exception>
    public ImmutableArray<NodeColumn> Apply(NodeColumns columns)
    {
        var numbers = new Dictionary<NodeColumn, double>();
        foreach (var (key, number) in Entries)
            numbers[columns.Find(key) ?? throw new KeyNotFoundException(key)] = number;

        // A level below the tree's depth is no column of the export, unless it is asked for by name.
        var candidates = Mode == ProjectionMode.Replace ? numbers.Keys : columns.Exported.Concat(numbers.Keys).Distinct();
        return [.. candidates.Where(c => NumberOf(c) != 0).OrderBy(NumberOf).ThenBy(c => c.Position)];

        double NumberOf(NodeColumn column) => numbers.GetValueOrDefault(column, 1);
    }
}
