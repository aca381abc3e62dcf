using System.Net.Http.Headers;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Events;

/// <summary>One stream of events, as a browser reads it.</summary>
sealed class EventReader : IAsyncDisposable
{
    readonly HttpResponseMessage _response;
    readonly StreamReader _lines;
    Task<(string Type, JsonElement Data)?>? _ahead;

    EventReader(HttpResponseMessage response, Stream stream) => (_response, _lines) = (response, new(stream));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string? LastId { get; private set; }

    public int Comments { get; private set; }

    public static async Task<EventReader> OpenAsync(TestServer server, string query, string? token = null, string? lastId = null, string? viewAs = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Url}/api/espalier/v1/{TestServer.Tenant}/events?{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? server.Token);
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        if (viewAs is not null)
            request.Headers.Add("X-Espalier-View-As", viewAs);
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var reader = new EventReader(response, await response.Content.ReadAsStreamAsync(Ct));
        (await reader.NextAsync())!.Value.Type.ShouldBe("hello");
        return reader;
    }

    /// <returns>The next message; null when the stream has ended.</returns>
    public Task<(string Type, JsonElement Data)?> NextAsync(int seconds = 60)
    {
        if (_ahead is not { } ahead)
            return ReadAsync(seconds);
        _ahead = null;
        return ahead;
    }

    async Task<(string Type, JsonElement Data)?> ReadAsync(int seconds)
    {
        var type = "";
        JsonElement data = default;
        while (true)
        {
            var line = await _lines.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(seconds), Ct);
            switch (line)
            {
                case null:
                    return null;
                case "" when type != "":
                    return (type, data);
                case var comment when comment.StartsWith(':'):
                    Comments++;
                    break;
                case var id when id.StartsWith("id: ", StringComparison.Ordinal):
                    LastId = id[4..];
                    break;
                case var name when name.StartsWith("event: ", StringComparison.Ordinal):
                    type = name[7..];
                    break;
                case var text when text.StartsWith("data: ", StringComparison.Ordinal):
                    data = JsonDocument.Parse(text[6..]).RootElement.Clone();
                    break;
            }
        }
    }

    /// <summary>Whether nothing is told for a while. It reads on then, so it must be followed by something that is told.</summary>
    public async Task<bool> SilentAsync()
    {
        _ahead = NextAsync();
        return await Task.WhenAny(_ahead, Task.Delay(TimeSpan.FromSeconds(1), Ct)) != _ahead;
    }

    /// <summary>The messages up to and with the first that passes.</summary>
    public async Task<IReadOnlyList<(string Type, JsonElement Data)>> UntilAsync(Func<string, JsonElement, bool> isLast)
    {
        var all = new List<(string, JsonElement)>();
        while (await NextAsync() is { } message)
        {
            all.Add(message);
            if (isLast(message.Type, message.Data))
                return all;
        }
        throw new InvalidOperationException("The stream ended before.");
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
