using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Storage;

namespace Espalier.Server.Commands;

/// <summary>The process around the server: where settings come from, what it does before it listens.</summary>
public static class ServerHost
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    static readonly string[] Addresses =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        // A long import keeps several pool threads busy at once; without a floor, the pool adds threads for the small
        // requests behind it only one by one, half a second apart.
        ThreadPool.SetMinThreads(32, 32);

        // Settings lie next to the executable, wherever it is started, and are read once.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (!Addresses.Any(key => builder.Configuration[key] is { Length: > 0 }))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.UseHttp();

        // Why it cannot start is told by us, in one line; later the host's word counts again.
        var startUp = new StartUp();
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => startUp.Done && level >= LogLevel.Warning);
        builder.Services.AddSingleton(startUp);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ServerLock>();
        return builder;
    }

    /// <summary>Takes the data folder and opens the database, before anything else wants it, and then what is in it.</summary>
    public static void Prepare(WebApplication app)
    {
        app.Services.GetRequiredService<ServerLock>();
        app.Services.GetRequiredService<IDatabase>();
        app.Services.GetRequiredService<DatasetPreload>().Begin();
        var startUp = app.Services.GetRequiredService<StartUp>();
        app.Lifetime.ApplicationStarted.Register(() => startUp.Done = true);
    }

    /// <summary>Whether the server listens yet.</summary>
    sealed class StartUp
    {
        public bool Done { get; set; }
    }

    /// <summary>Holds the data folder as long as the server's services live.</summary>
    sealed class ServerLock(DataFolder folder) : IDisposable
    {
        readonly IDisposable _held = folder.LockForServer();

        public void Dispose() => _held.Dispose();
    }
}
