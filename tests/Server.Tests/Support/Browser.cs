using System.Net;
using System.Text;
using System.Text.Json;

namespace Espalier.Server.Tests.Support;

/// <summary>Asks as the app's pages in a browser do: with cookies, with where it comes from, and with the session's token.</summary>
public sealed class Browser : IDisposable
{
    readonly HttpClient _client;

    public Browser(string url)
    {
        Url = url;
        _client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false });
    }

    public string Url { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The session's token; empty before signing in.</summary>
    public string Csrf { get; set; } = "";

    /// <summary>What it says of where it comes from; null says nothing.</summary>
    public string? Origin { get; set; } = "";

    public string? Site { get; set; } = "same-origin";

    /// <summary>The session cookie's value, null without one.</summary>
    public string? Cookie => Cookies.GetCookies(new Uri(Url))["espalier"]?.Value;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path, params string[] headers) => SendAsync("GET", path, null, headers);

    /// <summary>Below <c>/api/espalier/v1/</c>.</summary>
    public Task<Answer> OwnAsync(string method, string path, object? body = null) => SendAsync(method, "/api/espalier/v1/" + path, body);

    public Task<Answer> FormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync("POST", path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<Answer> SignInAsync(string email, string password, string? totp = null)
    {
        var answer = await OwnAsync("POST", "session", new { email, password, totp });
        if (answer.Status == 200)
            Csrf = answer.Json.GetProperty("csrf").GetString()!;
        return answer;
    }

    public async Task<Answer> SendAsync(string method, string path, object? body = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? Url + path : path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, Espalier.Server.Http.Json.Options), Encoding.UTF8, "application/json"),
        };
        if (method is not "GET")
        {
            if (Origin is not null)
                request.Headers.TryAddWithoutValidation("Origin", Origin.Length > 0 ? Origin : Url);
            if (Csrf.Length > 0)
                request.Headers.TryAddWithoutValidation("X-Espalier-CSRF", Csrf);
        }
        if (Site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", Site);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..].Trim());
        using var response = await _client.SendAsync(request, Ct);
        return await Answer.ReadAsync(response, Ct);
    }

    public void Dispose() => _client.Dispose();
}
