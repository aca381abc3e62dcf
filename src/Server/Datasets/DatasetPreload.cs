using System.Data.Common;
using Espalier.Server.Http;
using Espalier.Server.Storage.Payloads;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Datasets;

/// <summary>
/// Opens the datasets that changed last, so that whoever asks first need not wait for it: the first one while the server
/// starts, the others one after the other when it has started. Only as many as leave room for others; what fails here is
/// told to whoever asks for it.
/// </summary>
public sealed partial class DatasetPreload(
    IDatasetStore store, LiveDatasets live, IOptions<DatasetOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DatasetPreload> logger)
{
    /// <summary>Whoever waited for the start comes first.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Ends when everything is opened that is opened at start.</summary>
    public Task Opening { get; private set; } = Task.CompletedTask;

    /// <summary>Goes on beside the rest of the start.</summary>
    public void Begin() => Opening = Task.Run(() => OpenAsync(lifetime.ApplicationStopping));

    async Task OpenAsync(CancellationToken ct)
    {
        try
        {
            var room = options.Value.MemoryBytes / 2;
            var isFirst = true;
            foreach (var (tenantId, datasetId) in await store.ListRecentAsync(options.Value.PreloadedAtStart, ct))
            {
                if (room <= 0)
                    break;
                if (!isFirst)
                    await StartedAsync(ct);
                isFirst = false;
                room -= await OpenAsync(tenantId, datasetId, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    async Task StartedAsync(CancellationToken ct)
    {
        if (lifetime.ApplicationStarted.IsCancellationRequested)
            return;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
        await Task.Delay(Pause, time, ct);
    }

    async Task<long> OpenAsync(string tenantId, Guid datasetId, CancellationToken ct)
    {
        try
        {
            return await store.FindHeadAsync(tenantId, datasetId, ct) is { } head
                ? (await live.OpenAsync(tenantId, datasetId, head, ct)).Current.Size
                : 0;
        }
        catch (Exception e) when (e is DbException or LogDamaged or Refused)
        {
            LogFailed(e, tenantId, datasetId);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dataset {TenantId}/{DatasetId} could not be opened at start")]
    partial void LogFailed(Exception e, string tenantId, Guid datasetId);
}
