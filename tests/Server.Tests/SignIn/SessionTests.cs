using Espalier.Server.Access;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Espalier.Server.Tests.SignIn;

/// <summary>Sessions: what they open, and when they end.</summary>
public sealed class SessionTests
{
    const string Dataset = """{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_opens_what_a_token_of_the_person_opens_without_TokenAccess_and_without_an_API_plan()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann, change: account => account with { TokenAccess = false });
        await server.AddTenantAsync("T2", new Account("T2", Guid.NewGuid(), People.Ann, Role.Admin));
        await server.Get<ITenantStore>().AddAsync(new Tenant("T3", "No plan") { ApiPlan = false }, Ct);
        await server.Get<IUserStore>().AddAsync(new Account("T3", Guid.NewGuid(), "ANN@example.com", Role.User) { Groups = ["readonly"] }, Ct);
        using var browser = await server.BrowserOfAsync("Ann@Example.com");

        var document = (await browser.OwnAsync("GET", "session")).Json;
        document.GetProperty("user").GetProperty("email").GetString().ShouldBe(People.Ann);
        document.GetProperty("clientIp").GetString().ShouldBe("127.0.0.1");
        document.GetProperty("server").GetProperty("baseUrl").GetString().ShouldBe(server.Url);
        document.GetProperty("tenants").EnumerateArray().Select(tenant => $"{tenant.GetProperty("id")} {tenant.GetProperty("role")} {tenant.GetProperty("features")}")
            .ShouldBe(["""T1 user ["change","createDatasets","api"]""", """T2 admin ["change","createDatasets","api"]""", "T3 user []"]);

        var made = await browser.SendAsync("POST", "/api/v1/T1/datasets", Dataset);
        made.Status.ShouldBe(201, made.Text);
        (await browser.GetAsync("/api/v1/T1/datasets")).Json.GetArrayLength().ShouldBe(1);
        (await browser.GetAsync("/api/v1/T3/datasets")).Status.ShouldBe(200);
        (await browser.GetAsync("/api/espalier/v1/T1/users")).ShouldBe(403, "403905");
        (await browser.GetAsync("/api/espalier/v1/T2/users")).Status.ShouldBe(200);
        (await browser.GetAsync("/api/v1/T9/datasets")).ShouldBe(403, "40390");
        (await browser.GetAsync("/api/v1/T1/no/such/route")).ShouldBe(404, "40490");
        (await browser.GetAsync("/api/espalier/v1/nothing")).ShouldBe(400, "400900");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_so()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = new Browser(server.Url);
        foreach (var (method, path) in new[] { ("GET", "session"), ("GET", "sessions"), ("DELETE", "sessions"), ("GET", "me/preferences"), ("POST", "password"), ("POST", "me/totp") })
            (await browser.OwnAsync(method, path, method == "POST" ? "{}" : null)).ShouldBe(401, "40101");
        (await server.Api("GET", "/api/espalier/v1/session")).ShouldBe(401, "40101");
        (await browser.GetAsync("/api/espalier/v1/session", "Cookie: espalier=nonsense")).ShouldBe(401, "40190");
        (await browser.GetAsync("/api/v1/T1/datasets", "Cookie: espalier=nonsense")).ShouldBe(401, "40190");
        (await browser.OwnAsync("DELETE", "session")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task With_an_authorization_header_the_cookie_is_not_looked_at()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);

        (await browser.GetAsync("/api/v1/T1/datasets", "Authorization: Bearer nonsense")).ShouldBe(401, "40102");
        (await browser.GetAsync("/api/espalier/v1/T1/users", $"Authorization: Bearer {server.Token}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Signing_in_makes_a_new_id_and_ends_what_was_in_the_browser_before()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        await server.AddPersonAsync("mallory@example.com");
        using var attacker = await server.BrowserOfAsync("mallory@example.com");
        using var victim = new Browser(server.Url);
        victim.Cookies.Add(new Uri(server.Url), new System.Net.Cookie("espalier", attacker.Cookie));

        (await victim.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);

        victim.Cookie.ShouldNotBe(attacker.Cookie);
        (await victim.OwnAsync("GET", "session")).Json.GetProperty("user").GetProperty("email").GetString().ShouldBe(People.Ann);
        (await attacker.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        var first = victim.Cookie;
        (await victim.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
        victim.Cookie.ShouldNotBe(first);
        (await server.Api("GET", "/api/espalier/v1/session", null, "", $"Cookie: espalier={first}")).ShouldBe(401, "40190");
    }

    [Fact]
    public async Task A_session_ends_after_twelve_idle_hours_and_after_seven_days_in_any_case()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var idle = await server.BrowserOfAsync(People.Ann);
        using var busy = await server.BrowserOfAsync(People.Ann);

        for (var hours = 0; hours < 7 * 24 - 11; hours += 11)
        {
            (await busy.GetAsync("/api/v1/T1/datasets")).Status.ShouldBe(200, $"after {hours} hours");
            server.Time.Advance(TimeSpan.FromHours(11));
            if (hours == 11)
                (await idle.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        }
        (await busy.OwnAsync("GET", "sessions")).Json.GetArrayLength().ShouldBe(1);
        server.Time.Advance(TimeSpan.FromHours(11));
        (await busy.GetAsync("/api/v1/T1/datasets")).ShouldBe(401, "40190");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_by_whose_they_are_and_nobody_else()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        await server.AddPersonAsync("bob@example.com");
        using var here = await server.BrowserOfAsync(People.Ann);
        using var there = await server.BrowserOfAsync(People.Ann);
        using var bob = await server.BrowserOfAsync("bob@example.com");

        var all = (await here.OwnAsync("GET", "sessions")).Json.EnumerateArray().ToList();
        all.Count.ShouldBe(2);
        all.ShouldAllBe(session => session.GetProperty("method").GetString() == "password" && session.GetProperty("address").GetString() == "127.0.0.1");
        var other = all.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        (await bob.OwnAsync("DELETE", $"sessions/{other}")).ShouldBe(404, "404950");
        (await here.OwnAsync("DELETE", "sessions/1")).ShouldBe(400, "400603");
        (await here.OwnAsync("DELETE", $"sessions/{other}")).Status.ShouldBe(204);
        (await there.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        (await here.OwnAsync("GET", "session")).Status.ShouldBe(200);

        using var again = await server.BrowserOfAsync(People.Ann);
        (await again.OwnAsync("DELETE", "sessions")).Status.ShouldBe(204);
        (await here.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        (await again.OwnAsync("DELETE", "session")).Status.ShouldBe(204);
        again.Cookie.ShouldBeNull();
        (await bob.OwnAsync("GET", "session")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_disabled_or_expired_user_and_one_from_elsewhere_has_no_session()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        foreach (var (change, code) in new[]
        {
            ("""{"enabled":false}""", "40322"), ("""{"expires":"2020-01-01T00:00:00.000Z"}""", "40323"), ("""{"subnets":["10.0.0.0/8"]}""", "40324"),
        })
        {
            (await server.Own("PUT", $"users/{People.Ann}", change)).Status.ShouldBe(200);
            (await browser.GetAsync("/api/v1/T1/datasets")).ShouldBe(403, code);
            (await browser.OwnAsync("GET", "session")).ShouldBe(401, "40190");
            using var another = new Browser(server.Url);
            var refused = await another.SignInAsync(People.Ann, People.Password);
            refused.ShouldBe(403, code);
            refused.Text.ShouldNotContain("token", Case.Insensitive);
            (await another.SignInAsync(People.Ann, "something else")).ShouldBe(401, "40191");
        }
        (await server.Own("PUT", $"users/{People.Ann}", "{}")).Status.ShouldBe(200);
        (await browser.OwnAsync("GET", "session")).Status.ShouldBe(200);
        (await server.Own("DELETE", $"users/{People.Ann}")).Status.ShouldBe(204);
        (await browser.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        (await browser.SignInAsync(People.Ann, People.Password)).ShouldBe(401, "40191");
    }

    [Fact]
    public async Task What_is_done_in_a_browser_is_told_as_done_through_the_app()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        var made = await browser.SendAsync("POST", "/api/v1/T1/datasets", """{"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""");
        var transactions = $"datasets/{made.Json.GetProperty("datasetId").GetString()}/transactions";
        (await browser.OwnAsync("GET", $"T1/{transactions}")).Json[0].GetProperty("channel").GetString().ShouldBe("app");
    }

    [Fact]
    public async Task Neither_cookies_nor_passwords_are_kept_or_logged()
    {
        var log = new Heard();
        await using var server = await TestServer.StartWithAsync(builder => builder.Logging.AddProvider(log), null, "Logging:LogLevel:Default=Trace");
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        await browser.OwnAsync("GET", "session");
        using var other = new Browser(server.Url);
        await other.SignInAsync(People.Ann, "a wrong password");
        var link = (await server.Own("POST", $"users/{People.Ann}/password-reset")).Json.GetProperty("url").GetString()!.Split('=')[1];
        await other.OwnAsync("POST", "invitations/accept", new { code = link, password = People.Other });

        string[] secrets = [browser.Cookie!, other.Cookie!, link, browser.Csrf, People.Password, People.Other];
        foreach (var file in Directory.EnumerateFiles(server.Folder, "espalier.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(Ct);
            secrets.Where(bytes.Contains).ShouldBeEmpty();
        }
        server.Get<ILoggerFactory>().CreateLogger("Espalier.Test").Log(LogLevel.Trace, default, "heard", null, (text, _) => text);
        log.All.ShouldContain(line => line.StartsWith("heard", StringComparison.Ordinal));
        log.All.Where(line => line.Contains(People.Ann) || secrets.Any(line.Contains)).ShouldBeEmpty();
    }
}
