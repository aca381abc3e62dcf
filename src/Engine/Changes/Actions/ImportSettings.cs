using System.Collections.Immutable;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Changes.Actions;

/// <summary>How an action says which item it means.</summary>
public enum Identification : byte
{
    /// <summary>By the internal <c>_id</c>.</summary>
    Id,

    /// <summary>By the dataset's autoId property.</summary>
    AutoId,

    /// <summary>By several properties, which together mean one item.</summary>
    IdKey,

    /// <summary>By several properties; the action applies to every item that has these values.</summary>
    MergeKey,
}

/// <summary>The parameters of an import, api.md 10.4.</summary>
public sealed record ImportSettings
{
    public Identification Identification { get; init; }

    /// <summary>The keys of idKey or mergeKey; for autoId the resolver takes the dataset's.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    public DateFormat DateFormat { get; init; }

    /// <summary>Whether an action that is not valid is skipped; else nothing of the payload is performed.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Whether an action on an item the caller may not change is skipped; else nothing is performed.</summary>
    public bool SkipDeniedItems { get; init; }

    /// <summary>Whether a property the caller may not change is left out; else the whole item counts as denied.</summary>
    public bool SkipDeniedProperties { get; init; }

    /// <summary>Whether every item that the payload did not address is deleted afterwards.</summary>
    public bool ImplicitDelete { get; init; }

    public ImmutableArray<string> ClearTokens { get; init; } = [];

    public ImmutableArray<string> NoopTokens { get; init; } = [];

    /// <summary>Whether only the result is wanted: whoever resolves commits nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many items may be deleted; null: any number.</summary>
    public DeleteLimit? MaxDeletes { get; init; }
}

/// <summary>How many items a payload may delete, explicitly and implicitly together.</summary>
/// <param name="Value">A number of items, or so many per cent of the items before the payload.</param>
public sealed record DeleteLimit(decimal Value, bool IsPercentage)
{
    public bool Allows(long deletes, long items) => IsPercentage ? deletes * 100m <= Value * items : deletes <= Value;

    /// <summary>As a caller writes it.</summary>
    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + (IsPercentage ? "%" : "");
}
