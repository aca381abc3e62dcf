using System.CommandLine;
using System.Net.Sockets;
using Espalier.Server.Storage;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Commands;

/// <summary><c>serve</c>, which is also what happens without a command.</summary>
public static class ServeCommand
{
    public const string Name = "serve";

    /// <param name="settings">The server's settings from the command line, as <c>--Section:Key=value</c>.</param>
    public static void AddTo(RootCommand root, Option<string?> data, string[] settings)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"The addresses to listen on, with semicolons between. [default: {ServerHost.DefaultUrl}]",
            HelpName = "URLS",
        };
        var serve = new Command(
            Name, "Serve the API. Settings are given as --Section:Key=value, by environment variables or in appsettings.json.") { urls };
        root.Add(urls);
        root.Add(serve);
        foreach (var command in new Command[] { root, serve })
            command.SetAction((parsed, ct) => RunAsync(
                Arguments(parsed.GetValue(data), parsed.GetValue(urls), settings), parsed.InvocationConfiguration.Output, ct));
    }

    static async Task<int> RunAsync(string[] settings, TextWriter output, CancellationToken ct)
    {
        await using var app = Program.Build(settings);
        try
        {
            await app.StartAsync(ct);
        }
        catch (OptionsValidationException e)
        {
            throw new CannotStart($"the settings are wrong: {e.Message}");
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            // The address is taken, not allowed, or lacks its certificate.
            throw new CannotStart(e.Message);
        }

        foreach (var url in app.Urls)
            await output.WriteLineAsync($"Espalier listens on {url}, data in {app.Services.GetRequiredService<DataFolder>().Root}");
        await app.Services.GetRequiredService<FirstStart>().RunAsync(app.Urls.First(), output, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    static string[] Arguments(string? data, string? urls, string[] settings)
    {
        var all = new List<string>(settings);
        if (data is not null)
            all.Add($"--{StorageServices.FolderSetting}={data}");
        if (urls is not null)
            all.Add($"--{WebHostDefaults.ServerUrlsKey}={Checked(urls)}");
        return [.. all];
    }

    static string Checked(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            try
            {
                if (BindingAddress.Parse(url).Scheme is not ("http" or "https"))
                    throw new FormatException();
            }
            catch (FormatException)
            {
                throw new WrongArgument($"'{url}' is no address to listen on: it must be like {ServerHost.DefaultUrl}.");
            }
        }
        return urls;
    }
}
