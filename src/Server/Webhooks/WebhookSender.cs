using System.Data.Common;
using Espalier.Server.Files;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Webhooks;

/// <summary>
/// Sends what waits in the outbox: to one webhook one after the other, to different ones side by side, so that a slow one
/// holds up only itself. What is not taken is tried again, later and later; it may arrive twice, but it is not lost.
/// </summary>
sealed partial class WebhookSender(
    IWebhookStore store, WebhookCall call, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> log)
    : BackgroundService, ISweepable
{
    const int AtOnce = 32;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    // Longer than one try: only when a sender was killed does another come before it is over.
    readonly TimeSpan _lease = TimeSpan.FromSeconds(options.Value.TimeoutSeconds + 20);

    public Task SweepAsync(DateTimeOffset now, CancellationToken ct) => store.ForgetAsync(now.AddDays(-options.Value.KeepDays), ct);

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
                    foreach (var webhook in await store.ClaimAsync(now, now + _lease, AtOnce - sending.Count, stoppingToken))
                        sending.Add(ServeAsync(webhook, stoppingToken));
                await Task.Delay(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (DbException e)
            {
                LogTrouble(e);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        await Task.WhenAll(sending);
    }

    async Task ServeAsync(Webhook webhook, CancellationToken stopping)
    {
        try
        {
            var end = time.GetUtcNow() + Turn;
            while (time.GetUtcNow() is var now && now < end && await store.NextAsync(webhook, now, stopping) is { } delivery)
                await NoteAsync(webhook, await call.SendAsync(webhook, delivery, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was being sent is still pending: the next start sends it, maybe again.
        }
        catch (DbException e)
        {
            LogTrouble(e);
        }
        try
        {
            await store.ReleaseAsync(webhook, CancellationToken.None);
        }
        catch (DbException e)
        {
            LogTrouble(e);      // the lease lapses
        }
    }

    async Task NoteAsync(Webhook webhook, Delivery tried)
    {
        var now = time.GetUtcNow();
        var isGivenUp = tried.Status != DeliveryStatus.Delivered && tried.Tries >= options.Value.Tries;
        if (isGivenUp)
            tried = tried with { Status = DeliveryStatus.Failed };
        else if (tried.Status == DeliveryStatus.Pending)
            tried = tried with { DueAt = now + PauseAfter(tried.Tries) };
        await store.NoteAsync(tried, now + _lease, CancellationToken.None);
        if (tried.Status == DeliveryStatus.Delivered)
            return;

        LogNotTaken(webhook.TenantId, webhook.WebhookId, tried.EventId, tried.Tries);
        if (await store.SuspendAsync(tried, isGivenUp, options.Value.MostPending, now, CancellationToken.None))
            LogSuspended(webhook.TenantId, webhook.WebhookId);
    }

    /// <summary>A quarter more or less, so that what failed together does not come back together.</summary>
    TimeSpan PauseAfter(int tries)
    {
        var pause = TimeSpan.FromSeconds(options.Value.FirstPauseSeconds * Math.Pow(4, tries - 1));
        return (pause < LongestPause ? pause : LongestPause) * (0.75 + Random.Shared.NextDouble() / 2);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {TenantId}/{WebhookId} did not take {EventId}, try {Try}.")]
    partial void LogNotTaken(string tenantId, Guid webhookId, Guid eventId, int @try);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {TenantId}/{WebhookId} is suspended: nothing arrives there.")]
    partial void LogSuspended(string tenantId, Guid webhookId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deliveries to webhooks could not be read or noted.")]
    partial void LogTrouble(Exception e);
}
