namespace Espalier.Server.Reading;

/// <summary>Which state of a dataset a request wants to read, and what is to be calculated for it.</summary>
public sealed record ViewWish
{
    /// <summary>The stored values, as they are now.</summary>
    public static readonly ViewWish Now = new();

    /// <summary>The dataset as it is now, with all that is calculated.</summary>
    public static readonly ViewWish Calculated = new() { Calculates = true };

    /// <summary>Whether calculated values stand in for stored ones, and lookups are opened.</summary>
    public bool Calculates { get; init; }

    /// <summary>On-demand properties that run for this reading, in this order; their results are not saved.</summary>
    public IReadOnlyList<string> OnDemand { get; init; } = [];

    /// <summary>The links datasets that calculations use; each joins this dataset with another.</summary>
    public IReadOnlyList<Guid> Links { get; init; } = [];

    /// <summary>How many lookups lie between the request and this dataset.</summary>
    public int LookupDepth { get; init; }
}
