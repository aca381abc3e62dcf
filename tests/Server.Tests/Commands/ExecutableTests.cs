using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Commands;

/// <summary>The executable itself, as a process of its own.</summary>
public sealed class ExecutableTests : IDisposable
{
    readonly TempFolder _temp = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Data => Path.Combine(_temp.Path, "data");

    [Fact]
    public async Task The_first_start_prints_where_it_listens_a_token_and_three_commands()
    {
        using var server = Start("--data", Data, "--urls", "http://127.0.0.1:0");
        var lines = await ReadUntilAsync(server, lines => lines.Count(IsCurl) == 3);

        var url = lines[0].Split(' ', ',').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        url.ShouldNotEndWith(":0");
        lines.Where(IsCurl).ShouldAllBe(line => line.Contains(url));
        var token = lines.Single(line => line.StartsWith("eyJ", StringComparison.Ordinal));

        // What commands change is seen by the running server at once.
        (await AskAsync(url, "DEMO", token)).ShouldBe((HttpStatusCode.NotFound, "40490"));
        (await RunAsync("tenant", "create", "T2")).Code.ShouldBe(0);
        (await RunAsync("user", "add", "bob@example.com", "--tenant", "T2", "--token-access")).Code.ShouldBe(0);
        var bob = await RunAsync("token", "create", "--user", "bob@example.com");
        (await AskAsync(url, "T2", bob.Output.Trim())).ShouldBe((HttpStatusCode.NotFound, "40490"));
        (await AskAsync(url, "DEMO", bob.Output.Trim())).ShouldBe((HttpStatusCode.Forbidden, "40390"));
        var jti = (await RunAsync("token", "list")).Output.Split('\n').Single(line => line.Contains("bob@")).Split(' ')[0];
        (await RunAsync("token", "revoke", jti)).Code.ShouldBe(0);
        (await AskAsync(url, "T2", bob.Output.Trim())).ShouldBe((HttpStatusCode.Unauthorized, "40102"));

        var (code, output, error) = await RunAsync("serve", "--urls", "http://127.0.0.1:0");
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldMatch(@"^espalier: another server is running[^\n]*\n$");

        (code, _, error) = await RunAsync("serve", "--data", Path.Combine(_temp.Path, "other"), "--urls", url);
        code.ShouldBe(1);
        error.ShouldMatch(@"^espalier: [^\n]*address already in use[^\n]*\n$");

        Stop(server);
        using var again = Start("serve", "--data", Data, "--urls", url, "--PublicUrl=https://example.com");
        lines = await ReadUntilAsync(again, lines => lines.Count == 1);
        lines.Single().ShouldContain(url);
        (await AskAsync(url, "DEMO", token)).ShouldBe((HttpStatusCode.NotFound, "40490"));
        Stop(again);
    }

    [Fact]
    public async Task Wrong_settings_are_told_in_one_line()
    {
        var (code, output, error) = await RunAsync("serve", "--urls", "http://127.0.0.1:0", "--Proxies:Known:0=nonsense");
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldMatch(@"^espalier: [^\n]*Proxies:Known[^\n]*\n$");

        (code, _, error) = await RunAsync("serve", "--urls", "http://localhost:0");
        code.ShouldBe(1);
        error.ShouldMatch(@"^espalier: [^\n]*\n$");

        (code, output, error) = await RunAsync("token", "create", "--user", "nobody@example.com");
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldMatch(@"^espalier: [^\n]*\n$");
    }

    public void Dispose() => _temp.Dispose();

    static bool IsCurl(string line) => line.StartsWith("curl ", StringComparison.Ordinal);

    static async Task<(HttpStatusCode, string)> AskAsync(string url, string tenant, string token)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync($"{url}/api/v1/{tenant}/nothing", Ct);
        return (response.StatusCode, (await Answer.ReadAsync(response, Ct)).Codes.Single());
    }

    static async Task<List<string>> ReadUntilAsync(Process server, Func<List<string>, bool> enough)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var lines = new List<string>();
        while (!enough(lines))
            lines.Add(await server.StandardOutput.ReadLineAsync(patience.Token)
                      ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(Ct)));
        return lines;
    }

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        string[] data = args.Contains("--data") ? [] : ["--data", Data];
        using var process = Start([.. args, .. data]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error);
    }

    static void Stop(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Espalier.Server.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
