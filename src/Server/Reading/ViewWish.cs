using Espalier.Server.Datasets.Past;
using Espalier.Server.Drafts;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading;

/// <summary>
/// Which state of a dataset a request wants to read, and what is to be calculated for it. Plain values, for jobs keep it.
/// </summary>
public sealed record ViewWish
{
    /// <summary>The stored values, as they are now.</summary>
    public static readonly ViewWish Now = new();

    /// <summary>The dataset as it is now, with all that is calculated.</summary>
    public static readonly ViewWish Calculated = new() { Calculates = true };

    /// <summary>The same for a job, which may take longer than somebody who waits.</summary>
    public static readonly ViewWish OfJob = Calculated with { ExpressionTime = TimeSpan.FromMinutes(10) };

    /// <summary>The past state that is asked for; null: as it is now.</summary>
    public PointInTime? AsOf { get; init; }

    /// <summary>Whether calculated values stand in for stored ones, and lookups are opened.</summary>
    public bool Calculates { get; init; }

    /// <summary>On-demand properties that run for this reading, in this order; their results are not saved.</summary>
    public IReadOnlyList<string> OnDemand { get; init; } = [];

    /// <summary>Whether items that the dataset's prefilter leaves out are not there.</summary>
    public bool Prefilters { get; init; }

    /// <summary>Drafts that are laid over the dataset, in this order.</summary>
    public IReadOnlyList<DraftLayer> Drafts { get; init; } = [];

    /// <summary>The links datasets that calculations use; each joins this dataset with another.</summary>
    public IReadOnlyList<Guid> Links { get; init; } = [];

    /// <summary>How long one expression may take for all nodes; cells it does not come to are blank.</summary>
    public TimeSpan ExpressionTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many lookups lie between the request and this dataset.</summary>
    public int LookupDepth { get; init; }

    /// <summary>The same of the state that the query asks for.</summary>
    public ViewWish At(RequestQuery query) => this with { AsOf = PointInTime.Read(query) };
}
