using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Espalier.Server.Access;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Espalier.Server.Tests.Support;

/// <summary>
/// The real executable as a process of its own, on one port and one data folder as often as it is started: what is
/// killed, measured, and never looked into. The folder has the tenants asked for, with one admin and one token for all.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    const string Admin = "admin@example.com";

    readonly TempFolder _folder = new();
    readonly string[] _settings;
    Process? _process;

    ServerProcess(string token, int port, TempFolder folder, string[] settings) =>
        (Token, Port, _folder, _settings) = (token, port, folder, settings);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Token { get; }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public string Folder => _folder.Path;

    /// <summary>Resident memory in bytes; 0 when the process is gone.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Prepares a data folder. The process is not started yet.</summary>
    /// <param name="settings">Like <c>--Jobs:Workers=3</c>.</param>
    public static async Task<ServerProcess> PrepareAsync(string[] tenants, params string[] settings)
    {
        var folder = new TempFolder();
        var token = await UseAsync(folder.Path, async services =>
        {
            foreach (var tenant in tenants)
            {
                await services.GetRequiredService<ITenantStore>().AddAsync(new Tenant(tenant, tenant), Ct);
                await services.GetRequiredService<IUserStore>()
                    .AddAsync(new Account(tenant, Guid.NewGuid(), Admin, Role.Admin) { TokenAccess = true }, Ct);
            }
            var now = TimeProvider.System.GetUtcNow();
            return await services.GetRequiredService<Tokens>().CreateAsync(Admin, now.AddMinutes(-1), now.AddDays(1), Subnets.Any, Ct);
        });
        return new ServerProcess(token, FreePort(), folder, settings);
    }

    /// <summary>A caller of this server.</summary>
    public ApiClient Client(string tenant, TimeSpan? patience = null) => new(Url, tenant, Token, patience);

    public void Start()
    {
        _process?.Dispose();
        string[] args =
        [
            Path.Combine(AppContext.BaseDirectory, "Espalier.Server.dll"), "serve", "--data", Folder, "--urls", Url,
            "--Logging:LogLevel:Default=Error", "--Quotas:RequestsPerSecond=0", "--Quotas:Concurrency=0", "--Quotas:RequestsPerDay=0",
            .. _settings,
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(20, Ct))
        {
            if (_process!.HasExited)
                break;
            try
            {
                if ((await http.GetAsync($"{Url}/health", Ct)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !Ct.IsCancellationRequested))
            {
                // Not yet.
            }
        }
        throw new InvalidOperationException($"The server did not start:\n{Log}");
    }

    /// <summary>What the server wrote, all starts together.</summary>
    public string Log
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    readonly List<string> _lines = [];

    /// <summary>SIGKILL: no word of farewell.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Looks into the data folder with the server's own services, without serving. The process must be gone.</summary>
    public Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> look) => UseAsync(Folder, look);

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Kill();
        _process?.Dispose();
        _folder.Dispose();
    }

    static async Task<T> UseAsync<T>(string folder, Func<IServiceProvider, Task<T>> use)
    {
        await using WebApplication app = Program.Build([$"--DataFolder={folder}", "--Logging:LogLevel:Default=Warning"]);
        return await use(app.Services);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            lock (_lines)
                _lines.Add(line.Data);
    }
}
