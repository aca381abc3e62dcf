using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Espalier.Server.Tests.Support;

namespace Espalier.Web.Tests.Support;

/// <summary>The real program in a folder that was empty, with the app in it, as `dotnet run` starts it.</summary>
public sealed partial class Installation : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    /// <summary>The one whom the first start makes.</summary>
    public const string Admin = "admin@example.com";

    static readonly string Program = Path.Combine(
        Repository.Root, "artifacts", "bin", "Espalier.Server", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Espalier.Server.dll");

    readonly TempFolder _folder = new();
    readonly List<string> _lines = [];
    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Process? _process;

    Installation(int port) => Url = $"http://127.0.0.1:{port}";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Url { get; }

    /// <summary>What it printed.</summary>
    public string Printed
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>The link that makes the first administrator.</summary>
    public string SetupLink => SetupLinks().Match(Printed).Value;

    /// <summary>The token that the first start prints.</summary>
    public string Token => Tokens().Match(Printed).Value;

    /// <summary>The sample organisation that the first start makes.</summary>
    public string SampleId => SampleIds().Match(Printed).Groups[1].Value;

    /// <param name="settings">Like <c>--Events:HeartbeatSeconds=1</c>.</param>
    public static async Task<Installation> StartAsync(params string[] settings)
    {
        NeedApp();
        var installation = new Installation(FreePort());
        installation.Start(settings);
        await installation._ready.Task.WaitAsync(TimeSpan.FromSeconds(180), Ct);
        return installation;
    }

    /// <summary>One that is set up: <see cref="Admin"/> signs in with <see cref="Password"/>.</summary>
    public static async Task<Installation> SetUpAsync(params string[] settings)
    {
        var installation = await StartAsync(settings);
        await installation.PostFromPageAsync("setup", new { code = installation.SetupLink.Split("#code=")[1], email = Admin, password = Password });
        return installation;
    }

    /// <summary>Sends what a page of the app sends when nobody is signed in.</summary>
    /// <param name="path">Below <c>/api/espalier/v1/</c>.</param>
    public async Task PostFromPageAsync(string path, object body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/api/espalier/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", Url);
        using var answer = await http.SendAsync(request, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync(Ct)}");
    }

    /// <summary>Asks the API with a token; what is refused fails the test.</summary>
    /// <param name="path">Below <c>/api/</c>.</param>
    public async Task<JsonElement> AskAsync(string method, string path, object? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(method), $"{Url}/api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        _process?.Dispose();
        _folder.Dispose();
    }

    void Start(string[] settings)
    {
        string[] args = [Program, "--data", _folder.Path, "--urls", Url, "--Quotas:RequestsPerSecond=0", "--Quotas:Concurrency=0", .. settings];
        _process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (_lines)
            _lines.Add(line.Data);
        if (SetupLinks().IsMatch(line.Data))
            _ready.TrySetResult();
    }

    /// <summary>Without the app the test is skipped, but never in CI.</summary>
    public static void NeedApp()
    {
        if (File.Exists(Path.Combine(Path.GetDirectoryName(Program)!, "wwwroot", "index.html")))
            return;
        const string Message = "needs the web app, which is built where Node.js is";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(Message);
        Assert.Skip(Message);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+/setup#code=\S+")]
    private static partial Regex SetupLinks();

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]+")]
    private static partial Regex Tokens();

    [GeneratedRegex("datasets/([0-9A-F-]{36})/export")]
    private static partial Regex SampleIds();
}
