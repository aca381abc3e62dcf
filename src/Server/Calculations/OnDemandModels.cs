using Espalier.Server.Locations;

namespace Espalier.Server.Calculations;

/// <summary>Which on-demand properties run.</summary>
/// <param name="ExecuteOnDemand">Their keys, in the order in which they run; each sees the results of those before it.</param>
public sealed record OnDemandRequest(
    IReadOnlyList<string> ExecuteOnDemand, OnDemandDataset? Dataset, OnDemandLocation? ResultLocation, Callback? Callback);

/// <summary>Which links datasets are used in calculations.</summary>
public sealed record OnDemandDataset(IReadOnlyList<OnDemandLink>? LinkingRelationships);

/// <summary>A links dataset.</summary>
public sealed record OnDemandLink(string DatasetId);

/// <summary>Where the result is put.</summary>
public sealed record OnDemandLocation(string Method, string Url);

/// <summary>What an on-demand job needs to run.</summary>
sealed record OnDemandJob(Guid DatasetId, IReadOnlyList<string> Keys)
{
    /// <summary>The links datasets that calculations use.</summary>
    public IReadOnlyList<Guid> Links { get; init; } = [];

    /// <summary>Whether the result is packed.</summary>
    public bool Gzip { get; init; }
}
