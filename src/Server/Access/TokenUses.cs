using System.Collections.Concurrent;
using System.Data.Common;

namespace Espalier.Server.Access;

/// <summary>
/// Remembers what tokens were used for and writes it down now and then, so that no request waits for it. In memory there
/// are only the last calls of each token since then.
/// </summary>
public sealed partial class TokenUses(ITokenStore store, TimeProvider time, ILogger<TokenUses> log) : BackgroundService
{
    /// <summary>While the store cannot be written to, calls of more tokens than this are forgotten.</summary>
    const int MostTokens = 10_000;
    const int LongestPath = 300;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, Calls> _calls = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _writing = new(1, 1);
    long _lastCall = time.GetUtcNow().UtcTicks;

    /// <summary>Notes the request as one of the token when it has been answered.</summary>
    public void Watch(HttpContext context, string jti)
    {
        var at = time.GetUtcNow();
        context.Response.OnCompleted(() =>
        {
            Note(context, jti, at);
            return Task.CompletedTask;
        });
    }

    /// <summary>Writes down what is only in memory.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            Dictionary<string, IReadOnlyList<TokenCall>> taken = new(StringComparer.Ordinal);
            foreach (var (jti, calls) in _calls)
                if (_calls.TryRemove(new(jti, calls)))
                    taken.Add(jti, calls.Close());
            if (taken.Count > 0)
                await store.NoteCallsAsync(taken, ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _writing.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryWriteAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        await TryWriteAsync();
    }

    void Note(HttpContext context, string jti, DateTimeOffset at)
    {
        var address = context.Connection.RemoteIpAddress;
        var path = context.Request.Path.Value ?? "";
        var call = new TokenCall(at, address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString() ?? "",
            context.Request.Method, path.Length <= LongestPath ? path : path[..LongestPath], context.Response.StatusCode)
        {
            CallId = Interlocked.Increment(ref _lastCall),
        };
        while (_calls.Count < MostTokens || _calls.ContainsKey(jti))
            if (_calls.GetOrAdd(jti, static _ => new()).TryAdd(call))
                return;
    }

    async Task TryWriteAsync()
    {
        try
        {
            await WriteAsync(CancellationToken.None);
        }
        catch (DbException e)
        {
            LogNotWritten(e);       // these are lost; they only inform
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What tokens were used for could not be written down")]
    partial void LogNotWritten(Exception e);

    /// <summary>The last calls of one token that are not written yet.</summary>
    sealed class Calls
    {
        readonly Lock _lock = new();
        readonly Queue<TokenCall> _last = new();
        bool _isClosed;

        /// <returns>False when it is being written already.</returns>
        public bool TryAdd(TokenCall call)
        {
            lock (_lock)
            {
                if (_isClosed)
                    return false;
                if (_last.Count == ITokenStore.CallsKept)
                    _last.Dequeue();
                _last.Enqueue(call);
                return true;
            }
        }

        public IReadOnlyList<TokenCall> Close()
        {
            lock (_lock)
            {
                _isClosed = true;
                return [.. _last];
            }
        }
    }
}
