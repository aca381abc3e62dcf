using Espalier.Server.Commands;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>The first administrator.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    TestServer _server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_once()
    {
        using var browser = new Browser(_server.Url);
        var state = (await browser.OwnAsync("GET", "setup")).Json;
        state.GetProperty("needed").GetBoolean().ShouldBeTrue();
        state.GetProperty("keeps").GetString().ShouldBe("T1");
        state.GetProperty("signIn").GetProperty("password").GetBoolean().ShouldBeTrue();
        state.GetProperty("signIn").TryGetProperty("oidc", out _).ShouldBeFalse();
        var code = await PrintedAsync();

        (await SetUpAsync(browser, "nonsense")).ShouldBe(403, "40396");
        (await browser.OwnAsync("POST", "setup", """{"code":"x","email":"y","password":"short","tenant":{"id":"lower"}}""")).Codes
            .ShouldBe(["400914", "400950", "400914"]);
        var made = await SetUpAsync(browser, code);
        made.Status.ShouldBe(200, made.Text);
        made.Json.GetProperty("user").GetProperty("isInstallationAdmin").GetBoolean().ShouldBeTrue();
        made.Json.GetProperty("tenants")[0].GetProperty("id").GetString().ShouldBe("T1");
        made.Json.GetProperty("tenants")[0].GetProperty("role").GetString().ShouldBe("admin");
        (await browser.GetAsync("/api/espalier/v1/T1/users")).Status.ShouldBe(200);

        (await browser.OwnAsync("GET", "setup")).Json.GetProperty("needed").GetBoolean().ShouldBeFalse();
        (await SetUpAsync(browser, code, "mallory@example.com")).ShouldBe(403, "40396");
        (await OutputAsync()).ShouldBeEmpty();
        using var other = new Browser(_server.Url);
        (await other.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_tenant_is_made_when_one_is_wished_for_and_the_first_one_stays()
    {
        using var browser = new Browser(_server.Url);
        var code = await PrintedAsync();
        foreach (var id in new[] { "SESSIONS", "x", "1A" })
            (await browser.OwnAsync("POST", "setup", new { code, email = People.Ann, password = People.Password, tenant = new { id } })).ShouldBe(400, "400914");

        var made = await browser.OwnAsync("POST", "setup", new { code, email = People.Ann, password = People.Password, tenant = new { id = "ACME", name = "Acme Ltd" } });

        made.Json.GetProperty("tenants").EnumerateArray().Select(tenant => $"{tenant.GetProperty("id")} {tenant.GetProperty("name")}").ShouldBe(["ACME Acme Ltd", "T1 Test"]);
    }

    [Fact]
    public async Task The_code_is_good_for_a_day_and_until_the_next_start()
    {
        using var browser = new Browser(_server.Url);
        var first = await PrintedAsync();
        var second = await PrintedAsync();
        (await SetUpAsync(browser, first)).ShouldBe(403, "40396");
        _server.Time.Advance(TimeSpan.FromHours(24));
        (await SetUpAsync(browser, second)).ShouldBe(403, "40396");
        (await SetUpAsync(browser, await PrintedAsync())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_has_a_password_already_ends_the_set_up()
    {
        var code = await PrintedAsync();
        await _server.AddPersonAsync("bob@example.com");
        using var browser = new Browser(_server.Url);
        (await SetUpAsync(browser, code)).ShouldBe(403, "40396");
    }

    [Fact]
    public async Task The_link_names_the_public_address()
    {
        await using var server = await TestServer.StartAsync("PublicUrl=https://data.example.com/");
        using var output = new StringWriter();
        await server.Get<FirstStart>().RunAsync(server.Url, output, Ct);
        output.ToString().ShouldContain("https://data.example.com/setup#code=");
    }

    [Fact]
    public async Task A_server_that_takes_no_passwords_sets_nothing_up()
    {
        await using var server = await TestServer.StartAsync("SignIn:Password=false", "Oidc:Issuer=https://id.example.com", "Oidc:ClientId=x");
        using var output = new StringWriter();
        await server.Get<FirstStart>().RunAsync(server.Url, output, Ct);
        output.ToString().ShouldBeEmpty();
        using var browser = new Browser(server.Url);
        var state = (await browser.OwnAsync("GET", "setup")).Json;
        state.GetProperty("needed").GetBoolean().ShouldBeFalse();
        state.GetProperty("signIn").GetProperty("password").GetBoolean().ShouldBeFalse();
        state.GetProperty("signIn").GetProperty("oidc").GetProperty("name").GetString().ShouldBe("single sign-on");
        await server.AddPersonAsync(People.Ann);
        (await browser.SignInAsync(People.Ann, People.Password)).ShouldBe(403, "40397");
        (await server.Own("POST", $"users/{People.Ann}/password-reset")).ShouldBe(403, "40397");
    }

    static Task<Answer> SetUpAsync(Browser browser, string code, string email = People.Ann) =>
        browser.OwnAsync("POST", "setup", new { code, email, password = People.Password });

    async Task<string> PrintedAsync() => (await OutputAsync()).Split("/setup#code=")[1].Trim();

    /// <summary>What a start prints when there is a tenant.</summary>
    async Task<string> OutputAsync()
    {
        using var output = new StringWriter();
        await _server.Get<FirstStart>().RunAsync(_server.Url, output, Ct);
        return output.ToString();
    }
}
