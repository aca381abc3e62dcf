using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>Requests that another site makes a signed-in browser send.</summary>
public sealed class ForgeryTests
{
    const string Dataset = """{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""";

    [Fact]
    public async Task What_changes_something_must_carry_the_sessions_token()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        using var other = await server.BrowserOfAsync(People.Ann);
        var csrf = browser.Csrf;
        foreach (var wrong in new[] { "", "nonsense", other.Csrf, csrf[..^1] })
        {
            browser.Csrf = wrong;
            foreach (var (method, path) in new[]
            {
                ("POST", "/api/v1/T1/datasets"), ("PUT", "/api/espalier/v1/me/preferences"), ("DELETE", "/api/espalier/v1/sessions"),
                ("DELETE", "/api/espalier/v1/session"), ("PATCH", "/api/v1/T1/no/such/route"),
            })
                (await browser.SendAsync(method, path, method == "DELETE" ? null : Dataset)).ShouldBe(403, "40393");
            (await browser.GetAsync("/api/v1/T1/datasets")).Status.ShouldBe(200);
        }
        browser.Csrf = csrf;
        (await browser.SendAsync("POST", "/api/v1/T1/datasets", Dataset)).Status.ShouldBe(201);
        (await other.OwnAsync("GET", "session")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("https://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData(null, null, false)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData(null, "none", false)]
    [InlineData("", "cross-site", false)]
    [InlineData("https://evil.example", "same-origin", false)]
    [InlineData("", null, true)]
    [InlineData(null, "same-origin", true)]
    [InlineData("", "same-origin", true)]
    public async Task What_changes_something_must_come_from_our_own_pages(string? origin, string? site, bool isOurs)
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        (browser.Origin, browser.Site) = (origin, site);

        var answer = await browser.SendAsync("POST", "/api/v1/T1/datasets", Dataset);

        answer.Status.ShouldBe(isOurs ? 201 : 403, answer.Text);
        if (!isOurs)
            answer.Codes.ShouldBe(["40394"]);
    }

    [Fact]
    public async Task A_token_needs_neither()
    {
        await using var server = await TestServer.StartAsync();
        (await server.Api("POST", "datasets", Dataset, null, "Origin: https://evil.example", "Sec-Fetch-Site: cross-site")).Status.ShouldBe(201);
        (await server.Api("POST", "datasets", Dataset)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Nobody_is_signed_in_from_another_site()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        foreach (var (origin, site) in new[] { ("https://evil.example", null), ("null", null), ((string?)null, "cross-site") })
        {
            using var browser = new Browser(server.Url) { Origin = origin, Site = site };
            (await browser.SignInAsync(People.Ann, People.Password)).ShouldBe(403, "40394");
            foreach (var path in new[] { "setup", "invitations/look", "invitations/accept", "password/reset" })
                (await browser.OwnAsync("POST", path, "{}")).ShouldBe(403, "40394");
            (await browser.FormAsync("/plain/sign-in", ("email", People.Ann), ("password", People.Password))).Status.ShouldBe(403);
            browser.Cookie.ShouldBeNull();
        }
        using var script = new Browser(server.Url) { Origin = null, Site = null };
        (await script.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Behind_a_proxy_the_public_address_is_ours()
    {
        await using var server = await TestServer.StartAsync("PublicUrl=https://data.example.com");
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        (browser.Origin, browser.Site) = ("https://data.example.com", null);
        (await browser.SendAsync("POST", "/api/v1/T1/datasets", Dataset)).Status.ShouldBe(201);
        // The proxy tells neither scheme nor host, but the browser says how it came.
        (await server.Api("POST", "/api/espalier/v1/session", new { email = People.Ann, password = People.Password }, "", "Origin: https://data.example.com"))
            .Headers.GetValues("Set-Cookie").Single().ShouldStartWith("__Host-espalier=");
        browser.Origin = "https://data.example.com.evil.example";
        (await browser.SendAsync("POST", "/api/v1/T1/datasets", Dataset)).ShouldBe(403, "40394");
    }

    [Fact]
    public async Task The_cookie_is_as_hard_to_steal_as_the_connection_allows()
    {
        await using var server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.1");
        await server.AddPersonAsync(People.Ann);
        var body = new { email = People.Ann, password = People.Password };

        var local = await server.Api("POST", "/api/espalier/v1/session", body, "");
        local.Headers.GetValues("Set-Cookie").Single().ShouldMatch("^espalier=[A-Za-z0-9_-]{43}; max-age=604800; path=/; samesite=lax; httponly$");
        local.Headers.CacheControl!.NoStore.ShouldBeTrue();

        string[] behindTls = ["X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Host: data.example.com"];
        var secure = await server.Api("POST", "/api/espalier/v1/session", body, "", behindTls);
        var cookie = secure.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldMatch("^__Host-espalier=[A-Za-z0-9_-]{43}; max-age=604800; path=/; secure; samesite=lax; httponly$");
        var value = cookie.Split('=', ';')[1];
        (await server.Api("GET", "/api/espalier/v1/session", null, "", [.. behindTls, $"Cookie: __Host-espalier={value}"])).Status.ShouldBe(200);
        (await server.Api("GET", "/api/espalier/v1/session", null, "", [.. behindTls, $"Cookie: espalier={value}"])).ShouldBe(401, "40101");

        (await server.Api("POST", "/api/espalier/v1/session", body, "", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Host: data.example.com"))
            .ShouldBe(403, "40395");
    }
}
