using Espalier.Server.Tests.Support;
using Espalier.Web.Tests.Support;

namespace Espalier.Web.Tests.App;

/// <summary>The tests that the app has in its own language, so that one command runs them all.</summary>
public sealed class OwnTests(Chromium chromium)
{
    static readonly string Web = Path.Combine(Repository.Root, "web");

    [Fact]
    public Task What_can_be_computed_is_right_and_texts_and_layers_are_in_order() => PassAsync("npm test --silent");

    /// <summary>Every page and every state, light and dark, before a stand-in with fixed data: axe, policy, console, and pictures.</summary>
    [Fact]
    public async Task Every_state_of_every_page_is_accessible_and_looks_as_it_was_kept()
    {
        chromium.Browser.IsConnected.ShouldBeTrue();
        await PassAsync("node tests/walk.mjs");
    }

    /// <summary>Everything that can be pressed is reached with Tab, shows that it has the focus, and gives it back after a dialog.</summary>
    [Fact]
    public async Task Every_page_is_walked_by_keyboard()
    {
        chromium.Browser.IsConnected.ShouldBeTrue();
        await PassAsync("node tests/keys.mjs");
    }

    /// <summary>One save for all tabs, no work lost without a question, no second submit, and a server that goes away.</summary>
    [Fact]
    public async Task Forms_lose_nothing_and_send_once()
    {
        chromium.Browser.IsConnected.ShouldBeTrue();
        await PassAsync("node tests/forms.mjs");
    }

    static async Task PassAsync(string line)
    {
        if (!Directory.Exists(Path.Combine(Web, "node_modules")))
            Installation.NeedApp();
        var (code, printed) = await Bash.RunAsync(line, Web);
        code.ShouldBe(0, printed[Math.Max(0, printed.Length - 6000)..]);
    }
}
