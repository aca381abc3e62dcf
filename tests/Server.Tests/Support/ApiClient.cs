using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Espalier.Server.Tests.Support;

/// <summary>One caller of the API over HTTP, who knows no more than its address and a token.</summary>
public sealed class ApiClient(string url, string tenant, string token, TimeSpan? patience = null) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 512 })
    {
        Timeout = patience ?? TimeSpan.FromSeconds(100),
    };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="path">Below the tenant, or a whole URL, which gets no token.</param>
    /// <param name="body">JSON as text, or content as it is.</param>
    public async Task<Answer> SendAsync(string method, string path, object? body = null)
    {
        var isWhole = path.StartsWith("http", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), isWhole ? path : $"{url}/api/v1/{tenant}/{path}");
        if (!isWhole)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => new StringContent((string)body, Encoding.UTF8, "application/json"),
        };
        using var response = await _http.SendAsync(request, Ct);
        return await Answer.ReadAsync(response, Ct);
    }

    /// <summary>The same, where anything but success is a failure of the test.</summary>
    public async Task<Answer> DoAsync(string method, string path, object? body = null)
    {
        var answer = await SendAsync(method, path, body);
        answer.Status.ShouldBeInRange(200, 299, $"{method} {path}: {answer.Text}");
        return answer;
    }

    /// <summary>Makes a dataset; answers its id.</summary>
    public async Task<string> CreateDatasetAsync(string definition) =>
        (await DoAsync("POST", "datasets", definition)).Json.GetProperty("datasetId").GetString()!;

    /// <summary>Makes a temporary file and fills it; answers the URL to read it.</summary>
    public async Task<string> UploadAsync(string targetType, byte[] bytes)
    {
        var urls = (await DoAsync("POST", "files/generate", $$"""{"targetType":"{{targetType}}","targetEncoding":"identity"}""")).Json;
        await DoAsync("PUT", urls.GetProperty("put").GetString()!, new ByteArrayContent(bytes));
        return urls.GetProperty("get").GetString()!;
    }

    /// <summary>Uploads a payload and starts its import; answers the ticket's URL.</summary>
    public async Task<string> StartImportAsync(string datasetId, string query, string targetType, byte[] payload)
    {
        var get = await UploadAsync(targetType, payload);
        return TicketUrl(await DoAsync("PUT", $"datasets/{datasetId}/items/import?{query}",
            $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }"""));
    }

    /// <summary>Polls a ticket to its end.</summary>
    public Task<JsonElement> EndedAsync(string ticketUrl) => Soon.EndsAsync(() => DoAsync("GET", ticketUrl));

    /// <summary>Polls a ticket to its end, which must be a good one, and reads the result.</summary>
    public async Task<Answer> ResultAsync(string ticketUrl)
    {
        var ticket = await EndedAsync(ticketUrl);
        Status(ticket).ShouldBe("completed", ticket.ToString());
        return await DoAsync("GET", ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!);
    }

    public static string TicketUrl(Answer started) =>
        started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;

    public static string Status(JsonElement ticket) => ticket.GetProperty("jobStatus").GetString()!;

    public void Dispose() => _http.Dispose();
}
