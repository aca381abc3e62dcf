using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Http;

namespace Espalier.Server.Reading;

/// <summary>The state that is asked for: the dataset as it is now, or as it was.</summary>
public sealed class PastStep(PastStates past)
{
    /// <exception cref="Refused">There is no such state.</exception>
    public async Task<Snapshot> OpenAsync(LiveDataset dataset, PointInTime? asOf, CancellationToken ct)
    {
        if (asOf is null)
            return dataset.Current;
        var transaction = await past.FindAsync(dataset, asOf, ct);
        return await past.OpenAsync(dataset, transaction.Sequence, ct);
    }

    /// <summary>The same state, by its transaction: what is meant by a time may change as long as that time has not passed.</summary>
    /// <exception cref="Refused">There is no such state.</exception>
    public async Task<PointInTime?> PinAsync(LiveDataset dataset, PointInTime? asOf, CancellationToken ct) =>
        asOf is null ? null : new(0, (await past.FindAsync(dataset, asOf, ct)).Stamp.TransactionId);
}
