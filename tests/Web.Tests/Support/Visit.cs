using System.Collections.Concurrent;
using System.Text;
using Espalier.Server.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Espalier.Web.Tests.Support;

/// <summary>One person's browser at an installation. What goes wrong unseen (errors in the console, violations of the content security policy) is put down.</summary>
public sealed class Visit : IAsyncDisposable
{
    static int _number;

    readonly IBrowserContext _context;
    readonly List<string> _wrong = [];
    readonly StringBuilder _heard = new();
    readonly ConcurrentDictionary<IRequest, bool> _asked = new();
    bool _leaving;

    Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>What the console said and the policy refused.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    public static async Task<Visit> BeginAsync(Chromium chromium, Installation at, ColorScheme scheme = ColorScheme.Light, (int Width, int Height)? size = null)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = at.Url, ColorScheme = scheme, Locale = "en-GB", TimezoneId = "UTC", ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = size?.Width ?? 1280, Height = size?.Height ?? 800 }, Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) => visit.Note(message);
        page.Request += (_, request) => visit.Note(request);
        page.RequestFinished += (_, request) => visit._asked.TryRemove(request, out bool _);
        page.RequestFailed += (_, request) => visit._asked.TryRemove(request, out bool _);
        page.FrameNavigated += (_, frame) => visit.Note(frame);
        page.PageError += (_, error) => visit._wrong.Add(error);
        return visit;
    }

    public async Task<Visit> SignInAsync(string email)
    {
        await Page.GotoAsync("/sign-in");
        await SignInFormAsync(email, Installation.Password);
        await Page.WaitForURLAsync("**/app/workspace**");
        return this;
    }

    /// <summary>Fills the form of the page that is open, and sends it.</summary>
    public async Task SignInFormAsync(string email, string password)
    {
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await PressAsync("Sign in");
    }

    /// <summary>Opens a page and waits for its heading.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await Expect(Page.Locator("h1").First).ToBeAttachedAsync();
    }

    /// <summary>Opens a page of the settings.</summary>
    /// <param name="page">Like <c>/data/datasets</c>.</param>
    public Task SettingsAsync(string page, string tenant = "DEMO") => GoAsync($"/app/configui?tenantId={tenant}&page={page}");

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>From now on, keeps all that the server says to this browser.</summary>
    public void Listen() => Page.Response += async (_, response) =>
    {
        try
        {
            var text = response.Request.ResourceType == "eventsource" ? "" : await response.TextAsync();
            lock (_heard)
                _heard.Append(response.Request.Method).Append(' ').AppendLine(response.Url).AppendLine(string.Join('\n', response.Headers.Values)).AppendLine(text);
        }
        catch (PlaywrightException)
        {
            // Redirects and what was left behind have no text.
        }
    };

    /// <summary>What was heard since <see cref="Listen"/>.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
                return _heard.ToString();
        }
    }

    /// <summary>Waits until nothing is asked of the server any more.</summary>
    public async Task SettledAsync()
    {
        var quiet = 0;
        for (var i = 0; i < 1200; i++)
        {
            quiet = _asked.IsEmpty ? quiet + 1 : 0;
            if (quiet == 3)
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Still asked for: {string.Join(", ", _asked.Keys.Select(request => request.Url))}");
    }

    /// <summary>The whole page with what its fields hold.</summary>
    public Task<string> SeenAsync() => Page.EvaluateAsync<string>(
        "document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea, select')].map(field => field.value).join('\\n')");

    /// <summary>What the clipboard holds.</summary>
    public Task<string> CopiedAsync() => Page.EvaluateAsync<string>("navigator.clipboard.readText()");

    public async ValueTask DisposeAsync()
    {
        await KeepPictureAsync();
        await _context.DisposeAsync();
    }

    /// <summary>Keeps what was seen last, for whoever has to find out why a test failed.</summary>
    async Task KeepPictureAsync()
    {
        var name = $"{TestContext.Current.TestMethod?.MethodName}-{Interlocked.Increment(ref _number)}.png";
        try
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "web-seen", name), Timeout = 5000 });
        }
        catch (PlaywrightException)
        {
            // A page that hangs has no picture.
        }
    }

    void Note(IRequest request)
    {
        _leaving |= request.IsNavigationRequest && request.Frame == Page.MainFrame;
        if (request.ResourceType is "document" or "fetch" or "xhr")
            _asked[request] = true;
    }

    /// <summary>What the last page asked for is of no use any more, and its end is not always told.</summary>
    void Note(IFrame frame)
    {
        if (!_leaving || frame != Page.MainFrame)
            return;
        _leaving = false;
        foreach (var request in _asked.Keys.Where(request => !request.IsNavigationRequest))
            _asked.TryRemove(request, out bool _);
    }

    void Note(IConsoleMessage message)
    {
        // What is refused is said in the console by the browser itself; the tests look at the answers.
        if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            _wrong.Add(message.Text);
    }
}
