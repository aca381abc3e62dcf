using System.Collections.Immutable;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Snapshots;

/// <summary>A property of a dataset: its key is its identity and is matched exactly.</summary>
public sealed record Property(string Key, PropertyType Type)
{
    string? _name;
    ImmutableArray<string> _tags, _aliases;

    /// <summary>What people see; the key unless something else was given.</summary>
    public string Name
    {
        get => _name ?? Key;
        // So that a property is equal to itself, whether its name was left out or written out.
        init => _name = value == Key ? null : value;
    }

    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    /// <summary>How people want to see the values; the server does not read it.</summary>
    public string? Format { get; init; }

    /// <summary>What the values are calculated from; null when they are only stored.</summary>
    public string? Expression { get; init; }

    /// <summary>Null stands for <see cref="ExpressionMode.EmptyCells"/>.</summary>
    public ExpressionMode? ExpressionMode { get; init; }

    /// <summary>Null stands for <see cref="EvaluationMode.PreFilter"/>.</summary>
    public EvaluationMode? EvaluationMode { get; init; }

    /// <summary>Where the property's values come from, if from a list or from another dataset.</summary>
    public PropertyLookup? Lookup { get; init; }

    public ImmutableArray<string> Tags
    {
        get => _tags.IsDefault ? [] : _tags;
        init => _tags = value;
    }

    /// <summary>Other keys under which expressions and pasted data know the property.</summary>
    public ImmutableArray<string> Aliases
    {
        get => _aliases.IsDefault ? [] : _aliases;
        init => _aliases = value;
    }

    public bool Equals(Property? other) =>
        other is not null && Key == other.Key && Type == other.Type && Name == other.Name && IsRequired == other.IsRequired
        && Description == other.Description && Format == other.Format && Expression == other.Expression
        && ExpressionMode == other.ExpressionMode && EvaluationMode == other.EvaluationMode && Lookup == other.Lookup
        && Tags.SequenceEqual(other.Tags) && Aliases.SequenceEqual(other.Aliases);

    public override int GetHashCode() => HashCode.Combine(Key, Type, Name, IsRequired, Expression, Lookup, Tags.Length, Aliases.Length);
}

/// <summary>How a property gets at the values that it may have.</summary>
public enum LookupMode : byte
{
    None,

    /// <summary>The lookup dataset whose name is the property's key; reached only by <c>lookup(…)</c>.</summary>
    Auto,

    /// <summary>A chosen dataset: the property's values are its ids, and its columns show beside.</summary>
    Dataset,

    /// <summary>An expression that gives the list.</summary>
    Expression,

    /// <summary>A list that the installation keeps elsewhere; the values are as they are.</summary>
    Master,
}

/// <summary>Where a property's values come from.</summary>
/// <param name="Restrict">Whether editors refuse other values.</param>
/// <param name="Sort">Whether editors sort the values by the alphabet.</param>
public sealed record PropertyLookup(LookupMode Mode, Guid? DatasetId = null, string? Expression = null, bool? Restrict = null, bool? Sort = null);
