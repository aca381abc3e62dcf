using System.Text.RegularExpressions;
using Espalier.Server.Access;
using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Commands;
using Espalier.Server.Tests.SignIn;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Web;

/// <summary>What there is without a build of the web app, and without JavaScript.</summary>
public sealed partial class PlainPageTests : IAsyncLifetime
{
    readonly TempFolder _nothing = new();
    TestServer _server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync($"Web:Root={_nothing.Path}/wwwroot");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _nothing.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/workspace/T1")]
    [InlineData("/app/configui?tenantId=T1&page=/data/datasets")]
    [InlineData("/tenants/tenants")]
    public async Task The_apps_routes_say_what_is_missing_and_how_to_get_it(string path)
    {
        var page = await _server.Api("GET", path, null, "");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Node.js");
        page.Text.ShouldContain("href=\"/app/docs\"");
        page.Text.ShouldNotContain("<script");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'nonce-{StyleNonce().Match(page.Text).Groups[1].Value}'");
    }

    [Fact]
    public async Task A_newcomer_gets_from_the_printed_code_to_a_token_that_works()
    {
        using var output = new StringWriter();
        await _server.Get<FirstStart>().RunAsync(_server.Url, output, Ct);
        var link = output.ToString().Split(' ')[^1].Trim();
        using var browser = new Browser(_server.Url);
        (await browser.GetAsync("/setup")).Text.ShouldContain("action=\"/plain/setup\"");
        var refused = await browser.FormAsync("/plain/setup", ("code", link), ("email", "<b>"), ("password", "short"), ("tenant", ""));
        refused.Status.ShouldBe(400);
        Regex.Count(refused.Text, "class=\"problem\"").ShouldBe(2);

        var made = await browser.FormAsync("/plain/setup", ("code", link), ("email", People.Ann), ("password", People.Password), ("tenant", ""));
        made.Status.ShouldBe(303, made.Text);
        made.Headers.Location!.ToString().ShouldBe("/tokens");
        (await browser.GetAsync("/setup")).Text.ShouldContain("This is done");

        var form = await browser.GetAsync("/tokens");
        form.Text.ShouldContain(People.Ann);
        form.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var csrf = Hidden().Match(form.Text).Groups[1].Value;
        (await browser.FormAsync("/plain/tokens", ("csrf", csrf), ("name", "x"), ("end", "2001-01-01"), ("subnets", "nonsense"))).Status.ShouldBe(400);
        var shown = await browser.FormAsync("/plain/tokens", ("csrf", csrf), ("name", "x"), ("end", ""), ("subnets", "127.0.0.0/8"));
        shown.Status.ShouldBe(200);
        var token = Jwt().Match(shown.Text).Value;
        (await _server.Api("GET", "datasets", token: token)).Status.ShouldBe(200);
        shown.Text.ShouldContain($"{_server.Url}/api/v1/T1/datasets");

        (await browser.FormAsync("/plain/sign-out", ("csrf", csrf))).Status.ShouldBe(303);
        (await browser.GetAsync("/tokens")).Text.ShouldContain("action=\"/plain/sign-in\"");
        (await browser.FormAsync("/plain/sign-in", ("email", People.Ann), ("password", "a wrong password"))).Status.ShouldBe(401);
        (await browser.FormAsync("/plain/sign-in", ("email", People.Ann), ("password", People.Password))).Status.ShouldBe(303);
    }

    [Fact]
    public async Task Forms_of_other_sites_do_nothing()
    {
        await _server.AddPersonAsync(People.Ann);
        using var browser = await _server.BrowserOfAsync(People.Ann);
        browser.Csrf = "";
        (await browser.FormAsync("/plain/tokens", ("name", "x"))).Status.ShouldBe(403);
        (await browser.FormAsync("/plain/tokens", ("name", "x"), ("csrf", "nonsense"))).Status.ShouldBe(403);
        (await browser.FormAsync("/plain/sign-out")).Status.ShouldBe(403);
        browser.Csrf = (await browser.OwnAsync("GET", "session")).Json.GetProperty("csrf").GetString()!;
        browser.Site = "cross-site";
        (await browser.FormAsync("/plain/tokens", ("name", "x"), ("csrf", browser.Csrf))).Status.ShouldBe(403);
        (await _server.Get<ITokenStore>().ListAsync(Ct)).Count.ShouldBe(1);
        browser.Site = "same-origin";
        (await browser.SendAsync("POST", "/plain/tokens", "{}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Whoever_may_not_use_tokens_is_told_whom_to_ask()
    {
        await _server.AddPersonAsync(People.Ann, change: account => account with { TokenAccess = false });
        using var browser = await _server.BrowserOfAsync(People.Ann);
        (await browser.GetAsync("/tokens")).Text.ShouldContain("TokenAccess is off");
        (await browser.FormAsync("/plain/tokens", ("csrf", browser.Csrf), ("name", "x"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_limits_and_the_audit_of_tokens_hold_here_too()
    {
        await _server.AddPersonAsync(People.Ann);
        using var browser = await _server.BrowserOfAsync(People.Ann);
        Task<Answer> Make(string name) => browser.FormAsync("/plain/tokens", ("csrf", browser.Csrf), ("name", name), ("end", ""), ("subnets", ""));
        (await Make("")).Text.ShouldContain("of Name is missing");
        (await Make(new string('x', 101))).Text.ShouldContain("Name: The value must have at most 100 characters");
        (await Make(" Nightly ")).Status.ShouldBe(200);
        (await _server.Get<ITokenStore>().ListOfAsync(People.Ann, Ct)).Single().Name.ShouldBe("Nightly");
        var entry = (await _server.Own("GET", "audit?kind=tokenCreate")).Json.GetProperty("items").EnumerateArray().Single();
        (entry.GetProperty("person").GetString(), entry.GetProperty("channel").GetString()).ShouldBe((People.Ann, "app"));

        for (var i = 1; i < TokenService.Most; i++)
            await _server.TokenFor(People.Ann);
        var refused = await Make("One more");
        refused.Status.ShouldBe(400);
        refused.Text.ShouldContain("200 tokens");
        (await _server.Get<ITokenStore>().ListOfAsync(People.Ann, Ct)).Count.ShouldBe(TokenService.Most);
    }

    [Fact]
    public async Task An_invitation_is_accepted_without_the_app()
    {
        await _server.AddUserAsync(People.Ann);
        var url = (await _server.Own("POST", $"users/{People.Ann}/invitation")).Json.GetProperty("url").GetString()!;
        using var browser = new Browser(_server.Url);
        (await browser.GetAsync("/invite")).Text.ShouldContain("action=\"/plain/invite\"");
        (await browser.FormAsync("/plain/invite", ("code", url), ("password", "password1234"))).Status.ShouldBe(400);
        (await browser.FormAsync("/plain/invite", ("code", url), ("password", People.Password))).Status.ShouldBe(303);
        (await browser.FormAsync("/plain/invite", ("code", url), ("password", People.Password))).Status.ShouldBe(403);
    }

    [GeneratedRegex("<style nonce=\"([^\"]+)\"")]
    private static partial Regex StyleNonce();

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]+")]
    private static partial Regex Jwt();
}
