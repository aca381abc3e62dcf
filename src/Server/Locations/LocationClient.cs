using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Locations;

/// <summary>
/// Requests to URLs that callers gave. Each hop obeys the guard; nothing is remembered between requests; what takes too
/// long or is too much is given up. A failure is told with what the location answered.
/// </summary>
public sealed class LocationClient : IDisposable
{
    const int MaxRedirects = 5;
    const int MaxErrorContent = 4096;
    const int BufferSize = 128 * 1024;

    static readonly TimeSpan[] UploadPauses = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    readonly LocationGuard _guard;
    readonly LocationOptions _options;
    readonly TimeProvider _time;
    readonly HttpMessageInvoker _http;

    public LocationClient(LocationGuard guard, HostResolver resolver, IOptions<LocationOptions> options, TimeProvider time)
    {
        _guard = guard;
        _options = options.Value;
        _time = time;
        _http = new HttpMessageInvoker(new LocationConnector(guard, resolver).CreateHandler());
    }

    /// <summary>Reads the location into the target, its bytes as they come.</summary>
    /// <exception cref="Refused">The location did not answer well (500901).</exception>
    public async Task<LocationAnswer> DownloadAsync(string url, Stream target, CancellationToken ct)
    {
        using var patience = new Patience(_options, ct);
        using var response = await FollowAsync(url, patience, ct);
        if (!response.IsSuccessStatusCode)
            throw new Refused(await DescribeAsync(Errors.ImportLocationFailed, response, patience));

        var source = await Blame(Errors.ImportLocationFailed, patience, () => response.Content.ReadAsStreamAsync(patience.Token));
        var buffer = new byte[BufferSize];
        long total = 0;
        while (true)
        {
            patience.Await(_options.IdleSeconds);
            var read = await Blame(Errors.ImportLocationFailed, patience, () => source.ReadAsync(buffer, patience.Token).AsTask());
            if (read == 0)
                break;
            total += read;
            if (total > _options.MaxBytes)
                throw new Refused(Say(Errors.ImportLocationFailed, $"It gives more than {_options.MaxBytes} bytes."));
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new LocationAnswer(
            response.Content.Headers.ContentType?.ToString(),
            response.Content.Headers.ContentEncoding.Any(coding => coding.Equals("gzip", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Sends a result to the location, trying again where that may help.</summary>
    /// <returns>Null when the location took it, else what is to be told (500902).</returns>
    public async Task<ApiError?> UploadAsync(string url, Upload upload, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (error, mayHelp) = await TryUploadAsync(url, upload, ct);
            if (error is null || !mayHelp || attempt == UploadPauses.Length)
                return error;
            await Task.Delay(UploadPauses[attempt], _time, ct);
        }
    }

    /// <summary>Sends a request without a body, once.</summary>
    /// <returns>Whether the answer was a success.</returns>
    public async Task<bool> CallAsync(string method, string url, CancellationToken ct)
    {
        if (!_guard.TryRead(url, out var uri, out _))
            return false;
        using var patience = new Patience(_options, ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), uri);
        if (method != "GET")
            request.Content = new ByteArrayContent([]);
        try
        {
            using var response = await SendAsync(request, patience);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsTheirs(e, patience))
        {
            return false;
        }
    }

    /// <summary>Sends JSON, once, and follows no redirect.</summary>
    /// <param name="seconds">How long it may take in all.</param>
    /// <returns>The HTTP status of the answer; without one, why there is none.</returns>
    public async Task<(int? Status, string? Why)> PostAsync(
        string url, string json, IEnumerable<(string Name, string Value)> headers, int seconds, CancellationToken ct)
    {
        if (!_guard.TryRead(url, out var uri, out var why))
            return (null, why);
        using var patience = new Patience(new LocationOptions { TotalSeconds = seconds }, ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, uri);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        try
        {
            using var response = await SendAsync(request, patience);
            return ((int)response.StatusCode, null);
        }
        catch (Exception e) when (IsTheirs(e, patience))
        {
            return (null, Why(e));
        }
    }

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> FollowAsync(string url, Patience patience, CancellationToken ct)
    {
        for (var hop = 0; ; hop++)
        {
            if (!_guard.TryRead(url, out var uri, out var why))
                throw new Refused(Say(Errors.ImportLocationFailed, hop == 0 ? why : $"It redirects to where it may not: {why}"));
            ct.ThrowIfCancellationRequested();
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            var response = await Blame(Errors.ImportLocationFailed, patience, () => SendAsync(request, patience));
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                    or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } next)
                return response;

            response.Dispose();
            if (hop == MaxRedirects)
                throw new Refused(Say(Errors.ImportLocationFailed, $"It redirects more than {MaxRedirects} times."));
            url = next.IsAbsoluteUri ? next.OriginalString : new Uri(uri, next).AbsoluteUri;
        }
    }

    async Task<(ApiError? Error, bool MayHelp)> TryUploadAsync(string url, Upload upload, CancellationToken ct)
    {
        if (!_guard.TryRead(url, out var uri, out var why))
            return (Say(Errors.ResultLocationFailed, why), false);
        using var patience = new Patience(_options, ct);
        await using var content = upload.Open();
        using var request = new HttpRequestMessage(HttpMethod.Put, uri);
        request.Content = new PatientContent(content, upload.Size, patience, _options);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(upload.ContentType);
        if (upload.Gzip)
            request.Content.Headers.ContentEncoding.Add("gzip");
        try
        {
            using var response = await SendAsync(request, patience);
            return response.IsSuccessStatusCode
                ? (null, false)
                : (await DescribeAsync(Errors.ResultLocationFailed, response, patience), (int)response.StatusCode >= 500);
        }
        catch (Exception e) when (IsTheirs(e, patience))
        {
            return (Say(Errors.ResultLocationFailed, Why(e)), e.InnerException is not ForbiddenAddressException);
        }
    }

    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Patience patience)
    {
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Espalier", null));
        patience.Await(_options.FirstByteSeconds);
        return _http.SendAsync(request, patience.Token);
    }

