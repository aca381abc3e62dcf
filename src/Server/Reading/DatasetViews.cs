using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Reading.Calculation;

namespace Espalier.Server.Reading;

/// <summary>
/// Opens datasets for reading. A view is made in steps, each of which takes a snapshot and gives another: the state that is
/// asked for, what the dataset's prefilter leaves of it, what the caller may see, and what is calculated over that.
/// </summary>
public sealed class DatasetViews(
    DatasetService datasets, PastStep past, DraftStep drafts, PrefilterStep prefilter, RestrictedSnapshots restricted, CalculationStep calculation)
{
    /// <exception cref="Refused">There is none with this id, or the caller may not read it.</exception>
    public async Task<DatasetView> OpenAsync(Caller caller, Guid datasetId, ViewWish wish, CancellationToken ct)
    {
        var access = await datasets.AccessAsync(caller, datasetId, Level.Read, ct);
        var whole = await past.OpenAsync(access.Live, wish.AsOf, ct);
        var drafted = await drafts.LayAsync(caller, access, whole, wish.Drafts, ct);
        var wanted = await prefilter.TakeAsync(caller, access, drafted, wish, ct);
        var (snapshot, removed) = DraftStep.Hide(access, whole, drafted, restricted.Of(wanted, access.Rights), ct);
        var view = wish.Calculates
            ? await calculation.TakeAsync(caller, access.Live, snapshot, wish, OpenAsync, ct)
            : new(datasetId, snapshot, snapshot.Nodes);
        return view with { DatasetId = datasetId, Removed = removed };
    }

    /// <summary>The wish as it is to be kept for a job: it means the same state whenever that runs.</summary>
    /// <exception cref="Refused">There is no such dataset or state, or the caller may not read it.</exception>
    public async Task<ViewWish> PinAsync(Caller caller, Guid datasetId, ViewWish wish, CancellationToken ct) =>
        wish with { AsOf = await past.PinAsync((await datasets.AccessAsync(caller, datasetId, Level.Read, ct)).Live, wish.AsOf, ct) };
}
