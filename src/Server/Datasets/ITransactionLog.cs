using Espalier.Engine.Changes;

namespace Espalier.Server.Datasets;

/// <summary>
/// The transactions on datasets: append-only, numbered per dataset from 1 on without gaps. A dataset begins with the
/// transaction that holds its first definition.
/// </summary>
public interface ITransactionLog
{
    /// <summary>
    /// Appends a transaction and, with it, brings the dataset's row up to date: when this returns, it is kept.
    /// </summary>
    /// <param name="sequence">The number it shall have; it was resolved against the snapshot before.</param>
    /// <returns>Null when the head is not the transaction before, and nothing was appended.</returns>
    /// <exception cref="JobCommitted">The transaction's job has appended one already.</exception>
    Task<LoggedTransaction?> AppendAsync(string tenantId, Guid datasetId, long sequence, ChangeSet changes, CancellationToken ct);

    /// <summary>The transaction that a job appended, if it did.</summary>
    Task<LoggedTransaction?> FindByJobAsync(string tenantId, Guid jobId, CancellationToken ct);

    /// <summary>A transaction of the dataset by its id, without its changes.</summary>
    Task<LoggedTransaction?> FindByIdAsync(string tenantId, Guid datasetId, Guid transactionId, CancellationToken ct);

    /// <summary>The newest transactions first, without their changes.</summary>
    /// <param name="by">Only those of this user; null: all.</param>
    Task<IReadOnlyList<LoggedTransaction>> ListNewestAsync(
        string tenantId, Guid datasetId, string? by, long offset, int most, CancellationToken ct);

    /// <summary>What a transaction changed; null when there is none with this number.</summary>
    Task<ChangeSet?> FindAsync(string tenantId, Guid datasetId, long sequence, CancellationToken ct);

    /// <summary>Who did what and when, by sequence, without the changes themselves.</summary>
    Task<IReadOnlyList<LoggedTransaction>> ListAsync(string tenantId, Guid datasetId, long after, int most, CancellationToken ct);

    /// <summary>All transactions after a sequence number, in order.</summary>
    /// <exception cref="Storage.Payloads.LogDamaged">One is missing or is not what was written.</exception>
    IAsyncEnumerable<(LoggedTransaction Transaction, ChangeSet Changes)> ReadAsync(
        string tenantId, Guid datasetId, long after, CancellationToken ct);
}

/// <summary>A transaction as the log lists it.</summary>
/// <param name="Size">Bytes of its payload.</param>
public sealed record LoggedTransaction(Guid DatasetId, long Sequence, TransactionStamp Stamp, long Size)
{
    public long CreatedItems { get; init; }

    public long UpdatedItems { get; init; }

    public long DeletedItems { get; init; }

    /// <summary>Cells of updated items.</summary>
    public long ChangedCells { get; init; }

    public bool ChangesDefinition { get; init; }

    public static LoggedTransaction Of(Guid datasetId, long sequence, ChangeSet changes, long size) =>
        new(datasetId, sequence, changes.Stamp, size)
        {
            CreatedItems = changes.Created.Count,
            UpdatedItems = changes.Updated.Count,
            DeletedItems = changes.Deleted.Count,
            ChangedCells = changes.Updated.Cells.Sum(cells => (long)cells.Positions.Length),
            ChangesDefinition = changes.Definition is not null,
        };
}

/// <summary>A job tried to commit a second time; what it did stands in the log since the first.</summary>
public sealed class JobCommitted(Guid jobId) : Exception($"The job {jobId} has committed already.");
