using Espalier.Server.Http;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn.Oidc;

/// <summary>Signing in at an OpenID provider.</summary>
public sealed class OidcTests
{
    const string Start = "/api/espalier/v1/session/oidc/start";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_the_provider_knows_by_a_verified_address_and_who_has_an_account_is_signed_in(bool isInToken)
    {
        using var provider = new Provider();
        await using var server = await TestServer.StartAsync(provider.Settings);
        await provider.StartAsync(server.Url, isInToken);
        await server.AddUserAsync(People.Ann);
        using var browser = new Browser(server.Url);
        (await browser.OwnAsync("GET", "setup")).Json.GetProperty("signIn").GetProperty("oidc").GetProperty("name").GetString().ShouldBe("Example ID");

        var start = await browser.GetAsync($"{Start}?return=/app/workspace/T1?f=1");
        start.Status.ShouldBe(302);
        var asked = start.Headers.Location!.ToString();
        foreach (var part in new[] { "code_challenge_method=S256", "response_type=code", "nonce=", "state=", "scope=openid" })
            asked.ShouldContain(part);
        var callback = await provider.SignInAsync(browser, asked, "Ann@Example.com");
        var back = await browser.GetAsync(callback);

        (back.Status, back.Headers.Location?.ToString()).ShouldBe((302, "/app/workspace/T1?f=1"));
        var document = (await browser.OwnAsync("GET", "session")).Json;
        document.GetProperty("user").GetProperty("email").GetString().ShouldBe(People.Ann);
        document.GetProperty("user").GetProperty("hasPassword").GetBoolean().ShouldBeFalse();
        (await browser.OwnAsync("GET", "sessions")).Json[0].GetProperty("method").GetString().ShouldBe("oidc");

        // The answer is good once.
        (await browser.GetAsync(callback)).Headers.Location!.ToString().ShouldBe("/sign-in?error=oidcFailed");
    }

    [Fact]
    public async Task Nobody_is_made_by_coming_from_the_provider()
    {
        using var provider = new Provider();
        await using var server = await TestServer.StartAsync(provider.Settings);
        await provider.StartAsync(server.Url);
        await server.AddUserAsync("unverified@example.com");
        await server.AddUserAsync("closed@example.com", change: account => account with { Enabled = false });
        foreach (var (name, error) in new[] { ("nobody@example.com", "oidcNoAccount"), ("unverified@example.com", "oidcUnverified"), ("closed@example.com", "oidcNotAllowed") })
        {
            using var browser = new Browser(server.Url);
            var back = await browser.GetAsync(await provider.SignInAsync(browser, (await browser.GetAsync(Start)).Headers.Location!.ToString(), name));
            back.Headers.Location!.ToString().ShouldBe($"/sign-in?error={error}");
            browser.Cookie.ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_answer_that_belongs_to_another_browsers_question_is_refused()
    {
        using var provider = new Provider();
        await using var server = await TestServer.StartAsync(provider.Settings);
        await provider.StartAsync(server.Url);
        await server.AddUserAsync("mallory@example.com");
        using var attacker = new Browser(server.Url);
        var callback = await provider.SignInAsync(attacker, (await attacker.GetAsync(Start)).Headers.Location!.ToString(), "mallory@example.com");

        using var victim = new Browser(server.Url);
        (await victim.GetAsync(callback)).Headers.Location!.ToString().ShouldBe("/sign-in?error=oidcFailed");
        await victim.GetAsync(Start);       // one of their own
        (await victim.GetAsync(callback)).Headers.Location!.ToString().ShouldBe("/sign-in?error=oidcFailed");
        victim.Cookie.ShouldBeNull();

        // With the right state but a code of another question: the verifier does not fit.
        var own = System.Web.HttpUtility.ParseQueryString((await victim.GetAsync(Start)).Headers.Location!.Query)["state"];
        var code = System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)["code"];
        (await victim.GetAsync($"/api/espalier/v1/session/oidc/callback?code={code}&state={own}")).Headers.Location!.ToString().ShouldBe("/sign-in?error=oidcFailed");
        victim.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_provider_there_is_nothing_here_and_one_that_is_down_is_told()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var path in new[] { Start, "/api/espalier/v1/session/oidc/callback?code=1&state=2" })
            (await server.Api("GET", path, null, "")).ShouldBe(404, "40490");

        await using var alone = await TestServer.StartAsync("Oidc:Issuer=http://127.0.0.1:1", "Oidc:ClientId=x");
        (await alone.Api("GET", Start, null, "")).Headers.Location!.ToString().ShouldBe("/sign-in?error=oidcFailed");
    }

    [Theory]
    [InlineData("/app/workspace", "/app/workspace")]
    [InlineData("/app/workspace/T1/x/grid?f=%7B%7D&q=a#x", "/app/workspace/T1/x/grid?f=%7B%7D&q=a#x")]
    [InlineData("/app/configui?tenantId=T1&page=/data/datasets", "/app/configui?tenantId=T1&page=/data/datasets")]
    [InlineData("/tokens", "/tokens")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("//evil.example/app/workspace", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/app/workspace\\..\\..", "/")]
    [InlineData("https://evil.example/tokens", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/app/workspace\r\nX: y", "/")]
    [InlineData("/app/workspace/..//evil.example", "/")]
    [InlineData("/%2f/evil.example", "/")]
    [InlineData("/app/docs", "/")]
    [InlineData("/api/v1/T1/datasets", "/")]
    [InlineData("/nothing", "/")]
    public void One_returns_to_pages_of_the_app_and_nowhere_else(string? wished, string page) => AppRoutes.Return(wished).ShouldBe(page);
}
