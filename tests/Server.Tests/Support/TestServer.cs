using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Http;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Espalier.Server.Tests.Support;

/// <summary>
/// The real server on a free port and a data folder of its own, with the tenant T1, an admin and a token of theirs.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string Tenant = "T1";
    public const string Admin = "admin@example.com";

    readonly TempFolder _folder = new();
    readonly string[] _settings;
    readonly Action<WebApplicationBuilder>? _configure;
    readonly Action<WebApplication>? _map;
    WebApplication _app = null!;
    int _port;

    TestServer(string[] settings, Action<WebApplicationBuilder>? configure, Action<WebApplication>? map) =>
        (_settings, _configure, _map) = (settings, configure, map);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Folder => _folder.Path;

    public MovedTime Time { get; } = new();

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>Sends no token and unpacks nothing by itself.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public string Token { get; private set; } = "";

    /// <param name="settings">Like <c>Proxies:Known:0=127.0.0.1</c>.</param>
    public static Task<TestServer> StartAsync(params string[] settings) => StartWithAsync(null, null, settings);

    /// <param name="configure">Changes services before the server is built.</param>
    /// <param name="map">Adds endpoints before it starts.</param>
    public static async Task<TestServer> StartWithAsync(
        Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, params string[] settings)
    {
        var server = new TestServer(settings, configure, map);
        await server.RunAsync();
        await server.Get<ITenantStore>().AddAsync(new Tenant(Tenant, "Test"), Ct);
        await server.AddUserAsync(Admin, Role.Admin);
        server.Token = await server.TokenFor(Admin);
        return server;
    }

    /// <summary>Stops the server and starts it again on the same folder and port.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync(Ct);
        await _app.DisposeAsync();
        await RunAsync();
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task AddUserAsync(string email, Role role = Role.User, Func<Account, Account>? change = null)
    {
        var account = new Account(Tenant, Guid.NewGuid(), email, role) { TokenAccess = true };
        (await Get<IUserStore>().AddAsync(change?.Invoke(account) ?? account, Ct)).ShouldBeTrue();
    }

    public Task<string> TokenFor(string email, DateTimeOffset? start = null, DateTimeOffset? end = null, string? subnets = null)
    {
        var now = Time.GetUtcNow();
        return Get<Tokens>().CreateAsync(email, start ?? now.AddMinutes(-1), end ?? now.AddDays(1), Subnets.Parse(subnets), Ct);
    }

    public Task MakeInstallationAdminAsync(string email = Admin) => Get<ICredentialStore>().SetInstallationAdminAsync(email, Ct);

    /// <summary>Below <c>/api/espalier/v1/T1/</c>.</summary>
    public Task<Answer> Own(string method, string path, object? body = null, string? token = null) =>
        Api(method, $"/api/espalier/v1/{Tenant}/{path}", body, token);

    /// <param name="path">Below <c>/api/v1/T1/</c>, or from the root when it begins with a slash, or a whole URL.</param>
    /// <param name="body">JSON as text, content as it is, or anything to be written as JSON.</param>
    /// <param name="token">The admin's when it is null, none when it is empty.</param>
    public async Task<Answer> Api(string method, string path, object? body = null, string? token = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Absolute(path));
        request.Content = Content(body);
        if ((token ?? Token) is { Length: > 0 } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..].Trim()).ShouldBeTrue();
        using var response = await Client.SendAsync(request, Ct);
        return await Answer.ReadAsync(response, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    async Task RunAsync()
    {
        string[] settings =
        [
            $"--DataFolder={Folder}", $"--urls=http://127.0.0.1:{_port}", "--Logging:LogLevel:Default=Warning",
            "--Quotas:RequestsPerSecond=0", "--Quotas:Concurrency=0", "--Quotas:RequestsPerDay=0",
            .. _settings.Select(setting => "--" + setting),
        ];
        _app = Program.Build(settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            _configure?.Invoke(builder);
        });
        _map?.Invoke(_app);
        await _app.StartAsync(Ct);
        _port = new Uri(_app.Urls.First()).Port;
    }

    string Absolute(string path) =>
        path.StartsWith("http", StringComparison.Ordinal) ? path
        : path.StartsWith('/') ? Url + path
        : $"{Url}/api/v1/{Tenant}/{path}";

    static HttpContent? Content(object? body) => body switch
    {
        null => null,
        HttpContent content => content,
        string json => new StringContent(json, Encoding.UTF8, "application/json"),
        _ => new StringContent(JsonSerializer.Serialize(body, Json.Options), Encoding.UTF8, "application/json"),
    };
}
