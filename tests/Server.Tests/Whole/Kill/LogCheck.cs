using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Microsoft.Extensions.DependencyInjection;

namespace Espalier.Server.Tests.Whole.Kill;

/// <summary>Reads the logs of a stopped server's datasets from their beginnings, as if there had never been a checkpoint.</summary>
static class LogCheck
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// The numbers have no gap, the dataset's row stands at the head, and the log alone gives the dataset that the server
    /// opens with its checkpoints.
    /// </summary>
    /// <returns>The generation that each import's transaction left, in the order of the log.</returns>
    public static async Task<List<int>> RunAsync(IServiceProvider services, string tenant, Guid datasetId)
    {
        var log = services.GetRequiredService<ITransactionLog>();
        var listed = await log.ListAsync(tenant, datasetId, 0, int.MaxValue, Ct);
        listed.Select(t => t.Sequence).ShouldBe(Enumerable.Range(1, listed.Count).Select(i => (long)i));
        var jobs = listed.Where(t => t.Stamp.JobId is not null).Select(t => t.Stamp.JobId).ToList();
        jobs.Distinct().Count().ShouldBe(jobs.Count, "a job has committed twice");

        var head = (await services.GetRequiredService<IDatasetStore>().FindHeadAsync(tenant, datasetId, Ct)).ShouldNotBeNull();
        (head.Sequence, head.TransactionId).ShouldBe((listed[^1].Sequence, listed[^1].Stamp.TransactionId));

        var first = (await log.FindAsync(tenant, datasetId, 1, Ct)).ShouldNotBeNull();
        var snapshot = Snapshot.Empty(first.Definition!, first.Stamp);
        var generations = new List<int>();
        await foreach (var (transaction, changes) in log.ReadAsync(tenant, datasetId, 1, Ct))
        {
            transaction.Sequence.ShouldBe(snapshot.Sequence + 1);
            snapshot = snapshot.With(changes);
            if (transaction.Stamp.JobId is not null)
                generations.Add(Rows(snapshot).Select(row => (int)snapshot.Column("generation")[row].Number).Distinct().ShouldHaveSingleItem());
        }

        var opened = await LiveDataset.OpenAsync(
            tenant, datasetId, log, services.GetRequiredService<ICheckpointStore>(), _ => { }, Ct);
        Lines(opened.Current).ShouldBe(Lines(snapshot));
        return generations;
    }

    static int[] Rows(Snapshot snapshot) => snapshot.Order.ToArray();

    static IEnumerable<string> Lines(Snapshot snapshot) => Rows(snapshot).Select(row =>
        $"{snapshot.Ids[row]} {snapshot.SortOrders[row]} {snapshot.ModifiedAt[row]} {string.Join('|', snapshot.Columns.Select((Column column) => column[row]))}");
}
