using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading;

/// <summary>
/// The dataset of a request that writes, whose other parts are still to be read: their keys can be checked against it, and
/// that it cannot be opened is told only when nothing else is wrong.
/// </summary>
public sealed class OpenedDataset
{
    readonly Refused? _refusal;

    OpenedDataset(Guid datasetId, LiveDataset? live, Refused? refusal)
    {
        DatasetId = datasetId;
        Live = live;
        Snapshot = live?.Current;
        _refusal = refusal;
    }

    public Guid DatasetId { get; }

    /// <summary>Null when the dataset could not be opened.</summary>
    public LiveDataset? Live { get; }

    /// <summary>Null when the dataset could not be opened.</summary>
    public Snapshot? Snapshot { get; }

    public static Task<OpenedDataset> ReadAsync(
        HttpContext context, Caller caller, DatasetService datasets, Level level, Problems problems, CancellationToken ct) =>
        ReadAsync(context, "datasetId", caller, datasets, level, problems, ct);

    /// <param name="parameter">What the dataset's id is called in the path.</param>
    public static async Task<OpenedDataset> ReadAsync(HttpContext context, string parameter, Caller caller, DatasetService datasets,
        Level level, Problems problems, CancellationToken ct)
    {
        var datasetId = PathIds.Uuid(context, parameter, problems);
        if (problems.Any)
            return new(datasetId, null, null);
        try
        {
            return new(datasetId, await datasets.OpenAsync(caller, datasetId, level, ct), null);
        }
        catch (Refused refusal)
        {
            return new(datasetId, null, refusal);
        }
    }

    /// <summary>The same, as if it could not be opened.</summary>
    public OpenedDataset Without(Refused refusal) => new(DatasetId, null, refusal);

    /// <exception cref="Refused">There are problems, or the dataset could not be opened.</exception>
    public Snapshot Demand(Problems problems)
    {
        problems.ThrowIfAny();
        return Snapshot ?? throw _refusal!;
    }
}
