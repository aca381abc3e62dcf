using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;

namespace Espalier.Server.Reading;

/// <summary>
/// Opens datasets for reading. A view is made in steps, each of which takes a snapshot and gives another: the state that is
/// asked for, what the caller may see of it, and what is calculated over that.
/// </summary>
public sealed class DatasetViews(DatasetService datasets, RestrictedSnapshots restricted)
{
    /// <exception cref="Refused">There is none with this id, or the caller may not read it.</exception>
    public async Task<DatasetView> OpenAsync(Caller caller, Guid datasetId, ViewWish wish, CancellationToken ct)
    {
        var access = await datasets.AccessAsync(caller, datasetId, Level.Read, ct);
        var snapshot = restricted.Of(access.Live.Current, access.Rights);
        return new(datasetId, snapshot, snapshot.Nodes);
    }
}
