using Espalier.Engine.Changes;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Http;
using Espalier.Server.Reading;

namespace Espalier.Server.History;

/// <summary>
/// Who did what to a dataset, and when. Who may manage it sees all transactions; everybody else who may read it sees
/// their own.
/// </summary>
public sealed class HistoryService(DatasetService datasets, DatasetViews views, ITransactionLog log)
{
    /// <summary>The newest first.</summary>
    /// <exception cref="Refused">There is no such dataset, or the caller may not read it.</exception>
    public async Task<IReadOnlyList<LoggedTransaction>> ListAsync(Caller caller, Guid datasetId, long offset, int most, CancellationToken ct)
    {
        await datasets.DescribeAsync(caller, datasetId, Level.Read, ct);
        var by = await MayAsync(caller, datasetId, Level.Manage, ct) ? null : caller.Email;
        return await log.ListNewestAsync(caller.TenantId, datasetId, by, offset, most, ct);
    }

    /// <exception cref="Refused">There is no such dataset or transaction, or none that the caller may see.</exception>
    public async Task<LoggedTransaction> FindAsync(Caller caller, Guid datasetId, Guid transactionId, CancellationToken ct)
    {
        await datasets.DescribeAsync(caller, datasetId, Level.Read, ct);
        var transaction = await log.FindByIdAsync(caller.TenantId, datasetId, transactionId, ct);
        return transaction is not null && (IsOwn(caller, transaction) || await MayAsync(caller, datasetId, Level.Manage, ct))
            ? transaction
            : throw new Refused(Errors.TransactionNotFound(caller.TenantId, datasetId, transactionId));
    }

    /// <summary>What a transaction changed, as far as the caller may see the states before and after it.</summary>
    /// <exception cref="Refused">There is no such dataset or transaction, or none that the caller may see.</exception>
    internal async Task<ChangeList> ReadChangesAsync(Caller caller, Guid datasetId, Guid transactionId, CancellationToken ct)
    {
        var transaction = await FindAsync(caller, datasetId, transactionId, ct);
        var changes = await DecodeAsync(caller.TenantId, transaction, ct);
        var before = transaction.Sequence == 1 ? null : await ViewAsync(caller, transaction, transaction.Sequence - 1, ct);
        var after = await ViewAsync(caller, transaction, transaction.Sequence, ct);
        return new(changes, before?.Snapshot, after.Snapshot);
    }

    /// <summary>The transaction with all that it changed.</summary>
    internal async Task<ChangeSet> DecodeAsync(string tenantId, LoggedTransaction transaction, CancellationToken ct) =>
        await log.FindAsync(tenantId, transaction.DatasetId, transaction.Sequence, ct)
        ?? throw new InvalidOperationException($"Transaction {transaction.Sequence} of the dataset {transaction.DatasetId} left the log.");

    internal static bool IsOwn(Caller caller, LoggedTransaction transaction) => transaction.Stamp.By == caller.Email;

    async Task<DatasetView> ViewAsync(Caller caller, LoggedTransaction transaction, long sequence, CancellationToken ct)
    {
        var at = sequence == transaction.Sequence ? transaction
            : (await log.ListAsync(caller.TenantId, transaction.DatasetId, sequence - 1, 1, ct)).Single();
        return await views.OpenAsync(caller, transaction.DatasetId, new() { AsOf = new PointInTime(0, at.Stamp.TransactionId) }, ct);
    }

    async Task<bool> MayAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        try
        {
            await datasets.DescribeAsync(caller, datasetId, level, ct);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }
}
