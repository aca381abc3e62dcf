using System.Net.Http.Headers;
using System.Text.Json;

namespace Espalier.Server.Tests.Support;

/// <summary>What the server answered, read whole.</summary>
public sealed record Answer(int Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement.Clone();

    /// <summary>The codes of an error answer, in their order.</summary>
    public string[] Codes => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken ct) =>
        new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct), response.Headers, response.Content.Headers);
}
