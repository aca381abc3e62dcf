using System.Text;
using Espalier.Server.Access;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Storage.Stores.People;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Espalier.Server.Tests.SignIn;

/// <summary>What somebody tries who wants to get further than they may.</summary>
public sealed class IntrusionTests
{
    const string Root = "root@example.com";
    const string Bob = "bob@example.com";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_admin_of_a_tenant_gets_at_no_administrator_of_the_installation()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(Root, Role.Admin);
        await server.MakeInstallationAdminAsync(Root);
        await server.AddUserAsync(Bob);
        (await server.Own("POST", $"users/{Root}/password-reset", """{"removeTotp":true}""")).ShouldBe(403, "403908");

        // Not with a link from before they became one, either.
        var code = Code(await server.Own("POST", $"users/{Bob}/invitation"));
        await server.MakeInstallationAdminAsync(Bob);
        using var browser = new Browser(server.Url);
        (await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Other })).ShouldBe(403, "40396");
        (await server.Own("POST", $"users/{Bob}/invitation")).ShouldBe(403, "403908");

        var root = await server.TokenFor(Root);
        (await server.Own("POST", $"users/{Bob}/invitation", null, root)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Nobody_makes_a_link_for_themselves_so_a_stolen_token_or_session_makes_no_password()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var path in new[] { "invitation", "password-reset" })
            (await server.Own("POST", $"users/{TestServer.Admin.ToUpperInvariant()}/{path}")).ShouldBe(403, "403951");
        await server.SetPasswordAsync(TestServer.Admin);
        using var browser = await server.BrowserOfAsync(TestServer.Admin);
        (await browser.OwnAsync("POST", $"T1/users/{TestServer.Admin}/password-reset", """{"removeTotp":true}""")).ShouldBe(403, "403951");
    }

    [Fact]
    public async Task A_link_is_worth_nothing_when_the_person_has_changed_the_password()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        var code = Code(await server.Own("POST", $"users/{People.Ann}/password-reset"));
        using var ann = await server.BrowserOfAsync(People.Ann);
        (await ann.OwnAsync("POST", "password", new { password = People.Password, newPassword = People.Other })).Status.ShouldBe(200);
        using var finder = new Browser(server.Url);
        (await finder.OwnAsync("POST", "password/reset", new { code, password = People.Password })).ShouldBe(403, "40396");
    }

    [Fact]
    public async Task A_sign_in_with_the_old_password_does_not_outlive_a_change_that_comes_between()
    {
        Func<Task>? between = null;
        await using var server = await TestServer.StartWithAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton<ISessionStore>(
            provider => new LateSessions(ActivatorUtilities.CreateInstance<SqlSessionStore>(provider), () => between?.Invoke() ?? Task.CompletedTask))));
        await server.AddPersonAsync(People.Ann);
        using var attacker = new Browser(server.Url);
        between = () => server.Get<ICredentialStore>().SetPasswordAsync(People.Ann, PasswordHash.Make(People.Other), Ct);

        (await attacker.SignInAsync(People.Ann, People.Password)).ShouldBe(401, "40191");

        between = null;
        (await attacker.OwnAsync("GET", "session")).Status.ShouldBe(401);
        (await server.Get<ISessionStore>().ListAsync(People.Ann, Ct)).ShouldBeEmpty();
        (await attacker.SignInAsync(People.Ann, People.Other)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_patiently_from_many_addresses()
    {
        await using var server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.1");
        await server.AddPersonAsync(People.Ann);
        using var ann = await server.BrowserOfAsync(People.Ann);
        var secret = TotpTests.Decode((await ann.OwnAsync("POST", "me/totp", new { password = People.Password })).Json.GetProperty("secret").GetString()!);
        (await ann.OwnAsync("POST", "me/totp/confirm", new { totp = TotpTests.Code(server, secret) })).Status.ShouldBe(204);

        using var attacker = new Browser(server.Url);
        var tried = 0;
        for (var i = 0; i < 30; i++)
        {
            var answer = await attacker.SendAsync("POST", "/api/espalier/v1/session", new { email = People.Ann, password = People.Password, totp = "000000" },
                $"X-Forwarded-For: 203.0.113.{i}");
            tried += answer.Status == 401 ? 1 : 0;
            server.Time.Advance(TimeSpan.FromSeconds(30));
        }
        tried.ShouldBeLessThan(16);

        // After an hour of peace the person gets in as ever.
        server.Time.Advance(TimeSpan.FromMinutes(76));
        (await attacker.SignInAsync(People.Ann, People.Password, TotpTests.Code(server, secret))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Of_two_who_use_the_set_up_code_at_once_one_leaves_no_trace()
    {
        await using var server = await TestServer.StartAsync();
        var code = (await server.Get<Server.Access.Links.SetupService>().MakeCodeAsync(Ct))!;
        using var browser = new Browser(server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            browser.OwnAsync("POST", "setup", new { code, email = $"first{i}@example.com", password = People.Password, tenant = new { id = $"NEW{i}" } })));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 403, 403, 403]);
        (await server.Get<IUserStore>().ListAsync("T1", Ct)).Count.ShouldBe(2);
        (await server.Get<Server.Tenants.ITenantStore>().ListAsync(Ct)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_last_admins_who_remove_each_other_at_once_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var server = await TestServer.StartAsync();
            await server.AddUserAsync(Bob, Role.Admin);
            var bob = await server.TokenFor(Bob);
            var answers = await Task.WhenAll(
                server.Own("DELETE", $"users/{Bob}"), server.Own("PUT", $"users/{TestServer.Admin}", """{"role":"user","tokenAccess":true}""", bob));
            answers.Count(answer => answer.Status is 200 or 204).ShouldBe(1);
            (await server.Get<IUserStore>().ListAsync("T1", Ct)).Count(account => account is { Role: Role.Admin, Enabled: true }).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("session", """{"email":"a@example.com","password":"PAD"}""")]
    [InlineData("setup", """{"code":"PAD","email":"a@example.com","password":"x"}""")]
    [InlineData("invitations/look", """{"code":"PAD"}""")]
    [InlineData("invitations/accept", """{"code":"PAD","password":"x"}""")]
    [InlineData("password/reset", """{"code":"PAD","password":"x"}""")]
    public async Task Strangers_cannot_send_much_or_odd_things(string path, string body)
    {
        await using var server = await TestServer.StartAsync("Logging:LogLevel:Espalier=None");
        using var browser = new Browser(server.Url);
        (await browser.OwnAsync("POST", path, body.Replace("PAD", new string('x', 70_000), StringComparison.Ordinal))).ShouldBe(413, "41390");
        foreach (var odd in new[]
        {
            "", "[]", "[[[[]]]]", "null", "1", "\"x\"", "{\"email\":[],\"code\":{}}", "{\"code\":1,\"code\":2}", "{\"email\":\"\\ud800\"}", "{\"x\":" + new string('[', 100) + new string(']', 100) + "}",
            body.Replace("PAD", "\\u0000", StringComparison.Ordinal), body.Replace("\"PAD\"", "null", StringComparison.Ordinal), body.Replace("\"PAD\"", "1e999", StringComparison.Ordinal),
        })
            (await browser.OwnAsync("POST", path, odd)).Status.ShouldBeInRange(400, 403, odd);
        using var text = new StringContent(body, Encoding.UTF8, "text/plain");
        (await browser.SendAsync("POST", $"/api/espalier/v1/{path}", text)).ShouldBe(415, "415001");
    }

    [Fact]
    public async Task Odd_forms_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = new Browser(server.Url);
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"f{i}", "")));
        (await browser.SendAsync("POST", "/plain/sign-in", many)).ShouldBe(400, "40090");
        foreach (var (type, content) in new[]
        {
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nno end"), ("multipart/form-data", "x"),
            ("multipart/form-data; boundary=x", "--x\r\nno header\r\n\r\n--x--"),
        })
        {
            using var body = new StringContent(content);
            body.Headers.Remove("Content-Type");
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            (await browser.SendAsync("POST", "/plain/invite", body)).ShouldBe(400, "40090");
        }
        (await browser.FormAsync("/plain/sign-in", ("email", new string('x', 70_000)))).ShouldBe(413, "41390");
    }

    [Fact]
    public async Task Answers_to_a_session_are_kept_by_no_cache_also_when_they_are_errors()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        foreach (var (path, status) in new[]
        {
            ("/api/v1/T1/datasets", 200), ($"/api/v1/T1/datasets/{Guid.NewGuid()}", 404), ("/api/v1/T1/no/such", 404), ("/api/espalier/v1/T1/users", 403),
            ("/api/espalier/v1/tokens", 200), ("/api/espalier/v1/sessions", 200), ("/api/espalier/v1/me/preferences", 200), ("/api/espalier/v1/tenants", 200),
        })
        {
            var answer = await browser.GetAsync(path);
            answer.Status.ShouldBe(status, path);
            (answer.Headers.CacheControl is { Private: true } or { NoStore: true }).ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task Letters_that_only_look_alike_make_no_other_person()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync("kate@example.com");
        // The Kelvin sign's small letter is a plain k.
        (await server.Own("PUT", "users/\u212Aate@example.com", "{}")).ShouldBe(400, "400900");
        using var browser = new Browser(server.Url);
        (await browser.SignInAsync("\u212Aate@example.com", People.Password)).ShouldBe(401, "40191");
    }

    [Fact]
    public async Task What_is_done_to_ways_in_is_in_the_audit()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync(People.Ann);
        using var ann = new Browser(server.Url);
        var code = Code(await server.Own("POST", $"users/{People.Ann}/invitation"));
        var accepted = await ann.OwnAsync("POST", "invitations/accept", new { code, password = People.Password });
        ann.Csrf = accepted.Json.GetProperty("csrf").GetString()!;
        var changed = await ann.OwnAsync("POST", "password", new { password = People.Password, newPassword = People.Other });
        ann.Csrf = changed.Json.GetProperty("csrf").GetString()!;
        var secret = TotpTests.Decode((await ann.OwnAsync("POST", "me/totp", new { password = People.Other })).Json.GetProperty("secret").GetString()!);
        (await ann.OwnAsync("POST", "me/totp/confirm", new { totp = TotpTests.Code(server, secret) })).Status.ShouldBe(204);
        (await ann.OwnAsync("POST", "me/totp/disable", new { password = People.Other })).Status.ShouldBe(204);
        await server.Own("POST", $"users/{People.Ann}/password-reset", """{"removeTotp":true}""");

        var page = await server.Own("GET", "audit");
        page.Json.GetProperty("items").EnumerateArray().Select(entry => (Kind: entry.GetProperty("kind").GetString(), Person: entry.GetProperty("person").GetString()))
            .Where(entry => entry.Person == People.Ann).Select(entry => entry.Kind).Order(StringComparer.Ordinal)
            .ShouldBe(["passwordChange", "passwordChange", "signIn", "signIn", "totpOff", "totpOn"]);
        foreach (var secretText in new[] { code, People.Password, People.Other })
            page.Text.ShouldNotContain(secretText);
    }

    static string Code(Answer made) => made.Json.GetProperty("url").GetString()!.Split("#code=")[1];

    /// <summary>Lets something happen just before a session is kept.</summary>
    sealed class LateSessions(ISessionStore store, Func<Task> between) : ISessionStore
    {
        public async Task AddAsync(Session session, string secretHash, CancellationToken ct)
        {
            await between();
            await store.AddAsync(session, secretHash, ct);
        }

        public Task<Session?> FindAsync(string secretHash, CancellationToken ct) => store.FindAsync(secretHash, ct);

        public Task<IReadOnlyList<Session>> ListAsync(string email, CancellationToken ct) => store.ListAsync(email, ct);

        public Task SeenAsync(Guid id, DateTimeOffset at, CancellationToken ct) => store.SeenAsync(id, at, ct);

        public Task<bool> DeleteAsync(string email, Guid id, CancellationToken ct) => store.DeleteAsync(email, id, ct);

        public Task DeleteOthersAsync(string email, Guid kept, CancellationToken ct) => store.DeleteOthersAsync(email, kept, ct);

        public Task SweepAsync(DateTimeOffset createdBefore, DateTimeOffset seenBefore, CancellationToken ct) => store.SweepAsync(createdBefore, seenBefore, ct);
    }
}
