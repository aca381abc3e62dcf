using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Datasets;
using Espalier.Server.Drafts;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Events;

/// <summary>
/// Tells one caller what happens, as server-sent events, as long as the caller may come in. It ends after some minutes, so
/// that all checks at the door are made again; browsers come back by themselves and miss nothing.
/// </summary>
public sealed class EventStream(
    EventHub hub, EventFilter filter, DatasetService datasets, DraftService drafts, Accounts accounts, IOptions<EventOptions> options,
    TimeProvider time, IHostApplicationLifetime server)
{
    readonly ConcurrentDictionary<(string, string), int> _open = new();

    /// <exception cref="Refused">A dataset or draft may not be read, or the caller has too many streams.</exception>
    public async Task RunAsync(HttpContext context, Caller caller, EventTopics topics, long? lastEventId, CancellationToken ct)
    {
        foreach (var id in topics.Datasets)
            await datasets.DescribeAsync(caller, id, Level.Read, ct);
        foreach (var id in topics.Drafts)
            await drafts.FindAsync(caller, id, ct);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, server.ApplicationStopping);
        var who = (caller.TenantId, Account.KeyOf(caller.Email));
        if (_open.AddOrUpdate(who, 1, static (_, count) => count + 1) > options.Value.StreamsPerPerson)
        {
            Close(who);
            throw new Refused(Errors.Throttled) { RetryAfter = 5 };
        }
        using var listener = hub.Listen(caller.TenantId, lastEventId);
        try
        {
            await TellAsync(context, caller, topics, listener, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The server stops, or nobody listens any more.
        }
        finally
        {
            hub.Leave(caller.TenantId, listener);
            Close(who);
        }
    }

    async Task TellAsync(HttpContext context, Caller caller, EventTopics topics, Listener listener, CancellationToken ct)
    {
        var (response, begun) = (context.Response, time.GetTimestamp());
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";       // nginx would wait for more
        await response.WriteAsync("retry: 2000\n", ct);
        await WriteAsync(response, listener.Start, "hello", new HelloMessage(Timestamps.Print(time.GetUtcNow().ToUnixTimeMilliseconds())), ct);
        await response.Body.FlushAsync(ct);

        var checkedAt = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < TimeSpan.FromMinutes(options.Value.StreamMinutes))
        {
            var heartbeat = TimeSpan.FromSeconds(options.Value.HeartbeatSeconds);
            var left = heartbeat - time.GetElapsedTime(checkedAt);
            if (left > TimeSpan.Zero)
                await listener.WaitAsync(left, ct);
            if (time.GetElapsedTime(checkedAt) >= heartbeat)
            {
                if (await AgainAsync(context, caller, ct) is not { } now)
                    return;
                caller = now;
                checkedAt = time.GetTimestamp();
                await response.WriteAsync(": hb\n\n", ct);
            }
            await TellAsync(response, caller, topics, listener.Take(), ct);
            await response.Body.FlushAsync(ct);
        }
    }

    async Task TellAsync(HttpResponse response, Caller caller, EventTopics topics, (IReadOnlyList<Happened> Happened, bool HasMissed) news, CancellationToken ct)
    {
        if (news.HasMissed)
            await WriteAsync(response, null, "reset", new { }, ct);
        foreach (var happened in news.Happened)
        {
            var told = await filter.OfAsync(caller, topics, happened.What, ct);
            for (var i = 0; i < told.Count; i++)
                // The number comes with the last message of a happening: who is cut off between them hears both again.
                await WriteAsync(response, i == told.Count - 1 ? happened.Sequence : null, told[i].Type, told[i].Data, ct);
        }
    }

    /// <returns>The caller as they are now; null when they may not go on.</returns>
    async Task<Caller?> AgainAsync(HttpContext context, Caller caller, CancellationToken ct)
    {
        try
        {
            return await context.StillAllowedAsync(ct)
                ? await accounts.CallerAsync(caller.TenantId, caller.Email, ct) with { Address = caller.Address, IsPerson = caller.IsPerson }
                : null;
        }
        catch (Refused)
        {
            return null;
        }
    }

    void Close((string, string) who)
    {
        if (_open.AddOrUpdate(who, 0, static (_, count) => count - 1) == 0)
            _open.TryRemove(new(who, 0));
    }

    static Task WriteAsync(HttpResponse response, long? id, string type, object data, CancellationToken ct)
    {
        var number = id is { } sequence ? string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\n") : "";
        return response.WriteAsync($"{number}event: {type}\ndata: {JsonSerializer.Serialize(data, Json.Options)}\n\n", ct);
    }
}
