using System.Data.Common;
using Espalier.Server.Datasets.Past;
using Espalier.Server.Storage.Payloads;

namespace Espalier.Server.Datasets;

/// <summary>
/// What must be done some time, on nobody's request: checkpoints, preparing for exports, making room in memory, sweeping up after crashes.
/// What fails here is tried again later; the log has all data.
/// </summary>
public sealed partial class DatasetUpkeep(
    LiveDatasets datasets, PastStates past, ICheckpointStore checkpoints, TimeProvider time, ILogger<DatasetUpkeep> logger) : BackgroundService
{
    static readonly TimeSpan TrimPause = TimeSpan.FromSeconds(10);
    const int TrimsPerSweep = 360;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(WriteCheckpointsAsync(stoppingToken), PrepareAsync(stoppingToken), TrimAndSweepAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    async Task WriteCheckpointsAsync(CancellationToken ct)
    {
        await foreach (var dataset in datasets.CheckpointsDue.ReadAllAsync(ct))
        {
            try
            {
                await dataset.WriteCheckpointAsync(checkpoints, ct);
            }
            catch (Exception e) when (e is DbException or LogDamaged)
            {
                LogCheckpointFailed(e, dataset.TenantId, dataset.DatasetId);
            }
        }
    }

    async Task PrepareAsync(CancellationToken ct)
    {
        await foreach (var dataset in datasets.Reshaped.ReadAllAsync(ct))
            await Task.Run(dataset.Current.Prepare, ct);
    }

    async Task TrimAndSweepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TrimPause, time);
        for (var round = 0; ; round++)
        {
            if (round % TrimsPerSweep == 0)
                await SweepAsync(ct);
            await timer.WaitForNextTickAsync(ct);
            datasets.Trim();
            past.Trim();
        }
    }

    async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            if (await checkpoints.SweepAsync(ct) is > 0 and var swept)
                LogSwept(swept);
        }
        catch (DbException e)
        {
            LogSweepFailed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No checkpoint of dataset {TenantId}/{DatasetId} could be written")]
    partial void LogCheckpointFailed(Exception e, string tenantId, Guid datasetId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping up failed")]
    partial void LogSweepFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Payloads} payloads that belonged to nothing were deleted")]
    partial void LogSwept(int payloads);
}
