using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Reading.Calculation;

namespace Espalier.Server.Reading;

/// <summary>
/// Opens datasets for reading. A view is made in steps, each of which takes a snapshot and gives another: the state that is
/// asked for, what the caller may see of it, and what is calculated over that.
/// </summary>
public sealed class DatasetViews(DatasetService datasets, CalculationStep calculation)
{
    /// <exception cref="Refused">There is none with this id, or the caller may not read it.</exception>
    public async Task<DatasetView> OpenAsync(Caller caller, Guid datasetId, ViewWish wish, CancellationToken ct)
    {
        var dataset = await datasets.OpenAsync(caller, datasetId, Level.Read, ct);
        var snapshot = dataset.Current;
        return wish.Calculates
            ? await calculation.TakeAsync(caller, dataset, snapshot, wish, OpenAsync, ct)
            : new(datasetId, snapshot, snapshot.Nodes);
    }
}