    static Encoding EncodingOf(HttpResponseMessage response)
    {
        try
        {
            return response.Content.Headers.ContentType?.CharSet is { } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    async Task<ApiError> DescribeAsync(ApiError error, HttpResponseMessage response, Patience patience)
    {
        var told = Say(error, $"It answered {(int)response.StatusCode}.") with
        {
            ErrorContentType = response.Content.Headers.ContentType?.ToString(),
        };
        try
        {
            var buffer = new byte[MaxErrorContent];
            patience.Await(_options.IdleSeconds);
            var stream = await response.Content.ReadAsStreamAsync(patience.Token);
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, patience.Token);
            var text = EncodingOf(response).GetString(buffer, 0, read);
            return told with { ErrorContent = read == buffer.Length ? text.TrimEnd('\uFFFD') : text };
        }
        catch (Exception e) when (IsTheirs(e, patience))
        {
            return told;
        }
    }

    static async Task<T> Blame<T>(ApiError error, Patience patience, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (IsTheirs(e, patience))
        {
            throw new Refused(Say(error, Why(e)));
        }
    }

    static bool IsTheirs(Exception e, Patience patience) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && patience.IsOver);

    static ApiError Say(ApiError error, string why) => error with { Message = $"{error.Message} {why}" };

    static string Why(Exception e) => e switch
    {
        OperationCanceledException => "It took too long.",
        { InnerException: ForbiddenAddressException forbidden } => forbidden.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "Its host name is not known.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "No secure connection could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "No connection could be made.",
        _ => "The connection broke.",
    };
}

/// <summary>What came with a location's bytes.</summary>
public sealed record LocationAnswer(string? ContentType, bool Gzip);

/// <summary>What is sent to a location; opened anew for each try.</summary>
public sealed record Upload(Func<Stream> Open, long Size, string ContentType, bool Gzip);
