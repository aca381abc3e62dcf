using Espalier.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Espalier.Web.Tests.Support;

/// <summary>The browser of the system (or the one that <c>CHROMIUM</c> names), started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>The browser. Without one the test is skipped, but never in CI.</summary>
    public IBrowser Browser => _browser ?? throw Missing();

    public async ValueTask InitializeAsync()
    {
        string?[] places = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser"];
        if (places.FirstOrDefault(File.Exists) is not { } path)
            return;
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    static InvalidOperationException Missing()
    {
        const string Message = "needs Chromium at /usr/bin/chromium or where CHROMIUM says";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(Message);
        Assert.Skip(Message);
        return new(Message);
    }
}
