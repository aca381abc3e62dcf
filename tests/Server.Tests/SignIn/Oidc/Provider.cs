using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn.Oidc;

/// <summary>A real OpenID provider, from npm. Without Node or a network the test is skipped, but never in CI.</summary>
sealed class Provider : IDisposable
{
    const string Secret = "a secret of tests, long enough";

    static readonly SemaphoreSlim Installing = new(1, 1);

    Process? _process;

    public int Port { get; } = FreePort();

    public string Issuer => $"http://127.0.0.1:{Port}";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What our server has to know of it.</summary>
    public string[] Settings => [$"Oidc:Issuer={Issuer}", "Oidc:ClientId=espalier", $"Oidc:ClientSecret={Secret}", "Oidc:Name=Example ID"];

    /// <param name="isInToken">Whether the e-mail stands in the ID token; otherwise the provider has to be asked for it.</param>
    public async Task StartAsync(string serverUrl, bool isInToken = false)
    {
        var folder = await InstallAsync();
        _process = Process.Start(new ProcessStartInfo("node", ["provider.mjs", $"{Port}", $"{serverUrl}/api/espalier/v1/session/oidc/callback", isInToken ? "true" : "false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(Ct) is { } line)
            if (line == "listening")
                return;
        Assert.Fail("The OpenID provider did not start.");
    }

    /// <summary>Lets somebody sign in there, and agree to whatever is asked.</summary>
    /// <returns>Where the provider sends the browser back to.</returns>
    public async Task<string> SignInAsync(Browser browser, string start, string name)
    {
        var at = start;
        for (var steps = 0; steps < 20; steps++)
        {
            if (!at.StartsWith(Issuer, StringComparison.Ordinal))
                return at;
            var answer = await browser.GetAsync(at);
            if (answer.Status == 200)
            {
                var isLogin = answer.Text.Contains("name=\"login\"", StringComparison.Ordinal);
                using var form = new FormUrlEncodedContent(isLogin
                    ? [new("prompt", "login"), new("login", name), new("password", "x")]
                    : new Dictionary<string, string> { ["prompt"] = "consent" });
                answer = await browser.SendAsync("POST", at, form);
            }
            answer.Status.ShouldBeOneOf([302, 303], answer.Text);
            at = new Uri(new Uri(Issuer), answer.Headers.Location!).ToString();
        }
        throw new InvalidOperationException("The OpenID provider sends the browser around.");
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "tools", "oidc-provider-9.13.3");
        await Installing.WaitAsync(Ct);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in new[] { "package.json", "package-lock.json", "provider.mjs" })
                File.Copy(Path.Combine(Here(), name), Path.Combine(folder, name), overwrite: true);
            if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")) && await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund") != 0)
                Skip("oidc-provider could not be installed by npm (is there a network?)");
            if (await RunAsync("node", folder, "--version") != 0)
                Skip("there is no Node.js");
        }
        finally
        {
            Installing.Release();
        }
        return folder;
    }

    static async Task<int> RunAsync(string program, string folder, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
            await process.WaitForExitAsync(Ct);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    static void Skip(string why)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(why);
        Assert.Skip(why);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
