using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Rights;

namespace Espalier.Server.Reading;

/// <summary>
/// The dataset of a request that writes, whose other parts are still to be read: their keys can be checked against it, and
/// that it cannot be opened is told only when nothing else is wrong.
/// </summary>
public sealed class OpenedDataset
{
    readonly Refused? _refusal;

    OpenedDataset(Guid datasetId, DatasetAccess? access, Refused? refusal)
    {
        DatasetId = datasetId;
        Access = access;
        Definition = access?.Definition;
        _refusal = refusal;
    }

    public Guid DatasetId { get; }

    /// <summary>Null when the dataset could not be opened.</summary>
    public DatasetAccess? Access { get; }

    /// <summary>As the caller sees it; null when the dataset could not be opened.</summary>
    public DatasetDefinition? Definition { get; }

    public static async Task<OpenedDataset> ReadAsync(
        HttpContext context, Caller caller, DatasetService datasets, Level level, Problems problems, CancellationToken ct)
    {
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        if (problems.Any)
            return new(datasetId, null, null);
        try
        {
            return new(datasetId, await datasets.AccessAsync(caller, datasetId, level, ct), null);
        }
        catch (Refused refusal)
        {
            return new(datasetId, null, refusal);
        }
    }

    /// <exception cref="Refused">There are problems, or the dataset could not be opened.</exception>
    public DatasetAccess Demand(Problems problems)
    {
        problems.ThrowIfAny();
        return Access ?? throw _refusal!;
    }
}
