using Espalier.Server.Datasets.Past;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading;

/// <summary>
/// Which state of a dataset a request wants to read, and what is to be calculated for it. Plain values, for jobs keep it.
/// </summary>
public sealed record ViewWish
{
    /// <summary>The dataset as it is now.</summary>
    public static readonly ViewWish Now = new();

    /// <summary>The past state that is asked for; null: as it is now.</summary>
    public PointInTime? AsOf { get; init; }

    /// <summary>Reads what all requests that read can say in their query.</summary>
    public static ViewWish Read(RequestQuery query) => new() { AsOf = PointInTime.Read(query) };
}
