using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Locations;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Jobs.Work;

/// <summary>
/// Runs jobs side by side, renews their leases, and ends them. Stopping gives running jobs back; a killed server's jobs
/// are taken over when it starts again, or by another server when their leases lapse.
/// </summary>
sealed partial class JobWorker(
    IJobStore store, IEnumerable<IJobRunner> runners, JobFinisher finisher, TemporaryFiles files, LocationClient locations,
    [FromKeyedServices(JobServices.JobsKey)] JobSignal signal, [FromKeyedServices(JobServices.CallbacksKey)] JobSignal callbacks,
    JobNode node, IOptions<JobOptions> options, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    const int AttemptsOnceSealed = 10;

    static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(500);

    readonly Dictionary<string, IJobRunner> _runners = runners.ToDictionary(runner => runner.Kind, StringComparer.Ordinal);
    readonly string _owner = $"{node.Name}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var voided = await store.VoidLeasesAsync($"{node.Name}:", stoppingToken);
        if (voided > 0)
            LogTakenOver(voided);

        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                running.RemoveAll(task => task.IsCompleted);
                while (running.Count < options.Value.Workers + options.Value.ExtraForIdleTenants
                    && await ClaimAsync(running.Count >= options.Value.Workers, stoppingToken) is { } job)
                    running.Add(Task.Run(() => RunAsync(job, stoppingToken), CancellationToken.None));
                await signal.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                LogClaimFailed(e);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        await Task.WhenAll(running);
    }

    Task<Job?> ClaimAsync(bool onlyIdleTenants, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return store.ClaimAsync(_owner, now, now + options.Value.Lease, onlyIdleTenants, ct);
    }

    async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = new CancellationTokenSource();
        var run = new JobRun(job, _owner, store, files, locations);
        var beating = BeatAsync(run, working, ended.Token);
        try
        {
            await EndAsync(run, await AttemptUnlessCancelledAsync(run, working.Token, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await store.GiveBackAsync(job, _owner, time.GetUtcNow(), CancellationToken.None);
            LogGivenBack(job.TenantId, job.JobId);
        }
        catch (Exception e) when (e is LeaseLostException || (e is OperationCanceledException && working.IsCancellationRequested))
        {
            LogLost(job.TenantId, job.JobId);
        }
        catch (Exception e)
        {
            LogNotEnded(job.TenantId, job.JobId, e);        // the lease lapses, and the job is begun again
        }
        finally
        {
            await ended.CancelAsync();
            await beating;
            signal.Wake();
        }
    }

    /// <summary>
    /// A job that is cancelled fails, unless it has its result: then it may have made its change, or another run of it, and
    /// goes on to its end.
    /// </summary>
    async Task<Ending> AttemptUnlessCancelledAsync(JobRun run, CancellationToken working, CancellationToken stopping)
    {
        if (run.Job.CancelledAt is not null && run.Sealed is null)
            return await finisher.FailAsync(run, [Errors.JobCancelled], working);
        try
        {
            return await AttemptAsync(run, working);
        }
        catch (OperationCanceledException) when (run.IsCancelled && !stopping.IsCancellationRequested)
        {
            if (run.Sealed is not null)
                return await AttemptAsync(run, stopping);
            var failed = await finisher.FailAsync(run, [Errors.JobCancelled], stopping);
            return failed with { Job = failed.Job with { CancelledAt = time.GetUtcNow() } };
        }
    }

    async Task<Ending> AttemptAsync(JobRun run, CancellationToken ct)
    {
        var job = run.Job;
        try
        {
            if (job.Attempts > (run.Sealed is null ? options.Value.MaxAttempts : AttemptsOnceSealed))
            {
                LogGivenUp(job.TenantId, job.JobId, job.Attempts - 1);
                return await finisher.FailAsync(run, [Errors.InternalServerError], ct);
            }
            if (run.Sealed is null || job.Writes)
                await _runners[job.Kind].RunAsync(run, ct);
            return await finisher.CompleteAsync(run, ct);
        }
        catch (Refused refused)
        {
            LogRefused(job.TenantId, job.JobId, refused.Errors.Count, refused.Errors[0].Code);
            return await finisher.FailAsync(run, refused.Errors, ct);
        }
        catch (Exception e) when (e is not LeaseLostException && !ct.IsCancellationRequested)
        {
            LogFailed(job.TenantId, job.JobId, job.Kind, e.GetType(), e.StackTrace);
            return finisher.GiveUp(run);
        }
    }

    async Task EndAsync(JobRun run, Ending ending)
    {
        var (ended, dropped) = await store.EndAsync(ending, _owner, CancellationToken.None);
        if (!ended)
            throw new LeaseLostException();
        LogEnded(run.Job.TenantId, run.Job.JobId, run.Job.Kind, ending.Job.Status);
        if (run.Job.Callback is not null)
            callbacks.Wake();
        foreach (var content in dropped)
            files.DropContent(content);
    }

    async Task BeatAsync(JobRun run, CancellationTokenSource working, CancellationToken ended)
    {
        var told = run.Reached;
        var renewed = time.GetUtcNow();
        using var timer = new PeriodicTimer(Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (!run.IsCancelled && run.Sealed is null && await store.IsCancelledAsync(run.Job, ended))
                {
                    run.IsCancelled = true;
                    await working.CancelAsync();
                }
                var now = time.GetUtcNow();
                var reached = run.Reached;
                if (reached == told && now - renewed < options.Value.Lease / 3)
                    continue;
                if (!await store.RenewAsync(run.Job, _owner, now + options.Value.Lease, reached, ended))
                    await working.CancelAsync();
                told = reached;
                renewed = now;
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // the job has ended
        }
        catch (Exception e)
        {
            LogNotRenewed(run.Job.TenantId, run.Job.JobId, e);
            await working.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} jobs were interrupted and are begun again.")]
    partial void LogTakenOver(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {TenantId}/{JobId} ({Kind}) has ended: {Status}.")]
    partial void LogEnded(string tenantId, Guid jobId, string kind, JobStatus status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {TenantId}/{JobId} is given back, the server stops.")]
    partial void LogGivenBack(string tenantId, Guid jobId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {TenantId}/{JobId} is refused: {Count} errors, the first {Code}.")]
    partial void LogRefused(string tenantId, Guid jobId, int count, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {TenantId}/{JobId} was interrupted {Times} times and is given up.")]
    partial void LogGivenUp(string tenantId, Guid jobId, int times);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {TenantId}/{JobId} was taken over by another worker.")]
    partial void LogLost(string tenantId, Guid jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of job {TenantId}/{JobId} could not be renewed.")]
    partial void LogNotRenewed(string tenantId, Guid jobId, Exception e);

    // Without the exception's message, which may quote a cell.
    [LoggerMessage(Level = LogLevel.Error, Message = "Job {TenantId}/{JobId} ({Kind}) failed: {Exception}\n{Trace}")]
    partial void LogFailed(string tenantId, Guid jobId, string kind, Type exception, string? trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {TenantId}/{JobId} could not be ended.")]
    partial void LogNotEnded(string tenantId, Guid jobId, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs could not be claimed.")]
    partial void LogClaimFailed(Exception e);
}

/// <summary>This server's name among others on the same database; the same after a restart on its data folder.</summary>
sealed record JobNode(string Name);
