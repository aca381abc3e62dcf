using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>The person for whom an evaluation runs.</summary>
public sealed record GizmoUser(string Email, string Name, IReadOnlyList<string> Roles);

/// <summary>What an evaluation run is given besides the dataset.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The instant of the run, as milliseconds since 1970-01-01 UTC: the same for all of its cells.</summary>
    public required long Now { get; init; }

    /// <summary>The day of the run.</summary>
    public long Today => Now - (Now % Columns.Dates.Day + Columns.Dates.Day) % Columns.Dates.Day;

    /// <summary>Whether values may be written and <c>global</c> be changed.</summary>
    public bool IsScript { get; init; }

    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Null when the system runs it.</summary>
    public GizmoUser? User { get; init; }

    /// <summary>Ends the run at once, with an exception.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The seed of <c>Math.random()</c>; null for one of its own.</summary>
    public int? Seed { get; init; }
}

/// <summary>A value that an expression wrote to a property of a node.</summary>
/// <param name="Key">The exact key.</param>
/// <param name="IsTemporary">Whether it is calculated (<c>settemporary</c>) rather than stored.</param>
public sealed record CellWrite(int Row, string Key, Value Value, bool IsTemporary);

/// <summary>What the cells of one run share.</summary>
sealed class Frame(GizmoDataset dataset, EvaluationOptions options)
{
    public GizmoDataset Dataset => dataset;

    public EvaluationOptions Options => options;

    public Budget Budget { get; } = new(options.Limits, options.Cancel);

    public ObjectValue Global { get; } = new() { IsReadOnly = !options.IsScript };

    public Random Random { get; } = options.Seed is { } seed ? new(seed) : new();

    /// <summary>What was written, in order.</summary>
    public List<CellWrite> Writes { get; } = [];

    /// <summary>The last value written to a cell.</summary>
    public Dictionary<(int Row, string Key), Value> Temporaries { get; } = [];

    /// <summary>Columns that plans share within the run.</summary>
    public Dictionary<object, object> Shared { get; } = new(ReferenceEqualityComparer.Instance);

    public void Write(int row, string key, Value value, bool isTemporary)
    {
        if (Schema(key) is null)
            throw new CellTrouble($"There is no property `{key}` to write to");
        if (!isTemporary && !options.IsScript)
            throw new CellTrouble("Only scripts may store values");
        Writes.Add(new(row, key, value, isTemporary));
        Temporaries[(row, key)] = value;
    }

    GizmoProperty? Schema(string key)
    {
        foreach (var property in dataset.Schema.Properties)
            if (property.Key == key)
                return property;
        return null;
    }
}
