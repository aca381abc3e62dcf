using Espalier.Server.Locations;

namespace Espalier.Server.Jobs.Work;

/// <summary>Tells callers that their jobs have ended. What it does and does not reach never changes the job.</summary>
sealed partial class CallbackSender(
    IJobStore store, LocationClient locations, [FromKeyedServices(JobServices.CallbacksKey)] JobSignal signal,
    TimeProvider time, ILogger<CallbackSender> log) : BackgroundService
{
    const int AtOnce = 16;

    static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)];

    // Longer than any call takes: only a callback whose sender was killed is taken again after this.
    static readonly TimeSpan PutOff = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var sending = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                sending.RemoveAll(task => task.IsCompleted);
                var now = time.GetUtcNow();
                if (sending.Count < AtOnce)
                    foreach (var (job, tries) in await store.TakeCallbacksAsync(now, now + PutOff, AtOnce - sending.Count, stoppingToken))
                        sending.Add(SendAsync(job, tries, stoppingToken));
                await signal.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (System.Data.Common.DbException e)
            {
                LogTrouble(e);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        await Task.WhenAll(sending);
    }

    async Task SendAsync(Job job, int tries, CancellationToken stopping)
    {
        var values = new Dictionary<string, string>(job.Callback!.Values)
        {
            ["jobStatus"] = Ticket.Print(job.Status),
            ["traceId"] = job.TraceId,
            ["tenantId"] = job.TenantId,
        };
        try
        {
            var sent = await locations.CallAsync(
                job.Callback.Callback.Method, CallbackTemplate.Expand(job.Callback.Callback.UrlTemplate, values), stopping);
            DateTimeOffset? again = sent || tries > Pauses.Length ? null : time.GetUtcNow() + Pauses[tries - 1];
            await store.NoteCallbackAsync(job, sent, again, CancellationToken.None);
            if (!sent)
                LogNotSent(job.TenantId, job.JobId, tries);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await store.NoteCallbackAsync(job, sent: false, time.GetUtcNow(), CancellationToken.None);      // the next start sends it
        }
        catch (System.Data.Common.DbException e)
        {
            LogTrouble(e);      // taken again after a while
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The callback of job {TenantId}/{JobId} was not taken, try {Try}.")]
    partial void LogNotSent(string tenantId, Guid jobId, int @try);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Callbacks could not be read or noted.")]
    partial void LogTrouble(Exception e);
}
