using System.Data.Common;
using Espalier.Server.Http;
using Espalier.Server.Storage.Payloads;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Datasets;

/// <summary>
/// Opens the datasets that changed last while the server starts, so that whoever asks first need not wait for it. One after
/// the other, and only as many as leave room for others; what fails here is told to whoever asks for it.
/// </summary>
public sealed partial class DatasetPreload(
    IDatasetStore store, LiveDatasets live, IOptions<DatasetOptions> options, IHostApplicationLifetime lifetime, ILogger<DatasetPreload> logger)
{
    /// <summary>Ends when everything is opened that is opened at start.</summary>
    public Task Opening { get; private set; } = Task.CompletedTask;

    /// <summary>Goes on beside the rest of the start.</summary>
    public void Begin() => Opening = Task.Run(() => OpenAsync(lifetime.ApplicationStopping));

    async Task OpenAsync(CancellationToken ct)
    {
        try
        {
            var room = options.Value.MemoryBytes / 2;
            foreach (var (tenantId, datasetId) in await store.ListRecentAsync(options.Value.PreloadedAtStart, ct))
                if (room > 0)
                    room -= await OpenAsync(tenantId, datasetId, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server stops.
        }
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
