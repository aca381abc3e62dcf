using System.Diagnostics;

namespace Espalier.Web.Tests.Support;

/// <summary>Lines as a person pastes them.</summary>
static class Bash
{
    public static async Task<(int Code, string Out)> RunAsync(string lines, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", lines]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var printed = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await printed + await errors);
    }
}
